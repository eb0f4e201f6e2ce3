import assert from "node:assert/strict";
import {
    runSimulation,
    runUnsafeSimulation,
    type EvaluationResult,
    type Simulation,
} from "@cloud-copilot/iam-simulate";

/** A request to AWS, and the policies that decide over it. */
export interface AwsRequest {
    readonly action: string;
    /** ARN; "*" for an action that knows no resource. */
    readonly resource: string;
    /** ARN of who asks. */
    readonly principal: string;
    /** Account of the resource. @default the principal's */
    readonly account?: string;
    /** What the request says under each condition key. */
    readonly context?: Readonly<Record<string, string | string[]>>;
    /** Documents attached to the principal. */
    readonly identityPolicies?: readonly string[];
    /** The principal's permissions boundary. */
    readonly boundary?: string;
    /** The document of the resource. */
    readonly resourcePolicy?: string;
}

/** What AWS would answer: "denied" is by a statement, "not allowed" for want of one. */
export type Answer = "allowed" | "denied" | "not allowed";

const answers: Readonly<Record<EvaluationResult, Answer>> = {
    Allowed: "allowed",
    ExplicitlyDenied: "denied",
    ImplicitlyDenied: "not allowed",
};

/**
 * Asks an independent implementation of AWS's policy evaluation, which also knows every action with
 * the resources and condition keys it has. A request that could not be made fails.
 */
export async function ask(request: AwsRequest): Promise<Answer> {
    const result = await runSimulation(simulationOf(request), {});
    return result.resultType === "error"
        ? assert.fail(`${request.action} on ${request.resource}: ${JSON.stringify(result.errors)}`)
        : answers[result.overallResult];
}

/** The same for any action on any resource, whether or not the two go together. Much faster. */
export function askAnything(request: AwsRequest): Answer {
    return answers[runUnsafeSimulation(simulationOf(request), {})];
}

/**
 * The simulator drops keys of the encryption context from requests. One that it knows, and that no policy
 * here uses, stands in for them, in the policies as in the request.
 */
function standIn(text: string): string {
    return text.replaceAll("kms:EncryptionContext:SecretARN", "kms:RequestAlias");
}

function simulationOf(request: AwsRequest): Simulation {
    const { principal, action, resource, context, identityPolicies = [] } = request;
    const accountId = request.account ?? principal.split(":")[4] ?? "";
    const named = (name: string, text: string) => ({ name, policy: parsed(text) });
    return {
        request: {
            principal,
            action,
            resource: { resource, accountId },
            contextVariables: Object.fromEntries(
                Object.entries(context ?? {}).map(([key, value]) => [standIn(key), value]),
            ),
        },
        identityPolicies: identityPolicies.map((text, i) => named(String(i), text)),
        serviceControlPolicies: [],
        resourceControlPolicies: [],
        ...(request.boundary === undefined
            ? {}
            : { permissionBoundaryPolicies: [named("boundary", request.boundary)] }),
        ...(request.resourcePolicy === undefined
            ? {}
            : { resourcePolicy: parsed(request.resourcePolicy) }),
    };
}

function parsed(document: string): unknown {
    return JSON.parse(standIn(document)) as unknown;
}
