import { map } from "../../../model/known";
import { authorizationTypes, opening } from "../../../model/views/devOpsAuthorization";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";

/**
 * Stops resources that every pipeline of a project may use. An authorisation without the number of a
 * pipeline is one for all of them, those that are still to be made included. A number that is not
 * known yet is one; the rule looks again before it is written.
 *
 * Blind spot: what was opened by hand, and pipelines whose YAML anybody can change.
 */
export const adoResourceNotOpenToAllPipelines = defineRule({
    id: "ado-resource-not-open-to-all-pipelines",
    code: "J05",
    title: "A resource on Azure DevOps is opened to named pipelines, never to all",
    attack:
        "A developer makes a pipeline of their own, or changes one that nobody watches, and names the " +
        "connection, variables or agents of production in it. They are open to every pipeline.",
    blindSpot:
        "Does not see what was opened by hand, nor who may change the pipelines that are let in.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "name each pipeline by its number, and leave a variable group's allowAccess false",
        code: "pipelineId: deploy.id.apply(Number)",
    },
    controls: ["ncsc:3", "owasp:cicd-sec-5", "owasp:cicd-sec-1", "cis:2.1.5"],
    tags: ["azure-devops", "pipeline"],
    types: authorizationTypes,
    settings: {},
    examples: {
        denied: `new PipelineAuthorization("production", {
    projectId: project.id,
    resourceId: connection.id,
    type: "endpoint",
});`,
        allowed: `new PipelineAuthorization("production", {
    projectId: project.id,
    resourceId: connection.id,
    type: "endpoint",
    pipelineId: deploy.id.apply(Number),
});`,
    },
    judge(resource) {
        const { property, toAll } = opening(resource);
        return judgeDemands([
            {
                property,
                seen: map(toAll, () => "every pipeline of the project"),
                met: map(toAll, (all) => !all),
                wanted: property === "allowAccess" ? "false" : "the number of one pipeline",
            },
        ]);
    },
});
