import type { Deployment } from "./deployment";

/**
 * What an earlier run left pending was said when the state was opened. Of these only creations are
 * kept: a resource may stand that no state knows. The others concern resources the state has.
 */
export async function dropPending({ store }: Deployment): Promise<void> {
    for (const operation of store.snapshot().pendingOperations) {
        if (operation.type !== "creating") await store.record({ kind: "end-operation", operation });
    }
}

/** The resource is made or taken over: earlier attempts at it are answered. */
export async function endCreating({ store }: Deployment, urn: string): Promise<void> {
    for (const operation of store.snapshot().pendingOperations) {
        if (operation.type !== "creating" || operation.resource.urn !== urn) continue;
        await store.record({ kind: "end-operation", operation });
    }
}
