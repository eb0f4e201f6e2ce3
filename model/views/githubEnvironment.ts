import {
    is,
    known,
    read,
    readFlag,
    readList,
    readText,
    unknown,
    withDefault,
    type Known,
    type PropertyValue,
} from "../known";
import { textAt, type Reading } from "../reading";
import type { Resource } from "../resource";

export const environmentType = "github:index:RepositoryEnvironment";
/** What lists the branches and tags that may deploy; the second is the older resource. */
export const deploymentPolicyTypes = [
    "github:index:RepositoryEnvironmentDeploymentPolicy",
    "github:index:RepositoryDeploymentBranchPolicy",
] as const;

/** The gate of a deployment environment, GitHub's and the provider's own defaults filled in. */
export interface GitHubEnvironment {
    readonly repository: Known<string>;
    readonly environment: Known<string>;
    /** How many users and teams may approve; any one of them suffices. */
    readonly reviewers: Known<number>;
    /** Whether whoever started a deployment must leave its approval to others. */
    readonly preventsSelfReview: Known<boolean>;
    readonly adminsBypass: Known<boolean>;
    /** Whether only some branches or tags may deploy. */
    readonly limitsBranches: Known<boolean>;
}

export function githubEnvironment({ props }: Pick<Resource, "props">): GitHubEnvironment {
    return {
        repository: readText(props, "repository"),
        environment: readText(props, "environment"),
        reviewers: reviewerCount(props),
        preventsSelfReview: withDefault(readFlag(props, "preventSelfReview"), false),
        adminsBypass: withDefault(readFlag(props, "canAdminsBypass"), true),
        limitsBranches: limitsBranches(props),
    };
}

/** A reviewer whose id is not known yet is a reviewer. */
function reviewerCount(props: PropertyValue): Known<number> {
    const groups = withDefault(readList(props, "reviewers"), []);
    if (groups.state !== "known") return groups;
    let count = 0;
    let undecided = false;
    for (const group of groups.value) {
        for (const kind of ["users", "teams"]) {
            const ids = group.state === "known" ? readList(group.value, kind) : group;
            count += ids.state === "known" ? ids.value.length : 0;
            undecided ||= ids.state === "unknown";
        }
    }
    return count === 0 && undecided ? unknown : known(count);
}

function limitsBranches(props: PropertyValue): Known<boolean> {
    const policy = read(props, "deploymentBranchPolicy");
    if (policy.state === "unknown") return unknown;
    const flags = ["protectedBranches", "customBranchPolicies"].map((name) =>
        withDefault(readFlag(props, `deploymentBranchPolicy.${name}`), false),
    );
    if (flags.some((flag) => is(flag, true))) return known(true);
    return flags.some(({ state }) => state === "unknown") ? unknown : known(false);
}

/** Branches or tags that an environment lets deploy. */
export interface DeploymentPolicy {
    readonly repository: Known<string>;
    readonly environment: Known<string>;
    readonly patterns: readonly Reading<string>[];
}

export function deploymentPolicy({ type, props }: Resource): DeploymentPolicy {
    const older = type === "github:index:RepositoryDeploymentBranchPolicy";
    const paths = older ? ["name"] : ["branchPattern", "tagPattern"];
    return {
        repository: readText(props, "repository"),
        environment: readText(props, older ? "environmentName" : "environment"),
        patterns: paths
            .map((path) => textAt(props, path))
            .filter(({ value }) => value.state !== "absent"),
    };
}

/** Whether a pattern of refs leaves nothing out that somebody with write access could not name. */
export function matchesEveryRef(pattern: string): boolean {
    const free = pattern.replace(/^refs\/(heads|tags)\//, "").replace(/\[[^\]]*\]/g, "?");
    return /^[*?/]+$/.test(free) && free.includes("*");
}
