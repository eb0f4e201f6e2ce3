import type { Context } from "./context";
import type { Deployment } from "./deployment";
import { dropPending } from "./pendingOperations";
import { resumePending } from "./resumption";
import type { DeploymentKind } from "./state";
import { stackType } from "./urn";

/** Deployments that were begun and not committed yet. */
const open = new WeakSet<Deployment>();

/** As late as can be: a run that could not start leaves no trace in the state. */
export async function begin(context: Context): Promise<void> {
    const { deployment } = context;
    const { preview, kind, store } = deployment;
    if (!preview) {
        await store.begin(kind as DeploymentKind);
        open.add(deployment);
    }
    await resumePending(context);
    if (!preview) await dropPending(deployment);
}

/** Writes what the run came to. */
export async function finish(context: Context): Promise<void> {
    const { deployment } = context;
    const { store, registered } = deployment;
    for (const { step, again, state } of context.cascaded.values()) {
        if (again) continue;
        deployment.addStep(deployment.nextOrder(), step);
        if (!deployment.preview && !deployment.failed) {
            await store.record({ kind: "remove", resource: state });
        }
    }
    if (deployment.preview) return;
    const root = [...registered.values()].find(({ goal }) => goal.type === stackType);
    if (root !== undefined) {
        const old = deployment.olds.live.get(root.state.urn);
        const kept = deployment.failed ? { ...old?.outputs } : {};
        const outputs = { ...kept, ...root.state.outputs };
        const resource = context.handles.get(root.state.urn);
        if (resource !== undefined) await store.record({ kind: "outputs", resource, outputs });
    }
    await commit(deployment);
}

/** After an error that ends the run: what was done until then is committed, as a failure. */
export async function abandon({ deployment }: Context): Promise<void> {
    if (!open.has(deployment)) return;
    deployment.stop();
    await deployment.settle();
    try {
        await commit(deployment);
    } catch {
        // The error that ended the run is the one to show; the journal keeps what was done.
    }
}

async function commit(deployment: Deployment): Promise<void> {
    open.delete(deployment);
    const changes: Record<string, number> = {};
    for (const { op } of deployment.steps()) changes[op] = (changes[op] ?? 0) + 1;
    await deployment.store.commit({
        order: [...deployment.registered.keys()],
        result: deployment.failed ? "failed" : "succeeded",
        changes,
    });
}
