import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import {
    account,
    build,
    delegated,
    everything,
    open,
    region,
    taskRole,
    type StandingRole,
} from "./roles";

const arn = (service: string, rest: string, at = region) =>
    `arn:aws:${service}:${at}:${account}:${rest}`;
const service = (name: string) => arn("ecs", `service/${name}`);
const family = (name: string) => arn("ecs", `task-definition/${name}:7`);
const resize = arn("lambda", "function:resize");
const image = (name: string) => arn("ecr", `repository/${name}`);
const tasks = { "iam:PassedToService": "ecs-tasks.amazonaws.com" };
const within = (prefix: string) => ({ "s3:prefix": prefix });
const site = "arn:aws:s3:::acme-site";
const distribution = (id: string) => arn("cloudfront", `distribution/${id}`, "");
const pushing = [
    "BatchCheckLayerAvailability",
    "BatchGetImage",
    "CompleteLayerUpload",
    "DescribeImages",
    "InitiateLayerUpload",
    "PutImage",
    "UploadLayerPart",
].map((name) => `ecr:${name}`);

type Row = [actions: string[], own: string, others: string[], context?: Record<string, string>];

/** What deploying takes, on the target and on its neighbours. */
const table: Row[] = [
    [
        ["ecs:UpdateService", "ecs:DescribeServices"],
        service("prod/web"),
        [service("prod/web2"), service("prod/api"), service("staging/web")],
    ],
    [["ecs:RegisterTaskDefinition"], family("web"), [family("web2"), family("api")]],
    [["iam:PassRole"], taskRole, [`arn:aws:iam::${account}:role/admin`, `${taskRole}2`], tasks],
    [
        [
            "lambda:UpdateFunctionCode",
            "lambda:PublishVersion",
            "lambda:UpdateAlias",
            "lambda:GetAlias",
            "lambda:GetFunctionConfiguration",
        ],
        resize,
        [`${resize}2`, arn("lambda", "function:resize", "us-east-1")],
    ],
    [
        ["s3:PutObject", "s3:GetObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
        `${site}/shop/index.html`,
        [`${site}/admin/index.html`, `${site}/shop`, "arn:aws:s3:::acme-site2/shop/index.html"],
    ],
    [["s3:ListBucket"], site, [`${site}2`], within("shop/")],
    [
        ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"],
        distribution("E2QWRUHAPOMQZL"),
        [distribution("E2QWRUHAPOMQZM")],
    ],
    [pushing, image("acme/web"), [image("acme/web2"), image("acme/api"), image("web")]],
];

describe("what an AwsFederatedRole may do", () => {
    let role: StandingRole;
    before(async () => {
        role = await build();
    });

    it("each target's actions are allowed on that target and refused on every other", async () => {
        for (const [actions, own, others, context = {}] of table) {
            for (const action of actions) {
                assert.equal(await role.ask(action, own, { context }), "allowed", action);
                for (const other of others) {
                    const answer = await role.ask(action, other, { context });
                    assert.notEqual(answer, "allowed", `${action} ${other}`);
                }
            }
        }
    });

    it("a service may not be given another family's tasks, nor a shell", async () => {
        const update = (context: Record<string, string>) =>
            role.ask("ecs:UpdateService", service("prod/web"), { context });
        assert.equal(await update({ "ecs:task-definition": family("web") }), "allowed");
        assert.equal(await update({ "ecs:enable-execute-command": "false" }), "allowed");
        assert.notEqual(await update({ "ecs:task-definition": family("api") }), "allowed");
        assert.notEqual(await update({ "ecs:task-definition": family("web2") }), "allowed");
        assert.notEqual(await update({ "ecs:enable-execute-command": "true" }), "allowed");
    });

    it("a role is passed to ECS tasks only, and only one that a target names", async () => {
        for (const name of ["ec2", "lambda", "ecs", "codebuild", "cloudformation"]) {
            const context = { "iam:PassedToService": `${name}.amazonaws.com` };
            assert.notEqual(await role.ask("iam:PassRole", taskRole, { context }), "allowed", name);
        }
        assert.notEqual(await role.ask("iam:PassRole", taskRole), "allowed");
        const none = await build({
            ecsServices: [{ cluster: "prod", service: "web", taskFamily: "web" }],
        });
        assert.equal(await none.ask("iam:PassRole", taskRole, { context: tasks }), "denied");
    });

    it("of a bucket, only the keys with the prefix are listed", async () => {
        assert.notEqual(await role.ask("s3:ListBucket", site), "allowed");
        for (const prefix of ["", "admin/", "shop"]) {
            const answer = await role.ask("s3:ListBucket", site, { context: within(prefix) });
            assert.notEqual(answer, "allowed", prefix);
        }
        const whole = await build({ s3Sites: [{ bucket: "acme-site" }] });
        assert.equal(await whole.ask("s3:ListBucket", site), "allowed");
        assert.equal(await whole.ask("s3:PutObject", `${site}/admin/index.html`), "allowed");
    });

    it("a bucket that now belongs to another account is not written to", async () => {
        const key = `${site}/shop/index.html`;
        const stolen = { account: "999999999999", resourcePolicy: open };
        const kept = { resourcePolicy: open };
        for (const action of ["s3:PutObject", "s3:GetObject", "s3:DeleteObject"]) {
            assert.equal(await role.ask(action, key, kept), "allowed", action);
            assert.equal(await role.ask(action, key, stolen), "not allowed", action);
            const elsewhere = { ...stolen, bounded: false } as const;
            assert.equal(await role.ask(action, key, elsewhere), "not allowed", action);
        }
    });

    const secret = (name: string) => arn("secretsmanager", `secret:${name}-AbCdEf`);
    const key = arn("kms", "key/11111111-2222-3333-4444-555555555555");

    it("only the secrets named are read, and their key decrypts nothing else for the role", async () => {
        const read = "secretsmanager:GetSecretValue";
        assert.equal(await role.ask(read, secret("web/smtp")), "allowed");
        for (const name of ["web/smtp2", "web/smtp-x", "api/smtp", "web"]) {
            assert.equal(await role.ask(read, secret(name)), "not allowed", name);
        }
        const decrypt = (via: string, name: string) => {
            const context = {
                "kms:ViaService": `${via}.${region}.amazonaws.com`,
                "kms:EncryptionContext:SecretARN": secret(name),
            };
            return role.ask("kms:Decrypt", key, { context, resourcePolicy: delegated });
        };
        assert.equal(await decrypt("secretsmanager", "web/smtp"), "allowed");
        assert.equal(await decrypt("secretsmanager", "api/smtp"), "not allowed");
        assert.equal(await decrypt("s3", "web/smtp"), "not allowed");
        const none = await build({ secretNames: [] });
        assert.equal(await none.ask(read, secret("web/smtp")), "denied");
    });

    it("only keys with the aliases named sign for the role", async () => {
        const sign = (aliases: string[], more: object = {}) =>
            role.ask("kms:Sign", key, {
                context: { "kms:ResourceAliases": aliases },
                resourcePolicy: delegated,
                ...more,
            });
        assert.equal(await sign(["alias/release"]), "allowed");
        assert.equal(await sign(["alias/old", "alias/release"]), "allowed");
        assert.equal(await sign(["alias/releases"]), "not allowed");
        assert.equal(await sign([]), "not allowed");
        assert.equal(await sign(["alias/other"], { policies: [everything] }), "not allowed");
        const none = await build({ signingKeyAliases: [] });
        assert.equal(await none.ask("kms:Sign", key, { resourcePolicy: delegated }), "denied");
    });

    it("what knows no resource is allowed: a registry's token, the description of task definitions", async () => {
        assert.equal(await role.ask("ecr:GetAuthorizationToken", "*"), "allowed");
        assert.equal(await role.ask("ecs:DescribeTaskDefinition", "*"), "allowed");
    });

    it("a role without a kind of target has no policy for it", async () => {
        const other = await build({
            ecsServices: [],
            lambdaAliases: [],
            s3Sites: [],
            secretNames: [],
            signingKeyAliases: [],
        });
        assert.deepEqual(
            other.recording.all("RolePolicy").map(({ inputs }) => inputs.name),
            ["ecr-repositories"],
        );
        assert.equal(await other.ask("lambda:UpdateFunctionCode", resize), "not allowed");
    });
});
