// A secret of the shop that its task reads, and that a Lambda function renews every 30 days. Nobody
// else reads it, and its value is in no program.
import { Role } from "@pulumi/aws/iam";
import { Function as LambdaFunction } from "@pulumi/aws/lambda";
import { AwsSecretVault } from "gatehouse";

const accountId = "123456789012";
const region = "eu-west-1";

const usedBy = (service: string): string =>
    JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: `${service}.amazonaws.com` },
                Action: "sts:AssumeRole",
            },
        ],
    });
const task = new Role("task", { name: "shop-task", assumeRolePolicy: usedBy("ecs-tasks") });
const rotator = new Role("rotator", { name: "shop-rotator", assumeRolePolicy: usedBy("lambda") });

const rotate = new LambdaFunction("rotate", {
    name: "shop-rotate",
    role: rotator.arn,
    runtime: "nodejs22.x",
    handler: "index.handler",
    s3Bucket: "acme-code",
    s3Key: "rotate.zip",
});

const vault = new AwsSecretVault("shop", {
    vaultName: "shop",
    accountId,
    region,
    administrators: [`arn:aws:iam::${accountId}:role/platform`],
    secrets: [
        {
            name: "shop/smtp",
            readers: [task.arn],
            writer: rotator.arn,
            rotationFunctionArn: rotate.arn,
        },
    ],
});

// What the task is configured with.
export const secretArn = vault.secretArns.apply((arns) => arns["shop/smtp"]);
