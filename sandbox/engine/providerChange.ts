import type { Context } from "./context";
import type { Planned } from "./custom";
import type { ResourceState } from "./state";
import { pluginConfig } from "./providerConfig";
import { parseReference } from "./urn";

const answers = new WeakMap<Context, Map<string, Promise<boolean>>>();

/**
 * Whether a resource that another provider resource handles from now on must be replaced: only when the
 * new provider says that the difference of the configurations calls for it (another account, say). Asked
 * once for each pair of providers.
 */
export function providerReplaces(plan: Planned, old: ResourceState): Promise<boolean> {
    const { context, reference } = plan;
    const before = old.provider ?? "";
    if (before === reference) return Promise.resolve(false);
    // From or to something without a provider: a component became a resource.
    if (before === "" || reference === "") return Promise.resolve(true);
    let known = answers.get(context);
    if (known === undefined) answers.set(context, (known = new Map<string, Promise<boolean>>()));
    const key = `${before} ${reference}`;
    let answer = known.get(key);
    if (answer === undefined) known.set(key, (answer = ask(context, before, reference)));
    return answer;
}

async function ask(context: Context, before: string, now: string): Promise<boolean> {
    const [{ urn: oldUrn }, { urn }] = [parseReference(before), parseReference(now)];
    if (context.aliasesOf.get(urn) === oldUrn) return false;
    const { olds, registered } = context.deployment;
    const oldState = olds.live.get(oldUrn);
    const old = {
        inputs: pluginConfig(oldState?.inputs ?? {}),
        outputs: oldState?.outputs ?? {},
    };
    const news = pluginConfig(registered.get(urn)?.state.inputs ?? {});
    const provider = await context.providers.get(now);
    const diff = await provider.diffConfig(urn, old, news, []);
    return diff.replaces.length > 0;
}
