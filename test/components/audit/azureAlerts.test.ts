import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Recording } from "../../support/mocks";
import { readQuery, type Tables } from "./kql";
import { run } from "./kqlRun";
import { activity, apply, breakGlass, someone, tableSchemas } from "./samples";
import { buildAzure, common, inputs, once } from "./support";

interface Leaf {
    field?: string;
    equals?: string;
    anyOf?: Leaf[];
}

const standard = once(buildAzure);
const groupId = /ActionGroup\/audit-contacts$/;

/** Whether an alert on the activity log fires for an operation that has this status. */
function isRaised(recording: Recording, alert: string, operation: string, status: string): boolean {
    const { condition, enabled, actions } = inputs(recording, "ActivityLogAlert", alert);
    const entry: Record<string, string> = {
        category: "administrative",
        operationName: operation.toLowerCase(),
        status: status.toLowerCase(),
    };
    const holds = ({ field = "", equals = "", anyOf }: Leaf): boolean =>
        anyOf === undefined ? entry[field] === equals.toLowerCase() : anyOf.some(holds);
    const [group] = (actions as { actionGroups: { actionGroupId: string }[] }).actionGroups;
    assert.match(group?.actionGroupId ?? "", groupId);
    return enabled === true && (condition as { allOf: Leaf[] }).allOf.every(holds);
}

/** Rows that the query of a deployed alert finds; more than its threshold raises it. */
function found(recording: Recording, alert: string, tables: Tables): number {
    const rule = inputs(recording, "ScheduledQueryRule", alert);
    const [criterion] = (rule.criteria as { allOf: Record<string, unknown>[] }).allOf;
    assert.equal(rule.enabled, true);
    assert.equal(criterion?.threshold, 0);
    assert.equal(criterion.operator, "GreaterThan");
    assert.equal(criterion.timeAggregation, "Count");
    assert.match(String((rule.scopes as string[])[0]), /Workspace\/audit-workspace$/);
    assert.match(String((rule.actions as { actionGroups: string[] }).actionGroups[0]), groupId);
    const query = readQuery(String(criterion.query), tableSchemas);
    assert.deepEqual(query.problems, []);
    return run(query, tables).length;
}

const inLog = (operation: string, actor: string): Tables => ({
    AzureActivity: [activity(operation, actor)],
});

async function raisesOutsideApply(alert: string, operations: readonly string[]): Promise<void> {
    const { recording } = await standard();
    for (const operation of operations) {
        assert.equal(found(recording, alert, inLog(operation, someone)), 1, operation);
        assert.equal(found(recording, alert, inLog(operation, apply)), 0, operation);
    }
}

async function raisesAlways(cases: readonly (readonly [string, string])[]): Promise<void> {
    const { recording } = await standard();
    for (const [alert, operation] of cases) {
        assert.equal(isRaised(recording, alert, operation, "Succeeded"), true, operation);
        assert.equal(isRaised(recording, alert, operation, "Failed"), false, operation);
        assert.equal(
            isRaised(recording, alert, "Microsoft.KeyVault/vaults/read", "Succeeded"),
            false,
        );
    }
}

describe("alerts of AuditTrail on Azure", function () {
    // The first query starts Microsoft's parser.
    this.timeout(120_000);

    it("a role, role assignment or federated credential changed outside the apply identities raises an alert", () =>
        raisesOutsideApply("trust-changed", [
            "Microsoft.Authorization/roleDefinitions/write",
            "Microsoft.Authorization/roleAssignments/write",
            "Microsoft.Authorization/roleAssignments/delete",
            "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
            "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/delete",
        ]));

    it("a deleted vault, lock or policy assignment and a written federated credential raise an alert, whoever did it", () =>
        raisesAlways([
            ["vault-deleted", "Microsoft.KeyVault/vaults/delete"],
            ["vault-deleted", "Microsoft.KeyVault/locations/deletedVaults/purge/action"],
            ["lock-deleted", "Microsoft.Authorization/locks/delete"],
            ["policy-removed", "Microsoft.Authorization/policyAssignments/delete"],
            [
                "federated-credential-written",
                "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
            ],
        ]));

    it("a deleted diagnostic setting, alert or workspace raises an alert, whoever did it", () =>
        raisesAlways([
            ["audit-deleted", "Microsoft.Insights/diagnosticSettings/delete"],
            ["audit-deleted", "Microsoft.Insights/activityLogAlerts/delete"],
            ["audit-deleted", "Microsoft.Insights/scheduledQueryRules/delete"],
            ["audit-deleted", "Microsoft.OperationalInsights/workspaces/delete"],
        ]));

    it("a network rule, logging or alert changed outside the apply identities raises an alert", async () => {
        await raisesOutsideApply("network-rule-changed", [
            "Microsoft.Network/networkSecurityGroups/securityRules/write",
            "Microsoft.Network/firewallPolicies/ruleCollectionGroups/write",
        ]);
        await raisesOutsideApply("audit-changed", [
            "Microsoft.Insights/diagnosticSettings/write",
            "Microsoft.Insights/actionGroups/write",
        ]);
    });

    it("whatever an account for emergencies changes raises an alert, as do sign-ins that Entra sends to the workspace", async () => {
        const { recording } = await standard();
        const operation = "Microsoft.Compute/virtualMachines/start/action";
        assert.equal(found(recording, "break-glass-used", inLog(operation, breakGlass)), 1);
        assert.equal(found(recording, "break-glass-used", inLog(operation, someone)), 0);
        const signIn = { SigninLogs: [{ TimeGenerated: "", UserId: breakGlass }] };
        assert.equal(found(recording, "break-glass-used", signIn), 1);
    });

    it("a connection of an agent that is denied raises an alert, where its network logs to the workspace", async () => {
        const { recording } = await standard();
        const flow = { FlowStatus: "Denied", FlowDirection: "Outbound" };
        const own = { ...flow, SrcSubnet: "rg-agents/vnet-agents/agents" };
        assert.equal(found(recording, "agent-denied", { NTANetAnalytics: [own] }), 1);
        const other = { ...flow, SrcSubnet: "rg/vnet/other" };
        assert.equal(found(recording, "agent-denied", { NTANetAnalytics: [other] }), 0);
        const denied = [{ Action: "Deny", SourceIp: "10.20.1.7" }];
        assert.equal(found(recording, "agent-denied", { AZFWNetworkRule: denied }), 1);
    });

    it("every alert goes to all contacts, and webhooks are called with a token of Entra ID", async () => {
        const webhook = {
            name: "siem",
            serviceUri: "https://siem.acme.example/alerts",
            objectId: someone,
            identifierUri: "api://siem",
            tenantId: apply,
        };
        const { recording } = await buildAzure({ webhooks: [webhook] });
        const group = recording.one("ActionGroup").inputs;
        assert.equal(group.enabled, true);
        const receivers = group.emailReceivers as { emailAddress: string; name: string }[];
        assert.deepEqual(
            receivers.map((one) => one.emailAddress),
            common.emails,
        );
        assert.deepEqual(group.webhookReceivers, [
            { ...webhook, useAadAuth: true, useCommonAlertSchema: true },
        ]);
        for (const one of recording.all("ActivityLogAlert")) {
            assert.match(JSON.stringify(one.inputs.actions), /ActionGroup\/audit-contacts"/);
        }
        for (const one of recording.all("ScheduledQueryRule")) {
            assert.match(JSON.stringify(one.inputs.actions), /ActionGroup\/audit-contacts"/);
        }
    });

    it("look back longer than a row takes to arrive, and tell an event once", async () => {
        const { recording } = await standard();
        const minutes = (text: unknown) => {
            const [, hours = "0", mins = "0"] =
                /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(String(text)) ?? [];
            return Number(hours) * 60 + Number(mins);
        };
        for (const { inputs: rule, name } of recording.all("ScheduledQueryRule")) {
            assert.ok(minutes(rule.windowSize) >= 30, name);
            assert.ok(minutes(rule.evaluationFrequency) <= 15, name);
            assert.equal(rule.muteActionsDuration, rule.windowSize, name);
            assert.equal(rule.autoMitigate, false, name);
        }
    });

    it("are only there where there is something to watch", async () => {
        const names = async (more = {}) =>
            (await buildAzure(more)).recording
                .all("ScheduledQueryRule")
                .map(({ inputs: { ruleName } }) => ruleName);
        const always = ["trust", "network-rule", "audit"].map((of) => `alert-acme--${of}-changed`);
        const nobody = { breakGlassPrincipalIds: [], agentSubnetIds: [], agentRanges: [] };
        assert.deepEqual(await names(nobody), always);
        const all = [...always, "alert-acme--break-glass-used", "alert-acme--agent-denied"];
        assert.deepEqual(await names(), all);
    });
});
