import type { Failure } from "../check";
import { githubError } from "../failures";
import { visibilityOf } from "../github/plan";
import { restType } from "../github/rest";
import type { Write } from "../resourceType";
import { fixed, flag, oneOf, text } from "../shape";
import { isUnknown, str, type Values } from "../values";
import { oneAtLeast, organizationWide, token, without } from "./hostsType";

const runs = "runWorkflowsFromForkPullRequests";
const details = [
    "sendWriteTokensToWorkflows",
    "sendSecretsAndVariables",
    "requireApprovalForForkPrWorkflows",
] as const;

/** source: GitHub's REST description, permissions for GitHub Actions; date: 2026-11-21 */
export const forkApproval = restType({
    token: token("GitHubForkApproval"),
    inputs: {
        repository: fixed(text),
        approvalPolicy: oneOf(
            "first_time_contributors_new_to_github",
            "first_time_contributors",
            "all_external_contributors",
        ),
        [runs]: flag,
        sendWriteTokensToWorkflows: flag,
        sendSecretsAndVariables: flag,
        requireApprovalForForkPrWorkflows: flag,
    },
    check: checkForm,
    id: (inputs) => str(inputs, "repository") || organizationWide,
    beforeCreate: refuseVisibility,
    beforeUpdate: refuseVisibility,
});

function checkForm(inputs: Values): Failure[] {
    const failures = oneAtLeast(inputs, ["approvalPolicy", runs]);
    if (inputs.repository !== undefined && inputs.approvalPolicy !== undefined) {
        const reason = "a repository is public or it is not: only one of approvalPolicy and this";
        failures.push(...without(inputs, [runs], reason));
    }
    return inputs[runs] === undefined
        ? [...failures, ...without(inputs, details, `needs ${runs}`)]
        : failures;
}

/** Which of the two settings a repository has depends on who can see it. */
function refuseVisibility(write: Write): void {
    const { inputs, scope } = write;
    const repository = str(inputs, "repository");
    if (repository === "" || isUnknown(repository)) return;
    const isPublic = visibilityOf(write, repository) === "public";
    const path = `PUT /repos/${scope.owner}/${repository}/actions/permissions`;
    if (!isPublic && inputs.approvalPolicy !== undefined) {
        const message = "Fork PR approval is not allowed for private repositories.";
        throw githubError(422, `${path}/fork-pr-contributor-approval`, message);
    }
    if (isPublic && inputs[runs] !== undefined) {
        const message = "This setting only applies to internal and private repositories";
        throw githubError(422, `${path}/fork-pr-workflows-private-repos`, message);
    }
}
