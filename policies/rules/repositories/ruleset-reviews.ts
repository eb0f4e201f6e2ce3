import { conclude, undecidable, type Finding } from "../../../model/finding";
import {
    branchGuard,
    branchGuardTypes,
    type BranchGuard,
    type ReviewDemand,
} from "../../../model/views/githubRuleset";
import { notAMergeGuard } from "../../lib/branchLayers";
import { defineRule } from "../../lib/defineRule";
import { demand, type Demand, judgeDemands, on } from "../../lib/demands";
import { pattern, wholeNumber } from "../../lib/settings";

/**
 * Stops code of one person from reaching a branch that deploys. The parts belong together: without
 * dismissal of stale reviews an approval of something harmless covers what is pushed after it,
 * without approval of the last push the approver may have pushed it, and n reviews hold off n - 1
 * people at most.
 *
 * Blind spot: rulesets are layered, so another ruleset may ask for what this one leaves out; judge
 * deliberate layers by exemption, but for those about signatures, names and metadata alone. Whether every branch that deploys is covered is not judged here.
 */
export const rulesetReviews = defineRule({
    id: "ruleset-reviews",
    code: "F05",
    title: "Rules for branches demand enough fresh reviews by others",
    attack:
        "A developer, or a thief of their account, merges code nobody else has read: with too few reviews, on " +
        "an approval given before the last push, or with an approval of their own last push.",
    blindSpot:
        "Judges each ruleset by itself: what another one asks for is not seen, nor branches that none covers. A ruleset about signatures, names and metadata alone is a layer, and asks for no review.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "ask for two approving reviews, dismiss stale ones, demand approval of the last push, code owners and resolved conversations",
        code: `pullRequest: {
    requiredApprovingReviewCount: 2,
    dismissStaleReviewsOnPush: true,
    requireLastPushApproval: true,
    requireCodeOwnerReview: true,
    requiredReviewThreadResolution: true,
}`,
    },
    controls: [
        "ncsc:2",
        "ncsc:7",
        "owasp:cicd-sec-1",
        "cis:1.1.3",
        "cis:1.1.4",
        "cis:1.1.7",
        "cis:1.1.11",
        "slsa:source-4",
    ],
    tags: ["repository", "review"],
    types: branchGuardTypes,
    settings: {
        minReviews: wholeNumber(
            "Approving reviews a merge to a production branch needs.",
            2,
            1,
            10,
        ),
        minReviewsElsewhere: wholeNumber(
            "Approving reviews a merge to any other branch needs.",
            1,
            0,
            10,
        ),
        productionBranches: pattern(
            "Branches that deploy to production; patterns and the default branch always count.",
            String.raw`^(main|master|trunk|release.*|prod|production|prd|live)$`,
        ),
    },
    examples: {
        denied: `new RepositoryRuleset("main", {
    repository: "web",
    target: "branch",
    enforcement: "active",
    conditions: { refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] } },
    rules: { pullRequest: { requiredApprovingReviewCount: 1 } },
});`,
        allowed: `new RepositoryRuleset("main", {
    repository: "web",
    target: "branch",
    enforcement: "active",
    conditions: { refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] } },
    rules: {
        pullRequest: {
            requiredApprovingReviewCount: 2,
            dismissStaleReviewsOnPush: true,
            requireLastPushApproval: true,
            requireCodeOwnerReview: true,
            requiredReviewThreadResolution: true,
        },
    },
});`,
    },
    judge(resource, { config }) {
        const guard = branchGuard(resource);
        const elsewhere = notAMergeGuard(guard);
        if (elsewhere) return elsewhere;
        const { path, value } = guard.reviews;
        if (value.state === "absent") return conclude([noReviews(path)]);
        if (value.state === "unknown") return undecidable([path]);
        const demands = wantedOf(value.value, guardsProduction(guard, config), config);
        return judgeDemands(demands);
    },
});

interface Config {
    readonly minReviews: number;
    readonly minReviewsElsewhere: number;
    readonly productionBranches: string;
}

/** Anything but a list of plain names of other branches may cover a production branch. */
function guardsProduction({ refs }: BranchGuard, { productionBranches }: Config): boolean {
    if (refs.state !== "known" || refs.value.length === 0) return true;
    return refs.value.some((ref) => {
        if (ref.state !== "known" || /[~*?[]/.test(ref.value)) return true;
        const branch = ref.value.replace(/^refs\/heads\//, "");
        return new RegExp(productionBranches, "i").test(branch);
    });
}

function wantedOf(reviews: ReviewDemand, production: boolean, config: Config): Demand[] {
    const least = production ? config.minReviews : config.minReviewsElsewhere;
    return [
        demand(reviews.count, (count) => count >= least, `${least} or more`),
        on(reviews.dismissStale),
        on(reviews.lastPush),
        ...(production ? [on(reviews.codeOwners)] : []),
        on(reviews.conversations),
    ];
}

function noReviews(path: string): Finding {
    return { property: path, seen: { state: "absent" }, wanted: "required reviews" };
}
