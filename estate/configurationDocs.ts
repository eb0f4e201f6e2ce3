import { z } from "zod";

import { estateSchema } from "./schema";
import { reasons } from "./schemaParts";
import { shapes, type Shape } from "./shapes";

/** A JSON Schema in which defaults say why they are what they are. */
type Schema = z.core.JSONSchema.JSONSchema & { reason?: string };

/** A configuration that is as short as it can be and complete. */
export const example = `config:
    gatehouse:estate:
        organization: acme
        azure:
            tenantId: 5c0d4e2a-7f6b-4a1d-9b3e-2f8a6c1d7e90
            subscriptionId: 83f2c6d1-5e0a-4b97-b1c8-7a40d9e6f325
            location: uksouth
        teams:
            platform: [ada, grace]
            web: [linus, margaret]
            release: [barbara, katherine]
        contacts: [security@acme.example]
        vault: { name: kv-acme }
        environments:
            - { name: staging, tier: staging }
            - { name: production, tier: production, reviewers: [release] }
        repositories:
            - { name: web, host: github, team: web }
`;

const introduction = `# Configuration

<!-- Written by \`npm run docs\` from estate/schema.ts and estate/defaults.ts. -->

An estate is one object under \`gatehouse:estate\` in \`Pulumi.<stack>.yaml\`. This is a whole one:

\`\`\`yaml
${example}\`\`\`

The first line \`# yaml-language-server: $schema=./estate/estate.schema.json\` gives editors completion and checks.
Everything is checked before anything runs: all mistakes are listed at once, each with its path, the value found
and what is allowed, and commands end with exit code 2.

Whatever weakens a guard is called \`allow…\` and is off. Turning it on does not silence the policy pack, which
judges the result.

Taking a reader off a secret, or a signer or verifier off a signing key, in Azure needs a hand: the vault's lock holds
these roles, and \`pulumi up\` fails with \`ScopeLocked\` until it is gone. Delete the lock \`do-not-delete\` of the vault,
run \`pulumi up\`, then \`pulumi refresh\` and \`pulumi up\` again: these put the lock back. No refresh before the first,
or the lock is back before the role has gone.

What the form cannot say is checked, too:

- every team named exists, and a team whose approval is needed has members;
- names are used once: repositories, environments of a repository, members of a team, checks, reviewers and roles,
  upper and lower case being the same;
- nobody who reviews a production environment can push to the repository, be it as a member of its team, of its code
  owners or of its leads, because a host asks for one approval only. \`allowReviewersWhoCanPush\` accepts it;
- compared are, on both hosts and for roles, the logins listed under \`teams\`, and that no two teams are one group of
  Entra. Who is in these groups cannot be compared: no directory is asked before anything runs. In each belong the people
  of its team and nobody else, and nobody belongs in two that must be apart; an access review in Entra holds that;
- a signing key or secret is used by deployments of the cloud it lives in, and whatever is in AWS has an account;
- a pool that registers runners has a GitHub App, and one for Azure DevOps a project;
- a repository on Azure DevOps has a project, its teams are groups of Entra, and it says nothing that only GitHub knows;
- where roles are given, each team has one at most, its place in repositories and environments fits it, and nobody is
  in teams of two roles that must be separate;
- nothing is asked of GitHub that the organization's plan leaves out.
`;

/** What the parts with a section of their own are called. */
const titles: Readonly<Record<string, string>> = {
    repository: "a repository",
    environment: "an environment",
    branch: "guarded branches",
    requiredWorkflow: "a required workflow",
    principals: "people and roles",
    awsTargets: "what an environment deploys in AWS",
    ecsService: "an ECS service",
    lambdaAlias: "an alias of a Lambda function",
    s3Site: "a site in S3",
    signingKey: "a signing key",
    secret: "a secret",
    feed: "a feed",
    feedSource: "a source of a feed",
    azurePool: "a pool in Azure",
    awsPool: "a pool in AWS",
};

interface Section {
    title: string;
    find: (root: Schema) => Schema;
}

const sections: Section[] = [
    { title: "The estate", find: (root) => root },
    { title: "azure", find: (root) => property(root, "azure") },
    { title: "vault", find: (root) => property(root, "vault") },
    { title: "aws", find: (root) => property(root, "aws") },
    { title: "github", find: (root) => property(root, "github") },
    { title: "azureDevOps", find: (root) => property(root, "azureDevOps") },
    {
        title: "azureDevOps.aws",
        find: (root) => property(property(root, "azureDevOps"), "aws"),
    },
    {
        title: "azureDevOps.audit",
        find: (root) => property(property(root, "azureDevOps"), "audit"),
    },
    {
        title: "azureDevOps.packages",
        find: (root) => property(property(root, "azureDevOps"), "packages"),
    },
    { title: "roles", find: (root) => property(root, "roles") },
    { title: "roles.breakGlass", find: (root) => property(property(root, "roles"), "breakGlass") },
    { title: "githubApp", find: (root) => property(root, "githubApp") },
    { title: "state", find: (root) => property(root, "state") },
    ...Object.entries(titles).map(([name, title]) => ({
        title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
        find: (root: Schema) => definition(root, name),
    })),
    { title: "agents", find: (root) => property(root, "agents") },
    { title: "agents.azure", find: (root) => property(property(root, "agents"), "azure") },
    { title: "agents.aws", find: (root) => property(property(root, "agents"), "aws") },
];

/** Text of docs/configuration.md: every key with its meaning, what it takes, its default and why. */
export function configurationDocs(): string {
    const root = z.toJSONSchema(estateSchema, {
        target: "draft-7",
        io: "input",
        override: ({ zodSchema, jsonSchema }) => {
            Object.assign(jsonSchema, reasons.get(zodSchema));
        },
    });
    return [introduction, ...sections.map((one) => section(one, one.find(root)))].join("\n");
}

function section({ title }: Section, schema: Schema): string {
    const required = new Set(schema.required);
    const entries = Object.entries(schema.properties ?? {}).map(([key, value]) =>
        entry(key, value as Schema, required.has(key)),
    );
    return `## ${title}\n\n${entries.join("\n")}\n`;
}

function entry(key: string, schema: Schema, required: boolean): string {
    const fallback =
        schema.default === undefined
            ? ""
            : `\n  Default: \`${JSON.stringify(schema.default)}\`. ${schema.reason ?? ""}`;
    const flag = required ? " (required)" : "";
    return `- **\`${key}\`**${flag}: ${schema.description ?? ""}\n  Takes ${takes(schema)}.${fallback}`;
}

/** What a value may be, in words. */
function takes(schema: Schema): string {
    if (schema.$ref) {
        const name = schema.$ref.split("/").at(-1) ?? "";
        return `${titles[name] ?? name} (below)`;
    }
    if (schema.anyOf) {
        return 'a name, or an object such as `{ context: "build", integrationId: 15368 }`';
    }
    switch (schema.type) {
        case "array":
            return `a list, each item ${takes(schema.items as Schema)}${bounds(schema)}`;
        case "boolean":
            return "`true` or `false`";
        case "integer":
            return `a whole number from ${schema.minimum ?? 0} to ${schema.maximum ?? 0}`;
        case "object":
            return schema.properties
                ? "an object (below)"
                : `an object: each key ${takes(schema.propertyNames as Schema)}; each value ${takes(schema.additionalProperties as Schema)}`;
        default:
            return textTakes(schema);
    }
}

function textTakes(schema: Schema): string {
    if (schema.enum) {
        return schema.enum.map((value) => `\`${String(value)}\``).join(" or ");
    }
    if (schema.title) {
        return schema.title;
    }
    const all: Shape[] = Object.values(shapes);
    return all.find(({ pattern }) => pattern.source === schema.pattern)?.allowed ?? "a text";
}

function bounds(schema: Schema): string {
    const most = schema.maxItems === undefined ? "" : `, at most ${schema.maxItems}`;
    const least = schema.minItems === undefined ? "" : `, at least ${schema.minItems}`;
    return least + most;
}

function property(schema: Schema, key: string): Schema {
    return schema.properties?.[key] as Schema;
}

function definition(schema: Schema, key: string): Schema {
    return (schema.definitions as Record<string, Schema>)[key] ?? {};
}
