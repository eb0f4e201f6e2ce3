import type { PropertyTree } from "../../model/known";
import type { Judged } from "./describeRule";

export const repositoryActions =
    "github:index/actionsRepositoryPermissions:ActionsRepositoryPermissions";
export const organizationActions =
    "github:index/actionsOrganizationPermissions:ActionsOrganizationPermissions";
export const enterpriseActions =
    "github:index/enterpriseActionsPermissions:EnterpriseActionsPermissions";
export const repositoryToken =
    "github:index/workflowRepositoryPermissions:WorkflowRepositoryPermissions";
export const organizationToken =
    "github:index/actionsOrganizationWorkflowPermissions:ActionsOrganizationWorkflowPermissions";

/** Permissions of Actions that every rule accepts, with some properties changed; null leaves one out. */
export function actionsWith(changed: PropertyTree, type = repositoryActions): Judged {
    const sound = {
        allowedActions: "selected",
        allowedActionsConfig: {
            githubOwnedAllowed: true,
            verifiedAllowed: false,
            patternsAlloweds: ["docker/build-push-action@*"],
        },
        shaPinningRequired: true,
    };
    return { type, props: { ...sound, ...changed } };
}

/** The same for the token of workflows. */
export function tokenWith(changed: PropertyTree, type = repositoryToken): Judged {
    const sound = { defaultWorkflowPermissions: "read", canApprovePullRequestReviews: false };
    return { type, props: { ...sound, ...changed } };
}
