import { principalDescriptor, principalId } from "../../../../sandbox/cloud/azuredevops/identities";
import { inProject, stranger, type DevOpsSample, type Ids } from "./samples";

export const ada = principalId("user", "ada@acme.example");
export const adaDescriptor = principalDescriptor("user", ada);

const other = { projectId: stranger };
const allowed = (name: string) => ({ permissions: { [name]: "Deny" } });
const to = (id: Ids) => ({ principal: id("Group") });

function permissionsOf(
    name: string,
    permission: string,
    where: (id: Ids) => Record<string, unknown>,
    at: (id: Ids) => string,
): DevOpsSample {
    return {
        name,
        inputs: (id) => ({ ...where(id), ...to(id), ...allowed(permission) }),
        id: (id) => `${at(id)}/${id("Group")}`,
        update: { permissions: { [permission]: "Allow" } },
        replace: { principal: adaDescriptor },
    };
}

/** People, groups, teams and what they may do. */
export const accessSamples: readonly DevOpsSample[] = [
    {
        name: "BranchPolicyAutoReviewers",
        inputs: (id) => ({
            ...inProject(id),
            settings: {
                scopes: [{ repositoryId: id("Git"), repositoryRef: "refs/heads/main" }],
                autoReviewerIds: [ada],
                pathFilters: ["/azure-pipelines.yml"],
            },
        }),
        id: "number",
        update: { enabled: false },
        replace: other,
    },
    {
        name: "User",
        inputs: () => ({ principalName: "grace@acme.example" }),
        id: "guid",
        later: ["descriptor"],
        update: { accountLicenseType: "stakeholder" },
        replace: { principalName: "other@acme.example" },
    },
    {
        name: "ServicePrincipalEntitlement",
        inputs: () => ({ originId: stranger }),
        id: "guid",
        later: ["descriptor"],
        update: { accountLicenseType: "stakeholder" },
        replace: { originId: ada },
    },
    {
        name: "GroupEntitlement",
        inputs: () => ({ displayName: "Guests" }),
        id: "guid",
        later: ["descriptor"],
        update: { accountLicenseType: "stakeholder" },
        replace: { displayName: "Others" },
    },
    {
        name: "GroupMembership",
        inputs: (id) => ({ group: id("Group"), members: [adaDescriptor] }),
        id: "number",
        update: { mode: "overwrite" },
        replace: { group: adaDescriptor },
    },
    {
        name: "Team",
        inputs: (id) => ({ ...inProject(id), name: "Web", members: [adaDescriptor] }),
        id: "guid",
        later: ["descriptor"],
        update: { description: "who builds it" },
        replace: other,
    },
    {
        name: "TeamMembers",
        inputs: (id) => ({ ...inProject(id), teamId: id("Team"), members: [adaDescriptor] }),
        id: "number",
        update: { mode: "overwrite" },
        replace: { teamId: stranger },
    },
    {
        name: "TeamAdministrators",
        inputs: (id) => ({ ...inProject(id), teamId: id("Team"), administrators: [adaDescriptor] }),
        id: "number",
        update: { mode: "overwrite" },
        replace: { teamId: stranger },
    },
    permissionsOf(
        "ProjectPermissions",
        "START_BUILD",
        inProject,
        (id) => `$PROJECT:vstfs:///Classification/TeamProject/${id("Project")}`,
    ),
    permissionsOf(
        "GitPermissions",
        "ForcePush",
        (id) => ({ ...inProject(id), repositoryId: id("Git"), branchName: "main" }),
        (id) => `repoV2/${id("Project")}/${id("Git")}/refs/heads/6d00610069006e00`,
    ),
    permissionsOf(
        "BuildDefinitionPermissions",
        "EditBuildDefinition",
        (id) => ({ ...inProject(id), buildDefinitionId: id("BuildDefinition") }),
        (id) => `${id("Project")}/Release/${id("BuildDefinition")}`,
    ),
    permissionsOf(
        "BuildFolderPermissions",
        "QueueBuilds",
        (id) => ({ ...inProject(id), path: "\\Release" }),
        (id) => `${id("Project")}/Release`,
    ),
    permissionsOf("LibraryPermissions", "Create", inProject, (id) => `Library/${id("Project")}`),
    permissionsOf(
        "VariableGroupPermissions",
        "View",
        (id) => ({ ...inProject(id), variableGroupId: id("VariableGroup") }),
        (id) => `Library/${id("Project")}/VariableGroup/${id("VariableGroup")}`,
    ),
    permissionsOf(
        "ServiceendpointPermissions",
        "Use",
        (id) => ({ ...inProject(id), serviceendpointId: id("ServiceEndpointAzureRM") }),
        (id) => `endpoints/${id("Project")}/${id("ServiceEndpointAzureRM")}`,
    ),
    permissionsOf(
        "ServicehookPermissions",
        "EditSubscriptions",
        inProject,
        (id) => `PublisherSecurity/${id("Project")}`,
    ),
    {
        name: "SecurityPermissions",
        inputs: (id) => ({
            namespaceId: "a6cc6381-a1ca-4b36-b3c1-4e65211e82b6",
            token: "AllPermissions",
            ...to(id),
            ...allowed("Write"),
        }),
        id: (id) => `a6cc6381-a1ca-4b36-b3c1-4e65211e82b6/AllPermissions/${id("Group")}`,
        update: allowed("Delete_Streams"),
        replace: { token: "other" },
    },
    {
        name: "SecurityroleAssignment",
        inputs: (id) => ({
            scope: "distributedtask.environmentreferencerole",
            resourceId: `${id("Project")}_${id("Environment")}`,
            identityId: ada,
            roleName: "Reader",
        }),
        id: (id) =>
            `distributedtask.environmentreferencerole/${id("Project")}_${id("Environment")}/${ada}`,
        update: { roleName: "User" },
        replace: { identityId: stranger },
    },
];
