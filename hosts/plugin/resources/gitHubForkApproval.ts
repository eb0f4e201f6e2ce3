import { z } from "zod";
import { segment, understood } from "../answers";
import type { Failure } from "../configuration";
import { liveInputs, type HostResource } from "../hostResource";
import type { Hosts } from "../hosts";
import { str, type Value, type Values } from "../values";
import { hostDefaults } from "./defaults";
import { noneOf, oneAtLeast, organizationWide, repositoryName } from "./shapes";

const runs = "runWorkflowsFromForkPullRequests";
/** Inputs of the setting of private repositories, GitHub's names, and what leaving them out means. */
const details = {
    sendWriteTokensToWorkflows: { field: "send_write_tokens_to_workflows", fallback: false },
    sendSecretsAndVariables: { field: "send_secrets_and_variables", fallback: false },
    requireApprovalForForkPrWorkflows: {
        field: "require_approval_for_fork_pr_workflows",
        fallback: true,
    },
} as const;
const detailNames = Object.keys(details);

const contributors = z.object({ approval_policy: z.string() });
const privateForks = z.object({
    run_workflows_from_fork_pull_requests: z.boolean(),
    send_write_tokens_to_workflows: z.boolean(),
    send_secrets_and_variables: z.boolean(),
    require_approval_for_fork_pr_workflows: z.boolean(),
});

/** source: OpenAPI description of GitHub's REST interface 23.0.1, actions/*fork-pr*; date: 2026-11-21 */
export const gitHubForkApproval: HostResource = {
    name: "GitHubForkApproval",
    schema: z.strictObject({
        repository: repositoryName.optional(),
        approvalPolicy: z
            .enum([
                "first_time_contributors_new_to_github",
                "first_time_contributors",
                "all_external_contributors",
            ])
            .optional(),
        [runs]: z.boolean().optional(),
        sendWriteTokensToWorkflows: z.boolean().optional(),
        sendSecretsAndVariables: z.boolean().optional(),
        requireApprovalForForkPrWorkflows: z.boolean().optional(),
    }),
    fixed: ["repository"],
    computed: {},
    rules: checkForm,
    id: (inputs) => str(inputs, "repository") || organizationWide,
    create: async (on, inputs) => {
        await write(on, inputs);
        return { id: str(inputs, "repository") || organizationWide, computed: {} };
    },
    read,
    update: async (on, _id, inputs) => {
        await write(on, inputs);
        return {};
    },
    delete: async (on, id, inputs) => {
        const base = baseOf(on, id);
        // A repository that is gone, or whose visibility changed, has no such setting any more.
        const expects = [404, 422];
        if (inputs.approvalPolicy !== undefined) {
            const body = { approval_policy: hostDefaults.approvalPolicy };
            await on.github.ask("PUT", `${base}/fork-pr-contributor-approval`, { body, expects });
        }
        if (inputs[runs] !== undefined) {
            const body = hostDefaults.privateForks;
            await on.github.ask("PUT", `${base}/fork-pr-workflows-private-repos`, {
                body,
                expects,
            });
        }
    },
};

function checkForm(inputs: Values): Failure[] {
    const failures = oneAtLeast(inputs, ["approvalPolicy", runs]);
    if (inputs.repository !== undefined && inputs.approvalPolicy !== undefined) {
        const reason = "a repository is public or it is not: only one of approvalPolicy and this";
        failures.push(...noneOf(inputs, [runs], reason));
    }
    return inputs[runs] === undefined
        ? [...failures, ...noneOf(inputs, detailNames, `needs ${runs}`)]
        : failures;
}

function baseOf({ githubOwner }: Hosts, id: string): string {
    const place = id === organizationWide ? "orgs" : "repos";
    const repository = id === organizationWide ? "" : `/${segment(id)}`;
    return `/${place}/${segment(githubOwner)}${repository}/actions/permissions`;
}

async function write(on: Hosts, inputs: Values): Promise<void> {
    const base = baseOf(on, str(inputs, "repository") || organizationWide);
    if (inputs.approvalPolicy !== undefined) {
        const body = { approval_policy: inputs.approvalPolicy };
        await on.github.ask("PUT", `${base}/fork-pr-contributor-approval`, { body });
    }
    if (inputs[runs] !== undefined) {
        const fields = Object.entries(details).map(([name, { field, fallback }]) => [
            field,
            inputs[name] ?? fallback,
        ]);
        const body = {
            run_workflows_from_fork_pull_requests: inputs[runs],
            ...(Object.fromEntries(fields) as Values),
        };
        await on.github.ask("PUT", `${base}/fork-pr-workflows-private-repos`, { body });
    }
}

/** Each setting is asked for where it is managed; both where it is looked up: one of them applies. */
async function read(on: Hosts, id: string, inputs: Values) {
    const base = baseOf(on, id);
    const isLookUp = Object.keys(inputs).length === 0;
    const live: Record<string, Value> = {};
    const wanted = [
        [inputs.approvalPolicy, `${base}/fork-pr-contributor-approval`],
        [inputs[runs], `${base}/fork-pr-workflows-private-repos`],
    ] as const;
    for (const [given, path] of wanted) {
        if (given === undefined && !isLookUp) continue;
        const answer = await on.github.ask("GET", path, { expects: [404, 422] });
        if (answer.status === 404) return undefined;
        if (answer.status === 422) continue;
        if (path.endsWith("approval")) {
            live.approvalPolicy = understood(contributors, path, answer).approval_policy;
        } else {
            const body = understood(privateForks, path, answer);
            live[runs] = body.run_workflows_from_fork_pull_requests;
            for (const [name, { field }] of Object.entries(details)) live[name] = body[field];
        }
    }
    if (id !== organizationWide) live.repository = id;
    const fallbacks = Object.entries(details).map(([name, { fallback }]) => [name, fallback]);
    return {
        inputs: liveInputs(inputs, live, Object.fromEntries(fallbacks) as Values),
        computed: {},
    };
}
