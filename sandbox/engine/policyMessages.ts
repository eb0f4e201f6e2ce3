import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { toStruct } from "./struct";
import { forPolicies, withoutReferences, type Properties } from "./wire";

/** What a pack is told of one resource. */
export interface AnalyzedResource {
    readonly type: string;
    readonly urn: string;
    readonly name: string;
    readonly properties: Properties;
    readonly options: {
        readonly protect: boolean;
        readonly ignoreChanges: readonly string[];
        readonly deleteBeforeReplace: boolean | undefined;
        readonly additionalSecretOutputs: readonly string[];
        readonly aliases: readonly string[];
        readonly timeouts: { create: number; update: number; delete: number };
    };
    readonly parent: string;
    readonly provider:
        { type: string; urn: string; name: string; properties: Properties } | undefined;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

function resourceOptions(resource: AnalyzedResource): proto.AnalyzerResourceOptions {
    const { options } = resource;
    return new proto.AnalyzerResourceOptions()
        .setProtect(options.protect)
        .setIgnorechangesList([...options.ignoreChanges])
        .setDeletebeforereplace(options.deleteBeforeReplace ?? false)
        .setDeletebeforereplacedefined(options.deleteBeforeReplace !== undefined)
        .setAdditionalsecretoutputsList([...options.additionalSecretOutputs])
        .setAliasesList([...options.aliases])
        .setParent(resource.parent)
        .setCustomtimeouts(
            new proto.AnalyzerResourceOptions.CustomTimeouts()
                .setCreate(options.timeouts.create)
                .setUpdate(options.timeouts.update)
                .setDelete(options.timeouts.delete),
        );
}

function providerResource(
    provider: AnalyzedResource["provider"],
): proto.AnalyzerProviderResource | undefined {
    if (provider === undefined) return undefined;
    return new proto.AnalyzerProviderResource()
        .setType(provider.type)
        .setUrn(provider.urn)
        .setName(provider.name)
        .setProperties(toStruct(forPolicies(provider.properties)));
}

/** One resource as Analyze takes it; Remediate also takes the keys that are the engine's own. */
export function analyzeRequest(
    resource: AnalyzedResource,
    internal?: "with internal keys",
): proto.AnalyzeRequest {
    const properties =
        internal === undefined
            ? forPolicies(resource.properties)
            : withoutReferences(resource.properties);
    return new proto.AnalyzeRequest()
        .setType(resource.type)
        .setUrn(resource.urn)
        .setName(resource.name)
        .setProperties(toStruct(properties))
        .setOptions(resourceOptions(resource))
        .setProvider(providerResource(resource.provider));
}

/** One resource as AnalyzeStack takes it. */
export function stackResource(resource: AnalyzedResource): proto.AnalyzerResource {
    const message = new proto.AnalyzerResource()
        .setType(resource.type)
        .setUrn(resource.urn)
        .setName(resource.name)
        .setProperties(toStruct(forPolicies(resource.properties)))
        .setOptions(resourceOptions(resource))
        .setProvider(providerResource(resource.provider))
        .setParent(resource.parent)
        .setDependenciesList([...resource.dependencies]);
    for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
        if (urns.length === 0) continue;
        message
            .getPropertydependenciesMap()
            .set(property, new proto.AnalyzerPropertyDependencies().setUrnsList([...urns]));
    }
    return message;
}
