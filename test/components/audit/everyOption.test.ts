import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { AuditTrail } from "../../../components/index";
import { complaints, openSandbox } from "../../support/sandbox";
import { apply, someone } from "./samples";
import { aws, azure, common } from "./support";

/** Trails of both clouds with every argument given. */
function program(retentionDays: number): Promise<Record<string, unknown>> {
    const group = new ResourceGroup("audit", {
        resourceGroupName: "rg-audit",
        location: "uksouth",
    });
    const flowLogs = new LogGroup("flows", { name: "/acme/agents", region: aws.region });
    const both = { ...common, retentionDays, allowDestroy: true };
    new AuditTrail("azure", {
        ...both,
        azure: {
            ...azure,
            resourceGroupName: group.name,
            webhooks: [
                {
                    name: "siem",
                    serviceUri: "https://siem.acme.example/alerts",
                    objectId: someone,
                    identifierUri: "api://siem",
                    tenantId: apply,
                },
            ],
            defenderPlans: ["Arm", "CloudPosture", "Containers", "StorageAccounts"],
        },
    });
    new AuditTrail("aws", {
        ...both,
        aws: {
            ...aws,
            agentFlowLogGroups: [flowLogs.name],
            dataBucketArns: ["arn:aws:s3:::acme-state"],
            watchedRegions: ["eu-west-2"],
            guardDutyFeatures: ["EBS_MALWARE_PROTECTION", "LAMBDA_NETWORK_LOGS"],
            securityHub: true,
            allowGovernanceMode: true,
        },
    });
    return Promise.resolve({});
}

describe("trails with every option, in the emulated clouds", function () {
    this.timeout(120_000);

    it("are made, changed and removed in an order the clouds accept", async () => {
        const sandbox = await openSandbox("audit-options");
        try {
            for (const days of [365, 400]) {
                const made = await sandbox.run(
                    "up",
                    {},
                    { program: () => program(days), config: {} },
                );
                assert.ok(made.ok, complaints(made));
            }
            const gone = await sandbox.run("destroy", {}, { config: {} });
            assert.ok(gone.ok, complaints(gone));
            assert.deepEqual(gone.resources, []);
        } finally {
            await sandbox.close();
        }
    });
});
