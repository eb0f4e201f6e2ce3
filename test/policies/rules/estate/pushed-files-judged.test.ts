import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { pushedFilesJudged } from "../../../../policies/rules/estate/pushed-files-judged";
import { describeStackRule, type StackResource } from "../../../support/describeStackRule";
import {
    organizationRulesetType,
    protectionType,
    rulesetType,
    soundProtection,
    soundRuleset,
} from "../../../support/rulesetCases";

function repository(more: PropertyTree = {}): StackResource {
    const props = { name: "web", visibility: "private", ...more };
    return { name: "one", type: "github:index/repository:Repository", props };
}

function files(changed: PropertyTree = {}, type = rulesetType): StackResource {
    const props = {
        repository: "web",
        target: "push",
        enforcement: "active",
        rules: { maxFileSize: { maxFileSize: 10 } },
    };
    return { name: "files", type, props: { ...props, ...changed } };
}

function organization(includes: readonly string[]): StackResource {
    const conditions = { repositoryName: { includes, excludes: [] } };
    return files({ repository: null, conditions }, organizationRulesetType);
}

const findings = ["(resource)"];

describeStackRule(pushedFilesJudged, {
    denied: [
        { name: "a repository without a ruleset of pushes", resources: [repository()], findings },
        {
            name: "a ruleset of branches alone",
            resources: [
                repository({ visibility: "internal" }),
                { name: "main", type: rulesetType, props: soundRuleset },
            ],
            findings,
        },
        {
            name: "classic protection, which judges no files",
            resources: [
                repository(),
                {
                    name: "main",
                    type: protectionType,
                    props: { ...soundProtection, repositoryId: "web" },
                },
            ],
            findings,
        },
        {
            name: "a ruleset of pushes to another repository",
            resources: [repository(), files({ repository: "api" })],
            findings,
        },
        {
            name: "a ruleset of pushes that does not stand",
            resources: [repository(), files({ enforcement: "evaluate" })],
            findings,
        },
        {
            name: "a ruleset of pushes without a rule on files",
            resources: [repository(), files({ rules: {} })],
            findings,
        },
        {
            name: "a ruleset of pushes to other repositories of the organization",
            resources: [repository(), organization(["api-*"])],
            findings,
        },
    ],
    allowed: [
        { name: "a ruleset of pushes", resources: [repository(), files()] },
        {
            name: "a ruleset of pushes of the organization",
            resources: [repository(), organization(["WE*"])],
        },
        {
            name: "a public repository, which cannot have one",
            resources: [repository({ visibility: "public" })],
        },
        { name: "an archived repository", resources: [repository({ archived: true })] },
        {
            name: "a repository whose files something else judges",
            resources: [repository()],
            config: { external: ["web"] },
        },
    ],
    undecidable: [
        {
            name: "a ruleset that may not stand",
            resources: [repository(), files({ enforcement: UNKNOWN })],
            production: false,
        },
        {
            name: "rules that are not known yet",
            resources: [repository(), files({ rules: UNKNOWN })],
            production: false,
        },
    ],
    tokens: ["github:index:Repository"],
});
