import { forkApprovalType, forkWorkflows } from "../../../model/views/githubForks";
import { defineRule } from "../../lib/defineRule";
import { ifThere, judgeDemands, off, on } from "../../lib/demands";
import { flag } from "../../lib/settings";

/** Of the three policies the one that lets nobody from outside run anything unseen. */
const everybodyFromOutside = "all_external_contributors";

/**
 * Stops outsiders' code from running on the estate's runners. Whoever can read a repository can fork
 * it, and a pull request from there brings its own workflow.
 *
 * Blind spot: repositories for which nobody sets this. GitHub begins private ones with no such workflow,
 * public ones with approval for first contributions. Workflows that run on `pull_request_target` run
 * in the repository itself, whatever is set here.
 */
export const forkWorkflowsContained = defineRule({
    id: "fork-workflows-contained",
    code: "H07",
    title: "Pull requests from forks run no workflow by themselves",
    attack:
        "Somebody who may only read forks the repository and opens a pull request whose workflow was changed: it " +
        "prints the secrets it gets, writes with its token, or scans the network its runner stands in.",
    blindSpot:
        "Repositories for which nobody sets this, and workflows that run on pull_request_target.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "run no workflow for pull requests from forks; in public repositories hold those of everybody from outside (GitHubRepositoryGuard: leave allowForkWorkflows out)",
        code: `runWorkflowsFromForkPullRequests: false`,
    },
    controls: ["ncsc:8", "owasp:cicd-sec-4", "owasp:cicd-sec-6", "cis:2.1.5"],
    tags: ["repository", "actions", "fork"],
    types: [forkApprovalType],
    settings: {
        allowApproved: flag(
            "Accept workflows from forks of private repositories that wait for an approval, without secrets and with a token that reads.",
            false,
        ),
    },
    examples: {
        denied: `new GitHubForkApproval("web", {
    repository: "web",
    runWorkflowsFromForkPullRequests: true,
    sendSecretsAndVariables: true,
});`,
        allowed: `new GitHubForkApproval("web", {
    repository: "web",
    runWorkflowsFromForkPullRequests: false,
});`,
    },
    judge(resource, { config }) {
        const { approvalPolicy, runs, gifts, waits } = forkWorkflows(resource);
        return judgeDemands([
            ...ifThere(
                approvalPolicy,
                (policy) => policy === everybodyFromOutside,
                everybodyFromOutside,
            ),
            ...(config.allowApproved ? [] : ifThere(runs, (run) => !run, "false")),
            ...gifts.map(off),
            on(waits),
        ]);
    },
});
