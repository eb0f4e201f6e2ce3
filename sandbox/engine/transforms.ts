import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import type { Callbacks } from "./callbacks";
import type { Deployment } from "./deployment";
import { outcomeUnknown } from "./initFailure";
import { Stopped } from "./register";
import { optionsOf, setOptions } from "./transformOptions";
import { fromStruct, toStruct } from "./struct";
import {
    dependenciesIn,
    isObject,
    signatureKey,
    signatures,
    type Json,
    type Properties,
} from "./wire";

/** The transforms a program registered: of the whole stack, and of single resources and their children. */
export class Transforms {
    readonly #stack: Callback[] = [];
    readonly #invokes: Callback[] = [];
    readonly #ofResource = new Map<string, readonly Callback[]>();
    /** Of packaged components, until they are registered from where they are constructed. */
    readonly #pending = new Map<string, readonly Callback[]>();

    constructor(
        private readonly callbacks: Callbacks,
        private readonly deployment: Deployment,
    ) {}

    addToStack(callback: Callback): void {
        this.#stack.push(callback);
    }

    addToInvokes(callback: Callback): void {
        this.#invokes.push(callback);
    }

    /** From now on they hold for the children of that resource too. */
    remember(urn: string, own: readonly Callback[]): void {
        if (own.length > 0) this.#ofResource.set(urn, own);
    }

    /**
     * Changes a request as the resource's own transforms say, then those of its ancestors, then those of
     * the stack. Returns the resource's own.
     */
    async apply(request: proto.RegisterResourceRequest): Promise<readonly Callback[]> {
        const own = this.#own(request);
        const all = [...own, ...this.#ofAncestors(request.getParent()), ...this.#stack];
        if (all.length === 0) return own;
        const told = request.getTransformsList().length > 0;
        let properties = fromStruct(request.getObject());
        const original = properties;
        if (told) properties = withDependencies(properties, request);
        let options = optionsOf(request);
        for (const callback of all) {
            const wanted = new proto.TransformRequest()
                .setType(request.getType())
                .setName(request.getName())
                .setCustom(request.getCustom())
                .setParent(request.getParent())
                .setProperties(toStruct(properties))
                .setOptions(options);
            const answer = await this.#ask(callback, wanted.serializeBinary());
            const response = proto.TransformResponse.deserializeBinary(answer);
            if (response.hasProperties()) properties = fromStruct(response.getProperties());
            options = response.getOptions() ?? options;
        }
        request.setObject(toStruct(properties));
        setOptions(request, options);
        // As in the real engine: what stack transforms alone do to dependsOn goes unheard.
        if (told) setDependencies(request, properties, options.getDependsOnList());
        else keepDependencies(request, original, properties);
        return own;
    }

    /** Changes the arguments and options of an invoke as the stack's transforms say. */
    async applyToInvoke(request: proto.ResourceInvokeRequest): Promise<void> {
        for (const callback of this.#invokes) {
            const options = new proto.TransformInvokeOptions()
                .setProvider(request.getProvider())
                .setVersion(request.getVersion())
                .setPluginDownloadUrl(request.getPlugindownloadurl());
            const wanted = new proto.TransformInvokeRequest()
                .setToken(request.getTok())
                .setArgs(request.getArgs())
                .setOptions(options);
            const answer = await this.#ask(callback, wanted.serializeBinary());
            const response = proto.TransformInvokeResponse.deserializeBinary(answer);
            if (response.hasArgs()) request.setArgs(response.getArgs());
            const now = response.getOptions();
            if (now !== undefined) {
                request.setProvider(now.getProvider()).setVersion(now.getVersion());
            }
        }
    }

    /** @throws Stopped when the program does not answer because it was let go. */
    async #ask(callback: Callback, wanted: Uint8Array): Promise<Uint8Array> {
        try {
            return await this.callbacks.invoke(callback, wanted);
        } catch (error) {
            if (this.deployment.ending && outcomeUnknown(error)) throw new Stopped();
            throw error;
        }
    }

    #own(request: proto.RegisterResourceRequest): readonly Callback[] {
        const key = [request.getParent(), request.getType(), request.getName()].join("::");
        const pending = this.#pending.get(key);
        if (pending !== undefined) {
            this.#pending.delete(key);
            return pending;
        }
        const own = request.getTransformsList();
        if (request.getRemote() && own.length > 0) this.#pending.set(key, own);
        return own;
    }

    #ofAncestors(parent: string): Callback[] {
        const found: Callback[] = [];
        const { registered } = this.deployment;
        for (let urn = parent; urn !== ""; urn = registered.get(urn)?.goal.parent ?? "") {
            found.push(...(this.#ofResource.get(urn) ?? []));
        }
        return found;
    }
}

/** Every property as an output value that knows what the request says it depends on. */
function withDependencies(
    properties: Properties,
    request: proto.RegisterResourceRequest,
): Properties {
    const told = request.getPropertydependenciesMap();
    const upgraded: Record<string, Json> = {};
    for (const [key, value] of Object.entries(properties)) {
        const list =
            told.getLength() === 0
                ? request.getDependenciesList()
                : (told.get(key)?.getUrnsList() ?? []);
        const inside = dependenciesIn(value);
        const missing = list.filter((urn) => !inside.has(urn));
        upgraded[key] = missing.length === 0 ? value : asOutput(value, missing);
    }
    return upgraded;
}

function asOutput(value: Json, urns: readonly string[]): Json {
    if (isObject(value) && value[signatureKey] === signatures.output) {
        const before = (value.dependencies ?? []) as readonly string[];
        return { ...value, dependencies: [...before, ...urns] };
    }
    return { [signatureKey]: signatures.output, value, dependencies: urns };
}

/** A property that came with a transform depends on nothing the request told of the others. */
function keepDependencies(
    request: proto.RegisterResourceRequest,
    before: Properties,
    now: Properties,
): void {
    const map = request.getPropertydependenciesMap();
    if (map.getLength() > 0) return;
    for (const key of Object.keys(now)) {
        const list = new proto.RegisterResourceRequest.PropertyDependencies();
        map.set(key, list.setUrnsList(key in before ? request.getDependenciesList() : []));
    }
}

/** After the resource's own transforms the values themselves say what depends on what. */
function setDependencies(
    request: proto.RegisterResourceRequest,
    properties: Properties,
    dependsOn: readonly string[],
): void {
    const all = new Set(dependsOn);
    request.clearPropertydependenciesMap();
    const map = request.getPropertydependenciesMap();
    for (const [key, value] of Object.entries(properties)) {
        const inside = dependenciesIn(value);
        for (const urn of inside) all.add(urn);
        const list = new proto.RegisterResourceRequest.PropertyDependencies();
        map.set(key, list.setUrnsList([...inside]));
    }
    request.setDependenciesList([...all]);
}
