import type { Context } from "./context";
import type { ProviderResult } from "./providerTypes";
import { errorText } from "./rpc";
import { markSecrets } from "./secretMarks";
import type { JournalEntry, PendingOperation, ResourceState } from "./state";

/**
 * Looks up what became of the operations an earlier run left pending, so that this one starts from what
 * stands. Only a plugin that remembers its creations by URN can tell; with any other, creations stay noted,
 * as in the real engine. A preview looks too, and writes nothing.
 */
export async function resumePending(context: Context): Promise<void> {
    const { deployment } = context;
    if (deployment.options.plugin.remembers !== true) return;
    for (const operation of deployment.store.snapshot().pendingOperations) {
        const { urn } = operation.resource;
        try {
            await resume(context, operation);
        } catch (error) {
            const message = `what became of ${operation.type} it cannot be told: ${errorText(error)}`;
            deployment.say({ severity: "warning", message, urn });
        }
    }
}

async function resume(context: Context, operation: PendingOperation): Promise<void> {
    const { resource, type } = operation;
    if (type !== "creating" && type !== "updating" && type !== "deleting") return;
    const provider = await context.providers.get(resource.provider ?? "");
    const { id = "", inputs = {}, outputs = {} } = resource;
    const asked = type === "creating" ? "" : id;
    const found = await provider.read(resource.urn, asked, inputs, outputs);
    if (type === "creating") await takeCreated(context, operation, found);
    else await takeChanged(context, operation, found);
}

async function takeCreated(
    context: Context,
    operation: PendingOperation,
    found: ProviderResult,
): Promise<void> {
    const { olds } = context.deployment;
    const planned = operation.resource;
    const live = olds.live.get(planned.urn);
    if (found.id === "" || live?.id === found.id) {
        const ending = { kind: "end-operation", operation } as const;
        await conclude(context, operation, "it was not made, or is known already", ending);
        return;
    }
    const { inputs = {}, additionalSecretOutputs } = planned;
    const outputs = markSecrets(found.outputs, inputs, additionalSecretOutputs);
    const resource: ResourceState = { ...planned, id: found.id, outputs };
    context.deployment.redactor.learn(outputs);
    const retires = live === undefined ? {} : { retires: live };
    const entry = { kind: "put", resource, ends: operation, ...retires } as const;
    await conclude(context, operation, `it stands, as ${found.id}`, entry);
    olds.adopt(resource);
}

async function takeChanged(
    context: Context,
    operation: PendingOperation,
    found: ProviderResult,
): Promise<void> {
    const { olds } = context.deployment;
    const { urn, id } = operation.resource;
    const old = olds.all.find((one) => one.urn === urn && one.id === id);
    if (old === undefined) return;
    if (found.id === "") {
        const entry = { kind: "remove", resource: old, ends: operation } as const;
        await conclude(context, operation, "it is gone", entry);
        olds.forget(old);
    } else if (operation.type === "updating" && old.delete !== true) {
        const inputs = markSecrets(found.inputs, old.inputs ?? {});
        const like = markSecrets(found.outputs, inputs, old.additionalSecretOutputs);
        const outputs = markSecrets(like, old.outputs ?? {});
        context.deployment.redactor.learn(outputs);
        const resource: ResourceState = { ...old, inputs, outputs };
        const entry = { kind: "put", resource, replaces: old, ends: operation } as const;
        await conclude(context, operation, "it is taken as it stands", entry);
        olds.renew(old, resource);
    }
}

async function conclude(
    { deployment }: Context,
    { type, resource: { urn } }: PendingOperation,
    what: string,
    entry: JournalEntry,
): Promise<void> {
    deployment.say({ severity: "info", message: `after ${type} it was cut off: ${what}`, urn });
    if (!deployment.preview) await deployment.store.record(entry);
}
