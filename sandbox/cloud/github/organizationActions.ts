import { githubError } from "../failures";
import type { Write } from "../resourceType";
import { fixed, flag, integer, list, object, oneOf, required, text } from "../shape";
import { isUnknown, items, str, UNKNOWN, type Values } from "../values";
import { visibilityOf } from "./plan";
import { requireRepositoryIds } from "./repositoryIds";
import { restType } from "./rest";

/** Settings of which an organisation has one each; "creating" them overwrites what stands. */
const idOfOwner = (_inputs: Values, { owner }: { owner: string }) => owner;

export const organizationPermissions = restType({
    token: "github:index/actionsOrganizationPermissions:ActionsOrganizationPermissions",
    inputs: {
        allowedActions: oneOf("all", "local_only", "selected"),
        allowedActionsConfig: object({
            githubOwnedAllowed: required(flag),
            patternsAlloweds: list(text),
            verifiedAllowed: flag,
        }),
        enabledRepositories: required(oneOf("all", "none", "selected")),
        enabledRepositoriesConfig: object({ repositoryIds: required(list(integer())) }),
        shaPinningRequired: flag,
    },
    defaults: { shaPinningRequired: false },
    check: (inputs) => {
        const { allowedActions, allowedActionsConfig, enabledRepositories } = inputs;
        const { enabledRepositoriesConfig } = inputs;
        const failures = [];
        if (
            allowedActionsConfig !== undefined &&
            (allowedActions === "all" || allowedActions === "local_only")
        ) {
            const reason = 'is for allowedActions "selected" only';
            failures.push({ property: "allowedActionsConfig", reason });
        }
        if (enabledRepositories === "selected" && enabledRepositoriesConfig === undefined) {
            const reason = 'missing, enabledRepositories "selected" needs it';
            failures.push({ property: "enabledRepositoriesConfig", reason });
        }
        return failures;
    },
    id: idOfOwner,
    beforeCreate: requireEnabled,
    beforeUpdate: requireEnabled,
});

function requireEnabled(write: Write): void {
    const request = `PUT /orgs/${write.scope.owner}/actions/permissions/repositories`;
    const ids = items(write.inputs, "enabledRepositoriesConfig", "repositoryIds");
    requireRepositoryIds(write, request, ids);
}

export const organizationWorkflowPermissions = restType({
    token: "github:index/actionsOrganizationWorkflowPermissions:ActionsOrganizationWorkflowPermissions",
    inputs: {
        canApprovePullRequestReviews: flag,
        defaultWorkflowPermissions: oneOf("read", "write"),
        organizationSlug: required(fixed(text)),
    },
    defaults: { canApprovePullRequestReviews: false, defaultWorkflowPermissions: "read" },
    id: (inputs) => str(inputs, "organizationSlug"),
    beforeCreate: ({ scope, inputs }) => {
        const slug = str(inputs, "organizationSlug");
        if (slug.toLowerCase() !== scope.owner.toLowerCase()) {
            throw githubError(404, `PUT /orgs/${slug}/actions/permissions/workflow`, "Not Found");
        }
    },
});

/** Does nothing until a repository opts in; `standingRepository` of the token issuer reads it. */
export const organizationOidcTemplate = restType({
    token: "github:index/actionsOrganizationOidcSubjectClaimCustomizationTemplate:ActionsOrganizationOidcSubjectClaimCustomizationTemplate",
    inputs: { includeClaimKeys: required(list(text, { min: 1 })) },
    id: idOfOwner,
});

export const repositoryAccessLevel = restType({
    token: "github:index/actionsRepositoryAccessLevel:ActionsRepositoryAccessLevel",
    inputs: {
        accessLevel: required(oneOf("none", "user", "organization", "enterprise")),
        repository: required(text),
    },
    id: (inputs) => (isUnknown(inputs.repository) ? UNKNOWN : str(inputs, "repository")),
    beforeCreate: requireClosed,
    beforeUpdate: requireClosed,
});

/** Everybody may use what a public repository holds. */
function requireClosed(write: Write): void {
    const repository = str(write.inputs, "repository");
    if (visibilityOf(write, repository) === "public") {
        const request = `PUT /repos/${write.scope.owner}/${repository}/actions/permissions/access`;
        const message =
            "Access policy only applies to internal and private repositories: the repository is public";
        throw githubError(422, request, message);
    }
}
