import { githubError } from "../failures";
import { flag, list, object, oneOf, required, text } from "../shape";
import { str, UNKNOWN } from "../values";
import { repositoryClaim, repositoryIdOf, repositoryName, restType } from "./rest";

/** Settings of which a repository has one each; "creating" them overwrites what stands. */
const idOfRepository = (inputs: Parameters<typeof str>[0]) => str(inputs, "repository");

export const vulnerabilityAlerts = restType({
    token: "github:index/repositoryVulnerabilityAlerts:RepositoryVulnerabilityAlerts",
    inputs: { enabled: flag, repository: repositoryName },
    defaults: { enabled: true },
    id: idOfRepository,
    outputs: (shaping) => ({ repositoryId: UNKNOWN, ...repositoryIdOf(shaping) }),
});

export const dependabotUpdates = restType({
    token: "github:index/repositoryDependabotSecurityUpdates:RepositoryDependabotSecurityUpdates",
    inputs: { enabled: required(flag), repository: repositoryName },
    id: idOfRepository,
    beforeCreate: ({ store, scope, inputs }) => {
        const alerts = store
            .under(repositoryClaim(scope.owner, str(inputs, "repository")))
            .find(({ type }) => type === vulnerabilityAlerts.token);
        const repository = store.holder(repositoryClaim(scope.owner, str(inputs, "repository")));
        const isOn =
            alerts?.outputs.enabled === true || repository?.inputs.vulnerabilityAlerts === true;
        if (inputs.enabled === true && !isOn) {
            const request = `PUT /repos/${scope.owner}/${str(inputs, "repository")}/automated-security-fixes`;
            throw githubError(
                422,
                request,
                "Vulnerability alerts must be enabled to configure Dependabot security updates.",
            );
        }
    },
});

export const actionsPermissions = restType({
    token: "github:index/actionsRepositoryPermissions:ActionsRepositoryPermissions",
    inputs: {
        allowedActions: oneOf("all", "local_only", "selected"),
        allowedActionsConfig: object({
            githubOwnedAllowed: required(flag),
            patternsAlloweds: list(text),
            verifiedAllowed: flag,
        }),
        enabled: flag,
        repository: repositoryName,
        shaPinningRequired: flag,
    },
    defaults: { enabled: true, shaPinningRequired: false },
    check: (inputs) =>
        inputs.allowedActionsConfig !== undefined &&
        inputs.allowedActions !== undefined &&
        (inputs.allowedActions === "all" || inputs.allowedActions === "local_only")
            ? [
                  {
                      property: "allowedActionsConfig",
                      reason: 'is for allowedActions "selected" only',
                  },
              ]
            : [],
    id: idOfRepository,
});

export const workflowPermissions = restType({
    token: "github:index/workflowRepositoryPermissions:WorkflowRepositoryPermissions",
    inputs: {
        canApprovePullRequestReviews: flag,
        defaultWorkflowPermissions: oneOf("read", "write"),
        repository: repositoryName,
    },
    defaults: { canApprovePullRequestReviews: false, defaultWorkflowPermissions: "read" },
    id: idOfRepository,
});

export const oidcTemplate = restType({
    token: "github:index/actionsRepositoryOidcSubjectClaimCustomizationTemplate:ActionsRepositoryOidcSubjectClaimCustomizationTemplate",
    inputs: {
        includeClaimKeys: list(text, { min: 1 }),
        repository: repositoryName,
        useDefault: required(flag),
    },
    check: (inputs) =>
        inputs.useDefault === true && inputs.includeClaimKeys !== undefined
            ? [{ property: "includeClaimKeys", reason: "cannot be set when useDefault is true" }]
            : [],
    id: idOfRepository,
});
