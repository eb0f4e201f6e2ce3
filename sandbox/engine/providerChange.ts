import type { Planned } from "./custom";
import type { ResourceState } from "./state";
import { parseReference } from "./urn";
import type { Properties } from "./wire";

/**
 * Whether a resource that another provider resource handles from now on must be replaced: only when
 * the configurations differ in what the new provider says calls for it (another account, say). A
 * provider that was only renamed, or got another SDK version, changes nothing.
 */
export async function providerReplaces(
    { context, reference, provider }: Planned,
    old: ResourceState,
): Promise<boolean> {
    if (old.provider === undefined || old.provider === reference) return false;
    const { urn: before } = parseReference(old.provider);
    const { urn: now } = parseReference(reference);
    if (context.aliasesOf.get(now)?.includes(before) === true) return false;
    const { olds, registered } = context.deployment;
    const oldInputs = olds.live.get(before)?.inputs ?? {};
    const newInputs = registered.get(now)?.state.inputs ?? {};
    return provider.configReplaces(now, withoutVersion(oldInputs), withoutVersion(newInputs));
}

function withoutVersion(inputs: Properties): Properties {
    return Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== "version"));
}
