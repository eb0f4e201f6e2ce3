import { conclude, type Finding, type Verdict } from "../../../model/finding";
import { is } from "../../../model/known";
import type { Resource } from "../../../model/resource";
import {
    deploymentPolicy,
    deploymentPolicyTypes,
    environmentType,
    githubEnvironment,
    matchesEveryRef,
} from "../../../model/views/githubEnvironment";
import { defineRule } from "../../lib/defineRule";
import { branchDemands, judgeGate } from "../../lib/environmentGates";
import { isProduction, productionSettings } from "../../lib/production";
import { texts } from "../../lib/settings";

/**
 * Stops deployments of unreviewed code: where every branch may deploy, whoever can push a branch
 * runs what they like with production's identity, once it is approved.
 *
 * Blind spot: whether the branches listed are protected; and events such as pull_request_target
 * that run on the default branch pass the limit.
 */
export const ghEnvBranchLimited = defineRule({
    id: "gh-env-branch-limited",
    code: "G03",
    title: "Only chosen branches or tags deploy to a production environment",
    attack:
        "A developer pushes a branch whose workflow deploys to production. No review of the branch is " +
        "needed, so the approval is all that stands between one person and production.",
    blindSpot:
        "Does not see whether the branches allowed are protected, nor workflows that untrusted events start on them.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "limit deployments to protected branches or to listed patterns that leave others out",
        code: "deploymentBranchPolicy: { protectedBranches: false, customBranchPolicies: true }",
    },
    controls: ["ncsc:3", "ncsc:8", "owasp:cicd-sec-1", "cis:5.1.4"],
    tags: ["environment", "branch"],
    types: [environmentType, ...deploymentPolicyTypes],
    settings: {
        ...productionSettings,
        deployPatterns: texts(
            "When not empty: the only branch and tag patterns that may deploy to production.",
            [],
        ),
    },
    examples: {
        denied: `new RepositoryEnvironmentDeploymentPolicy("any", {
    repository: "web",
    environment: "production",
    branchPattern: "*",
});`,
        allowed: `new RepositoryEnvironmentDeploymentPolicy("main", {
    repository: "web",
    environment: "production",
    branchPattern: "main",
});`,
    },
    judge(resource, context) {
        if (resource.type !== environmentType) return judgePatterns(resource, context);
        const environment = githubEnvironment(resource);
        return judgeGate(
            isProduction(environment.environment, context),
            branchDemands(environment),
        );
    },
});

type Context = Parameters<typeof isProduction>[1] & {
    readonly config: { readonly deployPatterns: readonly string[] };
};

function judgePatterns(resource: Resource, context: Context): Verdict {
    const { environment, patterns } = deploymentPolicy(resource);
    const production = isProduction(environment, context);
    if (is(production, false)) return conclude([]);
    const { deployPatterns } = context.config;
    const findings = patterns.flatMap(({ path, value }): Finding[] => {
        if (value.state !== "known") return [];
        if (matchesEveryRef(value.value)) {
            return [{ property: path, seen: value, wanted: "a pattern that leaves branches out" }];
        }
        return deployPatterns.length === 0 || deployPatterns.includes(value.value)
            ? []
            : [{ property: path, seen: value, wanted: `one of ${deployPatterns.join(", ")}` }];
    });
    const unknown = patterns
        .filter(({ value }) => value.state === "unknown")
        .map(({ path }) => path);
    if (production.state === "known") return conclude(findings, unknown, true);
    return conclude([], findings.length + unknown.length > 0 ? ["environment", ...unknown] : []);
}
