import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { rulesetReviews } from "../../../../policies/rules/repositories/ruleset-reviews";
import { describeRule, type Judged } from "../../../support/describeRule";
import {
    olderProtectionType,
    organizationRulesetType,
    protectionType,
    rulesetType,
    soundProtection,
    soundReviews,
    soundRuleset,
} from "../../../support/rulesetCases";

function ruleset(changed: PropertyTree): Judged {
    return { type: rulesetType, props: { ...soundRuleset, ...changed } };
}

function reviews(changed: PropertyTree, more: PropertyTree = {}): Judged {
    return ruleset({ rules: { pullRequest: { ...soundReviews, ...changed } }, ...more });
}

function refs(...includes: readonly PropertyValue[]): PropertyTree {
    return { conditions: { refName: { includes, excludes: [] } } };
}

function protection(changed: PropertyTree, more: PropertyTree = {}): Judged {
    const [demands] = soundProtection.requiredPullRequestReviews;
    const requiredPullRequestReviews = [{ ...demands, ...changed }];
    return {
        type: protectionType,
        props: { ...soundProtection, requiredPullRequestReviews, ...more },
    };
}

const at = (name: string) => [`rules.pullRequest.${name}`];
const classic = (name: string) => [`requiredPullRequestReviews[0].${name}`];

describeRule(rulesetReviews, {
    denied: [
        {
            name: "no reviews at all",
            ...ruleset({ rules: { deletion: true } }),
            findings: ["rules.pullRequest"],
        },
        {
            name: "no reviews beside rules on commits and a rule on deletion",
            ...ruleset({ rules: { requiredSignatures: true, creation: true, deletion: true } }),
            findings: ["rules.pullRequest"],
        },
        { name: "no rule at all", ...ruleset({ rules: {} }), findings: ["rules.pullRequest"] },
        {
            name: "rules on commits that are switched off",
            ...ruleset({ rules: { requiredSignatures: false } }),
            findings: ["rules.pullRequest"],
        },
        {
            name: "a single review",
            ...reviews({ requiredApprovingReviewCount: 1 }),
            findings: at("requiredApprovingReviewCount"),
        },
        {
            name: "fewer reviews than the settings ask for",
            ...reviews({}),
            config: { minReviews: 3 },
            findings: at("requiredApprovingReviewCount"),
        },
        {
            name: "stale reviews kept",
            ...reviews({ dismissStaleReviewsOnPush: false }),
            findings: at("dismissStaleReviewsOnPush"),
        },
        {
            name: "a last push that nobody else approves",
            ...reviews({ requireLastPushApproval: false }),
            findings: at("requireLastPushApproval"),
        },
        {
            name: "code owners who are not asked",
            ...reviews({ requireCodeOwnerReview: false }),
            findings: at("requireCodeOwnerReview"),
        },
        {
            name: "open conversations",
            ...reviews({ requiredReviewThreadResolution: false }),
            findings: at("requiredReviewThreadResolution"),
        },
        {
            name: "everything left at GitHub's default, each by itself",
            ...ruleset({ rules: { pullRequest: {} } }),
            findings: Object.keys(soundReviews).flatMap(at),
        },
        {
            name: "kept stale reviews although the count is unknown",
            ...reviews({ requiredApprovingReviewCount: UNKNOWN, dismissStaleReviewsOnPush: false }),
            findings: at("dismissStaleReviewsOnPush"),
        },
        {
            name: "no review on a feature branch",
            ...reviews({ requiredApprovingReviewCount: 0 }, refs("refs/heads/feature")),
            findings: at("requiredApprovingReviewCount"),
        },
        {
            name: "code owners who are not asked on branches matched by a pattern",
            ...reviews({ requireCodeOwnerReview: false }, refs("refs/heads/**")),
            findings: at("requireCodeOwnerReview"),
        },
        {
            name: "an organization's ruleset with a single review",
            type: organizationRulesetType,
            props: {
                ...soundRuleset,
                rules: { pullRequest: { ...soundReviews, requiredApprovingReviewCount: 1 } },
            },
            findings: at("requiredApprovingReviewCount"),
        },
        {
            name: "classic protection without reviews",
            type: protectionType,
            props: { pattern: "main", enforceAdmins: true },
            findings: ["requiredPullRequestReviews"],
        },
        {
            name: "classic protection with a single review that goes stale",
            ...protection({ requiredApprovingReviewCount: 1, dismissStaleReviews: false }),
            findings: [
                ...classic("requiredApprovingReviewCount"),
                ...classic("dismissStaleReviews"),
            ],
        },
        {
            name: "classic protection with open conversations",
            ...protection({}, { requireConversationResolution: false }),
            findings: ["requireConversationResolution"],
        },
        {
            name: "the older classic protection without approval of the last push",
            type: olderProtectionType,
            props: {
                branch: "main",
                requireConversationResolution: true,
                requiredPullRequestReviews: {
                    requiredApprovingReviewCount: 2,
                    dismissStaleReviews: true,
                    requireCodeOwnerReviews: true,
                },
            },
            findings: ["requiredPullRequestReviews.requireLastPushApproval"],
        },
    ],
    allowed: [
        { name: "two fresh reviews by others", type: rulesetType, props: soundRuleset },
        { name: "classic protection that asks for the same", ...protection({}) },
        {
            name: "a single review on a branch that does not deploy to production",
            ...reviews(
                { requiredApprovingReviewCount: 1, requireCodeOwnerReview: false },
                refs("refs/heads/develop"),
            ),
        },
        {
            name: "a ruleset of tags",
            ...ruleset({ target: "tag", rules: { deletion: true, update: true } }),
        },
        {
            name: "a layer about signatures, names and metadata alone",
            ...ruleset({
                rules: {
                    requiredSignatures: true,
                    nonFastForward: false,
                    branchNamePattern: { operator: "regex", pattern: "^feature/" },
                    commitAuthorEmailPattern: { operator: "ends_with", pattern: "@acme.example" },
                },
            }),
        },
        {
            name: "a ruleset that does not stand, which another rule names",
            ...ruleset({ enforcement: "evaluate", rules: {} }),
        },
        { name: "a ruleset of pushes", ...ruleset({ target: "push", rules: {} }) },
    ],
    undecidable: [
        {
            name: "a count that is not known yet",
            ...reviews({ requiredApprovingReviewCount: UNKNOWN }),
        },
        { name: "rules that are not known yet", ...ruleset({ rules: UNKNOWN }) },
        { name: "a target that is not known yet", ...ruleset({ target: UNKNOWN }) },
        { name: "an enforcement that is not known yet", ...ruleset({ enforcement: UNKNOWN }) },
    ],
    tokens: ["github:index:RepositoryRuleset"],
});
