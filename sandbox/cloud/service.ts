import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { checkInputs } from "./check";
import { Configurations, scopeOf } from "./configuration";
import { ServiceError } from "./failures";
import type { GitHubPlan } from "./github/plan";
import { configurationOf, diffResponse, naming, readResponse, toFailure } from "./messages";
import { check, create, declaredSecrets, diff, remove, update, type Cloudlet } from "./operations";
import type { CloudPackage, ResourceType } from "./resourceType";
import type { CloudStore } from "./store/store";
import { urnType } from "./unary";
import { mark } from "./values";
import { toStruct, unmarked } from "./wire";

type Service = Partial<IResourceProviderServer>;

/** Configuration that says in whose cloud, or organisation, everything of a provider stands. */
const identity = [
    "azureDevOpsUrl",
    "githubOwner",
    "owner",
    "region",
    "subscriptionId",
    "tenantId",
] as const;

/**
 * The provider service for some packages over one store. One package: it answers with that
 * package's version. The messages say which type they are about, so one port serves all.
 */
export function providerService(
    packages: readonly CloudPackage[],
    store: CloudStore,
    plan: GitHubPlan,
): Service {
    const configurations = new Configurations(plan);
    const packageOf = (token: string): CloudPackage => {
        const name = token.split(":")[0] ?? "";
        const found = packages.find((one) => one.name === name);
        if (found === undefined) {
            const known = packages.map((one) => one.name).join(", ");
            throw refusal(`package ${name} is not emulated; emulated here: ${known}`);
        }
        return found;
    };
    const typeOf = (urn: string): ResourceType => {
        const token = urnType(urn);
        const type = packageOf(token).types.get(token);
        if (type === undefined) {
            throw refusal(`resource type ${token} is not emulated`);
        }
        return type;
    };
    const configurable = (name: string) => packages.find((one) => one.name === name)?.configuration;
    const cloudOf = (token: string, connection: string): Cloudlet => ({
        store,
        scope: configurations.get(packageOf(token).name, connection),
    });

    return {
        handshake: answer(() => {
            const response = new pb.ProviderHandshakeResponse();
            response.setAcceptSecrets(true);
            response.setSupportsAutonamingConfiguration(true);
            return response;
        }),
        getPluginInfo: answer(() => new PluginInfo().setVersion(packages[0]?.version ?? "")),
        attach: answer(() => new Empty()),
        cancel: answer(() => new Empty()),
        getSchema: answer((request) => {
            const { name, version } = packageOf(
                request.getSubpackageName() || (packages[0]?.name ?? ""),
            );
            const schema = JSON.stringify({ name, version, description: "emulated" });
            return new pb.GetSchemaResponse().setSchema(schema);
        }),
        checkConfig: answer((request) => {
            const own = configurable(urnType(request.getUrn()).split(":")[2] ?? "");
            const values = own?.parse(unmarked(request.getNews()).values) ?? {};
            const failures = own === undefined ? [] : checkInputs(own.fields, values);
            const said = failures.length === 0 ? (own?.check(values) ?? []) : [];
            return new pb.CheckResponse()
                .setInputs(request.getNews())
                .setFailuresList([...failures, ...said].map(toFailure));
        }),
        diffConfig: answer((request) => {
            const olds = unmarked(request.getOldInputs() ?? request.getOlds()).values;
            const news = unmarked(request.getNews()).values;
            const fields = Object.fromEntries(
                identity.map((key) => [key, { is: "text", fixed: true } as const]),
            );
            return diffResponse(diff({ inputs: fields } as ResourceType, olds, news, []), false);
        }),
        configure: answer((request, peer) => {
            const { name, values } = configurationOf(request, packages);
            const own = configurable(name);
            const more = own?.scope(own.parse(values)) ?? {};
            configurations.set(name, peer, { ...scopeOf(values), ...more });
            const response = new pb.ConfigureResponse();
            response.setAcceptsecrets(true);
            response.setSupportspreview(true);
            response.setSupportsAutonamingConfiguration(true);
            return response;
        }),
        invoke: answer((request, peer) => {
            const token = request.getTok();
            const called = packageOf(token).functions.get(token);
            if (called === undefined) {
                throw refusal(`function ${token} is not emulated`);
            }
            const { scope } = cloudOf(token, peer);
            const args = unmarked(request.getArgs()).values;
            const response = new pb.InvokeResponse();
            const failures = checkInputs(called.args, args);
            if (failures.length > 0) {
                return response.setFailuresList(failures.map(toFailure));
            }
            return response.setReturn(toStruct(called.run(args, scope, store)));
        }),
        check: answer((request, peer) => {
            const type = typeOf(request.getUrn());
            const cloud = cloudOf(type.token, peer);
            const { values, secrets } = unmarked(request.getNews());
            const olds = unmarked(request.getOlds()).values;
            const { inputs, failures } = check(type, cloud, values, olds, naming(request));
            return new pb.CheckResponse()
                .setInputs(
                    toStruct(mark(inputs, [...secrets, ...declaredSecrets(type.inputs, [])])),
                )
                .setFailuresList(failures.map(toFailure));
        }),
        diff: answer((request) => {
            const type = typeOf(request.getUrn());
            const olds = unmarked(request.getOldInputs() ?? request.getOlds()).values;
            const news = unmarked(request.getNews()).values;
            const found = diff(type, olds, news, request.getIgnorechangesList());
            return diffResponse(found, type.deleteBeforeReplace === true);
        }),
        create: answer(async (request, peer) => {
            const type = typeOf(request.getUrn());
            const inputs = unmarked(request.getProperties());
            const cloud = cloudOf(type.token, peer);
            const made = await create(type, cloud, inputs, request.getPreview(), request.getUrn());
            return new pb.CreateResponse()
                .setId(made.id)
                .setProperties(toStruct(mark(made.outputs, made.secrets)));
        }),
        update: answer(async (request, peer) => {
            const type = typeOf(request.getUrn());
            const inputs = unmarked(request.getNews());
            const olds = unmarked(request.getOlds()).values;
            const cloud = cloudOf(type.token, peer);
            const id = request.getId();
            const made = await update(type, cloud, id, inputs, olds, request.getPreview());
            return new pb.UpdateResponse().setProperties(
                toStruct(mark(made.outputs, made.secrets)),
            );
        }),
        delete: answer(async (request, peer) => {
            const type = typeOf(request.getUrn());
            const olds = unmarked(request.getProperties()).values;
            await remove(type, cloudOf(type.token, peer), request.getId(), olds);
            return new Empty();
        }),
        read: answer((request, peer) => {
            const type = typeOf(request.getUrn());
            return readResponse(type, cloudOf(type.token, peer), request);
        }),
    };
}

function refusal(message: string): ServiceError {
    return new ServiceError(message, grpc.status.INVALID_ARGUMENT);
}

/** A handler from a function: what it throws becomes the call's status. */
function answer<Request, Response>(
    run: (request: Request, connection: string) => Response | Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
    return (call, callback) => {
        const failed = (error: unknown) => {
            const code = error instanceof ServiceError ? error.code : grpc.status.INTERNAL;
            const details = error instanceof Error ? error.message : String(error);
            callback({ code, details });
        };
        try {
            const result = run(call.request, call.getPeer());
            if (result instanceof Promise) {
                result.then((response) => callback(null, response), failed);
            } else {
                callback(null, result);
            }
        } catch (error) {
            failed(error);
        }
    };
}
