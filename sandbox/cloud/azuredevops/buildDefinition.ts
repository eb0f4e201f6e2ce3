import type { Failure } from "../check";
import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import {
    get,
    isObject,
    isUnknown,
    items,
    num,
    part,
    str,
    text as joined,
    texts,
    type Values,
} from "../values";
import { definitionClaim, folderClaim, requireDefinition } from "./buildClaims";
import { definitionInputs, folderInputs } from "./buildShape";
import { devOpsType } from "./devOpsType";
import { requireRepository } from "./git";
import { projectClaim } from "./organization";
import { poolClaim, poolNameClaim } from "./pools";
import { requireProtected } from "./protectedResources";

/** Queues every project has. */
const standardQueues = ["azure pipelines", "default"];

export const buildDefinition = devOpsType("BuildDefinition", {
    inputs: definitionInputs,
    autoname: true,
    id: { series: "definition" },
    check: (inputs) => [
        ...checkTriggers(inputs),
        ...checkVariables(inputs),
        ...checkRepository(part(inputs, "repository")),
        ...checkJobs(inputs),
    ],
    // Each write of the service is a revision of its own, from 1 on.
    outputs: ({ old }) => ({ revision: (num(old?.outputs, "revision") ?? 0) + 1 }),
    unique: ({ inputs, scope }) => {
        const path = str(inputs, "path") || "\\";
        const name = str(inputs, "name");
        const project = projectClaim(scope.owner, str(inputs, "projectId"));
        return {
            claim: `${project}/definition ${path}\\${name}`,
            refusal: `DefinitionExistsException: A build definition named ${name} already exists in folder ${path}.`,
        };
    },
    claims: ({ scope, id }) => [definitionClaim(scope.owner, id)],
    needs: (write) => {
        requireSource(write);
        requireQueue(write);
        for (const group of texts(write.inputs, "variableGroups")) {
            requireProtected(write, "variablegroup", group);
        }
        for (const trigger of items(write.inputs, "buildCompletionTriggers").filter(isObject)) {
            requireDefinition(write, String(num(trigger, "buildDefinitionId")));
        }
    },
});

function requireSource(write: Write): void {
    const of = (name: string) => str(write.inputs, "repository", name);
    if (of("repoType") === "TfsGit") {
        requireRepository(write, of("repoId"));
    }
    if (of("serviceConnectionId") !== "") {
        requireProtected(write, "endpoint", of("serviceConnectionId"));
    }
}

/** A definition runs on a queue of its project: one of its own, or of a pool all projects have. */
function requireQueue({ inputs, scope, store }: Write): void {
    const name = str(inputs, "agentPoolName") || "Azure Pipelines";
    if (standardQueues.includes(name.toLowerCase())) {
        return;
    }
    const pool = store.holder(poolNameClaim(scope.owner, name));
    const queues = pool === undefined ? [] : store.under(poolClaim(scope.owner, pool.id));
    const project = str(inputs, "projectId");
    const here = queues.some((queue) => str(queue.inputs, "projectId") === project);
    const everywhere = pool !== undefined && get(pool.outputs, "autoProvision") === true;
    const elastic = pool !== undefined && str(pool.inputs, "projectId") === project;
    if (!here && !everywhere && !elastic) {
        const message = `TaskAgentQueueNotFoundException: No agent queue named ${name} in project ${project}.`;
        throw azureDevOpsError(404, message);
    }
}

function checkTriggers(inputs: Values): Failure[] {
    return ["ciTrigger", "pullRequestTrigger"].flatMap((name) => {
        const trigger = part(inputs, name);
        return trigger.useYaml !== undefined && trigger.override !== undefined
            ? [{ property: `${name}.useYaml`, reason: `conflicts with ${name}.override` }]
            : [];
    });
}

function checkVariables(inputs: Values): Failure[] {
    const names = items(inputs, "variables").map((one) => (isObject(one) ? str(one, "name") : ""));
    return names.flatMap((name, i) =>
        name !== "" && !isUnknown(name) && names.indexOf(name) < i
            ? [{ property: `variables[${i}].name`, reason: `duplicate variable with name ${name}` }]
            : [],
    );
}

function checkRepository(repository: Values): Failure[] {
    const failures: Failure[] = [];
    const given = (name: string) => repository[name] !== undefined;
    if (given("url") && given("githubEnterpriseUrl")) {
        const reason = "conflicts with repository.githubEnterpriseUrl";
        failures.push({ property: "repository.url", reason });
    }
    if (repository.repoType === "Git") {
        for (const name of ["serviceConnectionId", "url"].filter((one) => !given(one))) {
            const reason = "must be set when repoType is Git";
            failures.push({ property: `repository.${name}`, reason });
        }
    }
    return failures;
}

function checkJobs(inputs: Values): Failure[] {
    return items(inputs, "jobs")
        .filter(isObject)
        .flatMap((job, i) => {
            const target = part(job, "target");
            const options = part(target, "executionOptions");
            const agentless = target.type === "AgentlessJob";
            const at = `jobs[${i}].target`;
            const failures: Failure[] = [];
            if (agentless && target.demands !== undefined) {
                const reason = "must not be set when the job is an AgentlessJob";
                failures.push({ property: `${at}.demands`, reason });
            }
            if (agentless && options.type === "Multi-Agent") {
                const reason = "Multi-Agent is not supported for an AgentlessJob";
                failures.push({ property: `${at}.executionOptions.type`, reason });
            }
            if (options.type === "Multi-Agent" && options.multipliers !== undefined) {
                const reason = "must not be set when the type is Multi-Agent";
                failures.push({ property: `${at}.executionOptions.multipliers`, reason });
            }
            return failures;
        });
}

/** A folder of definitions. */
export const buildFolder = devOpsType("BuildFolder", {
    inputs: folderInputs,
    // The provider calls all folders of a project by the project's id; here they are told apart.
    id: (inputs) => joined`${str(inputs, "projectId")}${str(inputs, "path")}`,
    outputs: ({ inputs }) => ({ description: str(inputs, "description") }),
    unique: ({ inputs, scope }) => ({
        claim: folderClaim(scope.owner, str(inputs, "projectId"), str(inputs, "path")),
        refusal: `FolderExistsException: Folder ${str(inputs, "path")} already exists.`,
    }),
});
