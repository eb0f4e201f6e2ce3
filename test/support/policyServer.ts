import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import type { Policies } from "@pulumi/policy";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

/**
 * The handlers of the policy SDK's own gRPC server, called without the wire: what decodes properties, walks
 * the pack's list and turns reports into diagnostics is the real thing.
 */

type Handler<Q, A> = (call: { request: Q }, callback: (error: unknown, answer: A) => void) => void;
type Maker<Q, A> = (
    pack: string,
    version: string,
    level: string,
    policies: Policies,
) => Handler<Q, A>;

interface ServerModule {
    readonly makeAnalyzeRpcFun: Maker<analyzer.AnalyzeRequest, analyzer.AnalyzeResponse>;
    readonly makeAnalyzeStackRpcFun: Maker<analyzer.AnalyzeStackRequest, analyzer.AnalyzeResponse>;
}

// eslint-disable-next-line @typescript-eslint/no-require-imports -- the SDK leaves these out of its typings
const server = require("@pulumi/policy/server") as ServerModule;

export interface Registration {
    readonly type: string;
    readonly name: string;
    readonly props: Readonly<Record<string, JavaScriptValue>>;
    readonly parent?: string;
}

export interface Diagnosis {
    readonly policy: string;
    readonly level: "advisory" | "mandatory" | "other";
    readonly message: string;
    readonly urn: string;
}

export function urn({ type, name }: Pick<Registration, "type" | "name">): string {
    return `urn:pulumi:dev::gatehouse::${type}::${name}`;
}

export async function analyze(policies: Policies, one: Registration): Promise<Diagnosis[]> {
    const request = new analyzer.AnalyzeRequest();
    request.setType(one.type);
    request.setName(one.name);
    request.setUrn(urn(one));
    request.setProperties(Struct.fromJavaScript({ ...one.props }));
    request.setOptions(options(one));
    return call(server.makeAnalyzeRpcFun("pack", "1.0.0", "advisory", policies), request);
}

export async function analyzeStack(
    policies: Policies,
    all: readonly Registration[],
): Promise<Diagnosis[]> {
    const request = new analyzer.AnalyzeStackRequest();
    request.setResourcesList(
        all.map((one) => {
            const resource = new analyzer.AnalyzerResource();
            resource.setType(one.type);
            resource.setName(one.name);
            resource.setUrn(urn(one));
            resource.setProperties(Struct.fromJavaScript({ ...one.props }));
            resource.setOptions(options(one));
            return resource;
        }),
    );
    return call(server.makeAnalyzeStackRpcFun("pack", "1.0.0", "advisory", policies), request);
}

function options({ parent }: Registration): analyzer.AnalyzerResourceOptions {
    const options = new analyzer.AnalyzerResourceOptions();
    if (parent !== undefined) options.setParent(parent);
    return options;
}

function call<Q>(handler: Handler<Q, analyzer.AnalyzeResponse>, request: Q): Promise<Diagnosis[]> {
    return new Promise((resolve, reject) => {
        handler({ request }, (error, answer) => {
            if (error) reject(error instanceof Error ? error : new Error("the server failed"));
            else resolve(answer.getDiagnosticsList().map(diagnosis));
        });
    });
}

function diagnosis(one: analyzer.AnalyzeDiagnostic): Diagnosis {
    const { ADVISORY, MANDATORY } = analyzer.EnforcementLevel;
    const level = one.getEnforcementlevel();
    return {
        policy: one.getPolicyname(),
        level: level === MANDATORY ? "mandatory" : level === ADVISORY ? "advisory" : "other",
        message: one.getMessage(),
        urn: one.getUrn(),
    };
}
