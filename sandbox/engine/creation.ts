import type { Planned } from "./custom";
import { notReady, outcomeUnknown } from "./initFailure";
import { endCreating } from "./pendingOperations";
import type { PendingOperation, ResourceState } from "./state";
import type { Deployment } from "./deployment";
import type { Properties } from "./wire";

/** Which old resource the new one takes the place of, if any: written over, or deleted later. */
export interface Place {
    readonly replaces?: ResourceState;
    readonly retires?: ResourceState;
}

/**
 * Notes in the state, durably, that a provider is about to be called; what failed for sure is taken
 * back. When the connection was lost the operation stays pending: nobody knows whether it happened.
 */
export async function asOperation<Result>(
    { preview, store }: Deployment,
    operation: PendingOperation,
    call: () => Promise<Result>,
): Promise<Result> {
    if (preview) return call();
    await store.record({ kind: "begin-operation", operation });
    try {
        return await call();
    } catch (error) {
        if (!outcomeUnknown(error)) await store.record({ kind: "end-operation", operation });
        throw error;
    }
}

/**
 * Creates a resource at its provider and writes it to the state.
 * @throws Error also when it was made but did not get ready: then it is in the state, and the next run
 * goes on with it.
 */
export async function makeResource(
    plan: Planned,
    inputs: Properties,
    place: Place,
): Promise<ResourceState> {
    const { registration, provider, context } = plan;
    const { deployment } = context;
    const { urn, goal } = registration;
    const { preview } = deployment;
    const operation = {
        type: "creating",
        resource: plan.state({ id: "", inputs, outputs: {} }),
    } as const;
    const made = await asOperation(deployment, operation, () =>
        provider.create(urn, inputs, preview, goal.timeouts.create),
    );
    const { id, outputs, initErrors } = made;
    const resource = plan.state({ id, inputs, outputs, initErrors });
    if (!preview) {
        await deployment.store.record({ kind: "put", resource, ends: operation, ...place });
        await endCreating(deployment, urn);
    }
    if (place.retires !== undefined && !preview) context.retired.push(place.retires);
    if (initErrors.length > 0) throw notReady(urn, initErrors);
    return resource;
}
