import type { PropertyTree } from "./known";

/** A resource as rules see it: nothing of Pulumi, types brought to one form. */
export interface Resource {
    /** Normalised type (`typeFamilies.ts`), for example "azure-native:keyvault:Vault". */
    readonly type: string;
    /** The type as it was registered, for messages. */
    readonly token: string;
    readonly urn: string;
    readonly name: string;
    /** Inputs in a resource rule, outputs in a stack rule. */
    readonly props: PropertyTree;
    readonly options: ResourceOptions;
    /** URN of the parent, which is a component or the stack. */
    readonly parent: string | undefined;
    /** Top-level property -> URNs its value comes from. Known even while values are not. Empty in resource rules. */
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    /** URNs of everything it waits for. Empty in resource rules. */
    readonly dependencies: readonly string[];
    readonly provider: Provider | undefined;
}

/** What a rule can see of a resource's options. Nobody tells policies of retainOnDelete and import. */
export interface ResourceOptions {
    readonly protect: boolean;
    readonly ignoreChanges: readonly string[];
    readonly aliases: readonly string[];
    /** Names of properties the program declared secret. */
    readonly additionalSecretOutputs: readonly string[];
}

/** The provider resource that serves a resource, with its configuration. */
export interface Provider {
    readonly type: string;
    readonly urn: string;
    readonly name: string;
    readonly props: PropertyTree;
}

/** Every resource of a stack, as planned or as it stands. */
export class Stack {
    readonly resources: readonly Resource[];
    private readonly byUrn: ReadonlyMap<string, Resource>;
    private readonly byType: ReadonlyMap<string, readonly Resource[]>;

    constructor(resources: readonly Resource[]) {
        this.resources = resources;
        this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
        const byType = new Map<string, Resource[]>();
        for (const resource of resources) {
            const sameType = byType.get(resource.type);
            if (sameType) sameType.push(resource);
            else byType.set(resource.type, [resource]);
        }
        this.byType = byType;
    }

    get(urn: string | undefined): Resource | undefined {
        return urn === undefined ? undefined : this.byUrn.get(urn);
    }

    /** Resources of any of the normalised types, in the order of the types. */
    ofType(...types: readonly string[]): readonly Resource[] {
        return types.flatMap((type) => this.byType.get(type) ?? []);
    }

    /**
     * The resources of the given normalised types that one property's value comes from. Works in a first
     * preview, where the value itself (an id, a name) is unknown.
     */
    sourcesOf(resource: Resource, property: string, ...types: readonly string[]): Resource[] {
        return (resource.propertyDependencies[property] ?? [])
            .map((urn) => this.get(urn))
            .filter((source) => source !== undefined)
            .filter((source) => types.includes(source.type));
    }
}
