import { guid } from "../../../../sandbox/cloud/identifiers";
import type { Props } from "../support";

/** Id of the sample of a class that was created before, as text. */
export type Ids = (className: string) => string;

/** One resource of each type; its inputs name resources created before it. */
export interface DevOpsSample {
    readonly name: string;
    readonly inputs: (id: Ids) => Props;
    readonly id: "guid" | "number" | RegExp | ((id: Ids) => string);
    /** Outputs that are unknown in the preview of a creation. */
    readonly later?: readonly string[];
    /** Inputs that are changed in place. */
    readonly update?: Props;
    /** Inputs whose change replaces the resource. */
    readonly replace?: Props;
}

export const token = (name: string): string =>
    `azuredevops:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;

/** A well-formed GUID nobody gave out. */
export const stranger = guid("nobody");

export const inProject = (id: Ids): Props => ({ projectId: id("Project") });
export const main = "refs/heads/main";

const scopes = (id: Ids) => [{ repositoryId: id("Git"), repositoryRef: main }];
const other = { projectId: stranger };

/** Project, code and the policies over it. */
export const codeSamples: readonly DevOpsSample[] = [
    {
        name: "Project",
        inputs: () => ({ name: "Shop", visibility: "private" }),
        id: "guid",
        update: { description: "all of it", name: "Shops" },
        replace: { workItemTemplate: "Scrum" },
    },
    {
        name: "ProjectFeatures",
        inputs: (id) => ({ ...inProject(id), features: { testplans: "disabled" } }),
        id: (id) => id("Project"),
        update: { features: { boards: "disabled" } },
        replace: other,
    },
    {
        name: "ProjectPipelineSettings",
        inputs: (id) => ({ ...inProject(id), enforceJobScope: true }),
        id: (id) => id("Project"),
        update: { statusBadgesArePrivate: false },
        replace: other,
    },
    {
        name: "Git",
        inputs: (id) => ({
            ...inProject(id),
            name: "web",
            defaultBranch: main,
            initialization: { initType: "Clean" },
        }),
        id: "guid",
        later: ["url"],
        update: { name: "site" },
        replace: { initialization: { initType: "Import", sourceType: "Git", sourceUrl: "x" } },
    },
    {
        name: "GitRepositoryBranch",
        inputs: (id) => ({ repositoryId: id("Git"), name: "release", refBranch: "main" }),
        id: (id) => `${id("Git")}:release`,
        later: ["lastCommitId"],
        replace: { name: "other" },
    },
    {
        name: "GitRepositoryFile",
        inputs: (id) => ({
            repositoryId: id("Git"),
            branch: "refs/heads/release",
            file: "azure-pipelines.yml",
            content: "steps: []",
        }),
        id: (id) => `${id("Git")}/azure-pipelines.yml:refs/heads/release`,
        update: { content: "steps: [checkout: self]" },
        replace: { file: "other.yml" },
    },
    {
        name: "BuildFolder",
        inputs: (id) => ({ ...inProject(id), path: "\\Release" }),
        id: (id) => `${id("Project")}\\Release`,
        update: { description: "what ships" },
        replace: other,
    },
    {
        name: "Group",
        inputs: (id) => ({ scope: id("Project"), displayName: "Releasers" }),
        id: /^vssgp\./,
        later: ["descriptor", "groupId", "originId"],
        update: { description: "who may release" },
        replace: { scope: stranger },
    },
    {
        name: "BuildDefinition",
        inputs: (id) => ({
            ...inProject(id),
            name: "deploy",
            path: "\\Release",
            repository: { repoType: "TfsGit", repoId: id("Git"), ymlPath: "azure-pipelines.yml" },
            ciTrigger: { useYaml: true },
        }),
        id: "number",
        update: { queueStatus: "paused" },
        replace: other,
    },
    {
        name: "BranchPolicyMinReviewers",
        inputs: (id) => ({
            ...inProject(id),
            settings: { scopes: scopes(id), reviewerCount: 2, lastPusherCannotApprove: true },
        }),
        id: "number",
        update: { blocking: false },
        replace: other,
    },
    {
        name: "BranchPolicyBuildValidation",
        inputs: (id) => ({
            ...inProject(id),
            settings: {
                scopes: scopes(id),
                buildDefinitionId: Number(id("BuildDefinition")),
                displayName: "build",
            },
        }),
        id: "number",
        update: { enabled: false },
        replace: other,
    },
    {
        name: "BranchPolicyCommentResolution",
        inputs: (id) => ({ ...inProject(id), settings: { scopes: scopes(id) } }),
        id: "number",
        update: { enabled: false },
        replace: other,
    },
    {
        name: "BranchPolicyWorkItemLinking",
        inputs: (id) => ({
            ...inProject(id),
            settings: { scopes: [{ matchType: "DefaultBranch" }] },
        }),
        id: "number",
        update: { enabled: false },
        replace: other,
    },
    {
        name: "BranchPolicyMergeTypes",
        inputs: (id) => ({
            ...inProject(id),
            settings: { scopes: scopes(id), allowSquash: true },
        }),
        id: "number",
        update: { enabled: false },
        replace: other,
    },
    {
        name: "BranchPolicyStatusCheck",
        inputs: (id) => ({
            ...inProject(id),
            settings: { scopes: scopes(id), name: "signed", invalidateOnUpdate: true },
        }),
        id: "number",
        update: { enabled: false },
        replace: other,
    },
    ...(
        [
            ["AuthorEmailPattern", { authorEmailPatterns: ["*@acme.example"] }],
            ["CaseEnforcement", { enforceConsistentCase: true }],
            ["CheckCredentials", {}],
            ["FilePathPattern", { filepathPatterns: ["*.exe"] }],
            ["MaxFileSize", { maxFileSize: 10 }],
            ["MaxPathLength", { maxPathLength: 300 }],
            ["ReservedNames", {}],
        ] as const
    ).map(([kind, more]) => ({
        name: `RepositoryPolicy${kind}`,
        inputs: (id: Ids) => ({ ...inProject(id), ...more, repositoryIds: [id("Git")] }),
        id: "number" as const,
        update: { enabled: false },
        replace: other,
    })),
];
