import type { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { about, diffOf, failuresOf } from "./providerMessages";
import type { CheckFailure, ProviderDiff } from "./providerTypes";
import { isUnimplemented, unary } from "./rpc";
import { markSecrets } from "./secretMarks";
import { fromStruct, toStruct } from "./struct";
import { nameOf, typeOf } from "./urn";
import { containsUnknown, reveal, type Json, type Properties } from "./wire";

/** The engine's own key among a provider's inputs; no plugin gets to see it. */
const internal = "__internal";

/** What a plugin is told of a provider's inputs, and what the provider's outputs are. */
export function pluginConfig(inputs: Properties): Properties {
    return Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== internal));
}

/** The inputs of a default or versioned provider, as the engine writes them. */
export function withVersion(inputs: Properties, version: string): Properties {
    return version === "" ? inputs : { ...inputs, version, [internal]: {} };
}

/** Whether a plugin can be configured with these inputs: one that is unknown in a preview cannot. */
export function isConfigurable(inputs: Properties): boolean {
    return !Object.entries(inputs).some(
        ([key, value]) => key !== "version" && containsUnknown(value),
    );
}

/**
 * Asks a plugin whether a configuration will do; one that cannot tell is content. As in Pulumi the plugin
 * sees secrets in clear, and what was secret is so again in its answer.
 */
export async function checkConfig(
    client: ResourceProviderClient,
    urn: string,
    olds: Properties,
    news: Properties,
): Promise<{ inputs: Properties; failures: CheckFailure[] }> {
    const request = about(new proto.CheckRequest(), urn)
        .setOlds(toStruct(plain(olds)))
        .setNews(toStruct(plain(news)));
    try {
        const response = await unary<proto.CheckResponse>((done) =>
            client.checkConfig(request, done),
        );
        const checked = fromStruct(response.getInputs());
        // Keys that are the engine's to keep, should the plugin drop them.
        const kept = Object.entries(news).filter(([key]) => key === internal || key === "version");
        const inputs = markSecrets({ ...checked, ...Object.fromEntries(kept) }, news);
        return { inputs, failures: failuresOf(response) };
    } catch (error) {
        if (isUnimplemented(error)) return { inputs: news, failures: [] };
        throw error;
    }
}

/** What a change of configuration means for a provider, by the plugin's word. */
export async function diffConfig(
    client: ResourceProviderClient,
    urn: string,
    old: { inputs: Properties; outputs: Properties },
    news: Properties,
    ignoreChanges: readonly string[],
): Promise<ProviderDiff> {
    const request = about(new proto.DiffRequest(), urn)
        .setOldInputs(toStruct(plain(old.inputs)))
        .setOlds(toStruct(plain(old.outputs)))
        .setNews(toStruct(plain(news)))
        .setIgnorechangesList([...ignoreChanges]);
    try {
        const response = await unary<proto.DiffResponse>((done) =>
            client.diffConfig(request, done),
        );
        return diffOf(response);
    } catch (error) {
        // Never a replacement: a plugin that cannot tell would have all its resources made anew.
        if (!isUnimplemented(error)) throw error;
        return { changes: "unknown", changed: [], replaces: [], deleteBeforeReplace: false };
    }
}

export function configureRequest(
    urn: string,
    id: string,
    inputs: Properties,
): proto.ConfigureRequest {
    const config = pluginConfig(inputs);
    const request = new proto.ConfigureRequest()
        .setAcceptsecrets(true)
        .setAcceptresources(true)
        .setSendsOldInputs(true)
        .setSendsOldInputsToDelete(true)
        .setUrn(urn)
        .setName(nameOf(urn))
        .setType(typeOf(urn))
        .setId(id)
        .setArgs(toStruct(config));
    const pkg = typeOf(urn).split(":")[2] ?? "";
    for (const [key, value] of Object.entries(config)) {
        if (key === "version") continue;
        const clear: Json = reveal(value);
        const text = typeof clear === "string" ? clear : JSON.stringify(clear);
        request.getVariablesMap().set(`${pkg}:config:${key}`, text);
    }
    return request;
}

function plain(inputs: Properties): Properties {
    return reveal(pluginConfig(inputs)) as Properties;
}
