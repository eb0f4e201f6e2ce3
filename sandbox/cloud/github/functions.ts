import { githubError } from "../failures";
import { nodeId } from "../identifiers";
import type { CloudFunction } from "../resourceType";
import { flag, integer, required, text, type Fields } from "../shape";
import { isObject, items, str, type Values } from "../values";
import { accessFunctions } from "./accessFunctions";
import { accountId } from "./account";
import { organizationSettingsOf } from "./organizationSettings";
import { getIpRanges } from "./ipRanges";
import { rolesOf } from "./organizationRoles";
import { getRestApi } from "./restApi";
import { repositoryClaim } from "./rest";

const getOrganization: CloudFunction = (args, { plan = "enterprise" }, store) => {
    const login = str(args, "name");
    const repositories = store
        .under(`repositories of ${login}`)
        .map(({ outputs }) => str(outputs, "fullName"));
    const members = store.under(`members of ${login}`).map(({ inputs }) => str(inputs, "username"));
    return {
        ...args,
        id: String(accountId(login)),
        login,
        orgname: login,
        name: login,
        nodeId: nodeId("O", login.toLowerCase()),
        description: "Organisation of the emulated cloud",
        plan,
        repositories,
        members,
        users: members.map((member) => ({
            login: member,
            id: String(accountId(member)),
            role: "MEMBER",
        })),
        defaultRepositoryPermission: "none",
        membersAllowedRepositoryCreationType: "none",
        membersCanCreateInternalRepositories: false,
        membersCanCreatePages: false,
        membersCanCreatePrivatePages: false,
        membersCanCreatePrivateRepositories: false,
        membersCanCreatePublicPages: false,
        membersCanCreatePublicRepositories: false,
        membersCanCreateRepositories: false,
        membersCanForkPrivateRepositories: false,
        twoFactorRequirementEnabled: true,
        webCommitSignoffRequired: false,
        advancedSecurityEnabledForNewRepositories: false,
        dependabotAlertsEnabledForNewRepositories: false,
        dependabotSecurityUpdatesEnabledForNewRepositories: false,
        dependencyGraphEnabledForNewRepositories: false,
        secretScanningEnabledForNewRepositories: false,
        secretScanningPushProtectionEnabledForNewRepositories: false,
        ...organizationSettingsOf(store, login),
    };
};

const getRepository: CloudFunction = (args, scope, store) => {
    const [owner, given = ""] = (
        str(args, "fullName") || `${scope.owner}/${str(args, "name")}`
    ).split("/");
    const found = store.holder(repositoryClaim(owner ?? "", given));
    if (found === undefined) {
        throw githubError(404, `GET /repos/${owner ?? ""}/${given}`, "Not Found");
    }
    return {
        ...found.outputs,
        id: found.id,
        fork: false,
        hasDownloads: false,
        pages: [],
        repositoryLicenses: [],
        templates: [],
    };
};

const getTeam: CloudFunction = (args, scope, store) => {
    const found = store.holder(`team ${scope.owner}/${str(args, "slug")}`);
    if (found === undefined) {
        throw githubError(404, `GET /orgs/${scope.owner}/teams/${str(args, "slug")}`, "Not Found");
    }
    const held = store.under(`team ${scope.owner}/#${found.id} holds`);
    const repositories = held.filter(({ inputs }) => inputs.repository !== undefined);
    return {
        description: "",
        ...args,
        ...found.outputs,
        id: found.id,
        members: held.flatMap(({ inputs }) => loginsIn(inputs)),
        permission: "pull",
        repositories: repositories.map(({ inputs }) => str(inputs, "repository")),
        repositoriesDetaileds: repositories.map(({ inputs, outputs }) => ({
            repoId: 0,
            roleName: str(outputs, "permission"),
            repoName: str(inputs, "repository"),
        })),
    };
};

function loginsIn(inputs: Values): string[] {
    const single = str(inputs, "username");
    const many = items(inputs, "members")
        .filter(isObject)
        .map((one) => str(one, "username"));
    return single === "" ? many : [single];
}

const getUser: CloudFunction = (args) => {
    const login = str(args, "username");
    const id = accountId(login);
    return {
        username: login,
        login,
        id: String(id),
        nodeId: nodeId("U", login.toLowerCase()),
        name: login,
        avatarUrl: `https://avatars.githubusercontent.com/u/${id}?v=4`,
        bio: "",
        blog: "",
        company: "",
        createdAt: "2020-01-01 00:00:00 +0000 UTC",
        updatedAt: "2020-01-01 00:00:00 +0000 UTC",
        suspendedAt: "",
        email: "",
        followers: 0,
        following: 0,
        gpgKeys: [],
        sshKeys: [],
        gravatarId: "",
        location: "",
        publicGists: 0,
        publicRepos: 0,
        siteAdmin: false,
    };
};

/** GitHub functions that are emulated. */
export const githubFunctions = new Map<string, { args: Fields; run: CloudFunction }>([
    [
        "github:index/getOrganization:getOrganization",
        {
            args: { ignoreArchivedRepos: flag, name: required(text), summaryOnly: flag },
            run: getOrganization,
        },
    ],
    [
        "github:index/getRepository:getRepository",
        {
            args: { description: text, fullName: text, homepageUrl: text, name: text },
            run: getRepository,
        },
    ],
    [
        "github:index/getTeam:getTeam",
        {
            args: {
                membershipType: text,
                resultsPerPage: integer(),
                slug: required(text),
                summaryOnly: flag,
            },
            run: getTeam,
        },
    ],
    [
        "github:index/getOrganizationRoles:getOrganizationRoles",
        {
            args: {},
            run: (_args, scope, store) => ({
                id: scope.owner,
                roles: rolesOf({ store, scope }),
            }),
        },
    ],
    ["github:index/getIpRanges:getIpRanges", { args: {}, run: getIpRanges }],
    ["github:index/getRestApi:getRestApi", { args: { endpoint: required(text) }, run: getRestApi }],
    ["github:index/getUser:getUser", { args: { username: required(text) }, run: getUser }],
    ...accessFunctions,
]);
