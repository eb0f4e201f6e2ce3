import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { actionsAllowlist } from "../../../../policies/rules/pipelines/actions-allowlist";
import { actionsWith, enterpriseActions, organizationActions } from "../../../support/actionsCases";
import { describeRule, type Judged } from "../../../support/describeRule";

function selected(allowedActionsConfig: PropertyTree): Judged {
    return actionsWith({
        allowedActionsConfig: { githubOwnedAllowed: true, ...allowedActionsConfig },
    });
}

function patterns(...patternsAlloweds: readonly PropertyValue[]): Judged {
    return selected({ patternsAlloweds });
}

const at = (i: number) => `allowedActionsConfig.patternsAlloweds[${i}]`;

describeRule(actionsAllowlist, {
    denied: [
        {
            name: "every action",
            ...actionsWith({ allowedActions: "all" }),
            findings: ["allowedActions"],
        },
        {
            name: "what GitHub allows where nothing is said",
            ...actionsWith({ allowedActions: null, allowedActionsConfig: null }),
            findings: ["allowedActions"],
        },
        {
            name: "a selection that says nothing",
            ...actionsWith({ allowedActionsConfig: null }),
            findings: ["allowedActionsConfig"],
        },
        {
            name: "every action of verified creators",
            ...selected({ verifiedAllowed: true }),
            findings: ["allowedActionsConfig.verifiedAllowed"],
        },
        {
            name: "patterns that leave open whose or which action it is",
            ...patterns("*", "docker/*", "docker/*@v1", "*/build@v1", "docker/build-push-action@*"),
            findings: [at(0), at(1), at(2), at(3)],
        },
        {
            name: "every action of an owner beside a trusted one",
            ...patterns("acme/*", "docker/*"),
            config: { trustedOwners: ["Acme"] },
            findings: [at(1)],
        },
        {
            name: "every action in an organization",
            ...actionsWith(
                { allowedActions: "all", enabledRepositories: "selected" },
                organizationActions,
            ),
            findings: ["allowedActions"],
        },
        {
            name: "every action in an enterprise",
            ...actionsWith(
                { allowedActions: "all", enabledOrganizations: "all" },
                enterpriseActions,
            ),
            findings: ["allowedActions"],
        },
    ],
    allowed: [
        { name: "GitHub's own and one by its repository", ...actionsWith({}) },
        {
            name: "those of the repository's owner alone",
            ...actionsWith({ allowedActions: "local_only", allowedActionsConfig: null }),
        },
        { name: "a pattern that refuses", ...patterns("!docker/*") },
        {
            name: "every action of an owner that the settings trust",
            ...patterns("acme/*"),
            config: { trustedOwners: ["acme"] },
        },
        {
            name: "verified creators, once the settings accept them",
            ...selected({ verifiedAllowed: true }),
            config: { allowVerified: true },
        },
        {
            name: "a repository where nothing runs",
            ...actionsWith({ enabled: false, allowedActions: "all" }),
        },
        {
            name: "an organization where nothing runs",
            ...actionsWith(
                { enabledRepositories: "none", allowedActions: "all" },
                organizationActions,
            ),
        },
    ],
    undecidable: [
        { name: "a choice that is not known yet", ...actionsWith({ allowedActions: UNKNOWN }) },
        {
            name: "a selection that is not known yet",
            ...actionsWith({ allowedActionsConfig: UNKNOWN }),
        },
        { name: "patterns that are not known yet", ...selected({ patternsAlloweds: UNKNOWN }) },
        { name: "a pattern that is not known yet", ...patterns(UNKNOWN) },
    ],
    tokens: ["github:index:ActionsRepositoryPermissions"],
});
