import { githubError, type ServiceError } from "../failures";
import type { Scope, Write } from "../resourceType";
import { str } from "../values";
import { repositoryClaim } from "./rest";

/** Plans of an organisation, each with all the one before it has. */
export const githubPlans = ["free", "team", "enterprise"] as const;
export type GitHubPlan = (typeof githubPlans)[number];

/**
 * Least plan that has a feature in public repositories and in others; a feature of the organisation
 * itself counts as one of both.
 * source: GitHub's documentation, "GitHub's plans" and the note on each feature's page; date: 2026-11-21
 */
const features = {
    rulesets: ["free", "team"],
    branchProtection: ["free", "team"],
    pushRulesets: ["team", "team"],
    metadataRules: ["enterprise", "enterprise"],
    mergeQueue: ["free", "enterprise"],
    environmentReviewers: ["free", "enterprise"],
    environmentWaitTimer: ["free", "enterprise"],
    deploymentBranches: ["free", "team"],
    secretScanning: ["free", "team"],
    organizationRulesets: ["team", "team"],
    requiredWorkflows: ["enterprise", "enterprise"],
    internalRepositories: ["enterprise", "enterprise"],
    customRoles: ["enterprise", "enterprise"],
    runnerGroups: ["team", "team"],
    runnerGroupWorkflows: ["enterprise", "enterprise"],
    hostedRunners: ["team", "team"],
    enterprise: ["enterprise", "enterprise"],
    pages: ["free", "team"],
    customDeploymentRules: ["free", "enterprise"],
} as const satisfies Record<string, readonly [GitHubPlan, GitHubPlan]>;
export type Feature = keyof typeof features;

/** The plan a name stands for; "enterprise" when none is given. Throws on another name. */
export function planNamed(name: string | undefined): GitHubPlan {
    const wanted = name === undefined || name === "" ? "enterprise" : name;
    const plan = githubPlans.find((one) => one === wanted);
    if (plan === undefined) {
        throw new Error(
            `GATEHOUSE_GITHUB_PLAN is ${JSON.stringify(name)}, must be one of ${githubPlans.join(", ")}`,
        );
    }
    return plan;
}

/** True when the organisation's plan has a feature where this visibility is concerned. */
export function planHas({ plan = "enterprise" }: Scope, feature: Feature, visibility: string) {
    const [open, closed] = features[feature];
    const least = visibility === "public" ? open : closed;
    return githubPlans.indexOf(plan) >= githubPlans.indexOf(least);
}

/** "public", "private" or "internal"; "private" when the repository does not stand. */
export function visibilityOf({ store, scope }: Write, repository: string): string {
    const found = store.holder(repositoryClaim(scope.owner, repository));
    return str(found?.outputs, "visibility") || "private";
}

const upgrade = {
    pro: "Upgrade to GitHub Pro or make this repository public to enable this feature.",
    team: "Upgrade to GitHub Team to enable this feature.",
    enterprise: "Upgrade to GitHub Enterprise to enable this feature.",
} as const;

/** What GitHub says where the plan lacks a feature. */
export function planRefusal(
    feature: Feature,
    visibility: string,
    http: 403 | 422,
    request: string,
    message?: string,
): ServiceError {
    const [open, closed] = features[feature];
    const least = visibility === "public" ? open : closed;
    const instead =
        least === "enterprise" ? "enterprise" : open === "free" ? "pro" : ("team" as const);
    return githubError(http, request, message ?? upgrade[instead]);
}
