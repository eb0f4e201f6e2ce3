import * as policySdk from "@pulumi/policy";
import type {
    EnforcementLevel,
    PolicyResource,
    PolicyResourceOptions,
    ReportViolation,
    ResourceValidationArgs,
    StackValidationArgs,
} from "@pulumi/policy";

/**
 * Arguments for policies as the SDK's server makes them (its server.js), so that rules meet the real
 * unknown-checking proxy. test/policies/lib/server.test.ts ties this to the server itself.
 */

/** A resource as a test describes it. */
export interface CaseResource {
    readonly type: string;
    readonly name?: string;
    readonly urn?: string;
    readonly props: Readonly<Record<string, unknown>>;
    /** URN of the parent. */
    readonly parent?: string;
    readonly opts?: Partial<PolicyResourceOptions>;
    /** Top-level property -> URNs it comes from (stack rules). */
    readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
    readonly providerProps?: Readonly<Record<string, unknown>>;
}

/** What the arguments of one policy have in common. */
export type Shared = Pick<StackValidationArgs, "stackTags" | "getConfig" | "notApplicable">;

/** One answer as the engine would get it. */
export interface Answer {
    readonly level: EnforcementLevel;
    readonly message: string;
    readonly urn: string | undefined;
}

/** URN of a case's resource. */
export function urnOf(resource: Pick<CaseResource, "type" | "name" | "urn">): string {
    return resource.urn ?? `urn:pulumi:dev::gatehouse::${resource.type}::${nameOf(resource)}`;
}

function nameOf(resource: Pick<CaseResource, "name" | "urn">): string {
    return resource.name ?? resource.urn?.split("::").at(-1) ?? "one";
}

/** Exported for tests such as these, but left out of the SDK's typings. */
const { unknownCheckingProxy } = policySdk as unknown as {
    readonly unknownCheckingProxy: (props: object) => Record<string, unknown>;
};

/** Each call decodes the properties anew, as the server does for every policy. */
function decoded(props: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return unknownCheckingProxy(structuredClone(props));
}

function options(resource: CaseResource): PolicyResourceOptions {
    return {
        protect: false,
        ignoreChanges: [],
        aliases: [],
        customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
        additionalSecretOutputs: [],
        ...(resource.parent === undefined ? {} : { parent: resource.parent }),
        ...resource.opts,
    };
}

function common(resource: CaseResource) {
    const { type, providerProps } = resource;
    const provider = providerProps && {
        type: `pulumi:providers:${type.split(":")[0] ?? ""}`,
        urn: "urn:pulumi:dev::gatehouse::pulumi:providers:test::default",
        name: "default",
        props: decoded(providerProps),
    };
    return {
        type,
        props: decoded(resource.props),
        urn: urnOf(resource),
        name: nameOf(resource),
        opts: options(resource),
        ...(provider ? { provider } : {}),
        isType: () => false,
        asType: () => undefined,
    };
}

export function validationArgs(resource: CaseResource, shared: Shared): ResourceValidationArgs {
    return { ...common(resource), ...shared };
}

export function policyResources(resources: readonly CaseResource[]): PolicyResource[] {
    const made = resources.map((resource): PolicyResource => ({
        ...common(resource),
        dependencies: [],
        propertyDependencies: {},
    }));
    const byUrn = new Map(made.map((one) => [one.urn, one]));
    const find = (urns: readonly string[]) =>
        urns.map((urn) => byUrn.get(urn)).filter((one) => one !== undefined);
    resources.forEach((resource, i) => {
        const one = made[i];
        if (!one) return;
        const parent = resource.parent === undefined ? undefined : byUrn.get(resource.parent);
        if (parent) one.parent = parent;
        const links = Object.entries(resource.propertyDependencies ?? {});
        one.propertyDependencies = Object.fromEntries(links.map(([k, urns]) => [k, find(urns)]));
        one.dependencies = find(links.flatMap(([, urns]) => urns));
    });
    return made;
}

/** Takes a report in both of the server's forms: text at the policy's level, or an object that sets its own. */
export function collector(
    policy: { readonly description: string; readonly enforcementLevel: EnforcementLevel },
    answers: Answer[],
): ReportViolation {
    const take = (report: string | Report, urn?: string) => {
        if (typeof report === "string") {
            const message = `${policy.description}\n${report}`;
            answers.push({ level: policy.enforcementLevel, message, urn });
        } else {
            const level = report.enforcementLevel ?? policy.enforcementLevel;
            answers.push({ level, message: report.message, urn: report.urn });
        }
    };
    return take;
}

interface Report {
    readonly message: string;
    readonly urn: string | undefined;
    readonly enforcementLevel?: EnforcementLevel;
}
