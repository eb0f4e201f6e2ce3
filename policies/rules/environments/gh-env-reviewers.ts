import { environmentType, githubEnvironment } from "../../../model/views/githubEnvironment";
import { defineRule } from "../../lib/defineRule";
import { judgeGate, reviewDemands } from "../../lib/environmentGates";
import { isProduction, productionSettings } from "../../lib/production";

/**
 * Stops a single developer from deploying to production: without reviewers, starting the workflow
 * is enough. A reviewer whose id is not known yet counts.
 *
 * Blind spot: any one reviewer suffices, and a reviewer may also be the author of the change.
 */
export const ghEnvReviewers = defineRule({
    id: "gh-env-reviewers",
    code: "G01",
    title: "A production environment has reviewers",
    attack:
        "A developer, or whoever stole their account, starts the deployment workflow. Nobody else is " +
        "asked, and the job gets production's secrets and identity.",
    blindSpot: "GitHub asks for one approval only, and a reviewer may have written the change.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "name at least one team or user who must approve deployments to the environment",
        code: "reviewers: [{ teams: [releaseTeamId] }]",
    },
    controls: ["ncsc:10", "ncsc:3", "owasp:cicd-sec-1", "cis:5.2.3"],
    tags: ["environment", "approval"],
    types: [environmentType],
    settings: productionSettings,
    examples: {
        denied: `new RepositoryEnvironment("production", {
    repository: "web",
    environment: "production",
    reviewers: [],
});`,
        allowed: `new RepositoryEnvironment("production", {
    repository: "web",
    environment: "production",
    reviewers: [{ teams: [releaseTeamId] }],
});`,
    },
    judge(resource, context) {
        const environment = githubEnvironment(resource);
        return judgeGate(
            isProduction(environment.environment, context),
            reviewDemands(environment),
        );
    },
});
