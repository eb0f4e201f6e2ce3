import assert from "node:assert/strict";
import { Role } from "@pulumi/aws/iam";
import { Function as LambdaFunction } from "@pulumi/aws/lambda";
import { describe, it } from "mocha";
import { AwsSecretVault } from "../../../../components/index";
import { openClouds } from "../../identity/aws/cloud";
import { account, args, roleOf } from "./vaults";

const trust = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: { Service: "lambda.amazonaws.com" },
            Action: "sts:AssumeRole",
        },
    ],
});

/** A vault whose roles and function are made by the same program. */
function program(reader = "web"): void {
    const role = new Role("rotator", { name: "rotator", assumeRolePolicy: trust });
    const code = { s3Bucket: "acme-code", s3Key: "rotate.zip" };
    const rotate = new LambdaFunction("rotate", {
        name: "rotate",
        role: role.arn,
        runtime: "nodejs22.x",
        handler: "index.handler",
        ...code,
    });
    const readers = [new Role("reader", { name: reader, assumeRolePolicy: trust }).arn];
    const secret = { readers, writer: role.arn, rotationFunctionArn: rotate.arn };
    new AwsSecretVault("v", {
        ...args,
        secrets: [
            { ...secret, name: "web/token" },
            { ...secret, name: "web/other" },
        ],
        allowDestroy: true,
    });
}

describe("an AwsSecretVault that stands", () => {
    it("is deployed, left alone, and taken away", async () => {
        const clouds = openClouds();
        try {
            const made = await clouds.run(() => {
                program();
            });
            assert.ok(made.ok, JSON.stringify(made.diagnostics));
            const standing = (type: string) => clouds.view().list(type);
            const [secret] = standing("aws:secretsmanager/secret:Secret");
            assert.match(secret?.id ?? "", /:secret:web\/(token|other)-\w{6}$/);
            const permissions = standing("aws:lambda/permission:Permission");
            const sources = permissions.map(({ inputs }) => inputs.sourceArn);
            assert.equal(new Set(sources).size, 2);
            for (const source of sources) {
                assert.match(JSON.stringify(source), new RegExp(`:${account}:secret:web/`));
            }
            const [policy] = standing("aws:secretsmanager/secretPolicy:SecretPolicy");
            assert.ok(JSON.stringify(policy?.inputs).includes(roleOf("rotator")));
            const again = await clouds.run(() => {
                program();
            });
            const changed = again.steps.filter(({ op }) => op !== "same");
            assert.deepEqual(changed, []);
            const gone = await clouds.destroy();
            assert.ok(gone.ok, JSON.stringify(gone.diagnostics));
        } finally {
            clouds.close();
        }
    });
});
