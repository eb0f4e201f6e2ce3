import { equal } from "./diff";
import { pluginConfig } from "./providerConfig";
import type { Providers } from "./providers";
import type { Handler, ProviderDiff, ProviderResult } from "./providerTypes";
import { packageOf, typeOf } from "./urn";
import { unknown, type Properties } from "./wire";

/**
 * Handles provider resources as a provider handles others: they live in the engine, and their plugin is
 * asked about their configuration.
 */
export function providerRegistry(providers: Providers): Handler {
    const make = async (urn: string, id: string, inputs: Properties): Promise<ProviderResult> => {
        if (!isBuiltin(urn)) await providers.configure(urn, id, inputs);
        return { id, outputs: pluginConfig(inputs), inputs: {}, initErrors: [] };
    };
    return {
        check: async (urn, olds, news) => {
            if (isBuiltin(urn)) return { inputs: news, failures: [] };
            return (await providers.unconfigured(typeOf(urn))).checkConfig(urn, olds, news);
        },
        diff: async (urn, _, old, news, ignored) => {
            if (isBuiltin(urn)) return compared(old.outputs, news);
            const plugin = await providers.unconfigured(typeOf(urn));
            const diff = await plugin.diffConfig(urn, old, news, ignored);
            if (diff.changes !== "unknown") return diff;
            return { ...diff, changes: compared(old.outputs, news).changes };
        },
        create: (urn, inputs, preview) => make(urn, preview ? unknown : providers.newId(), inputs),
        update: (urn, id, _, news) => make(urn, id, news),
        read: () => Promise.reject(new Error("a provider cannot be read or imported")),
    };
}

/** The engine is itself the provider of package "pulumi": stack references, getResource. */
function isBuiltin(urn: string): boolean {
    return packageOf(typeOf(urn)) === "pulumi";
}

function compared(outputs: Properties, news: Properties): ProviderDiff {
    const changes = equal(outputs, pluginConfig(news)) ? "none" : "some";
    return { changes, changed: [], replaces: [], deleteBeforeReplace: false };
}
