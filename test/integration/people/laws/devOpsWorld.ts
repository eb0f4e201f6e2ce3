import { bornWith } from "../../../../sandbox/cloud/azuredevops/identities";
import type { Values } from "../../../../sandbox/cloud/values";
import type { Deployed, Standing } from "../../../support/people/deployed";

export const one = (kind: string, is: Values, id = kind): Standing => ({ kind, id, is });

const born = bornWith("acme", "P", "shop");
/** Descriptor of a group every project has. */
export const bornGroup = (name: string): string =>
    born.find((group) => group.name.endsWith(name))?.descriptor ?? "";

const groupOf = (name: string, ...members: string[]): Standing =>
    one(
        "Group",
        {
            displayName: name,
            descriptor: `vssgp.${name}`,
            originId: `id-${name}`,
            origin: "vsts",
            members,
        },
        `vssgp.${name}`,
    );
const inBorn = (group: string, ...names: string[]): Standing =>
    one(
        "GroupMembership",
        { group: bornGroup(group), members: names.map((name) => `vssgp.${name}`) },
        group,
    );

/** What a group, or what everybody, is granted; on a repository, and on a folder of branches. */
export const granted = (principal: string, permissions: Values, branchName?: string): Standing =>
    one("GitPermissions", {
        principal,
        permissions,
        repositoryId: "R",
        ...(branchName === undefined ? {} : { branchName }),
        replace: true,
    });

/** A blocking policy on main. */
export const policy = (kind: string, settings: Values, is: Values = {}): Standing =>
    one(kind, {
        enabled: true,
        blocking: true,
        settings: {
            scopes: [{ repositoryId: "R", repositoryRef: "refs/heads/main", matchType: "Exact" }],
            ...settings,
        },
        ...is,
    });

export const votes = (change: Values = {}, is: Values = {}): Standing =>
    policy(
        "BranchPolicyMinReviewers",
        {
            reviewerCount: 2,
            onPushResetAllVotes: true,
            submitterCanVote: false,
            lastPusherCannotApprove: true,
            ...change,
        },
        is,
    );

/** Two groups that write, one that reads, a repository whose pipelines neither write nor vote. */
export const project: Deployed = [
    one("Project", { name: "shop" }, "P"),
    groupOf("dev", "ann", "bob", "cid"),
    groupOf("guard", "gus", "gil"),
    groupOf("release", "rita", "rolf"),
    inBorn("Contributors", "dev", "guard"),
    inBorn("Readers", "release"),
    one("Git", { name: "web", defaultBranch: "refs/heads/main" }, "R"),
    granted(born.find(({ kind }) => kind === "service")?.descriptor ?? "", {
        GenericContribute: "Deny",
        PullRequestContribute: "Deny",
    }),
    one(
        "BuildDefinition",
        { name: "deploy", path: "\\", repository: { repoId: "R", repoType: "TfsGit" } },
        "6",
    ),
    one("ServiceEndpointAzureRM", { serviceEndpointName: "web-production" }, "E"),
];

/** Checks of the connection that deploys, and who is let in. */
export const gate = (kind: string, is: Values): Standing =>
    one(kind, { targetResourceType: "endpoint", targetResourceId: "E", ...is });
export const admitted = (is: Values = { pipelineId: 6 }): Standing =>
    one("PipelineAuthorization", { type: "endpoint", resourceId: "E", ...is });
