import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { rulesetNoStandingBypass } from "../../../../policies/rules/repositories/ruleset-no-standing-bypass";
import { describeRule, type Judged } from "../../../support/describeRule";
import {
    olderProtectionType,
    organizationRulesetType,
    protectionType,
    rulesetType,
    soundProtection,
    soundRuleset,
} from "../../../support/rulesetCases";

function bypass(...bypassActors: readonly PropertyValue[]): Judged {
    return { type: rulesetType, props: { ...soundRuleset, bypassActors } };
}

function tags(rules: PropertyTree, ...bypassActors: readonly PropertyValue[]): Judged {
    return { type: rulesetType, props: { ...soundRuleset, target: "tag", rules, bypassActors } };
}

function actor(actorType: string, bypassMode = "pull_request", actorId?: number): PropertyTree {
    return { actorType, bypassMode, ...(actorId !== undefined && { actorId }) };
}

describeRule(rulesetNoStandingBypass, {
    denied: [
        {
            name: "repository administrators, always",
            ...bypass(actor("RepositoryRole", "always", 5)),
            findings: ["bypassActors[0]"],
        },
        {
            name: "a team, always",
            ...bypass(actor("Team", "always", 7)),
            findings: ["bypassActors[0]"],
        },
        {
            name: "an app that is exempt",
            ...bypass(actor("Integration", "exempt", 9)),
            findings: ["bypassActors[0]"],
        },
        {
            name: "a team whose mode is left at GitHub's default",
            ...bypass({ actorType: "Team", actorId: 7 }),
            findings: ["bypassActors[0]"],
        },
        ...["RepositoryRole", "User", "DeployKey", "OrganizationAdmin", "EnterpriseOwner"].map(
            (type) => ({
                name: `${type}, even in pull requests only`,
                ...bypass(actor(type)),
                findings: ["bypassActors[0]"],
            }),
        ),
        {
            name: "the one that stands outside among others that do not",
            ...bypass(actor("Team", "pull_request", 7), actor("User", "always", 3), UNKNOWN),
            findings: ["bypassActors[1]"],
        },
        {
            name: "a team in pull requests, once the settings refuse that",
            ...bypass(actor("Team", "pull_request", 7)),
            config: { allowPullRequestMode: false },
            findings: ["bypassActors[0]"],
        },
        {
            name: "a bypass of a ruleset of tags",
            type: rulesetType,
            props: { ...soundRuleset, target: "tag", bypassActors: [actor("Team", "always", 7)] },
            findings: ["bypassActors[0]"],
        },
        {
            name: "a team that may create tags, and move them as well",
            ...tags({ creation: true, update: true }, actor("Team", "always", 7)),
            findings: ["bypassActors[0]"],
        },
        {
            name: "a whole role that alone may create tags",
            ...tags({ creation: true }, actor("RepositoryRole", "always", 4)),
            findings: ["bypassActors[0]"],
        },
        {
            name: "a team that alone may create branches",
            type: rulesetType,
            props: {
                ...soundRuleset,
                rules: { creation: true },
                bypassActors: [actor("Team", "always", 7)],
            },
            findings: ["bypassActors[0]"],
        },
        {
            name: "organization administrators in an organization's ruleset",
            type: organizationRulesetType,
            props: { ...soundRuleset, bypassActors: [actor("OrganizationAdmin", "always")] },
            findings: ["bypassActors[0]"],
        },
        {
            name: "administrators whom classic protection does not bind",
            type: protectionType,
            props: { ...soundProtection, enforceAdmins: false },
            findings: ["enforceAdmins"],
        },
        {
            name: "administrators left at classic protection's default",
            type: olderProtectionType,
            props: { branch: "main" },
            findings: ["enforceAdmins"],
        },
        {
            name: "somebody who need not open a pull request",
            type: protectionType,
            props: {
                ...soundProtection,
                requiredPullRequestReviews: [{ pullRequestBypassers: ["/ada"] }],
            },
            findings: ["requiredPullRequestReviews[0].pullRequestBypassers[0]"],
        },
        {
            name: "a team that need not open a pull request, in the older resource",
            type: olderProtectionType,
            props: {
                branch: "main",
                enforceAdmins: true,
                requiredPullRequestReviews: { bypassPullRequestAllowances: { teams: ["release"] } },
            },
            findings: ["requiredPullRequestReviews.bypassPullRequestAllowances.teams[0]"],
        },
    ],
    allowed: [
        { name: "nobody", type: rulesetType, props: soundRuleset },
        {
            name: "classic protection that binds everybody",
            type: protectionType,
            props: soundProtection,
        },
        { name: "a team in pull requests only", ...bypass(actor("Team", "pull_request", 7)) },
        {
            name: "an app in pull requests only",
            ...bypass(actor("Integration", "pull_request", 9)),
        },
        {
            name: "a team whose id is not known yet, in pull requests only",
            ...bypass({ actorType: "Team", bypassMode: "pull_request", actorId: UNKNOWN }),
        },
        {
            name: "a team and an app that alone may create certain tags",
            ...tags(
                { creation: true, deletion: false },
                actor("Team", "always", 7),
                actor("Integration", "always", 9),
            ),
        },
        {
            name: "a bypass of a ruleset that is switched off",
            type: rulesetType,
            props: {
                ...soundRuleset,
                enforcement: "disabled",
                bypassActors: [actor("User", "always", 3)],
            },
        },
    ],
    undecidable: [
        { name: "actors that are not known yet", ...bypass(UNKNOWN) },
        {
            name: "a list that is not known yet",
            type: rulesetType,
            props: { ...soundRuleset, bypassActors: UNKNOWN },
        },
        {
            name: "a mode that is not known yet",
            ...bypass({ actorType: "Team", actorId: 7, bypassMode: UNKNOWN }),
        },
        {
            name: "administrators who may or may not be bound",
            type: protectionType,
            props: { ...soundProtection, enforceAdmins: UNKNOWN },
        },
    ],
    tokens: ["github:index:RepositoryRuleset"],
});
