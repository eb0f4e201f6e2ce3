import { allowed, conclude, type Finding, type Verdict } from "../../model/finding";
import { is, map, type Known } from "../../model/known";
import type { GitHubEnvironment } from "../../model/views/githubEnvironment";

/** One demand on the gate of a production environment. */
export interface GateDemand {
    readonly property: string;
    readonly seen: Known<unknown>;
    /** Whether the demand is met, as far as known. */
    readonly met: Known<boolean>;
    readonly wanted: string;
}

/** Somebody has to approve. */
export function reviewDemands({ reviewers }: GitHubEnvironment): GateDemand[] {
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
export function bypassDemands(environment: GitHubEnvironment): GateDemand[] {
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
export function branchDemands({ limitsBranches }: GitHubEnvironment): GateDemand[] {
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
export function judgeGate(production: Known<boolean>, demands: readonly GateDemand[]): Verdict {
    if (is(production, false)) return allowed;
    const unmet = demands.filter(({ met }) => is(met, false));
    const unknown = demands.filter(({ met }) => met.state === "unknown");
    const paths = unknown.map(({ property }) => property);
    if (production.state !== "known") {
        const open = unmet.length > 0 || unknown.length > 0;
        return conclude([], open ? ["environment", ...paths] : []);
    }
    return conclude(unmet.map(findingOf), paths, true);
}

function findingOf({ property, seen, wanted }: GateDemand): Finding {
    return { property, seen, wanted };
}
