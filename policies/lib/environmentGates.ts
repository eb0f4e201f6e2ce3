import { allowed, conclude, type Verdict } from "../../model/finding";
import { is, map, type Known } from "../../model/known";
import type { GitHubEnvironment } from "../../model/views/githubEnvironment";
import { judgeDemands, type Demand } from "./demands";

/** Somebody has to approve. */
export function reviewDemands({ reviewers }: GitHubEnvironment): Demand[] {
    return [
        {
            property: "reviewers",
            seen: map(reviewers, (count) => `${count} reviewers`),
            met: map(reviewers, (count) => count > 0),
            wanted: "at least one user or team",
        },
    ];
}

/** The approval has to come from somebody else, for everybody. */
export function bypassDemands(environment: GitHubEnvironment): Demand[] {
    const { preventsSelfReview, adminsBypass } = environment;
    return [
        {
            property: "preventSelfReview",
            seen: preventsSelfReview,
            met: preventsSelfReview,
            wanted: "true",
        },
        {
            property: "canAdminsBypass",
            seen: adminsBypass,
            met: map(adminsBypass, (may) => !may),
            wanted: "false",
        },
    ];
}

/** Only some branches or tags may deploy. */
export function branchDemands({ limitsBranches }: GitHubEnvironment): Demand[] {
    return [
        {
            property: "deploymentBranchPolicy",
            seen: map(limitsBranches, (limited) => (limited ? "some branches" : "every branch")),
            met: limitsBranches,
            wanted: "protectedBranches or customBranchPolicies true",
        },
    ];
}

/**
 * The verdict on an environment. One that is not production has nothing to prove; one that may be,
 * with a gate that is known to be weak, is undecided.
 */
export function judgeGate(production: Known<boolean>, demands: readonly Demand[]): Verdict {
    if (is(production, false)) return allowed;
    if (production.state === "known") return judgeDemands(demands, true);
    const open = demands.filter(({ met }) => !is(met, true));
    const unknown = open.filter(({ met }) => met.state === "unknown");
    const paths = unknown.map(({ property }) => property);
    return conclude([], open.length > 0 ? ["environment", ...paths] : []);
}
