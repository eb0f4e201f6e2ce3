import type { Context } from "./context";
import { openStack } from "./state";
import { stackType } from "./urn";
import { isSecret, type Json, type Properties } from "./wire";

export function isStackReference(type: string): boolean {
    return type === "pulumi:pulumi:StackReference";
}

/** Outputs of another stack of the same state folder, named "stack" or "organization/project/stack". */
export async function readStackReference(
    context: Context,
    inputs: Properties,
    id: string,
): Promise<Properties> {
    const name = typeof inputs.name === "string" ? inputs.name : id;
    const { options, project } = context.deployment;
    const parts = name.split("/");
    const stack = parts.at(-1) ?? name;
    const store = await openStack({
        stateDir: options.stateDir,
        organization: options.organization ?? "organization",
        project: parts.at(-2) ?? project,
        stack,
        passphrase: context.passphrase,
        readOnly: true,
    });
    try {
        if (!store.existed) throw new Error(`stack ${name} is unknown in this state folder`);
        const root = store.snapshot().resources.find(({ type }) => type === stackType);
        const outputs = root?.outputs ?? {};
        const secretNames = Object.entries(outputs)
            .filter(([, value]) => isSecret(value))
            .map(([key]): Json => key);
        return { name, outputs, secretOutputNames: secretNames };
    } finally {
        await store.close();
    }
}
