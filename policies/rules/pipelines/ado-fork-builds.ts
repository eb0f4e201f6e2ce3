import { allowed, undecidable } from "../../../model/finding";
import { is } from "../../../model/known";
import {
    buildDefinition,
    buildDefinitionType,
    pullRequestTrigger,
} from "../../../model/views/devOpsBuilds";
import { defineRule } from "../../lib/defineRule";
import { demand, judgeDemands } from "../../lib/demands";
import { texts } from "../../lib/settings";

/**
 * Stops code of strangers from running with our secrets or on our machines. Judges what a trigger says:
 * a definition without one is right, and the only way for a repository in Azure Repos, where branch
 * policies start builds and the service refuses such a trigger.
 */
export const adoForkBuilds = defineRule({
    id: "ado-fork-builds",
    code: "H06",
    title: "Builds of forks get no secrets and no machine of ours, and wait for a person",
    attack:
        "A stranger forks the repository, changes the build and opens a pull request: the build runs their script, " +
        "prints the secrets, or leaves something behind on an agent inside the network.",
    blindSpot:
        "Sees what the definition says; a YAML file may name another pool, and settings of the project may be stricter.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "build no forks; or on hosted agents, without secrets, after a team member's comment",
        code: `pullRequestTrigger: {
    forks: { enabled: false, shareSecrets: false },
    // …
}`,
    },
    controls: ["ncsc:8", "owasp:cicd-sec-4", "owasp:cicd-sec-6"],
    tags: ["azure-devops", "pipeline", "fork"],
    types: [buildDefinitionType],
    settings: {
        hostedPools: texts("Agent pools whose machines Microsoft runs and throws away.", [
            "Azure Pipelines",
        ]),
    },
    examples: {
        denied: `new BuildDefinition("build", {
    repository: { repoType: "GitHub", repoId: "acme/web", ymlPath: "azure-pipelines.yml" },
    pullRequestTrigger: { forks: { enabled: true, shareSecrets: true } },
    // …
});`,
        allowed: `new BuildDefinition("build", {
    repository: { repoType: "GitHub", repoId: "acme/web", ymlPath: "azure-pipelines.yml" },
    pullRequestTrigger: { forks: { enabled: false, shareSecrets: false } },
    // …
});`,
    },
    judge(resource, { config }) {
        const trigger = pullRequestTrigger(resource);
        if (trigger.state === "absent") return allowed;
        if (trigger.state === "unknown") return undecidable(["pullRequestTrigger"]);
        const { buildsForks, sharesSecrets, commentRequired } = trigger.value;
        const secrets = demand(sharesSecrets, (shares) => !shares, "false");
        if (!is(buildsForks.value, true)) {
            return judgeDemands([secrets, demand(buildsForks, (builds) => !builds, "false")]);
        }
        return judgeDemands([
            secrets,
            demand(
                commentRequired,
                (whose) => /^(all|nonteammembers)$/i.test(whose),
                "All or NonTeamMembers",
            ),
            demand(
                buildDefinition(resource).poolName,
                (pool) => config.hostedPools.includes(pool),
                `a pool of hosted agents: ${config.hostedPools.join(", ")}`,
            ),
        ]);
    },
});
