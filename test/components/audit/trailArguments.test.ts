import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { judgedAzure } from "../../../components/audit/judgeTrail";
import { AuditTrail } from "../../../components/index";
import { record, refusal } from "../../support/mocks";
import { aws, azure, common } from "./support";

const paths = (message: string) =>
    message
        .split("\n")
        .slice(1)
        .map((line) => line.trim().split(": got")[0]);

describe("the arguments of AuditTrail", () => {
    it("name exactly one cloud", async () => {
        const both = await refusal(() => new AuditTrail("audit", { ...common, azure, aws }));
        assert.match(both, /azure, aws: got 2, allowed: exactly one of the two/);
        const none = await refusal(() => new AuditTrail("audit", common));
        assert.match(none, /azure, aws: got 0, allowed: exactly one of the two/);
    });

    it("are refused all at once for Azure", async () => {
        const message = await refusal(
            () =>
                new AuditTrail("audit", {
                    organization: "acme corp",
                    emails: [],
                    retentionDays: 30,
                    azure: {
                        subscriptionId: "main",
                        resourceGroupName: "rg.",
                        location: "UK South",
                        applyPrincipalIds: ['x") or true //'],
                        breakGlassPrincipalIds: ["nobody"],
                        agentSubnetIds: ["agents"],
                        agentRanges: ["10.0.0.0/40"],
                        archiveAccountName: "Archive",
                        defenderPlans: ["Everything"],
                        webhooks: [
                            {
                                name: "siem",
                                serviceUri: "http://siem",
                                objectId: "x",
                                identifierUri: "api://siem",
                                tenantId: "y",
                            },
                        ],
                    },
                }),
        );
        assert.deepEqual(paths(message), [
            "organization",
            "emails",
            "retentionDays",
            "azure.subscriptionId",
            "azure.archiveAccountName",
            "azure.agentRanges[0]",
            "azure.defenderPlans[0]",
            "azure.webhooks[0].serviceUri",
            "azure.resourceGroupName",
            "azure.location",
            "azure.applyPrincipalIds[0]",
            "azure.breakGlassPrincipalIds[0]",
            "azure.agentSubnetIds[0]",
            "azure.webhooks[0].objectId",
            "azure.webhooks[0].tenantId",
        ]);
    });

    it("are refused all at once for AWS", async () => {
        const message = await refusal(
            () =>
                new AuditTrail("audit", {
                    ...common,
                    emails: ["security@acme.example", "Security@acme.example", "nobody"],
                    aws: {
                        accountId: "1234",
                        region: "mars-1",
                        bucketName: "Audit",
                        applyRoleArns: ["arn:aws:iam::123456789012:role/*"],
                        breakGlassRoleArns: ["root"],
                        agentFlowLogGroups: ["a b"],
                        dataBucketArns: ["arn:aws:s3:::*"],
                        watchedRegions: ["moon"],
                        guardDutyFeatures: ["ALL"],
                    },
                }),
        );
        assert.deepEqual(paths(message), [
            "emails[2]",
            "emails[1]",
            "aws.accountId",
            "aws.region",
            "aws.bucketName",
            "aws.watchedRegions[0]",
            "aws.guardDutyFeatures[0]",
            "aws.applyRoleArns[0]",
            "aws.breakGlassRoleArns[0]",
            "aws.dataBucketArns[0]",
            "aws.agentFlowLogGroups[0]",
        ]);
    });

    it("name no more roles than a pattern of EventBridge has room for", async () => {
        const role = (i: number) => `arn:aws:iam::123456789012:role/pipeline/deploy-${i}`;
        const many = Array.from({ length: 30 }, (_, i) => role(i));
        const refused = { ...aws, applyRoleArns: many, breakGlassRoleArns: many };
        const message = await refusal(() => new AuditTrail("audit", { ...common, aws: refused }));
        assert.deepEqual(paths(message), ["aws.applyRoleArns", "aws.breakGlassRoleArns"]);
        assert.match(message, /got "30 ARNs", allowed: ARNs of 1200 characters in all/);
    });

    it("are judged late when they are outputs, before any query holds them", async () => {
        const { result } = await record(() => {
            const owner = new pulumi.ComponentResource("test:index:Owner", "owner");
            const judging = { owner, what: "AuditTrail", problems: [] };
            const applyPrincipalIds = [pulumi.output('x") or true //')];
            const facts = { ...common, retentionDays: 365, tags: undefined, protect: true };
            return judgedAzure(judging, { ...azure, applyPrincipalIds }, facts).apply;
        });
        const apply = result as unknown as { promise(): Promise<string[]> };
        await assert.rejects(apply.promise(), (error: unknown) => {
            assert.ok(pulumi.ResourceError.isInstance(error));
            assert.match(error.message, /azure\.applyPrincipalIds\[0\]: got "x\\"\) or true/);
            return true;
        });
    });
});
