import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { awsShaped, type AwsShape } from "../../../components/shared/awsShapes";

const iam = "arn:aws:iam::123456789012";
const lambda = "arn:aws:lambda:eu-west-1:123456789012";
const accepted: [AwsShape, string[]][] = [
    ["account", ["123456789012"]],
    ["region", ["eu-west-1", "us-east-2", "ap-southeast-5"]],
    ["role", ["web-production", "a", "x".repeat(64), "a+b=c,d.e@f_g"]],
    ["policy", ["x".repeat(128)]],
    ["bucket", ["acme-site", "a.b.c", "x".repeat(63)]],
    ["prefix", ["web/", "a/b-c/"]],
    ["repository", ["web", "acme/web.api", "a1/b_2"]],
    ["ecsName", ["Prod_1", "web"]],
    ["lambdaFunction", ["rotate", "x".repeat(64)]],
    ["lambdaAlias", ["live", "v1"]],
    ["distribution", ["E2QWRUHAPOMQZL"]],
    ["secretName", ["acme/web/token", "a"]],
    ["keyAlias", ["acme/secrets", "acme-secrets"]],
    ["organization", ["o-a1b2c3d4e5"]],
    ["roleArn", [`${iam}:role/deploy`, `${iam}:role/pipeline/a/deploy`]],
    ["policyArn", [`${iam}:policy/pipeline/boundary`]],
    ["functionArn", [`${lambda}:function:rotate`]],
];

const refused: [AwsShape, string[]][] = [
    ["account", ["", "1234", "12345678901a", "1234567890123"]],
    ["region", ["", "eu", "Europe", "us-gov-west-1", "cn-north-1", "eu-west-*"]],
    ["role", ["", "a*", "a/b", "a b", "x".repeat(65)]],
    ["policy", ["", "x".repeat(129)]],
    ["bucket", ["", "ab", "A-bucket", "a..b", "10.0.0.1", "xn--a", "web--x-s3", "we*", "a/b"]],
    ["prefix", ["", "/", "web", "/web/", "a//", "we*/", "${aws:username}/", "a?/"]],
    ["repository", ["", "a", "Web", "a//b", "web*", "web-"]],
    ["ecsName", ["", "a/b", "web*", "x".repeat(256)]],
    ["lambdaFunction", ["", "a:b", "web*", "x".repeat(65)]],
    ["lambdaAlias", ["", "12", "$LATEST", "li*"]],
    ["distribution", ["", "*", "e2qwruhapomqzl"]],
    ["secretName", ["", "a b", "to*", "a:b", "${x}"]],
    ["keyAlias", ["", "aws/s3", "aws-key", "a b", "a*"]],
    ["organization", ["", "acme", "o-*"]],
    [
        "roleArn",
        [
            `${iam}:role/*`,
            `${iam}:role/a?/b`,
            `${iam}:user/a`,
            `${iam}:root`,
            "*",
            `${iam}:role/\${x}/a`,
        ],
    ],
    ["policyArn", ["arn:aws:iam::aws:policy/AdministratorAccess", `${iam}:policy/*`]],
    ["functionArn", [`${lambda}:function:rotate:1`, `${lambda}:function:*`, "rotate"]],
];

describe("names of AWS as its services accept them", () => {
    for (const [shape, values] of accepted) {
        it(`accept as ${shape}: ${values.map((value) => value.slice(0, 40)).join(", ")}`, () => {
            for (const value of values) assert.deepEqual(awsShaped("value", value, shape), []);
        });
    }

    for (const [shape, values] of refused) {
        it(`refuse as ${shape}: ${values.map((value) => JSON.stringify(value).slice(0, 40)).join(", ")}`, () => {
            for (const value of values) {
                assert.equal(awsShaped("value", value, shape).length, 1, JSON.stringify(value));
            }
        });
    }
});
