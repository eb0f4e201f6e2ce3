import { pipelineSetting, pipelineSettingsType } from "../../../model/views/devOpsBuilds";
import { defineRule } from "../../lib/defineRule";
import { demand, judgeDemands } from "../../lib/demands";

/** What is left out stays as somebody set it, so every one is asked for. */
const wanted = [
    "enforceJobScope",
    "enforceJobScopeForRelease",
    "enforceReferencedRepoScopedToken",
    "enforceSettableVar",
    "statusBadgesArePrivate",
];

export const adoPipelineSettings = defineRule({
    id: "ado-pipeline-settings",
    code: "J07",
    title: "A job's token reaches its own project and repositories only, and runs take no odd variables",
    attack:
        "A job of one team reads and writes the repositories of all others with its token, or whoever starts a run " +
        "sets a variable that a script then executes.",
    blindSpot:
        "Settings of the organisation win over these and are not seen, nor are projects without this resource.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set all five settings to true (AzureDevOpsProject does)",
        code: wanted.map((name) => `${name}: true,`).join("\n"),
    },
    controls: ["owasp:cicd-sec-5", "owasp:cicd-sec-4", "ncsc:6"],
    tags: ["azure-devops", "pipeline"],
    types: [pipelineSettingsType],
    settings: {},
    examples: {
        denied: `new ProjectPipelineSettings("settings", {
    projectId: project.id,
    enforceJobScope: false,
});`,
        allowed: `new ProjectPipelineSettings("settings", {
    projectId: project.id,
    enforceJobScope: true,
    enforceJobScopeForRelease: true,
    enforceReferencedRepoScopedToken: true,
    enforceSettableVar: true,
    statusBadgesArePrivate: true,
});`,
    },
    judge(resource) {
        return judgeDemands(
            wanted.map((name) => demand(pipelineSetting(resource, name), (on) => on, "true")),
        );
    },
});
