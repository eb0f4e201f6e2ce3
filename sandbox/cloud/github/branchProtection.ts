import { githubError } from "../failures";
import { hex, nodeId } from "../identifiers";
import type { Write } from "../resourceType";
import { fixed, flag, integer, list, matching, object, required, text } from "../shape";
import { str, type Values } from "../values";
import { hasBranch } from "./branches";
import { planHas, planRefusal, visibilityOf } from "./plan";
import { joinedId, repositoryName, restType } from "./rest";

export const branchProtection = restType({
    token: "github:index/branchProtection:BranchProtection",
    inputs: {
        allowsDeletions: flag,
        allowsForcePushes: flag,
        enforceAdmins: flag,
        forcePushBypassers: list(text),
        lockBranch: flag,
        pattern: required(text),
        repositoryId: required(fixed(text)),
        requireConversationResolution: flag,
        requireSignedCommits: flag,
        requiredLinearHistory: flag,
        requiredPullRequestReviews: list(
            object({
                dismissStaleReviews: flag,
                dismissalRestrictions: list(text),
                pullRequestBypassers: list(text),
                requireCodeOwnerReviews: flag,
                requireLastPushApproval: flag,
                requiredApprovingReviewCount: integer(0, 6),
                restrictDismissals: flag,
            }),
        ),
        requiredStatusChecks: list(object({ contexts: list(text), strict: flag })),
        restrictPushes: list(object({ blocksCreations: flag, pushAllowances: list(text) })),
    },
    creates: true,
    defaults: {
        allowsDeletions: false,
        allowsForcePushes: false,
        enforceAdmins: false,
        lockBranch: false,
        requireConversationResolution: false,
        requireSignedCommits: false,
        requiredLinearHistory: false,
    },
    id: (inputs, scope, { once }) =>
        once("id", () =>
            nodeId("BPR", scope.owner, str(inputs, "repositoryId"), str(inputs, "pattern")),
        ),
    claims: ({ inputs }) => [protectionClaim(inputs)],
    beforeCreate: ({ store, inputs, scope }) => {
        const repository = str(inputs, "repositoryId");
        const found =
            store.holder(`repository node ${repository}`) ??
            store.holder(`repository ${scope.owner}/${repository}`);
        if (found === undefined) {
            throw githubError(
                404,
                "POST /graphql",
                `Could not resolve to a node with the global id of '${repository}'`,
            );
        }
        const visibility = str(found.outputs, "visibility");
        if (!planHas(scope, "branchProtection", visibility)) {
            throw planRefusal("branchProtection", visibility, 403, "POST /graphql");
        }
        if (store.holder(protectionClaim(inputs)) !== undefined) {
            throw githubError(
                422,
                "POST /graphql",
                `Name already protected: ${str(inputs, "pattern")}`,
            );
        }
    },
});

function protectionClaim(inputs: Values): string {
    return `protection ${str(inputs, "repositoryId")}|${str(inputs, "pattern")}`;
}

const actors = object({ apps: list(text), teams: list(text), users: list(text) });

/** The older type, of one branch, by the REST interface. */
export const branchProtectionV3 = restType({
    token: "github:index/branchProtectionV3:BranchProtectionV3",
    inputs: {
        branch: required(fixed(text)),
        enforceAdmins: flag,
        repository: repositoryName,
        requireConversationResolution: flag,
        requireSignedCommits: flag,
        requiredPullRequestReviews: object({
            bypassPullRequestAllowances: actors,
            dismissStaleReviews: flag,
            dismissalApps: list(text),
            dismissalTeams: list(text),
            dismissalUsers: list(text),
            includeAdmins: flag,
            requireCodeOwnerReviews: flag,
            requireLastPushApproval: flag,
            requiredApprovingReviewCount: integer(0, 6),
        }),
        requiredStatusChecks: object({
            checks: list(matching(/^[^:]+(:-?\d+)?$/, "context or context:app id")),
            contexts: list(text),
            includeAdmins: flag,
            strict: flag,
        }),
        restrictions: actors,
    },
    defaults: {
        enforceAdmins: false,
        requireConversationResolution: false,
        requireSignedCommits: false,
    },
    id: (inputs) => joinedId(str(inputs, "repository"), str(inputs, "branch")),
    outputs: ({ id, inputs, each }) => ({
        etag: each(() => `W/"${hex(32, id, JSON.stringify(inputs))}"`),
    }),
    beforeCreate: (write: Write) => {
        const { store, scope, inputs } = write;
        const [repository, branch] = [str(inputs, "repository"), str(inputs, "branch")];
        const request = `PUT /repos/${scope.owner}/${repository}/branches/${branch}/protection`;
        const visibility = visibilityOf(write, repository);
        if (!planHas(scope, "branchProtection", visibility)) {
            throw planRefusal("branchProtection", visibility, 403, request);
        }
        if (!hasBranch(store, scope, repository, branch)) {
            throw githubError(404, request, "Branch not found");
        }
    },
});
