import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { known, unknown, UNKNOWN, type PropertyTree } from "../../../model/known";
import {
    branchGuard,
    branchGuardTypes,
    type BranchGuard,
} from "../../../model/views/githubRuleset";
import { modelResource } from "../../support/modelResource";

const [rulesetType, organizationType, protectionType, olderType] = branchGuardTypes;

function guard(type: string, props: PropertyTree): BranchGuard {
    return branchGuard(modelResource(type, props));
}

/** The demands on reviews as plain values, in the order count, stale, last push, owners, talk. */
function demands({ reviews }: BranchGuard): unknown {
    if (reviews.value.state !== "known") return reviews.value.state;
    const { count, dismissStale, lastPush, codeOwners, conversations } = reviews.value.value;
    return [count, dismissStale, lastPush, codeOwners, conversations].map(({ value }) =>
        value.state === "known" ? value.value : value.state,
    );
}

describe("branchGuard", () => {
    const sound: Record<string, PropertyTree> = {
        [rulesetType]: {
            target: "branch",
            enforcement: "active",
            rules: {
                pullRequest: {
                    requiredApprovingReviewCount: 2,
                    dismissStaleReviewsOnPush: true,
                    requireLastPushApproval: true,
                    requireCodeOwnerReview: true,
                    requiredReviewThreadResolution: true,
                },
            },
        },
        [protectionType]: {
            pattern: "main",
            requireConversationResolution: true,
            requiredPullRequestReviews: [
                {
                    requiredApprovingReviewCount: 2,
                    dismissStaleReviews: true,
                    requireLastPushApproval: true,
                    requireCodeOwnerReviews: true,
                },
            ],
        },
        [olderType]: {
            branch: "main",
            requireConversationResolution: true,
            requiredPullRequestReviews: {
                requiredApprovingReviewCount: 2,
                dismissStaleReviews: true,
                requireLastPushApproval: true,
                requireCodeOwnerReviews: true,
            },
        },
    };

    it("reads the same demands from every kind of guard", () => {
        for (const [type, props] of Object.entries(sound)) {
            assert.deepEqual(demands(guard(type, props)), [2, true, true, true, true], type);
        }
        const organization = guard(organizationType, sound[rulesetType] ?? {});
        assert.deepEqual(demands(organization), [2, true, true, true, true]);
    });

    it("takes what is left out for not demanded", () => {
        const bare = { rules: { pullRequest: {} } };
        assert.deepEqual(demands(guard(rulesetType, bare)), [0, false, false, false, false]);
        assert.equal(demands(guard(rulesetType, { rules: { deletion: true } })), "absent");
        assert.equal(demands(guard(protectionType, { pattern: "main" })), "absent");
        assert.equal(demands(guard(protectionType, { requiredPullRequestReviews: [] })), "absent");
    });

    it("keeps unknown demands unknown", () => {
        assert.equal(demands(guard(rulesetType, { rules: UNKNOWN })), "unknown");
        const one: PropertyTree = {
            rules: { pullRequest: { requiredApprovingReviewCount: UNKNOWN } },
        };
        assert.deepEqual(demands(guard(rulesetType, one)), ["unknown", false, false, false, false]);
    });

    it("knows classic protection as an active guard of its pattern", () => {
        const { target, enforcement, refs } = guard(protectionType, { pattern: "release/*" });
        assert.deepEqual([target, enforcement], [known("branch"), known("active")]);
        assert.deepEqual(refs, known([known("release/*")]));
    });

    it("lists a ruleset's bypass actors with GitHub's default mode", () => {
        const { bypass } = guard(rulesetType, {
            bypassActors: [
                { actorType: "RepositoryRole", actorId: 5 },
                { actorType: "Team", actorId: UNKNOWN, bypassMode: "pull_request" },
                UNKNOWN,
            ],
        });
        assert.ok(bypass.value.state === "known");
        const [role, team, open] = bypass.value.value;
        assert.deepEqual(role, {
            path: "bypassActors[0]",
            actorType: known("RepositoryRole"),
            actorId: known("5"),
            mode: known("always"),
        });
        assert.deepEqual(team?.actorId, unknown);
        assert.deepEqual(open?.actorType, unknown);
        assert.deepEqual(open.mode, unknown);
    });

    it("lists who goes around classic protection", () => {
        const newer = guard(protectionType, {
            requiredPullRequestReviews: [{ pullRequestBypassers: ["/ada"] }],
        });
        assert.ok(newer.bypass.value.state === "known");
        assert.deepEqual(newer.bypass.value.value[0]?.actorId, known("/ada"));
        const older = guard(olderType, {
            requiredPullRequestReviews: {
                bypassPullRequestAllowances: { teams: ["release"], apps: UNKNOWN },
            },
        });
        assert.ok(older.bypass.value.state === "known");
        assert.deepEqual(older.bypass.value.value[0]?.actorType, known("Team"));
    });

    it("does not know the list while all of it is unknown", () => {
        const allowances: PropertyTree = { bypassPullRequestAllowances: { teams: UNKNOWN } };
        const { bypass } = guard(olderType, { requiredPullRequestReviews: allowances });
        assert.deepEqual(bypass.value, unknown);
    });

    it("says whether classic protection binds administrators", () => {
        assert.deepEqual(guard(protectionType, {}).bindsAdmins.value, known(false));
        assert.deepEqual(guard(olderType, { enforceAdmins: true }).bindsAdmins.value, known(true));
        assert.equal(guard(rulesetType, {}).bindsAdmins.value.state, "absent");
    });
});
