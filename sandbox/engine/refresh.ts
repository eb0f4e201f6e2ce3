import type { Step } from "./api";
import type { Context } from "./context";
import { changedKeys } from "./diff";
import { configureOld } from "./providerResources";
import { errorText } from "./rpc";
import type { ResourceState } from "./state";
import { isProvider, nameOf, parseReference } from "./urn";

/** Asks the providers what is there and writes it to the state; changes nothing at the providers. */
export async function refreshAll(context: Context): Promise<void> {
    const { deployment } = context;
    await configureOld(context);
    const gone = new Set<string>();
    await Promise.all(
        [...deployment.olds.live.values()].map(async (old) => {
            const order = deployment.nextOrder();
            if (
                !old.custom ||
                isProvider(old.type) ||
                old.type === "pulumi:pulumi:StackReference"
            ) {
                return;
            }
            try {
                await refreshOne(context, old, order, gone);
            } catch (error) {
                deployment.fail(`refreshing ${old.urn}: ${errorText(error)}`, old.urn);
            }
        }),
    );
    if (gone.size > 0) await forget(context, gone);
}

async function refreshOne(
    context: Context,
    old: ResourceState,
    order: number,
    gone: Set<string>,
): Promise<void> {
    const { deployment, providers } = context;
    const provider = await providers.get(old.provider ?? "");
    const base: Step = {
        op: "same",
        urn: old.urn,
        type: old.type,
        name: nameOf(old.urn),
        id: old.id ?? "",
        changedProperties: [],
        replaceProperties: [],
    };
    await deployment.operate({ ...base, op: "refresh" }, async () => {
        const before = { inputs: old.inputs ?? {}, outputs: old.outputs ?? {} };
        const found = await provider.read(old.urn, old.id ?? "", before.inputs, before.outputs);
        if (found.id === "") {
            gone.add(old.urn);
            deployment.addStep(order, { ...base, op: "delete" });
            await deployment.store.record({ kind: "remove", resource: old });
            return;
        }
        const changed = changedKeys(before.outputs, found.outputs);
        const inputs = Object.keys(found.inputs).length > 0 ? found.inputs : before.inputs;
        const inputsChanged = changedKeys(before.inputs, inputs);
        const all = [...new Set([...changed, ...inputsChanged])].sort();
        const op = all.length > 0 ? "refresh" : "same";
        deployment.addStep(order, { ...base, op, changedProperties: all });
        if (all.length === 0) return;
        const resource = {
            ...old,
            id: found.id,
            inputs,
            outputs: found.outputs,
            modified: new Date().toISOString(),
        };
        await deployment.store.record({ kind: "put", resource, replaces: old });
    });
}

/** What is left must not name what is gone. */
async function forget(context: Context, gone: ReadonlySet<string>): Promise<void> {
    const { store } = context.deployment;
    const stays = (urn: string): boolean => !gone.has(urn);
    for (const resource of store.snapshot().resources) {
        const dependencies = (resource.dependencies ?? []).filter(stays);
        const propertyDependencies = Object.fromEntries(
            Object.entries(resource.propertyDependencies ?? {}).map(([property, urns]) => [
                property,
                urns.filter(stays),
            ]),
        );
        const parent = resource.parent !== undefined && gone.has(resource.parent);
        const provider = resource.provider ?? "";
        if (gone.has(parseReference(provider).urn)) continue;
        const touched =
            parent ||
            dependencies.length !== (resource.dependencies ?? []).length ||
            Object.entries(propertyDependencies).some(
                ([property, urns]) =>
                    urns.length !== resource.propertyDependencies?.[property]?.length,
            );
        if (!touched) continue;
        const rest = parent ? { parent: "" } : {};
        const next = { ...resource, dependencies, propertyDependencies, ...rest };
        await store.record({ kind: "put", resource: next, replaces: resource });
    }
}
