import { environmentType, githubEnvironment } from "../../../model/views/githubEnvironment";
import { defineRule } from "../../lib/defineRule";
import { bypassDemands, judgeGate } from "../../lib/environmentGates";
import { isProduction, productionSettings } from "../../lib/production";

/**
 * Stops the two ways around an approval that GitHub leaves open by default: the person who started
 * the deployment approves it, or an administrator skips it.
 *
 * Blind spot: a reviewer may have a colleague's workflow start the deployment and then approve it.
 */
export const ghEnvNoSelfOrAdminBypass = defineRule({
    id: "gh-env-no-self-or-admin-bypass",
    code: "G02",
    title: "Nobody approves their own production deployment and no administrator skips the approval",
    attack:
        "A reviewer starts a deployment and approves it, or an administrator deploys without approval. " +
        "Either way one person, or one stolen account, reaches production.",
    blindSpot: "A run that a bot or another workflow starts can be approved by whoever caused it.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set preventSelfReview to true and canAdminsBypass to false; GitHub's defaults are the reverse",
        code: "preventSelfReview: true,\ncanAdminsBypass: false",
    },
    controls: ["ncsc:6", "ncsc:7", "ncsc:10", "owasp:cicd-sec-1"],
    tags: ["environment", "approval"],
    types: [environmentType],
    settings: productionSettings,
    examples: {
        denied: `new RepositoryEnvironment("production", {
    repository: "web",
    environment: "production",
    reviewers: [{ teams: [releaseTeamId] }],
});`,
        allowed: `new RepositoryEnvironment("production", {
    repository: "web",
    environment: "production",
    reviewers: [{ teams: [releaseTeamId] }],
    preventSelfReview: true,
    canAdminsBypass: false,
});`,
    },
    judge(resource, context) {
        const environment = githubEnvironment(resource);
        return judgeGate(
            isProduction(environment.environment, context),
            bypassDemands(environment),
        );
    },
});
