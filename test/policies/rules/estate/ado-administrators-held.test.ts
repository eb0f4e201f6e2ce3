import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoAdministratorsHeld } from "../../../../policies/rules/estate/ado-administrators-held";
import { describeStackRule, type StackResource } from "../../../support/describeStackRule";
import { administrators, contributors, devOps } from "../../../support/devOpsPlaceCases";

const refused = { EditPolicies: "Deny", ManagePermissions: "Deny" };
const one = devOps("one", "Project", { name: "Shop" });
const shop = devOps("shop", "Project", { name: "Shop" });

/** Permissions of Project Administrators in project "one". */
function git(more: PropertyTree = {}, parent?: string): StackResource {
    const props: PropertyTree = {
        projectId: UNKNOWN,
        principal: administrators,
        permissions: refused,
        ...more,
    };
    const granted = devOps("git", "GitPermissions", props, { projectId: ["one"] });
    return parent === undefined ? granted : { ...granted, parent };
}

/** A repository "one" of project "shop", and permissions of administrators on it. */
function inRepository(more: PropertyTree = {}): StackResource[] {
    return [
        shop,
        devOps("one", "Git", { projectId: UNKNOWN }, { projectId: ["shop"] }),
        devOps(
            "git",
            "GitPermissions",
            {
                projectId: UNKNOWN,
                repositoryId: UNKNOWN,
                principal: administrators,
                permissions: refused,
                ...more,
            },
            { projectId: ["one"], repositoryId: ["one"] },
        ),
    ];
}

function component(args: PropertyTree, type = "AzureDevOpsProject"): StackResource {
    return { name: "component", type: `gatehouse:index:${type}`, props: args };
}

const notYet = git({ principal: UNKNOWN }, "component");
const found = ["(resource)"];

describeStackRule(adoAdministratorsHeld, {
    denied: [
        {
            name: "a project that leaves its administrators what they are born with",
            resources: [one],
            findings: found,
            says: "Project Administrators",
        },
        {
            name: "policies they may edit",
            resources: [one, git({ permissions: { ManagePermissions: "Deny" } })],
            findings: found,
        },
        {
            name: "a refusal to somebody else",
            resources: [one, git({ principal: contributors })],
            findings: found,
        },
        {
            name: "a refusal on one branch",
            resources: [one, git({ branchName: "main" })],
            findings: found,
        },
        {
            name: "a repository where they are refused one of two",
            resources: inRepository({ permissions: { ...refused, EditPolicies: "NotSet" } }),
            findings: found,
        },
        {
            name: "a refusal in another project",
            resources: [shop, one, { ...git(), propertyDependencies: { projectId: ["shop"] } }],
            findings: found,
        },
        {
            name: "refusals to others, of a component that leaves administrators out",
            resources: [one, component({ allowProjectAdministrators: true }), notYet],
            findings: found,
        },
    ],
    allowed: [
        { name: "a refusal for the project", resources: [one, git()] },
        { name: "a refusal for the repository", resources: inRepository() },
        {
            name: "a refusal for the project of the repository",
            resources: [
                ...inRepository({ permissions: {} }),
                devOps(
                    "wide",
                    "GitPermissions",
                    { projectId: UNKNOWN, principal: administrators, permissions: refused },
                    { projectId: ["shop"] },
                ),
            ],
        },
        {
            name: "a component that refuses it, while nobody's descriptor is known",
            resources: [one, component({}), notYet],
        },
    ],
    undecidable: [
        {
            name: "a refusal to somebody who is not known yet",
            resources: [one, git({ principal: UNKNOWN })],
            production: false,
        },
        {
            name: "a refusal of a component that says nothing of it",
            resources: [one, component({}, "Other"), notYet],
            production: false,
        },
        {
            name: "an argument that is not known yet",
            resources: [one, component({ allowProjectAdministrators: UNKNOWN }), notYet],
            production: false,
        },
        {
            name: "permissions that are not known yet",
            resources: [one, git({ permissions: UNKNOWN })],
            production: false,
        },
    ],
    tokens: ["azuredevops:index:Project"],
});
