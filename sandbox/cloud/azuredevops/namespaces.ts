import { namespaces as data } from "./securityNamespaces.json";

/** One set of permissions of the service, over tokens of one form. */
export interface SecurityNamespace {
    readonly id: string;
    readonly name: string;
    /** In the order of their bits. */
    readonly actions: readonly string[];
}

export const securityNamespaces: readonly SecurityNamespace[] = Object.entries(data).map(
    ([name, { id, actions }]) => ({ id, name, actions: actions.split(" ") }),
);

export function namespaceNamed(name: string): SecurityNamespace {
    const found = securityNamespaces.find((one) => one.name === name);
    if (found === undefined) {
        throw new Error(`securityNamespaces.json has no namespace ${name}`);
    }
    return found;
}

const states = ["allow", "deny", "notset"];

/** What is wrong with one entry of a map of permissions, or nothing. */
export function permissionTrouble(
    namespace: SecurityNamespace,
    name: string,
    state: string,
): string | undefined {
    if (!namespace.actions.includes(name)) {
        return `Invalid permission [${name}], valid permissions are ${namespace.actions.join(", ")}`;
    }
    return states.includes(state.toLowerCase())
        ? undefined
        : `${JSON.stringify(state)} is not one of Allow, Deny, NotSet`;
}

/** Part of a branch's name as tokens carry it: each character as four hexadecimal digits. */
export function encodedRef(branch: string): string {
    const short = branch.replace(/^\/?refs\/heads\//, "");
    const hex = (part: string) => Buffer.from(part, "utf16le").toString("hex");
    return short.split("/").map(hex).join("/");
}
