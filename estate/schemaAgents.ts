import { z } from "zod";

import { defaults } from "./defaults";
import { choice, list, named, optional, section, text, whole } from "./schemaParts";
import { shapes } from "./shapes";

const tier = choice(["pullRequest", "development", "staging", "production"]).describe(
    "What the pool serves: pull requests, or the stages of deployment. Pools are never shared between tiers.",
);

/** Keys that pools of both clouds have. */
const shared = {
    name: text(shapes.pool).describe("Name of the pool."),
    tier,
    repositories: list(named("the name of a repository of this estate"), "a list of repositories")
        .optional()
        .describe("Repositories whose jobs may run in the pool. Without it all of the estate."),
    workflows: optional(
        list(text(shapes.workflow), "a list of workflows"),
        "Workflows that may use GitHub runners, as `owner/repository/.github/workflows/file.yml@refs/heads/main`.",
        defaults.workflows,
    ),
    size: named("a machine size").optional().describe("Size of a machine, as the cloud names it."),
    maximum: optional(whole(1, 1000), "Most machines at a time.", defaults.maximum),
};

const azurePool = section("a pool, for example { name: builds, kind: ephemeral, tier: staging }", {
    ...shared,
    kind: choice(["ephemeral", "scaleSet", "managed"]).describe(
        "How agents come and go: ephemeral (registers itself, one job, gone), scaleSet (Azure DevOps scales it), managed (Managed DevOps Pool).",
    ),
    host: optional(
        choice(["github", "azureDevOps"]),
        "Whose jobs the pool runs. A scaleSet and a managed pool serve Azure DevOps only.",
        defaults.host,
    ),
    image: text(shapes.image).describe(
        "Image of a machine: publisher:offer:sku:version, the id of a version in a gallery, or for a managed pool the name of an image that Microsoft keeps.",
    ),
}).meta({ id: "azurePool" });

const awsPool = section("a pool, for example { name: builds, kind: instances, tier: staging }", {
    ...shared,
    kind: choice(["instances", "codeBuild"]).describe(
        "How runners come and go: instances (one job, then terminated) or codeBuild (a fresh container for each job).",
    ),
    connection: text(shapes.connectionArn)
        .optional()
        .describe(
            "ARN of an approved connection of AWS to GitHub, for `codeBuild`. Without it the pool makes one, and its webhook is refused until somebody has approved it in the console.",
        ),
    image: text(shapes.ami).optional().describe("Id of a machine image. Needed by `instances`."),
}).meta({ id: "awsPool" });

/** Networks and pools of self-hosted agents, by cloud. */
export const agents = section("an object with azure or aws", {
    azure: section("an object with pools", {
        egress: optional(
            choice(["nat", "firewall"]),
            "How agents get out: firewall (Azure Firewall, rules by name) or nat (a fixed address, rules by range: for Azure DevOps alone).",
            defaults.azureEgress,
        ),
        addresses: optional(
            text(shapes.range),
            "Private addresses of the agents' network, a range of /16 to /24.",
            defaults.azureAddresses,
        ),
        pools: list(azurePool, "a list of pools").describe("Pools in Azure."),
    })
        .optional()
        .describe("Agents in Azure."),
    aws: section("an object with pools", {
        egress: optional(
            choice(["endpoints", "firewall"]),
            "How runners get out: endpoints (AWS services only) or firewall (AWS Network Firewall, rules by name).",
            defaults.awsEgress,
        ),
        addresses: optional(
            text(shapes.range),
            "Private addresses of the runners' network, a range of /16 to /24.",
            defaults.awsAddresses,
        ),
        pools: list(awsPool, "a list of pools").describe("Pools in AWS."),
    })
        .optional()
        .describe("Runners in AWS."),
});

export type AgentsForm = z.infer<typeof agents>;
