import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { fromStruct, toStruct } from "./struct";
import { checkConfig, configureRequest, diffConfig, isConfigurable } from "./providerConfig";
import { initFailure } from "./initFailure";
import type { Packaged } from "./packaged";
import { about, diffOf, failuresOf } from "./providerMessages";
import type { CheckFailure, ProviderDiff, ProviderResult } from "./providerTypes";
import { answerLimit, answerLimitMs } from "./answerLimit";
import { channelOptions, unary } from "./rpc";
import { markSecrets } from "./secretMarks";
import { reveal, type Properties } from "./wire";

/** One configured provider: a plugin's address plus the configuration of one provider resource. */
export class Provider {
    readonly #client: ResourceProviderClient;
    #supportsPreview = false;
    #acceptsSecrets = false;
    #acceptsOutputs = false;
    #known = true;

    constructor(address: string, limitMs = answerLimitMs) {
        this.#client = new ResourceProviderClient(address, grpc.credentials.createInsecure(), {
            ...channelOptions,
            interceptors: [answerLimit(limitMs)],
        });
    }

    close(): void {
        this.#client.close();
    }

    get packaged(): Packaged {
        return { client: this.#client, known: this.#known, acceptsOutputs: this.#acceptsOutputs };
    }

    checkConfig(
        urn: string,
        olds: Properties,
        news: Properties,
    ): Promise<{ inputs: Properties; failures: CheckFailure[] }> {
        return checkConfig(this.#client, urn, olds, news);
    }

    diffConfig(
        urn: string,
        old: { inputs: Properties; outputs: Properties },
        news: Properties,
        ignoreChanges: readonly string[],
    ): Promise<ProviderDiff> {
        return diffConfig(this.#client, urn, old, news, ignoreChanges);
    }

    /** With inputs that are unknown (in a preview) the plugin is left alone, also later on. */
    async configure(urn: string, id: string, inputs: Properties): Promise<void> {
        this.#known = isConfigurable(inputs);
        if (!this.#known) return;
        const request = configureRequest(urn, id, inputs);
        const response = await unary<proto.ConfigureResponse>((done) =>
            this.#client.configure(request, done),
        );
        this.#supportsPreview = response.getSupportspreview();
        this.#acceptsSecrets = response.getAcceptsecrets();
        this.#acceptsOutputs = response.getAcceptoutputs();
    }

    async check(
        urn: string,
        olds: Properties,
        news: Properties,
        seed: Uint8Array,
    ): Promise<{ inputs: Properties; failures: CheckFailure[] }> {
        if (!this.#known) return { inputs: news, failures: [] };
        const request = this.#checkRequest(urn, olds, news, seed);
        const response = await unary<proto.CheckResponse>((done) =>
            this.#client.check(request, done),
        );
        const inputs = this.#mark(fromStruct(response.getInputs()), news);
        return { inputs, failures: failuresOf(response) };
    }

    async diff(
        urn: string,
        id: string,
        old: { inputs: Properties; outputs: Properties },
        news: Properties,
        ignoreChanges: readonly string[],
    ): Promise<ProviderDiff> {
        if (!this.#known) return unavailable;
        const request = about(new proto.DiffRequest(), urn)
            .setId(id)
            .setOlds(this.#struct(old.outputs))
            .setOldInputs(this.#struct(old.inputs))
            .setNews(this.#struct(news))
            .setIgnorechangesList([...ignoreChanges]);
        const response = await unary<proto.DiffResponse>((done) =>
            this.#client.diff(request, done),
        );
        return diffOf(response);
    }

    /** In a preview of a provider that cannot tell, the inputs stand for the outputs. */
    async create(
        urn: string,
        inputs: Properties,
        preview: boolean,
        timeout: number,
    ): Promise<ProviderResult> {
        if (preview && !this.#tellsPreview) return result("", inputs);
        const request = about(new proto.CreateRequest(), urn)
            .setProperties(this.#struct(inputs))
            .setPreview(preview)
            .setTimeout(timeout);
        return this.#answer(inputs, async () => {
            const response = await unary<proto.CreateResponse>((done) =>
                this.#client.create(request, done),
            );
            return result(response.getId(), fromStruct(response.getProperties()));
        });
    }

    async update(
        urn: string,
        id: string,
        old: { inputs: Properties; outputs: Properties },
        news: Properties,
        options: { preview: boolean; timeout: number; ignoreChanges: readonly string[] },
    ): Promise<ProviderResult> {
        if (options.preview && !this.#tellsPreview) return result(id, news);
        const request = about(new proto.UpdateRequest(), urn)
            .setId(id)
            .setOlds(this.#struct(old.outputs))
            .setOldInputs(this.#struct(old.inputs))
            .setNews(this.#struct(news))
            .setPreview(options.preview)
            .setTimeout(options.timeout)
            .setIgnorechangesList([...options.ignoreChanges]);
        return this.#answer(news, async () => {
            const response = await unary<proto.UpdateResponse>((done) =>
                this.#client.update(request, done),
            );
            return result(id, fromStruct(response.getProperties()));
        });
    }

    async delete(
        urn: string,
        id: string,
        old: { inputs: Properties; outputs: Properties },
        timeout: number,
    ): Promise<void> {
        const request = about(new proto.DeleteRequest(), urn)
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
    ): Promise<ProviderResult> {
        if (!this.#known) return result(id, {});
        const request = about(new proto.ReadRequest(), urn)
            .setId(id)
            .setInputs(this.#struct(inputs))
            .setProperties(this.#struct(outputs));
        return this.#answer({ ...outputs, ...inputs }, async () => {
            const response = await unary<proto.ReadResponse>((done) =>
                this.#client.read(request, done),
            );
            const found = fromStruct(response.getProperties());
            return result(response.getId(), found, fromStruct(response.getInputs()));
        });
    }

    async invoke(
        token: string,
        args: Properties,
        preview: boolean,
    ): Promise<{ result: Properties; failures: CheckFailure[] }> {
        if (!this.#known) return { result: {}, failures: [] };
        const request = new proto.InvokeRequest()
            .setTok(token)
            .setArgs(this.#struct(args))
            .setPreview(preview);
        const response = await unary<proto.InvokeResponse>((done) =>
            this.#client.invoke(request, done),
        );
        return { result: fromStruct(response.getReturn()), failures: failuresOf(response) };
    }

    get #tellsPreview(): boolean {
        return this.#known && this.#supportsPreview;
    }

    /** What the call answers, or what an error says of a resource that stands all the same. */
    async #answer(like: Properties, call: () => Promise<ProviderResult>): Promise<ProviderResult> {
        const answered = await call().catch((error: unknown) => {
            const unready = initFailure(error);
            if (unready === undefined) throw error;
            return unready;
        });
        const { outputs, inputs } = answered;
        return {
            ...answered,
            outputs: this.#mark(outputs, like),
            inputs: this.#mark(inputs, like),
        };
    }

    /** A plugin that knows no secrets gave back in clear what it was given in clear. */
    #mark(values: Properties, like: Properties): Properties {
        return this.#acceptsSecrets ? values : markSecrets(values, like);
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
        return about(new proto.CheckRequest(), urn)
            .setOlds(this.#struct(olds))
            .setNews(this.#struct(news))
            .setRandomseed(seed);
    }
}

const unavailable: ProviderDiff = {
    changes: "unavailable",
    changed: [],
    replaces: [],
    deleteBeforeReplace: false,
};

function result(id: string, outputs: Properties, inputs: Properties = {}): ProviderResult {
    return { id, outputs, inputs, initErrors: [] };
}
