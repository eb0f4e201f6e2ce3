import { map, type Known } from "../../../model/known";
import {
    buildDefinition,
    buildDefinitionType,
    type BuildDefinition,
    type BuildVariable,
} from "../../../model/views/devOpsBuilds";
import { defineRule } from "../../lib/defineRule";
import { demand, judgeDemands, type Demand } from "../../lib/demands";
import { texts } from "../../lib/settings";

/**
 * Stops pipelines that change without a review. A definition without a trigger of its own is started
 * by branch policies and people alone: nothing is wrong with that, so only a trigger that is written
 * here instead of in the YAML is refused.
 */
export const adoBuildDefinitionAsCode = defineRule({
    id: "ado-build-definition-as-code",
    code: "J08",
    title: "Pipelines run what stands in the repository, with the rights of their project",
    attack:
        "Steps, triggers or variables kept in the definition are edited on a web page and reviewed by nobody; a " +
        "token for the whole organisation then reaches every other project.",
    blindSpot: "Does not read the YAML file, nor see whether its branch is protected.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "name the YAML file, leave triggers to it, limit jobs to the project and close variables to whoever starts a run",
        code: `repository: { repoType: "TfsGit", repoId: web.id, ymlPath: "azure-pipelines.yml" },
ciTrigger: { useYaml: true },
jobAuthorizationScope: "project",`,
    },
    controls: ["ncsc:3", "ncsc:7", "owasp:cicd-sec-4", "cis:2.3.1"],
    tags: ["azure-devops", "pipeline"],
    types: [buildDefinitionType],
    settings: {
        overridable: texts("Names of variables that whoever starts a run may set.", []),
    },
    examples: {
        denied: `new BuildDefinition("build", {
    projectId: project.id,
    repository: { repoType: "TfsGit", repoId: web.id },
});`,
        allowed: `new BuildDefinition("build", {
    projectId: project.id,
    repository: { repoType: "TfsGit", repoId: web.id, ymlPath: "azure-pipelines.yml" },
    ciTrigger: { useYaml: true },
    jobAuthorizationScope: "project",
});`,
    },
    judge(resource, { config }) {
        const definition = buildDefinition(resource);
        return judgeDemands([
            demand(definition.ymlPath, (path) => path !== "", "the path of a YAML file"),
            ...readJobs(definition),
            ...readTrigger(definition),
            demand(definition.scope, (scope) => /^project$/i.test(scope), "project"),
            ...readVariables(definition.variables, config.overridable),
        ]);
    },
});

/** Jobs written into the definition are a classic pipeline, whatever else is said. */
function readJobs({ jobs }: BuildDefinition): Demand[] {
    if (jobs.state === "absent") return [];
    const count = { path: "jobs", value: map(jobs, ({ length }) => length) };
    const each = jobs.state === "known" ? jobs.value : [];
    return [
        demand(count, (length) => length === 0, "none: jobs stand in the YAML file"),
        ...each.map((givesToken) => demand(givesToken, (given) => !given, "false")),
    ];
}

function readTrigger({ triggersInYaml }: BuildDefinition): Demand[] {
    return triggersInYaml.value.state === "absent"
        ? []
        : [demand(triggersInYaml, (inYaml) => inYaml, "true, or no ciTrigger")];
}

function readVariables(
    variables: Known<readonly BuildVariable[]>,
    overridable: readonly string[],
): Demand[] {
    if (variables.state === "absent") return [];
    if (variables.state === "unknown") {
        return [demand({ path: "variables", value: variables }, () => true, "known variables")];
    }
    return variables.value
        .filter(({ name }) => name.state !== "known" || !overridable.includes(name.value))
        .map((variable) => demand(variable.overridable, (may) => !may, "false"));
}
