import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { refusal } from "../../../support/mocks";
import { AwsFederatedRole } from "../../../../components/index";
import { account, args, build, everything, open, region, type StandingRole } from "./roles";

const iam = `arn:aws:iam::${account}`;
const anywhere = { policies: [everything] };
const service = (at: string) => `arn:aws:ecs:${at}:${account}:service/prod/web`;

describe("the permissions boundary of an AwsFederatedRole", () => {
    let role: StandingRole;
    before(async () => {
        role = await build();
    });

    const foreign: [action: string, resource: string][] = [
        ["iam:CreateUser", `${iam}:user/eve`],
        ["iam:CreateAccessKey", `${iam}:user/eve`],
        ["iam:AttachRolePolicy", `${iam}:role/pipeline/acme--web--production`],
        ["iam:UpdateAssumeRolePolicy", `${iam}:role/pipeline/acme--web--production`],
        ["iam:DeleteRolePermissionsBoundary", `${iam}:role/pipeline/acme--web--production`],
        ["iam:PutRolePermissionsBoundary", `${iam}:role/pipeline/acme--web--production`],
        ["iam:CreatePolicyVersion", `${iam}:policy/pipeline/acme--web--production-boundary`],
        ["organizations:LeaveOrganization", "*"],
        [
            "organizations:DetachPolicy",
            "arn:aws:organizations::123456789012:policy/o-a1b2c3d4e5/service_control_policy/p-abcdefgh",
        ],
        ["sts:AssumeRole", `${iam}:role/admin`],
        ["sts:AssumeRole", `${iam}:role/pipeline/other`],
        ["kms:ScheduleKeyDeletion", `arn:aws:kms:${region}:${account}:key/1234`],
        [
            "secretsmanager:PutSecretValue",
            `arn:aws:secretsmanager:${region}:${account}:secret:x-abcdef`,
        ],
        ["lambda:AddPermission", `arn:aws:lambda:${region}:${account}:function:resize`],
        ["ecs:ExecuteCommand", `arn:aws:ecs:${region}:${account}:task/prod/1`],
        ["s3:PutBucketPolicy", "arn:aws:s3:::acme-site"],
        ["cloudtrail:StopLogging", `arn:aws:cloudtrail:${region}:${account}:trail/audit`],
    ];

    it("the permissions boundary refuses everything outside the vocabulary of deployments, whatever else is attached to the role: IAM, the organisation, taking on other roles, lifting the boundary", async () => {
        for (const [action, resource] of foreign) {
            assert.equal(await role.ask(action, resource, anywhere), "denied", action);
            assert.equal(await role.ask(action, resource), "denied", action);
        }
    });

    it("the permissions boundary refuses every region but the one given", async () => {
        for (const other of ["us-east-1", "eu-west-2", "ap-southeast-2"]) {
            const context = { "aws:RequestedRegion": other };
            const asked = { ...anywhere, context };
            assert.equal(await role.ask("ecs:UpdateService", service(other), asked), "denied");
            const token = await role.ask("ecr:GetAuthorizationToken", "*", asked);
            assert.equal(token, "denied");
        }
        assert.equal(await role.ask("ecs:UpdateService", service(region), anywhere), "allowed");
    });

    it("lets services without regions answer where they do", async () => {
        const distribution = `arn:aws:cloudfront::${account}:distribution/E2QWRUHAPOMQZL`;
        const context = { "aws:RequestedRegion": "us-east-1" };
        const answer = await role.ask("cloudfront:CreateInvalidation", distribution, { context });
        assert.equal(answer, "allowed");
        const plan = await build({ access: "plan" });
        const read = await plan.ask("ecs:DescribeServices", service("us-east-1"), { context });
        assert.equal(read, "denied");
    });

    it("keeps to the account, whatever else is attached to the role", async () => {
        const stolen = { ...anywhere, account: "999999999999", resourcePolicy: open };
        assert.notEqual(
            await role.ask("s3:PutObject", "arn:aws:s3:::acme-site/shop/a", stolen),
            "allowed",
        );
        const other = service(region).replace(account, "999999999999");
        assert.notEqual(await role.ask("ecs:UpdateService", other, stolen), "allowed");
        const passed = { "iam:PassedToService": "ecs-tasks.amazonaws.com" };
        const pass = await role.ask("iam:PassRole", `${iam}:role/admin`, {
            ...anywhere,
            context: passed,
        });
        assert.notEqual(pass, "allowed");
    });

    it("gives nothing by itself", async () => {
        const none = { policies: [] };
        assert.equal(await role.ask("ecs:UpdateService", service(region), none), "not allowed");
    });

    it("stands beside the role, and a given one takes its place", async () => {
        const policy = role.recording.one("Policy").inputs;
        assert.equal(policy.name, "acme--web--production-boundary");
        assert.equal(policy.path, "/pipeline/");
        const permissionsBoundaryArn = `${iam}:policy/deployments`;
        const { recording } = await build({ permissionsBoundaryArn });
        assert.equal(recording.all("Policy").length, 0);
        assert.equal(recording.one("Role").inputs.permissionsBoundary, permissionsBoundaryArn);
    });

    it("policies longer than IAM takes are refused, before the role is made", async () => {
        const many = (count: number) =>
            Array.from({ length: count }, (_, i) => ({
                cluster: "c".repeat(200),
                service: `${i}`.padStart(200, "s"),
                taskFamily: "web",
            }));
        assert.equal((await build({ ecsServices: many(4) })).recording.all("Role").length, 1);
        const message = await refusal(
            () => new AwsFederatedRole("role", { ...args, ecsServices: many(20) }),
        );
        assert.match(
            message,
            /targets: got "\d+ characters", allowed: policies that IAM takes: 10240/,
        );
        const passRoleArns = Array.from(
            { length: 80 },
            (_, i) => `${iam}:role/${"r".repeat(50)}${i}`,
        );
        const services = [{ cluster: "prod", service: "web", taskFamily: "web", passRoleArns }];
        const long = await refusal(
            () => new AwsFederatedRole("role", { ...args, ecsServices: services }),
        );
        assert.match(
            long,
            /boundary: got "\d+ characters", allowed: policies that IAM takes: 6144/,
        );
    });
});
