import { flag, required, text } from "../shape";
import { part, str } from "../values";
import { filled, uuid } from "./fields";
import { identityFunctions } from "./identityFunctions";
import { listed, oneArgument, shown, wanted, type DevOpsFunction } from "./lookup";
import { groupFunctions } from "./groupFunctions";
import { resourceFunctions } from "./resourceFunctions";
import { organizationId } from "./organization";
import { securityFunctions } from "./securityFunctions";
import { principalId } from "./identities";

const projectProperties = [
    "description",
    "features",
    "name",
    "processTemplateId",
    "versionControl",
    "visibility",
    "workItemTemplate",
];
const allFeatures = ["boards", "repositories", "pipelines", "testplans", "artifacts"];

const getProject: DevOpsFunction = {
    args: { name: text, projectId: text },
    run: (args, { owner }, store) => {
        const by = oneArgument(args, ["name", "projectId"]);
        const property = by === "name" ? "name" : "id";
        const found = wanted(listed(store, owner, "Project"), property, str(args, by), "Project");
        const features = Object.fromEntries(allFeatures.map((name) => [name, "enabled"]));
        const apart = store.find(
            "azuredevops:index/projectFeatures:ProjectFeatures",
            found.id,
            owner,
        );
        return {
            description: "",
            ...shown(found, projectProperties),
            features: {
                ...features,
                ...part(found.outputs, "features"),
                ...part(apart?.outputs, "features"),
            },
            projectId: found.id,
        };
    },
};

const getProjects: DevOpsFunction = {
    args: { name: text, state: text },
    run: (args, { owner }, store) => {
        const name = str(args, "name").toLowerCase();
        const found = listed(store, owner, "Project").filter(
            ({ outputs }) => name === "" || str(outputs, "name").toLowerCase() === name,
        );
        return {
            id: `projects#${name}`,
            name: str(args, "name"),
            state: str(args, "state") || "all",
            projects: found.map(({ id, outputs }) => ({
                name: str(outputs, "name"),
                projectId: id,
                projectUrl: `https://dev.azure.com/${owner}/_apis/projects/${id}`,
                state: "wellFormed",
            })),
        };
    },
};

const getClientConfig: DevOpsFunction = {
    args: {},
    run: (_args, { owner, tenantId }) => ({
        id: organizationId(owner),
        name: owner,
        organizationUrl: `https://dev.azure.com/${owner}`,
        ownerId: principalId("user", `owner of ${owner}`),
        status: "enabled",
        tenantId,
    }),
};

const repositoryProperties = [
    "defaultBranch",
    "disabled",
    "isFork",
    "name",
    "projectId",
    "remoteUrl",
    "size",
    "sshUrl",
    "url",
    "webUrl",
];

const getGitRepository: DevOpsFunction = {
    args: { name: required(filled), projectId: required(uuid) },
    run: (args, { owner }, store) => {
        const among = listed(store, owner, "Git", str(args, "projectId"));
        return shown(wanted(among, "name", str(args, "name"), "Repository"), repositoryProperties);
    },
};

const getRepositories: DevOpsFunction = {
    args: { includeHidden: flag, name: text, projectId: uuid },
    run: (args, { owner }, store) => {
        const [project, name] = [str(args, "projectId"), str(args, "name").toLowerCase()];
        const found = listed(store, owner, "Git", project).filter(
            ({ outputs }) => name === "" || str(outputs, "name").toLowerCase() === name,
        );
        return {
            id: `repositories#${project}#${name}`,
            includeHidden: false,
            ...args,
            repositories: found.map((one) => shown(one, repositoryProperties)),
        };
    },
};

const own: Readonly<Record<string, DevOpsFunction>> = {
    getClientConfig,
    getGitRepository,
    getProject,
    getProjects,
    getRepositories,
};

/** Azure DevOps functions that are emulated. */
export const azureDevOpsFunctions = new Map<string, DevOpsFunction>(
    Object.entries({
        ...own,
        ...resourceFunctions,
        ...groupFunctions,
        ...identityFunctions,
        ...securityFunctions,
    }).map(([name, called]) => [`azuredevops:index/${name}:${name}`, called]),
);
