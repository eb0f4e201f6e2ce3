import { opensToPublic, runnerGroupTypes } from "../../../model/views/githubActions";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands, off } from "../../lib/demands";

/**
 * Stops strangers from running code on the estate's own machines. Anybody can open a pull request in a
 * public repository, and a workflow in it may ask for the group's runners.
 *
 * Blind spot: runners registered with one repository, and which closed repositories use the group.
 */
export const ghRunnerGroupNotPublic = defineRule({
    id: "gh-runner-group-not-public",
    code: "D10",
    title: "No public repository uses the runners of a group",
    attack:
        "A stranger forks a public repository and opens a pull request whose workflow runs on the estate's own " +
        "runner. From there it reaches the runner's network and identity, or waits for the next job.",
    blindSpot: "Runners of a single repository, and which closed repositories use the group.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set allowsPublicRepositories to false, or leave it out",
        code: `allowsPublicRepositories: false`,
    },
    controls: ["ncsc:8", "owasp:cicd-sec-4", "owasp:cicd-sec-7", "cis:2.1.5"],
    tags: ["actions", "runner"],
    types: runnerGroupTypes,
    settings: {},
    examples: {
        denied: `new ActionsRunnerGroup("build", {
    visibility: "selected",
    allowsPublicRepositories: true,
});`,
        allowed: `new ActionsRunnerGroup("build", { visibility: "selected" });`,
    },
    judge(resource) {
        return judgeDemands([off(opensToPublic(resource))]);
    },
});
