import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { everyRepoProtected } from "../../../../policies/rules/estate/every-repo-protected";
import { describeStackRule, type StackResource } from "../../../support/describeStackRule";
import {
    olderProtectionType,
    organizationRulesetType,
    protectionType,
    rulesetType,
    soundProtection,
    soundRuleset,
} from "../../../support/rulesetCases";

const repositoryType = "github:index/repository:Repository";

function repository(outputs: PropertyTree = {}): StackResource {
    const inputs = { name: "web", visibility: "private" };
    const made = { repoId: 202, nodeId: "R_1", defaultBranch: "main" };
    return { name: "one", type: repositoryType, props: { ...inputs, ...made, ...outputs }, inputs };
}

/** Not made yet: only what the program says is known. */
const planned = repository({ repoId: UNKNOWN, nodeId: UNKNOWN, defaultBranch: UNKNOWN });

function guard(changed: PropertyTree = {}, more: Partial<StackResource> = {}): StackResource {
    return { name: "guard", type: rulesetType, props: { ...soundRuleset, ...changed }, ...more };
}

function refs(includes: readonly string[], excludes: readonly string[] = []): PropertyTree {
    return { conditions: { refName: { includes, excludes } } };
}

function organization(aim: PropertyTree, more: Partial<StackResource> = {}): StackResource {
    const conditions = { ...soundRuleset.conditions, ...aim };
    return guard({ conditions, repository: null }, { type: organizationRulesetType, ...more });
}

const defaultBranch = (branch: PropertyTree[string]): StackResource => ({
    name: "default",
    type: "github:index/branchDefault:BranchDefault",
    props: { repository: "web", branch },
});

const everywhere = { repositoryName: { includes: ["~ALL"], excludes: [] } };
const unchecked: PropertyTree = { ...soundRuleset.rules, requiredStatusChecks: null };

function protection(more: PropertyTree, rest: Partial<StackResource> = {}): StackResource {
    const props = { ...soundProtection, ...more };
    return { name: "guard", type: protectionType, props, ...rest };
}

const resource = ["(resource)"];

describeStackRule(everyRepoProtected, {
    denied: [
        { name: "a repository without a guard", resources: [repository()], findings: resource },
        {
            name: "a guard of another repository",
            resources: [repository(), guard({ repository: "api" })],
            findings: resource,
        },
        {
            name: "a guard of another repository that is still to be made",
            resources: [
                planned,
                { ...planned, name: "two" },
                guard({ repository: UNKNOWN }, { propertyDependencies: { repository: ["two"] } }),
            ],
            findings: resource,
        },
        {
            name: "a guard of another branch",
            resources: [repository(), guard(refs(["refs/heads/develop"]))],
            findings: resource,
            says: "no guard on main",
        },
        {
            name: "a guard of every branch but the default one",
            resources: [repository(), guard(refs(["~ALL"], ["refs/heads/main"]))],
            findings: resource,
        },
        {
            name: "a guard of main where something else is the default branch",
            resources: [repository({ defaultBranch: "trunk" }), guard(refs(["refs/heads/main"]))],
            findings: resource,
            says: "no guard on trunk",
        },
        {
            name: "a guard of tags",
            resources: [repository(), guard({ target: "tag" })],
            findings: resource,
        },
        {
            name: "a layer about signatures alone",
            resources: [repository(), guard({ rules: { requiredSignatures: true } })],
            findings: resource,
        },
        {
            name: "a ruleset of the organization that leaves the repository out",
            resources: [
                repository(),
                organization({ repositoryName: { includes: ["~ALL"], excludes: ["WEB"] } }),
            ],
            findings: resource,
        },
        {
            name: "a ruleset of the organization for other ids",
            resources: [planned, organization({ repositoryIds: [7] })],
            findings: resource,
        },
        {
            name: "a ruleset of the organization that demands no checks, alone",
            resources: [
                repository(),
                {
                    ...organization(everywhere),
                    props: { ...organization(everywhere).props, rules: unchecked },
                },
            ],
            findings: resource,
            says: "no check on main",
        },
        {
            name: "classic protection of another branch",
            resources: [repository(), protection({ pattern: "release/*", repositoryId: "web" })],
            findings: resource,
        },
    ],
    allowed: [
        { name: "a ruleset of its own", resources: [repository(), guard()] },
        {
            name: "a ruleset that does not stand, which another rule names",
            resources: [repository(), guard({ enforcement: "evaluate" })],
        },
        {
            name: "a ruleset of a repository that is still to be made",
            resources: [
                planned,
                guard({ repository: UNKNOWN }, { propertyDependencies: { repository: ["one"] } }),
            ],
        },
        {
            name: "a ruleset of main in a repository that is still to be made",
            resources: [planned, guard(refs(["refs/heads/main"]))],
        },
        {
            name: "a ruleset of a pattern in which the default branch lies",
            resources: [repository({ defaultBranch: "main" }), guard(refs(["refs/heads/ma*"]))],
        },
        {
            name: "a default branch that the stack sets",
            resources: [repository(), defaultBranch("trunk"), guard(refs(["refs/heads/trunk"]))],
        },
        {
            name: "a ruleset of every branch, whichever the default one will be",
            resources: [repository(), defaultBranch(UNKNOWN), guard(refs(["~ALL"]))],
        },
        {
            name: "a ruleset of the organization for all of them",
            resources: [repository(), organization(everywhere)],
        },
        {
            name: "a ruleset of the organization for its id",
            resources: [repository(), organization({ repositoryIds: [7, 202] })],
        },
        {
            name: "a ruleset of the organization for ids that come from it",
            resources: [
                planned,
                organization(
                    { repositoryIds: UNKNOWN },
                    { propertyDependencies: { conditions: ["one"] } },
                ),
            ],
        },
        {
            name: "a ruleset of its own whose checks another rule asks for",
            resources: [repository(), guard({ rules: unchecked })],
        },
        {
            name: "classic protection by name",
            resources: [repository(), protection({ repositoryId: "web" })],
        },
        {
            name: "classic protection by the other id",
            resources: [repository(), protection({ repositoryId: "R_1" })],
        },
        {
            name: "classic protection of a repository that is still to be made",
            resources: [
                planned,
                protection(
                    { repositoryId: UNKNOWN },
                    { propertyDependencies: { repositoryId: ["one"] } },
                ),
            ],
        },
        {
            name: "the older classic protection",
            resources: [
                repository(),
                protection({ repository: "web", branch: "main" }, { type: olderProtectionType }),
            ],
        },
        { name: "an archived repository", resources: [repository({ archived: true })] },
        {
            name: "a repository that another stack guards",
            resources: [repository()],
            config: { external: ["Web"] },
        },
    ],
    undecidable: [
        {
            name: "a guard whose repository is not known yet",
            resources: [repository(), guard({ repository: UNKNOWN })],
            production: true,
        },
        {
            name: "a default branch that the stack sets to what is not known yet",
            resources: [repository(), defaultBranch(UNKNOWN), guard(refs(["refs/heads/main"]))],
            production: true,
        },
        {
            name: "branches that are not known yet",
            resources: [repository(), guard({ conditions: UNKNOWN })],
            production: true,
        },
        {
            name: "a ruleset of the organization by what is said of repositories",
            resources: [
                repository(),
                organization({ repositoryProperty: { includes: [{ name: "tier" }] } }),
            ],
            production: true,
        },
    ],
    tokens: ["github:index:Repository"],
});
