import { z } from "zod";
import { segment, understood } from "../answers";
import { liveInputs, type HostResource } from "../hostResource";
import type { Hosts } from "../hosts";
import { createOnce } from "../inDoubt";
import { str, type Values } from "../values";
import { environmentName, repositoryName } from "./shapes";

const rule = z.object({
    id: z.number(),
    enabled: z.boolean(),
    app: z.object({ id: z.number(), slug: z.string() }),
});
const rules = z.object({ custom_deployment_protection_rules: z.array(rule).default([]) });
type Rule = z.infer<typeof rule>;

/** source: OpenAPI description of GitHub's REST interface 23.0.1, deployment protection rules; date: 2026-11-21 */
export const gitHubDeploymentProtectionRule: HostResource = {
    name: "GitHubDeploymentProtectionRule",
    schema: z.strictObject({
        repository: repositoryName,
        environment: environmentName,
        integrationId: z.int().min(1, "must be the id of an app's integration"),
    }),
    fixed: ["repository", "environment", "integrationId"],
    computed: { ruleId: "integer", appSlug: "string", enabled: "boolean" },
    create: async (on, inputs) => {
        const made = await enable(on, inputs);
        const environment = str(inputs, "environment").replaceAll(":", "%3A");
        return {
            id: `${str(inputs, "repository")}:${environment}:${made.id}`,
            computed: computedOf(made),
        };
    },
    read: async (on, id, inputs) => {
        const [repository = "", encoded = "", number = ""] = id.split(":");
        const environment = encoded.replaceAll("%3A", ":");
        const path = `${pathOf(on, { repository, environment })}/${segment(number)}`;
        const answer = await on.github.ask("GET", path, { expects: [404] });
        if (answer.status === 404) return undefined;
        const found = understood(rule, path, answer);
        const live = { repository, environment, integrationId: found.app.id };
        return { inputs: liveInputs(inputs, live, {}), computed: computedOf(found) };
    },
    delete: async (on, id) => {
        const [repository = "", encoded = "", number = ""] = id.split(":");
        const environment = encoded.replaceAll("%3A", ":");
        const path = `${pathOf(on, { repository, environment })}/${segment(number)}`;
        await on.github.ask("DELETE", path, { expects: [404] });
    },
};

function pathOf({ githubOwner }: Hosts, of: Values): string {
    const place = `/repos/${segment(githubOwner)}/${segment(str(of, "repository"))}`;
    return `${place}/environments/${segment(str(of, "environment"))}/deployment_protection_rules`;
}

function computedOf({ id, enabled, app }: Rule): Values {
    return { ruleId: id, enabled, appSlug: app.slug };
}

/** An app stands once in front of an environment: that is how a rule is found again. */
function enable(on: Hosts, inputs: Values): Promise<Rule> {
    const path = pathOf(on, inputs);
    const body = { integration_id: inputs.integrationId };
    return createOnce(
        async () => understood(rule, path, await on.github.ask("POST", path, { body })),
        async () => {
            const answer = await on.github.ask("GET", path);
            const { custom_deployment_protection_rules: stand } = understood(rules, path, answer);
            return stand.find(({ app }) => app.id === inputs.integrationId);
        },
    );
}
