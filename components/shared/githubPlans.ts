import { oneOf, type Problem } from "./validate";

/** Plans of a GitHub organisation, each with all the one before it has. */
const plans = ["free", "team", "enterprise"] as const;

/** The least plan that has a feature, or "none": no plan has it there. */
type Least = (typeof plans)[number] | "none";

/** What a plan may lack. */
interface PlannedFeature {
    /** The feature in the words of an error, in the plural or as a mass noun. */
    name: string;
    /** Least plan in public repositories. */
    open: Least;
    /** Least plan in private and internal repositories. */
    closed: Least;
    /** What to do instead, as a command: which argument to take away and what does its work. */
    instead: string;
}

/**
 * Features and the least plan that has them, in public repositories and in private or internal ones.
 * A feature of the organisation itself has the same plan twice. "team" stands for GitHub Pro too
 * where an account of a person has the feature.
 *
 * source: the note "Who can use this feature?" of each feature's page in GitHub Docs (repository
 * github/docs, data/reusables/gated-features: repo-rules, protected-branches, merge-queue,
 * environments, code-owners, internal-repos, secret-scanning; "Available rules for rulesets" for
 * metadata; "Creating custom deployment protection rules"; "Managing access to self-hosted runners
 * using groups"; "About custom organization roles"; "Restricting repository creation in your
 * organization"; "Managing allowed IP addresses"; "Streaming the audit log for your enterprise")
 * date: 2026-11-21
 *
 * Not settled by those pages: rulesets of an organisation, which some give to Enterprise alone; teams
 * report them active on Team (pull request 5415 of mitodl/ol-infrastructure, 2026-08-14). Secret and
 * code scanning of closed repositories are sold apart from the plan, to Team and above.
 */
const features = {
    rulesets: {
        name: "rulesets",
        open: "free",
        closed: "team",
        instead:
            "keep the repository on Azure DevOps, whose branch policies come with every plan; classic branch protection needs the same plan as rulesets",
    },
    branchProtection: {
        name: "branch protection",
        open: "free",
        closed: "team",
        instead:
            "keep the repository on Azure DevOps, whose branch policies come with every plan; rulesets need the same plan as branch protection",
    },
    pushRulesets: {
        name: "push rulesets",
        open: "none",
        closed: "team",
        instead:
            "take the push rules away and refuse such files in a required check of the pull request",
    },
    metadataRules: {
        name: "rules on commit metadata and on names of branches and tags",
        open: "enterprise",
        closed: "enterprise",
        instead: "take the pattern away and judge it in a required check of the pull request",
    },
    mergeQueue: {
        name: "merge queues",
        open: "free",
        closed: "enterprise",
        instead:
            "take the merge queue away; required checks demand an up-to-date branch without it as well",
    },
    codeOwners: {
        name: "reviews by code owners",
        open: "free",
        closed: "team",
        instead: "keep the repository on Azure DevOps, with required reviewers by path",
    },
    environments: {
        name: "environments and their secrets",
        open: "free",
        closed: "team",
        instead: "deploy from Azure DevOps, whose environments come with every plan",
    },
    environmentReviewers: {
        name: "required reviewers of environments",
        open: "free",
        closed: "enterprise",
        instead:
            "take the reviewers away and release from a branch or tag that needs the approval of a second person, or deploy from Azure DevOps, whose environments have approvals on every plan",
    },
    environmentWaitTimers: {
        name: "wait timers of environments",
        open: "free",
        closed: "enterprise",
        instead: "take the wait timer away and start the release from a scheduled workflow",
    },
    deploymentBranchPolicies: {
        name: "branch and tag policies of environments",
        open: "free",
        closed: "team",
        instead: "deploy from Azure DevOps, whose environments have branch control on every plan",
    },
    customDeploymentRules: {
        name: "custom deployment protection rules",
        open: "free",
        closed: "enterprise",
        instead:
            "take the custom rules away and let the deployment job ask the same service before its first step",
    },
    secretScanning: {
        name: "secret scanning and push protection",
        open: "free",
        closed: "team",
        instead: "take it away and run a secret scanner as a required check of the pull request",
    },
    codeScanning: {
        name: "code scanning",
        open: "free",
        closed: "team",
        instead:
            "take it away and run an analyser that fails its own required check of the pull request",
    },
    organizationRulesets: {
        name: "rulesets of the organisation",
        open: "team",
        closed: "team",
        instead: "take them away and give each repository the same rules of its own",
    },
    requiredWorkflows: {
        name: "required workflows",
        open: "enterprise",
        closed: "enterprise",
        instead:
            "take the workflows away and require the check they report in each repository, with code owners on the workflow's file",
    },
    internalRepositories: {
        name: "internal repositories",
        open: "enterprise",
        closed: "enterprise",
        instead: 'make it "private" and list the teams that may read it',
    },
    privateOnlyRepositories: {
        name: "repositories made by members that are private only",
        open: "enterprise",
        closed: "enterprise",
        instead: "let owners, or the estate, make the repositories",
    },
    advancedSecurity: {
        name: "Advanced Security for new repositories",
        open: "team",
        closed: "team",
        instead:
            "set allowNoAdvancedSecurity and run scanners of code and secrets as required checks",
    },
    enterpriseAccount: {
        name: "settings of an enterprise account (address lists, audit log streams)",
        open: "enterprise",
        closed: "enterprise",
        instead:
            "take the enterprise away, send webhooks of the organisation to the audit sink, and limit addresses where people sign in",
    },
    runnerGroups: {
        name: "runner groups",
        open: "team",
        closed: "team",
        instead: "take the group away and register the runners with one repository each",
    },
    runnerGroupWorkflows: {
        name: "runner groups limited to workflows",
        open: "enterprise",
        closed: "enterprise",
        instead: "take the workflows away and give the group to that one repository alone",
    },
    customRoles: {
        name: "custom roles of the organisation or of a repository",
        open: "enterprise",
        closed: "enterprise",
        instead:
            "take the custom role away and use the built-in one with the least rights that suffice",
    },
} as const satisfies Record<string, PlannedFeature>;

/** A feature whose plan is known here. */
export type GitHubFeature = keyof typeof features;

/** All of them. */
export const githubFeatures = Object.keys(features) as GitHubFeature[];

/** Where a feature is wanted. */
export interface PlanFacts {
    /** "free", "team" or "enterprise"; "enterprise" when absent. */
    plan?: string;
    /** "public", "private" or "internal"; "private" when absent. */
    visibility?: string;
}

/** No problem for the name of a plan, or none. */
export function planNameProblems(path: string, plan: string | undefined): Problem[] {
    return plan === undefined ? [] : oneOf(path, plan, plans);
}

/** Does the plan have the feature there? A plan of another name has everything: it is refused. */
export function planHas(feature: GitHubFeature, facts: PlanFacts): boolean {
    const least = leastPlan(feature, facts);
    const plan = plans.findIndex((one) => one === (facts.plan ?? "enterprise"));
    return plan === -1 || (least !== "none" && plan >= plans.indexOf(least));
}

/**
 * One problem when the plan lacks a feature where it is wanted: it names the feature, the plan given,
 * the least plan that has it, and what to do instead. `path` is the argument that asks for it.
 */
export function planProblems(path: string, feature: GitHubFeature, facts: PlanFacts): Problem[] {
    if (planHas(feature, facts)) {
        return [];
    }
    const { name, instead, open, closed }: PlannedFeature = features[feature];
    const where = open === closed ? "" : ` in ${kind(facts)} repositories`;
    const least = leastPlan(feature, facts);
    const wanted = least === "none" ? `no plan has it${where}` : `plan "${least}"`;
    return [
        {
            path,
            seen: `${name}${where} on plan "${facts.plan ?? "enterprise"}"`,
            allowed: `${wanted}; otherwise ${instead}`,
        },
    ];
}

function leastPlan(feature: GitHubFeature, facts: PlanFacts): Least {
    const { open, closed }: PlannedFeature = features[feature];
    return facts.visibility === "public" ? open : closed;
}

function kind({ visibility }: PlanFacts): string {
    return visibility === "public" || visibility === "internal" ? visibility : "private";
}
