import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { reservedBucketNames } from "../../estate/facts";
import { appliedBy, aws, role, secret } from "./cloudSamples";
import { problems, refuses, sample, withProduction, type FormCase, type Raw } from "./sample";

const functionArn = "arn:aws:lambda:eu-west-2:123456789012:function:rotate";
const functionId =
    "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.Web/sites/rotation/functions/rotate";
const inAws = { ...secret, cloud: "aws", writer: role, readers: [] };
const secrets = (...list: Raw[]): Raw => sample({ aws, appliedBy, secrets: list });
const deploys = (targets: Raw): Raw => ({ ...withProduction({ aws: targets }), aws });
const toBucket = (bucket: string): Raw => deploys({ s3Sites: [{ bucket }] });
const stateIn = (name: string): Raw => sample({ aws, appliedBy, state: { cloud: "aws", name } });

const { beginnings, ends, endOfOwnNamespace } = reservedBucketNames;
const reserved = [
    ...beginnings.map((beginning) => `${beginning}acme`),
    ...ends.map((end) => `acme${end}`),
];

describe("estate: what AWS would refuse", () => {
    refuses([
        [
            "a secret in Azure that a role of AWS writes",
            secrets({ ...secret, writer: role }),
            "secrets[0].writer",
            `"${role}"`,
            /no role of AWS: the secret is in Azure/,
        ],
        [
            "a secret in Azure that a function in AWS rotates",
            secrets({ ...secret, rotation: functionArn }),
            "secrets[0].rotation",
            `"${functionArn}"`,
            /the id of an Azure Function: the secret is in Azure/,
        ],
        [
            "a secret in AWS that a function in Azure rotates",
            secrets({ ...inAws, rotation: functionId }),
            "secrets[0].rotation",
            `"${functionId.slice(0, 60)}…"`,
            /the ARN of a Lambda function: the secret is in AWS/,
        ],
        [
            "an environment in AWS that deploys nothing",
            deploys({}),
            "environments[0].aws",
            "an object",
            /at least one of ecsServices, lambdaAliases, s3Sites, ecrRepositories/,
        ],
        [
            "an environment in AWS of empty lists",
            deploys({ s3Sites: [], ecsServices: [] }),
            "environments[0].aws",
            "an object",
            /at least one of/,
        ],
        [
            "a list of targets that is none, once",
            deploys({ s3Sites: "acme" }),
            "environments[0].aws.s3Sites",
            '"acme"',
            /a list of S3 sites/,
        ],
        [
            "an alias that is a version",
            deploys({ lambdaAliases: [{ function: "thumbnails", alias: "12" }] }),
            "environments[0].aws.lambdaAliases[0].alias",
            '"12"',
            /not digits alone/,
        ],
        ...reserved.flatMap((name): FormCase[] => [
            [
                `a site in ${name}`,
                toBucket(name),
                "environments[0].aws.s3Sites[0].bucket",
                `"${name}"`,
                /not beginning with xn--, .* nor ending with -s3alias/,
            ],
            [
                `state in ${name}`,
                stateIn(name),
                "state.name",
                `"${name}"`,
                /not beginning with xn--, .* nor ending with -s3alias/,
            ],
        ]),
        [
            "state in a bucket of the account's own namespace, which only S3 names",
            stateIn(`acme-123456789012-eu-west-2${endOfOwnNamespace}`),
            "state.name",
            `"acme-123456789012-eu-west-2${endOfOwnNamespace}"`,
            /nor ending with .*-an$/,
        ],
    ]);

    it("accepts each in its own cloud, and what only resembles a reserved name", () => {
        for (const raw of [
            secrets({ ...secret, rotation: functionId }),
            secrets({ ...inAws, rotation: functionArn }),
            deploys({ lambdaAliases: [{ function: "thumbnails", alias: "v12" }] }),
            toBucket("acme-xn--site"),
            toBucket("acme-s3alias-2"),
            toBucket(`acme-123456789012-eu-west-2${endOfOwnNamespace}`),
        ]) {
            assert.deepEqual(problems(raw), []);
        }
    });
});
