import path from "node:path";
import { createRequire } from "node:module";
import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient, AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import {
    EngineError,
    type PolicyPackSpec,
    type PolicyPackSummary,
    type PolicyViolation,
} from "./api";
import { hostFlags } from "./children";
import { reconcile, type EffectivePolicy } from "./policyConfig";
import { startPlugin, type PluginProcess } from "./plugin";
import { channelOptions, errorText, unary } from "./rpc";
import { analyzeRequest, stackResource, type AnalyzedResource } from "./policyMessages";
import { fromStruct, toStruct } from "./struct";
import type { Properties } from "./wire";

export interface AnalyzerContext {
    readonly engineAddress: string;
    readonly stack: string;
    readonly project: string;
    readonly organization: string;
    readonly preview: boolean;
    readonly config: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
}

/** One running policy pack. */
export class Analyzer {
    readonly #client: AnalyzerClient;
    /** Absent where the pack ran before. */
    readonly #process: PluginProcess | undefined;
    #policies: EffectivePolicy[] = [];
    #name = "";
    #version = "";
    #analyses = 0;

    private constructor(address: string, process?: PluginProcess) {
        this.#process = process;
        this.#client = new AnalyzerClient(
            address,
            grpc.credentials.createInsecure(),
            channelOptions,
        );
    }

    /** Starts the pack in the SDK's own policy host, unless it runs already, and configures it. */
    static async start(spec: PolicyPackSpec, context: AnalyzerContext): Promise<Analyzer> {
        const analyzer =
            spec.address === undefined
                ? await Analyzer.#spawn(spec.path, context)
                : new Analyzer(spec.address);
        try {
            await analyzer.#configure(spec, context);
        } catch (error) {
            await analyzer.stop();
            if (error instanceof EngineError) throw error;
            throw new EngineError(`policy pack ${spec.path}: ${errorText(error)}`);
        }
        return analyzer;
    }

    static async #spawn(folder: string, context: AnalyzerContext): Promise<Analyzer> {
        const pack = path.resolve(folder);
        const host = await startPlugin({
            title: `policy pack ${folder}`,
            path: process.execPath,
            args: [...hostFlags, policyHost(pack), context.engineAddress, pack],
            cwd: pack,
            env: packEnvironment(context),
        });
        return new Analyzer(host.address, host);
    }

    async stop(): Promise<void> {
        this.#client.close();
        await this.#process?.stop();
    }

    summary(): PolicyPackSummary {
        const active = this.#policies.filter(({ level }) => level !== "disabled");
        return {
            name: this.#name,
            version: this.#version,
            policies: active.length,
            analyses: this.#analyses,
        };
    }

    get remediates(): boolean {
        return this.#policies.some(({ level }) => level === "remediate");
    }

    /** Lets remediating policies change the inputs; each sees what the one before it left. */
    async remediate(
        resource: AnalyzedResource,
    ): Promise<{ properties: Properties | undefined; failures: PolicyViolation[] }> {
        const response = await unary<proto.RemediateResponse>((done) =>
            this.#client.remediate(analyzeRequest(resource, "with internal keys"), done),
        );
        let properties: Properties | undefined;
        const failures: PolicyViolation[] = [];
        for (const remediation of response.getRemediationsList()) {
            const message = remediation.getDiagnostic();
            if (message === "") properties = fromStruct(remediation.getProperties());
            else failures.push(this.#remediationFailure(remediation, message, resource.urn));
        }
        return { properties, failures };
    }

    async analyze(resource: AnalyzedResource): Promise<PolicyViolation[]> {
        this.#analyses += 1;
        const response = await unary<proto.AnalyzeResponse>((done) =>
            this.#client.analyze(analyzeRequest(resource), done),
        );
        return response.getDiagnosticsList().map((d) => this.#violation(d, resource.urn));
    }

    async analyzeStack(resources: readonly AnalyzedResource[]): Promise<PolicyViolation[]> {
        const request = new proto.AnalyzeStackRequest();
        request.setResourcesList(resources.map(stackResource));
        const response = await unary<proto.AnalyzeResponse>((done) =>
            this.#client.analyzeStack(request, done),
        );
        return response.getDiagnosticsList().map((d) => this.#violation(d, ""));
    }

    async #configure(spec: PolicyPackSpec, context: AnalyzerContext): Promise<void> {
        const stack = new proto.AnalyzerStackConfigureRequest()
            .setStack(context.stack)
            .setProject(context.project)
            .setOrganization(context.organization)
            .setDryRun(context.preview)
            .setConfigSecretKeysList([...context.secretKeys]);
        for (const [key, value] of Object.entries(context.config)) {
            stack.getConfigMap().set(key, value);
        }
        await unary((done) => this.#client.configureStack(stack, done));
        const Empty = emptyRequest();
        const info = await unary<proto.AnalyzerInfo>((done) =>
            this.#client.getAnalyzerInfo(new Empty(), done),
        );
        this.#name = info.getName();
        this.#version = info.getVersion();
        this.#policies = reconcile(info, spec);
        const request = new proto.ConfigureAnalyzerRequest();
        for (const policy of this.#policies) {
            request
                .getPolicyconfigMap()
                .set(
                    policy.name,
                    new proto.PolicyConfig()
                        .setEnforcementlevel(proto.EnforcementLevel[levelKey(policy.level)])
                        .setProperties(toStruct(policy.properties)),
                );
        }
        await unary((done) => this.#client.configure(request, done));
    }

    /** A remediation that could not be carried out blocks nothing. */
    #remediationFailure(
        remediation: proto.Remediation,
        message: string,
        urn: string,
    ): PolicyViolation {
        return {
            pack: remediation.getPolicypackname() || this.#name,
            packVersion: remediation.getPolicypackversion() || this.#version,
            policy: remediation.getPolicyname(),
            enforcement: "advisory",
            severity: "unspecified",
            message,
            urn,
        };
    }

    #violation(diagnostic: proto.AnalyzeDiagnostic, urn: string): PolicyViolation {
        const advisory = diagnostic.getEnforcementlevel() === proto.EnforcementLevel.ADVISORY;
        const severities = ["unspecified", "low", "medium", "high", "critical"];
        return {
            pack: diagnostic.getPolicypackname() || this.#name,
            packVersion: diagnostic.getPolicypackversion() || this.#version,
            policy: diagnostic.getPolicyname(),
            enforcement: advisory ? "advisory" : "mandatory",
            severity: severities[diagnostic.getSeverity()] ?? "unspecified",
            message: diagnostic.getMessage(),
            urn: diagnostic.getUrn() || urn,
        };
    }
}

function levelKey(level: EffectivePolicy["level"]): keyof typeof proto.EnforcementLevel {
    return level.toUpperCase() as keyof typeof proto.EnforcementLevel;
}

/** The host that the pack's own copy of the SDK brings. */
export function policyHost(pack: string): string {
    try {
        return createRequire(path.join(pack, "package.json")).resolve(
            "@pulumi/pulumi/cmd/run-policy-pack",
        );
    } catch {
        throw new EngineError(`${pack}: @pulumi/pulumi cannot be found from there`, 2);
    }
}

function emptyRequest(): new () => never {
    const { requestType } = AnalyzerService.getAnalyzerInfo as unknown as {
        requestType: new () => never;
    };
    return requestType;
}

function packEnvironment(context: AnalyzerContext): NodeJS.ProcessEnv {
    return {
        ...process.env,
        PULUMI_CONFIG: JSON.stringify(context.config),
        PULUMI_NODEJS_ORGANIZATION: context.organization,
        PULUMI_NODEJS_PROJECT: context.project,
        PULUMI_NODEJS_STACK: context.stack,
        PULUMI_NODEJS_DRY_RUN: String(context.preview),
        PULUMI_ORGANIZATION: context.organization,
        PULUMI_PROJECT: context.project,
        PULUMI_STACK: context.stack,
        PULUMI_DRY_RUN: String(context.preview),
    };
}
