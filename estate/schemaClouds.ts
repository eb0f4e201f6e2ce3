import { z } from "zod";

import { defaults } from "./defaults";
import { choice, day, list, named, optional, section, text } from "./schemaParts";
import { shapes } from "./shapes";

const cloud = choice(["azure", "aws"]);

const deployment = named("a deployment as `repository/environment`");

const ecsService = section("a service, for example { cluster: shop, service: web }", {
    cluster: text(shapes.awsName).describe("Name of the ECS cluster."),
    service: text(shapes.awsName).describe("Name of the service."),
    taskFamily: text(shapes.awsName)
        .optional()
        .describe("Family of its task definitions. Without it the service's name."),
    passRoles: optional(
        list(text(shapes.awsName), "a list of role names"),
        "Names of the roles that its tasks run with.",
        defaults.passRoles,
    ),
}).meta({ id: "ecsService" });

const lambdaAlias = section("an alias, for example { function: thumbnails, alias: live }", {
    function: text(shapes.awsName).describe("Name of the function."),
    alias: text(shapes.lambdaAlias).describe("Name of the alias."),
}).meta({ id: "lambdaAlias" });

const s3Site = section("a site, for example { bucket: acme-docs }", {
    bucket: text(shapes.bucket).describe("Name of the bucket."),
    distribution: text(shapes.distribution)
        .optional()
        .describe("Id of the CloudFront distribution whose cache is invalidated."),
}).meta({ id: "s3Site" });

/** What an environment deploys in AWS. */
export const awsTargets = section("an object with what is deployed in AWS", {
    ecsServices: optional(
        list(ecsService, "a list of ECS services"),
        "ECS services.",
        defaults.ecsServices,
    ),
    lambdaAliases: optional(
        list(lambdaAlias, "a list of Lambda aliases"),
        "Aliases of Lambda functions.",
        defaults.lambdaAliases,
    ),
    s3Sites: optional(list(s3Site, "a list of S3 sites"), "Static sites in S3.", defaults.s3Sites),
    ecrRepositories: optional(
        list(text(shapes.ecrRepository), "a list of ECR repositories"),
        "ECR repositories that images are pushed to.",
        defaults.ecrRepositories,
    ),
}).meta({ id: "awsTargets" });

/** Where Pulumi keeps the estate's state. */
export const state = section("an object with cloud and name", {
    cloud: cloud.describe("azure (a storage account) or aws (a bucket)."),
    name: text(shapes.store).describe(
        "Name of the storage account or bucket, unique in the world.",
    ),
    stacks: optional(
        list(text(shapes.stack), "a list of stacks"),
        "Stacks to make in the store, for which the exact commands are given out.",
        defaults.stacks,
    ),
    planners: optional(
        list(deployment, "a list of deployments"),
        "Plans that may read it, as `repository/plan`. A preview decrypts the secrets of the state, and so can whoever opens a pull request there. In Azure only.",
        defaults.planners,
    ),
});

/** A key that signs. */
export const signingKey = section(
    "a key, for example { name: release, signers: [web/production] }",
    {
        name: text(shapes.key).describe("Name of the key."),
        cloud: optional(cloud, "Where the key lives.", defaults.cloud),
        expires: day()
            .optional()
            .describe(
                "Last day of its first version, as a date. Needed in Azure, where rotation makes further ones and it may be 730 days ahead.",
            ),
        signers: list(deployment, "a list of deployments")
            .min(1, "at least one deployment")
            .describe("Deployments whose identities may sign, as `repository/environment`."),
        verifiers: optional(
            list(deployment, "a list of deployments"),
            "Deployments whose identities may verify, and nothing else.",
            defaults.verifiers,
        ),
    },
).meta({ id: "signingKey" });

/** A secret that deployments read. */
export const secret = section(
    "a secret, for example { name: smtp, owner: web, expires: 2027-06-30 }",
    {
        name: text(shapes.key).describe("Name of the secret."),
        cloud: optional(cloud, "Where the secret lives.", defaults.cloud),
        owner: named("the name of a team of this estate").describe("Team that answers for it."),
        expires: day().describe(
            "Last day on which it is valid, as a date, in Azure at most 365 days ahead. Its end stops no run: it is warned of from 30 days before.",
        ),
        readers: list(deployment, "a list of deployments").describe(
            "Deployments whose identities may read it, as `repository/environment`.",
        ),
        writer: text(shapes.roleArn)
            .optional()
            .describe("ARN of the role that writes its values. Needed in AWS."),
        rotation: text(shapes.rotation)
            .optional()
            .describe(
                "What writes a new value before the old one expires: the id of an Azure Function, or the ARN of a Lambda function. Without it the owner does.",
            ),
    },
).meta({ id: "secret" });

export type SigningKeyForm = z.infer<typeof signingKey>;
export type SecretForm = z.infer<typeof secret>;
export type AwsTargetsForm = z.infer<typeof awsTargets>;
