import type { GitHubPlan } from "../../../sandbox/cloud/github/plan";
import type { Props } from "./support";

const token = (name: string) =>
    `github:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
const branch = {
    target: "branch",
    enforcement: "active",
    conditions: { refName: { includes: ["~ALL"], excludes: [] } },
};
const names = { operator: "starts_with", pattern: "x" };
const everywhere = {
    refName: branch.conditions.refName,
    repositoryName: { includes: ["~ALL"], excludes: [] },
};
const secretScanning = { secretScanning: { status: "enabled" } };
const hidden = "Upgrade to GitHub Pro or make this repository public";

/** A feature, what asks for it, and what each plan answers: nothing, or words of its refusal. */
interface Feature {
    readonly name: string;
    readonly type: string;
    readonly inputs: (repository: string) => Props;
    /** In a private repository, or in the organisation, by plan. */
    readonly closed: Record<GitHubPlan, string>;
    /** In a public repository; the same for all of these when not given. */
    readonly open?: Record<GitHubPlan, string>;
}
const always = { free: "", team: "", enterprise: "" };
const fromTeam = (free: string) => ({ free, team: "", enterprise: "" });
const enterpriseOnly = (refused: string) => ({ free: refused, team: refused, enterprise: "" });
export const ruleset =
    (name: string, rules: Props) =>
    (repository: string): Props => ({
        ...branch,
        name,
        repository,
        rules,
    });
const environment = (name: string, more: Props) => (repository: string) => ({
    repository,
    environment: name,
    ...more,
});

export const planFeatures: readonly Feature[] = [
    {
        name: "rulesets",
        type: token("RepositoryRuleset"),
        inputs: ruleset("plain", { deletion: true }),
        closed: fromTeam(hidden),
        open: always,
    },
    {
        name: "push rulesets",
        type: token("RepositoryRuleset"),
        inputs: (repository) => ({
            name: "push",
            repository,
            target: "push",
            enforcement: "active",
            rules: { maxFileSize: { maxFileSize: 10 } },
        }),
        closed: fromTeam(hidden),
        open: {
            free: "private and internal",
            team: "private and internal",
            enterprise: "private and internal",
        },
    },
    {
        name: "rules on metadata",
        type: token("RepositoryRuleset"),
        inputs: ruleset("meta", { commitMessagePattern: names }),
        closed: { free: hidden, team: "Invalid rule 'commit_message_pattern'", enterprise: "" },
        open: enterpriseOnly("Invalid rule 'commit_message_pattern'"),
    },
    {
        name: "merge queues",
        type: token("RepositoryRuleset"),
        inputs: ruleset("queue", { mergeQueue: {} }),
        closed: { free: hidden, team: "Invalid rule 'merge_queue'", enterprise: "" },
        open: always,
    },
    {
        name: "branch protection",
        type: token("BranchProtection"),
        inputs: (repositoryId) => ({ repositoryId, pattern: "main" }),
        closed: fromTeam(hidden),
        open: always,
    },
    {
        name: "environments without rules",
        type: token("RepositoryEnvironment"),
        inputs: environment("bare", {}),
        closed: always,
        open: always,
    },
    {
        name: "reviewers of an environment",
        type: token("RepositoryEnvironment"),
        inputs: environment("reviewed", { reviewers: [{ users: [1] }] }),
        closed: enterpriseOnly("billing plan supports the required reviewers protection rule"),
        open: always,
    },
    {
        name: "wait timers of an environment",
        type: token("RepositoryEnvironment"),
        inputs: environment("slow", { waitTimer: 5 }),
        closed: enterpriseOnly("billing plan supports the wait timer protection rule"),
        open: always,
    },
    {
        name: "deployment branches of an environment",
        type: token("RepositoryEnvironment"),
        inputs: environment("branches", {
            deploymentBranchPolicy: { protectedBranches: true, customBranchPolicies: false },
        }),
        closed: fromTeam("billing plan supports the branch policy protection rule"),
        open: always,
    },
    {
        name: "pages",
        type: token("RepositoryPages"),
        inputs: (repository) => ({ repository, buildType: "workflow" }),
        closed: fromTeam("does not support GitHub Pages"),
        open: always,
    },
    {
        name: "rulesets of the organisation",
        type: token("OrganizationRuleset"),
        inputs: () => ({
            ...branch,
            name: "all",
            conditions: everywhere,
            rules: { deletion: true },
        }),
        closed: fromTeam("Upgrade to GitHub Team"),
    },
    {
        name: "required workflows",
        type: token("OrganizationRuleset"),
        inputs: () => ({
            ...branch,
            name: "gates",
            conditions: everywhere,
            rules: { requiredWorkflows: { requiredWorkflows: [] } },
        }),
        closed: {
            free: "Upgrade to GitHub Team",
            team: "Invalid rule 'required_workflows'",
            enterprise: "",
        },
    },
    {
        name: "secret scanning",
        type: token("Repository"),
        inputs: (name) => ({
            name: `${name}-scanned`,
            visibility: name,
            securityAndAnalysis: secretScanning,
        }),
        closed: fromTeam("Secret scanning is not available for this repository"),
        open: always,
    },
    {
        name: "internal repositories",
        type: token("Repository"),
        inputs: () => ({ name: "inner", visibility: "internal" }),
        closed: enterpriseOnly("Visibility can't be internal"),
    },
    {
        name: "custom roles",
        type: token("OrganizationRole"),
        inputs: () => ({ name: "auditor", permissions: [] }),
        closed: enterpriseOnly("Upgrade to GitHub Enterprise"),
    },
    {
        name: "runner groups",
        type: token("ActionsRunnerGroup"),
        inputs: () => ({ name: "group", visibility: "all" }),
        closed: fromTeam("Upgrade to GitHub Team"),
    },
    {
        name: "runner groups for certain workflows",
        type: token("ActionsRunnerGroup"),
        inputs: () => ({ name: "narrow", visibility: "all", restrictedToWorkflows: true }),
        closed: {
            free: "Upgrade to GitHub Team",
            team: "Upgrade to GitHub Enterprise",
            enterprise: "",
        },
    },
    {
        name: "address allow lists",
        type: token("EnterpriseIpAllowListEntry"),
        inputs: () => ({ enterpriseSlug: "acme-inc", ip: "192.0.2.1" }),
        closed: enterpriseOnly("Upgrade to GitHub Enterprise"),
    },
];
