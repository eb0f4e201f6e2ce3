import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { adoGrantsNarrow } from "../../../../policies/rules/access/ado-grants-narrow";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";
import { contributors } from "../../../support/devOpsPlaceCases";

function permissions(type: string, given: PropertyTree, more: PropertyTree = {}): Judged {
    return {
        type: devOpsToken(type),
        props: { projectId: "p", principal: contributors, permissions: given, ...more },
    };
}

function raw(namespaceId: PropertyValue, token: string): Judged {
    return permissions("SecurityPermissions", { Administer: "Allow" }, { namespaceId, token });
}

function role(scope: PropertyValue, roleName: PropertyValue): Judged {
    const props: PropertyTree = { scope, resourceId: "p", identityId: "i", roleName };
    return { type: devOpsToken("SecurityroleAssignment"), props };
}

const connections = "ServiceendpointPermissions";
const administer = { Use: "Allow", Administer: "Allow" };
const environments = "distributedtask.globalenvironmentreferencerole";
/** Scopes that hold for everything of a kind. */
const wide = [
    "distributedtask.globalagentpoolrole",
    "distributedtask.collection.serviceendpointrole",
    "Distributedtask.GlobalAgentQueueRole",
];
const library = "b7e84409-6553-448a-bbb2-af228e07cbeb";

describeRule(adoGrantsNarrow, {
    denied: [
        {
            name: "an administrator of all connections",
            ...permissions(connections, administer),
            findings: ["permissions.Administer"],
        },
        ...wide.map((scope) => ({
            name: `an administrator by ${scope}`,
            ...role(scope, "Administrator"),
            findings: ["roleName"],
        })),
        {
            name: "an administrator and owner of all variables",
            ...permissions("LibraryPermissions", { Administer: "Allow", Owner: "Allow" }),
            findings: ["permissions.Administer", "permissions.Owner"],
        },
        {
            name: "an administrator of all pipelines",
            ...permissions(
                "BuildFolderPermissions",
                { AdministerBuildPermissions: "Allow" },
                { path: "\\" },
            ),
            findings: ["permissions.AdministerBuildPermissions"],
        },
        {
            name: "an administrator who is not known yet",
            ...permissions(connections, administer, { principal: UNKNOWN }),
            findings: ["permissions.Administer"],
        },
        {
            name: "an administrator of all environments",
            ...role(environments, "Administrator"),
            findings: ["roleName"],
        },
        {
            name: "an administrator of the library by its role",
            ...role("distributedtask.library", "administrator"),
            findings: ["roleName"],
        },
        {
            name: "an administrator of the library by the namespace's id",
            ...raw(library, "Library/p"),
            findings: ["permissions.Administer"],
        },
    ],
    allowed: [
        {
            name: "use and creation",
            ...permissions(connections, { Use: "Allow", Create: "Allow", Administer: "Deny" }),
        },
        {
            name: "an administrator of one connection",
            ...permissions(connections, administer, { serviceendpointId: "e" }),
        },
        {
            name: "an administrator of one folder of pipelines",
            ...permissions(
                "BuildFolderPermissions",
                { AdministerBuildPermissions: "Allow" },
                { path: "\\web" },
            ),
        },
        {
            name: "an administrator of one environment",
            ...role("distributedtask.environmentreferencerole", "Administrator"),
        },
        { name: "a reader of all environments", ...role(environments, "Reader") },
        {
            name: "an administrator of one variable group by the namespace's id",
            ...raw(library, "Library/p/VariableGroup/1"),
        },
        {
            name: "a namespace that is none of ours",
            ...raw("00000000-0000-0000-0000-000000000000", "p"),
        },
        {
            name: "a principal that the settings accept",
            ...permissions(connections, administer),
            config: { principals: [contributors] },
        },
        {
            name: "a holder of a role that the settings accept",
            ...role(environments, "Administrator"),
            config: { principals: ["i"] },
        },
    ],
    undecidable: [
        {
            name: "a permission that is not known yet",
            ...permissions(connections, { Administer: UNKNOWN }),
        },
        {
            name: "a connection that is not known yet",
            ...permissions(connections, administer, { serviceendpointId: UNKNOWN }),
        },
        {
            name: "somebody who may turn out to be accepted",
            ...permissions(connections, administer, { principal: UNKNOWN }),
            config: { principals: [contributors] },
        },
        { name: "a role that is not known yet", ...role(environments, UNKNOWN) },
        { name: "a scope that is not known yet", ...role(UNKNOWN, "Administrator") },
        { name: "a namespace that is not known yet", ...raw(UNKNOWN, "Library/p") },
    ],
    tokens: ["azuredevops:index:ServiceendpointPermissions"],
});
