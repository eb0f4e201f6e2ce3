import assert from "node:assert/strict";
import * as grpc from "@grpc/grpc-js";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { afterEach, beforeEach, describe, it } from "mocha";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { openBench, refusal, type Bench, type Props } from "../support";
import { account, make, policy, trustService } from "./support";

describe("the provider and the look-ups of the emulated AWS", () => {
    let bench: Bench;
    beforeEach(async () => {
        bench = await openBench();
    });
    afterEach(() => bench.close());
    const call = (name: string, args: Props = {}) => bench.engine.invoke(`aws:${name}`, args);

    /** What CheckConfig says to a configuration. */
    const said = async (config: Props): Promise<string> => {
        const client = new ResourceProviderClient(
            bench.cloud.address,
            grpc.credentials.createInsecure(),
        );
        const request = new pb.CheckRequest()
            .setUrn("urn:pulumi:test::project::pulumi:providers:aws::aws")
            .setNews(Struct.fromJavaScript(config as Record<string, never>));
        const answer = await new Promise<pb.CheckResponse>((resolve, reject) => {
            client.checkConfig(request, (error, response) =>
                error === null ? resolve(response) : reject(error),
            );
        });
        client.close();
        return answer
            .getFailuresList()
            .map((one) => `${one.getProperty()}: ${one.getReason()}`)
            .join("\n");
    };

    it("works in the account of the role it assumes, else in the one it is allowed", async () => {
        const role = "arn:aws:iam::210987654321:role/deploy";
        await bench.engine.configure("aws", {
            region: "us-east-1",
            assumeRoles: JSON.stringify([{ roleArn: role }]),
        });
        const identity = await call("index/getCallerIdentity:getCallerIdentity");
        assert.equal(identity.accountId, "210987654321");
        assert.equal((await call("index/getRegion:getRegion")).region, "us-east-1");
    });

    it("refuses what the provider would not take, all at once", async () => {
        assert.equal(
            await said({ region: "eu-west-1", allowedAccountIds: '["210987654321"]' }),
            "",
        );
        const wrong = await said({
            region: "eu-west-9",
            assumeRole: "x",
            assumeRoles: '[{"roleArn":"deploy"}]',
        });
        assert.match(wrong, /assumeRole: unknown property/);
        assert.match(wrong, /region: "eu-west-9" is not one of/);
        assert.match(wrong, /assumeRoles\[0\]\.roleArn: "deploy" must be the ARN of a role/);
        const roles = '[{"roleArn":"arn:aws:iam::123456789012:role/a"}]';
        const other = { assumeRoles: roles, allowedAccountIds: '["210987654321"]' };
        assert.match(await said(other), /AWS account ID not allowed: 123456789012/);
        const configured = bench.engine.configure("aws", other);
        assert.match(await refusal(configured), /AWS account ID not allowed/);
    });

    it("puts its default tags under those of a resource", async () => {
        const tags = JSON.stringify({ tags: { owner: "acme", tier: "none" } });
        await bench.engine.configure("aws", { defaultTags: tags });
        const made = await make(bench, "sns/topic:Topic", {
            name: "a",
            tags: { tier: "production" },
        });
        assert.deepEqual(made.outputs.tagsAll, { owner: "acme", tier: "production" });
    });

    it("keeps equal names of two regions apart, wherever the region is said", async () => {
        const type = "cloudwatch/logGroup:LogGroup";
        await make(bench, type, { name: "audit" });
        const other = await make(bench, type, { name: "audit", region: "us-east-1" });
        assert.equal(other.outputs.arn, `arn:aws:logs:us-east-1:${account}:log-group:audit`);
        assert.match(
            await refusal(make(bench, type, { name: "audit" })),
            /ResourceAlreadyExistsException/,
        );
        const read = await bench.engine.read(`aws:${type}`, "audit", other.inputs);
        assert.equal(read.outputs.region, "us-east-1");
    });

    it("writes policy documents as the provider does", async () => {
        const { json, minifiedJson } = await call("iam/getPolicyDocument:getPolicyDocument", {
            statements: [
                {
                    actions: ["s3:GetObject"],
                    resources: ["arn:aws:s3:::a/*", "arn:aws:s3:::b/&{aws:username}"],
                    principals: [{ type: "AWS", identifiers: ["*"] }],
                    conditions: [
                        { test: "Bool", variable: "aws:SecureTransport", values: ["true"] },
                    ],
                },
            ],
        });
        assert.deepEqual(JSON.parse(String(json)), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { AWS: "*" },
                    Action: "s3:GetObject",
                    Resource: ["arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::a/*"],
                    Condition: { Bool: { "aws:SecureTransport": "true" } },
                },
            ],
        });
        assert.ok(!String(minifiedJson).includes("\n"));
        const merged = await call("iam/getPolicyDocument:getPolicyDocument", {
            sourcePolicyDocuments: [
                policy({ Sid: "a", Effect: "Allow", Action: "s3:*", Resource: "*" }),
            ],
            statements: [{ sid: "a", effect: "Deny", actions: ["s3:*"], resources: ["*"] }],
        });
        assert.match(String(merged.minifiedJson), /^((?!Allow).)*Deny/);
    });

    it("finds what stands, and says what does not", async () => {
        await make(bench, "iam/role:Role", {
            name: "deploy",
            assumeRolePolicy: trustService("ec2"),
        });
        assert.match(
            String((await call("iam/getRole:getRole", { name: "deploy" })).uniqueId),
            /^AROA/,
        );
        assert.match(await refusal(call("iam/getRole:getRole", { name: "none" })), /NoSuchEntity/);
        const url = "https://gitlab.com";
        const missing = call("iam/getOpenIdConnectProvider:getOpenIdConnectProvider", { url });
        assert.match(await refusal(missing), /NoSuchEntity/);
        await make(bench, "ssm/parameter:Parameter", { name: "/a", type: "String", value: "x" });
        assert.equal((await call("ssm/getParameter:getParameter", { name: "/a" })).value, "x");
        const image = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";
        assert.match(
            String((await call("ssm/getParameter:getParameter", { name: image })).value),
            /^ami-[0-9a-f]{17}$/,
        );
        assert.match(
            await refusal(call("ssm/getParameter:getParameter", { name: "/b" })),
            /ParameterNotFound/,
        );
        const zones = await call("index/getAvailabilityZones:getAvailabilityZones", {
            state: "available",
        });
        assert.deepEqual(zones.names, ["eu-west-1a", "eu-west-1b", "eu-west-1c"]);
        assert.equal((await call("index/getPartition:getPartition")).partition, "aws");
        const list = await call("ec2/getManagedPrefixList:getManagedPrefixList", {
            name: "com.amazonaws.eu-west-1.s3",
        });
        assert.match(String(list.id), /^pl-[0-9a-f]{8}$/);
        const ami = await call("ec2/getAmi:getAmi", { owners: ["amazon"], mostRecent: true });
        assert.match(String(ami.id), /^ami-/);
        assert.match(await refusal(call("ec2/getAmi:getAmi", {})), /must name owners/);
        assert.match(
            String((await call("kms/getAlias:getAlias", { name: "alias/aws/s3" })).targetKeyArn),
            /:key\//,
        );
    });
});
