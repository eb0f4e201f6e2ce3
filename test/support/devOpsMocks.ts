/** What Azure DevOps would answer to a function, made up so that one sees whom it names. */
export function devOpsAnswer(
    token: string,
    inputs: Record<string, unknown>,
): Record<string, unknown> | undefined {
    const name = String(inputs.name);
    switch (token.split(":").at(-1)) {
        case "getClientConfig":
            return { name: "acme" };
        case "getGroup":
            return { name, descriptor: `vssgp.${name}`, groupId: `id of ${name}` };
        case "getIdentityUsers":
            return { subjectDescriptor: `svc.${name}` };
        case "getUsers":
            return { users: [{ descriptor: `aad.${String(inputs.principalName)}` }] };
        default:
            return undefined;
    }
}

/** What Azure DevOps makes up for a group. */
export function devOpsGroupState(inputs: Record<string, unknown>): Record<string, unknown> {
    const { displayName, originId } = inputs as { displayName?: string; originId?: string };
    return displayName === undefined
        ? { ...inputs, descriptor: `aadgp.${originId}` }
        : { ...inputs, descriptor: `vssgp.${displayName}`, groupId: `id of ${displayName}` };
}
