import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { activityCategories } from "../../../components/audit/azure/workspace";
import { AuditTrail, logToTrail } from "../../../components/index";
import { known, record } from "../../support/mocks";
import { azure, buildAzure, common, inputs, once } from "./support";

const standard = once(buildAzure);
const workspaceId = /operationalinsights:Workspace\/audit-workspace$/;

describe("AuditTrail on Azure", () => {
    it("every category of the subscription's activity log is kept for `retentionDays`", async () => {
        const { recording } = await standard();
        const setting = recording.one("SubscriptionDiagnosticSetting").inputs;
        assert.match(String(setting.workspaceId), workspaceId);
        assert.equal(activityCategories.length, 8);
        assert.deepEqual(
            setting.logs,
            activityCategories.map((category) => ({ category, enabled: true })),
        );
        assert.equal(recording.one("Workspace").inputs.retentionInDays, 365);
        const longer = await buildAzure({ trail: { retentionDays: 730 } });
        assert.equal(longer.recording.one("Workspace").inputs.retentionInDays, 730);
    });

    it("the workspace takes entries from Azure's own channel alone, and its own log is kept in it", async () => {
        const { recording } = await standard();
        const workspace = recording.one("Workspace").inputs;
        assert.equal(workspace.workspaceName, "log-acme");
        assert.equal(workspace.publicNetworkAccessForIngestion, "Disabled");
        assert.deepEqual(workspace.features, {
            disableLocalAuth: true,
            enableLogAccessUsingOnlyResourcePermissions: false,
        });
        const own = inputs(recording, "DiagnosticSetting", "workspace-log");
        assert.match(String(own.resourceUri), workspaceId);
        assert.match(String(own.workspaceId), workspaceId);
        assert.deepEqual(own.logs, [{ categoryGroup: "allLogs", enabled: true }]);
    });

    it("the archive, where there is one, keeps every entry unchanged for `retentionDays`, as long as its policy stands", async () => {
        const { recording } = await standard();
        const archive = recording.one("StorageAccount").inputs;
        const policy = recording.one("BlobContainerImmutabilityPolicy").inputs;
        assert.equal(policy.containerName, "insights-activity-logs");
        assert.equal(policy.immutabilityPeriodSinceCreationInDays, 365);
        assert.equal(policy.allowProtectedAppendWrites, true);
        assert.equal(recording.one("BlobContainer").inputs.publicAccess, "None");
        assert.equal(archive.accountName, "stacmeaudit");
        assert.equal(archive.allowSharedKeyAccess, false);
        assert.equal(archive.allowBlobPublicAccess, false);
        assert.equal(archive.publicNetworkAccess, "Disabled");
        assert.equal(archive.minimumTlsVersion, "TLS1_2");
        assert.deepEqual(archive.networkRuleSet, {
            defaultAction: "Deny",
            bypass: "AzureServices",
        });
        const { inputs: setting, dependencies } = recording.one("SubscriptionDiagnosticSetting");
        assert.match(String(setting.storageAccountId), /StorageAccount\/audit-archive$/);
        assert.ok(dependencies.some((one) => one.endsWith(" audit-archive-policy")));
        const log = inputs(recording, "DiagnosticSetting", "archive-log");
        assert.match(String(log.resourceUri), /BlobServiceProperties\/audit-archive-blobs$/);
    });

    it("has no archive unless one is named", async () => {
        const { recording } = await record(() => {
            const { archiveAccountName, ...rest } = azure;
            assert.ok(archiveAccountName);
            return new AuditTrail("audit", { ...common, azure: rest });
        });
        assert.deepEqual(recording.all("StorageAccount"), []);
        const setting = recording.one("SubscriptionDiagnosticSetting").inputs;
        assert.equal(setting.storageAccountId, undefined);
    });

    it("the Defender plans asked for are on, for every resource", async () => {
        const plans = async (more = {}) =>
            (await buildAzure(more)).recording.all("Pricing").map((one) => one.inputs);
        assert.deepEqual(
            (await plans()).map((plan) => [plan.pricingName, plan.pricingTier, plan.enforce]),
            ["Arm", "KeyVaults", "VirtualMachines"].map((name) => [name, "Standard", "True"]),
        );
        const [storage, ...others] = await plans({ defenderPlans: ["StorageAccounts"] });
        assert.deepEqual(others, []);
        assert.equal(storage?.subPlan, "DefenderForStorageV2");
        assert.equal(storage.scopeId, `subscriptions/${azure.subscriptionId}`);
    });

    it("changes one Defender plan after the other", async () => {
        const { recording } = await standard();
        const [, second, third] = recording.all("Pricing");
        assert.ok(second?.dependencies.some((one) => one.endsWith("audit-defender-arm")));
        assert.ok(third?.dependencies.some((one) => one.endsWith("audit-defender-keyvaults")));
    });

    it("names the contacts to Defender", async () => {
        const { recording } = await standard();
        const contact = recording.one("SecurityContact").inputs;
        assert.equal(contact.emails, common.emails.join(";"));
        assert.equal(contact.isEnabled, true);
    });

    it("protects what holds logs, unless allowDestroy is given", async () => {
        const names = async (allowDestroy: boolean) =>
            (await buildAzure({ trail: { allowDestroy } })).recording.resources
                .filter((one) => one.protect)
                .map(({ name }) => name);
        assert.deepEqual(await names(false), [
            "audit-workspace",
            "audit-archive",
            "audit-archive-container",
            "audit-archive-policy",
        ]);
        assert.deepEqual(await names(true), []);
    });

    it("gives out its ids, and nothing of the other cloud", async () => {
        const { result } = await standard();
        assert.match(await known(result.workspaceId), workspaceId);
        assert.match(await known(result.actionGroupId), /ActionGroup\/audit-contacts$/);
        for (const output of ["trailArn", "topicArn", "logGroupName", "bucketName"] as const) {
            assert.equal(await known(result[output]), "", output);
        }
    });

    it("tags all that can be tagged", async () => {
        const tags = { owner: "security" };
        const { recording } = await buildAzure({ trail: { tags } });
        for (const { type, name, inputs: given } of recording.resources) {
            if (/Workspace|ActionGroup|Alert|QueryRule|StorageAccount$/.test(type)) {
                assert.deepEqual(given.tags, tags, name);
            }
        }
    });
});

describe("logToTrail", () => {
    it("sends every log of a resource to the workspace, into tables of its own", async () => {
        const { recording } = await record(() => {
            const trail = new AuditTrail("audit", { ...common, azure });
            logToTrail(trail, "vault-log", "/subscriptions/s/vault", trail.workspaceId);
        });
        const setting = recording.named("DiagnosticSetting", "vault-log");
        assert.equal(setting.parent, "gatehouse:index:AuditTrail audit");
        assert.equal(setting.inputs.resourceUri, "/subscriptions/s/vault");
        assert.match(String(setting.inputs.workspaceId), workspaceId);
        assert.equal(setting.inputs.logAnalyticsDestinationType, "Dedicated");
        assert.deepEqual(setting.inputs.logs, [{ categoryGroup: "allLogs", enabled: true }]);
    });
});
