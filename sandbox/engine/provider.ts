import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { fromStruct, toStruct } from "./struct";
import type { CheckFailure, ProviderDiff, ReadResult } from "./providerTypes";
import { channelOptions, isUnimplemented, unary } from "./rpc";
import { nameOf, typeOf } from "./urn";
import { reveal, type Properties } from "./wire";

/** One configured provider: a plugin's address plus the configuration of one provider resource. */
export class Provider {
    readonly #client: ResourceProviderClient;
    #supportsPreview = false;
    #acceptsSecrets = false;

    constructor(address: string) {
        this.#client = new ResourceProviderClient(
            address,
            grpc.credentials.createInsecure(),
            channelOptions,
        );
    }

    close(): void {
        this.#client.close();
    }

    async checkConfig(urn: string, olds: Properties, news: Properties): Promise<CheckFailure[]> {
        try {
            const request = this.#checkRequest(urn, olds, news, new Uint8Array());
            const response = await unary<proto.CheckResponse>((done) =>
                this.#client.checkConfig(request, done),
            );
            return failures(response);
        } catch (error) {
            if (isUnimplemented(error)) return [];
            throw error;
        }
    }

    async configure(urn: string, id: string, inputs: Properties): Promise<void> {
        const request = new proto.ConfigureRequest()
            .setAcceptsecrets(true)
            .setAcceptresources(true)
            .setSendsOldInputs(true)
            .setSendsOldInputsToDelete(true)
            .setUrn(urn)
            .setName(nameOf(urn))
            .setType(typeOf(urn))
            .setId(id)
            .setArgs(toStruct(inputs));
        const pkg = typeOf(urn).split(":")[2] ?? "";
        for (const [key, value] of Object.entries(inputs)) {
            const plain = reveal(value);
            const text = typeof plain === "string" ? plain : JSON.stringify(plain);
            request.getVariablesMap().set(`${pkg}:config:${key}`, text);
        }
        const response = await unary<proto.ConfigureResponse>((done) =>
            this.#client.configure(request, done),
        );
        this.#supportsPreview = response.getSupportspreview();
        this.#acceptsSecrets = response.getAcceptsecrets();
    }

    async check(
        urn: string,
        olds: Properties,
        news: Properties,
        seed: Uint8Array,
    ): Promise<{ inputs: Properties; failures: CheckFailure[] }> {
        const request = this.#checkRequest(urn, olds, news, seed);
        const response = await unary<proto.CheckResponse>((done) =>
            this.#client.check(request, done),
        );
        return { inputs: fromStruct(response.getInputs()), failures: failures(response) };
    }

    async diff(
        urn: string,
        id: string,
        old: { inputs: Properties; outputs: Properties },
        news: Properties,
        ignoreChanges: readonly string[],
    ): Promise<ProviderDiff> {
        const request = new proto.DiffRequest()
            .setUrn(urn)
            .setName(nameOf(urn))
            .setType(typeOf(urn))
            .setId(id)
            .setOlds(this.#struct(old.outputs))
            .setOldInputs(this.#struct(old.inputs))
            .setNews(this.#struct(news))
            .setIgnorechangesList([...ignoreChanges]);
        const response = await unary<proto.DiffResponse>((done) =>
            this.#client.diff(request, done),
        );
        const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
        const changes = response.getChanges();
        const detailed = [...response.getDetaileddiffMap().getEntryList()].map(([path]) => path);
        const changed = detailed.length > 0 ? detailed : response.getDiffsList();
        return {
            changes: changes === DIFF_NONE ? "none" : changes === DIFF_SOME ? "some" : "unknown",
            changed,
            replaces: response.getReplacesList(),
            deleteBeforeReplace: response.getDeletebeforereplace(),
        };
    }

    /** In a preview of a provider that cannot tell, the inputs stand for the outputs. */
    async create(
        urn: string,
        inputs: Properties,
        preview: boolean,
        timeout: number,
    ): Promise<{ id: string; outputs: Properties }> {
        if (preview && !this.#supportsPreview) return { id: "", outputs: inputs };
        const request = new proto.CreateRequest()
            .setUrn(urn)
            .setName(nameOf(urn))
            .setType(typeOf(urn))
            .setProperties(this.#struct(inputs))
            .setPreview(preview)
            .setTimeout(timeout);
        const response = await unary<proto.CreateResponse>((done) =>
            this.#client.create(request, done),
        );
        return { id: response.getId(), outputs: fromStruct(response.getProperties()) };
    }

    async update(
        urn: string,
        id: string,
        old: { inputs: Properties; outputs: Properties },
        news: Properties,
        options: { preview: boolean; timeout: number; ignoreChanges: readonly string[] },
    ): Promise<Properties> {
        if (options.preview && !this.#supportsPreview) return news;
        const request = new proto.UpdateRequest()
            .setUrn(urn)
            .setName(nameOf(urn))
            .setType(typeOf(urn))
            .setId(id)
            .setOlds(this.#struct(old.outputs))
            .setOldInputs(this.#struct(old.inputs))
            .setNews(this.#struct(news))
            .setPreview(options.preview)
            .setTimeout(options.timeout)
            .setIgnorechangesList([...options.ignoreChanges]);
        const response = await unary<proto.UpdateResponse>((done) =>
            this.#client.update(request, done),
        );
        return fromStruct(response.getProperties());
    }

    async delete(
        urn: string,
        id: string,
        old: { inputs: Properties; outputs: Properties },
        timeout: number,
    ): Promise<void> {
        const request = new proto.DeleteRequest()
            .setUrn(urn)
            .setName(nameOf(urn))
            .setType(typeOf(urn))
            .setId(id)
            .setProperties(this.#struct(old.outputs))
            .setOldInputs(this.#struct(old.inputs))
            .setTimeout(timeout);
        await unary<unknown>((done) => this.#client.delete(request, done));
    }

    async read(
        urn: string,
        id: string,
        inputs: Properties,
        outputs: Properties,
    ): Promise<ReadResult> {
        const request = new proto.ReadRequest()
            .setUrn(urn)
            .setName(nameOf(urn))
            .setType(typeOf(urn))
            .setId(id)
            .setInputs(this.#struct(inputs))
            .setProperties(this.#struct(outputs));
        const response = await unary<proto.ReadResponse>((done) =>
            this.#client.read(request, done),
        );
        return {
            id: response.getId(),
            outputs: fromStruct(response.getProperties()),
            inputs: fromStruct(response.getInputs()),
        };
    }

    async invoke(
        token: string,
        args: Properties,
        preview: boolean,
    ): Promise<{ result: Properties; failures: CheckFailure[] }> {
        const request = new proto.InvokeRequest()
            .setTok(token)
            .setArgs(this.#struct(args))
            .setPreview(preview);
        const response = await unary<proto.InvokeResponse>((done) =>
            this.#client.invoke(request, done),
        );
        return { result: fromStruct(response.getReturn()), failures: failures(response) };
    }

    #struct(properties: Properties): ReturnType<typeof toStruct> {
        return toStruct(this.#acceptsSecrets ? properties : (reveal(properties) as Properties));
    }

    #checkRequest(
        urn: string,
        olds: Properties,
        news: Properties,
        seed: Uint8Array,
    ): proto.CheckRequest {
        return new proto.CheckRequest()
            .setUrn(urn)
            .setName(nameOf(urn))
            .setType(typeOf(urn))
            .setOlds(this.#struct(olds))
            .setNews(this.#struct(news))
            .setRandomseed(seed);
    }
}

function failures(response: { getFailuresList(): proto.CheckFailure[] }): CheckFailure[] {
    return response
        .getFailuresList()
        .map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() }));
}
