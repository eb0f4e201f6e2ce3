import { isDeepStrictEqual } from "node:util";
import type { Step } from "./api";
import type { Context } from "./context";
import { changedKeys } from "./diff";
import { Stopped } from "./register";
import { errorText } from "./rpc";
import { markSecrets } from "./secretMarks";
import type { ResourceState } from "./state";
import { isProvider, nameOf } from "./urn";

/** Asks the providers what is there and writes it to the state; changes nothing at the providers. */
export async function refreshAll(context: Context): Promise<void> {
    const { deployment } = context;
    await Promise.all(
        [...deployment.olds.live.values()].map(async (old) => {
            const order = deployment.nextOrder();
            if (!isReadable(old)) {
                deployment.addStep(order, sameStep(old));
                return;
            }
            try {
                await refreshOne(context, old, order);
            } catch (error) {
                if (error instanceof Stopped) return;
                deployment.fail(`refreshing ${old.urn}: ${errorText(error)}`, old.urn);
            }
        }),
    );
}

/** Components, providers and stack references have nothing at a provider that could be read. */
function isReadable({ custom, type }: ResourceState): boolean {
    return custom && !isProvider(type) && type !== "pulumi:pulumi:StackReference";
}

function sameStep({ urn, type, id }: ResourceState): Step {
    const name = nameOf(urn);
    return {
        op: "same",
        urn,
        type,
        name,
        id: id ?? "",
        changedProperties: [],
        replaceProperties: [],
    };
}

async function refreshOne(context: Context, old: ResourceState, order: number): Promise<void> {
    const { deployment, providers } = context;
    const provider = await providers.get(old.provider ?? "");
    const base = sameStep(old);
    await deployment.operate({ ...base, op: "refresh" }, async () => {
        const before = { inputs: old.inputs ?? {}, outputs: old.outputs ?? {} };
        const found = await provider.read(old.urn, old.id ?? "", before.inputs, before.outputs);
        if (found.id === "") {
            // The store drops what still names it when it commits.
            deployment.addStep(order, { ...base, op: "delete" });
            await deployment.store.record({ kind: "remove", resource: old });
            return;
        }
        for (const message of found.initErrors) {
            deployment.say({ severity: "warning", message, urn: old.urn });
        }
        const outputs = markSecrets(
            markSecrets(found.outputs, before.inputs, old.additionalSecretOutputs),
            before.outputs,
        );
        const told = Object.keys(found.inputs).length > 0;
        const inputs = told ? markSecrets(found.inputs, before.inputs) : before.inputs;
        deployment.redactor.learn(inputs);
        deployment.redactor.learn(outputs);
        const changed = changedKeys(before.outputs, outputs);
        const inputsChanged = changedKeys(before.inputs, inputs);
        const all = [...new Set([...changed, ...inputsChanged])].sort();
        const op = all.length > 0 ? "refresh" : "same";
        deployment.addStep(order, { ...base, op, changedProperties: all });
        const ready = isDeepStrictEqual(old.initErrors ?? [], found.initErrors);
        if (all.length === 0 && ready) return;
        const resource = {
            ...old,
            id: found.id,
            inputs,
            outputs,
            initErrors: found.initErrors,
            modified: new Date().toISOString(),
        };
        await deployment.store.record({ kind: "put", resource, replaces: old });
    });
}
