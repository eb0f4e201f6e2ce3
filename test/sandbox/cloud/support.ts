import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { startCloud, type Cloud, type CloudOptions } from "../../../sandbox/cloud/index";

export type Props = Record<string, unknown>;
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
export const subscription = "11111111-2222-3333-4444-555555555555";
export const tenant = "99999999-8888-7777-6666-555555555555";

/** What the engine sends for a secret. */
export function secret(value: unknown): Props {
    const signature = "4dabf18193072939515e22adb298388d";
    return { [signature]: "1b47061264138c4ac30d75fd1eb44270", value };
}

type Callback<T> = (error: grpc.ServiceError | null, response: T) => void;
function promised<T>(call: (callback: Callback<T>) => unknown): Promise<T> {
    return new Promise((resolve, reject) => {
        call((error, response) => (error === null ? resolve(response) : reject(error)));
    });
}

const structOf = (props: Props) => Struct.fromJavaScript(props as Record<string, never>);
const propsOf = (struct: Struct | undefined): Props => struct?.toJavaScript() ?? {};

export interface Checked {
    readonly inputs: Props;
    /** "property: reason" of each failure. */
    readonly failures: string[];
}

export interface Compared {
    /** Paths of all differences. */
    readonly changes: string[];
    /** Paths that force a replacement. */
    readonly replaces: string[];
    readonly deleteBeforeReplace: boolean;
}

/** A connection that asks as an engine does. */
export class Engine {
    private readonly client: ResourceProviderClient;

    constructor(address: string) {
        this.client = new ResourceProviderClient(address, grpc.credentials.createInsecure(), {
            "grpc.use_local_subchannel_pool": 1,
        });
    }

    close(): void {
        this.client.close();
    }

    pluginInfo(): Promise<PluginInfo> {
        return promised((done) => this.client.getPluginInfo(new Empty(), done));
    }

    configure(packageName: string, args: Props): Promise<pb.ConfigureResponse> {
        const request = new pb.ConfigureRequest()
            .setArgs(structOf(args))
            .setType(`pulumi:providers:${packageName}`);
        return promised((done) => this.client.configure(request, done));
    }

    async check(type: string, news: Props, olds: Props = {}, seed = "seed"): Promise<Checked> {
        const request = new pb.CheckRequest()
            .setUrn(urn(type))
            .setNews(structOf(news))
            .setOlds(structOf(olds))
            .setRandomseed(Buffer.from(seed));
        const answer = await promised<pb.CheckResponse>((done) => this.client.check(request, done));
        const failures = answer
            .getFailuresList()
            .map((one) => `${one.getProperty()}: ${one.getReason()}`);
        return { inputs: propsOf(answer.getInputs()), failures };
    }

    async create(type: string, props: Props, preview = false, name = "thing") {
        const request = new pb.CreateRequest()
            .setUrn(urn(type, name))
            .setProperties(structOf(props))
            .setPreview(preview);
        const answer = await promised<pb.CreateResponse>((done) =>
            this.client.create(request, done),
        );
        return { id: answer.getId(), outputs: propsOf(answer.getProperties()) };
    }

    /** Check and Create in one, as `up` does; fails on a check failure. */
    async up(type: string, news: Props, preview = false, name = "thing") {
        const { inputs, failures } = await this.check(type, news);
        if (failures.length > 0) {
            throw new Error(failures.join("\n"));
        }
        return { inputs, ...(await this.create(type, inputs, preview, name)) };
    }

    async diff(type: string, oldInputs: Props, news: Props, ignored: string[] = []) {
        const request = new pb.DiffRequest()
            .setUrn(urn(type))
            .setOldInputs(structOf(oldInputs))
            .setOlds(structOf(oldInputs))
            .setNews(structOf(news))
            .setIgnorechangesList(ignored);
        const answer = await promised<pb.DiffResponse>((done) => this.client.diff(request, done));
        const entries = answer.getDetaileddiffMap().toArray() as unknown as [string, number[]][];
        const { ADD_REPLACE, DELETE_REPLACE, UPDATE_REPLACE } = pb.PropertyDiff.Kind;
        const replacing: number[] = [ADD_REPLACE, DELETE_REPLACE, UPDATE_REPLACE];
        return {
            changes: entries.map(([property]) => property),
            replaces: entries
                .filter(([, [kind]]) => replacing.includes(kind ?? 0))
                .map(([property]) => property),
            deleteBeforeReplace: answer.getDeletebeforereplace(),
        } satisfies Compared;
    }

    async update(type: string, id: string, news: Props, olds: Props = {}, preview = false) {
        const request = new pb.UpdateRequest()
            .setUrn(urn(type))
            .setId(id)
            .setNews(structOf(news))
            .setOlds(structOf(olds))
            .setOldInputs(structOf(olds))
            .setPreview(preview);
        const answer = await promised<pb.UpdateResponse>((done) =>
            this.client.update(request, done),
        );
        return propsOf(answer.getProperties());
    }

    async read(type: string, id: string, inputs: Props = {}, name = "thing") {
        const request = new pb.ReadRequest()
            .setUrn(urn(type, name))
            .setId(id)
            .setInputs(structOf(inputs));
        const answer = await promised<pb.ReadResponse>((done) => this.client.read(request, done));
        return {
            id: answer.getId(),
            inputs: propsOf(answer.getInputs()),
            outputs: propsOf(answer.getProperties()),
        };
    }

    delete(type: string, id: string, oldInputs: Props = {}): Promise<Empty> {
        const request = new pb.DeleteRequest()
            .setUrn(urn(type))
            .setId(id)
            .setOldInputs(structOf(oldInputs));
        return promised((done) => this.client.delete(request, done));
    }

    async invoke(token: string, args: Props): Promise<Props> {
        const request = new pb.InvokeRequest().setTok(token).setArgs(structOf(args));
        const answer = await promised<pb.InvokeResponse>((done) =>
            this.client.invoke(request, done),
        );
        return propsOf(answer.getReturn());
    }
}

function urn(type: string, name = "thing"): string {
    return `urn:pulumi:test::project::gatehouse:index:Parent$${type}::${name}`;
}

/** A cloud in a folder of its own, and an engine connected to it. */
export interface Bench {
    readonly dir: string;
    readonly cloud: Cloud;
    readonly engine: Engine;
    /** Closes both and opens them again over the same folder. */
    restart(): Promise<Bench>;
    close(): Promise<void>;
}

export async function openBench(
    dir = temporary(),
    options: Omit<CloudOptions, "dir"> = {},
): Promise<Bench> {
    const cloud = await startCloud({ ...options, dir });
    const engine = new Engine(cloud.address);
    await engine.configure("azure-native", { subscriptionId: subscription, tenantId: tenant });
    await engine.configure("github", { owner: "acme" });
    await engine.configure("azuredevops", {
        orgServiceUrl: "https://dev.azure.com/acme",
        tenantId: tenant,
    });
    await engine.configure("gatehouse-hosts", {
        githubOwner: "acme",
        azureDevOpsUrl: "https://dev.azure.com/acme",
    });
    const stop = async () => {
        engine.close();
        await cloud.close();
    };
    return {
        dir,
        cloud,
        engine,
        restart: async () => {
            await stop();
            return openBench(dir, options);
        },
        close: async () => {
            await stop();
            fs.rmSync(dir, { recursive: true, force: true });
        },
    };
}

export function temporary(): string {
    return fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-cloud-"));
}

/** Message of what a call fails with; "" when it does not. */
export async function refusal(call: Promise<unknown>): Promise<string> {
    try {
        await call;
        return "";
    } catch (error) {
        return (error as grpc.ServiceError).details;
    }
}
