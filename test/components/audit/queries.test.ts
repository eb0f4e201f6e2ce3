import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { queryAlerts } from "../../../components/audit/azure/queryAlerts";
import type { QueryFacts } from "../../../components/audit/azure/queries";
import { readQuery, type Tables } from "./kql";
import { run } from "./kqlRun";
import { activity, apply, breakGlass, someone, tableSchemas } from "./samples";

const facts: QueryFacts = {
    apply: [apply],
    breakGlass: [breakGlass],
    agentSubnets: ["rg-agents/vnet-agents/agents"],
    agentRanges: ["10.20.1.0/24"],
};
type Alert = keyof typeof queryAlerts;

function found(alert: Alert, tables: Tables, more: Partial<QueryFacts> = {}): number {
    const query = readQuery(queryAlerts[alert].query({ ...facts, ...more }), tableSchemas);
    assert.deepEqual(query.problems, []);
    return run(query, tables).length;
}

describe("the queries of the Azure audit trail", function () {
    // The first one starts Microsoft's parser.
    this.timeout(120_000);

    const operations: readonly (readonly [Alert, string])[] = [
        ["trustChanged", "Microsoft.Authorization/roleAssignments/write"],
        ["trustChanged", "Microsoft.Authorization/roleAssignments/delete"],
        ["trustChanged", "Microsoft.Authorization/roleDefinitions/write"],
        [
            "trustChanged",
            "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
        ],
        ["networkRuleChanged", "Microsoft.Network/networkSecurityGroups/securityRules/write"],
        ["networkRuleChanged", "Microsoft.Network/networkSecurityGroups/delete"],
        ["auditChanged", "Microsoft.Insights/diagnosticSettings/write"],
        ["auditChanged", "Microsoft.Security/pricings/write"],
    ];
    for (const [alert, operation] of operations) {
        it(`${alert}: ${operation}, by anybody but the apply identity`, () => {
            const rows = (actor: string, more = {}) => ({
                AzureActivity: [activity(operation, actor, more)],
            });
            assert.equal(found(alert, rows(someone)), 1);
            assert.equal(found(alert, rows(breakGlass)), 1);
            assert.equal(found(alert, rows(apply)), 0);
            assert.equal(found(alert, rows(apply.toUpperCase())), 0);
            assert.equal(found(alert, rows(someone, { ActivityStatusValue: "Failure" })), 0);
            assert.equal(found(alert, rows(someone, { ActivityStatusValue: "Start" })), 0);
        });
    }

    it("take a row without claims by its caller", () => {
        const row = (Caller: string) => ({
            AzureActivity: [
                activity(operations[0]?.[1] ?? "", Caller, { Caller, Claims_d: undefined }),
            ],
        });
        assert.equal(found("trustChanged", row("someone@acme.example")), 1);
        assert.equal(found("trustChanged", row(apply)), 0);
    });

    it("know no exception when there is no apply identity", () => {
        const rows = { AzureActivity: [activity(operations[0]?.[1] ?? "", apply)] };
        assert.equal(found("trustChanged", rows, { apply: [] }), 1);
    });

    it("stay silent about other operations", () => {
        const rows = {
            AzureActivity: [
                activity("Microsoft.Compute/virtualMachines/start/action", someone),
                activity("Microsoft.Resources/deployments/write", someone),
            ],
        };
        for (const alert of ["trustChanged", "networkRuleChanged", "auditChanged"] as const) {
            assert.equal(found(alert, rows), 0, alert);
        }
    });

    it("see an account for emergencies in the activity log and at its sign-in", () => {
        const operation = "Microsoft.Compute/virtualMachines/start/action";
        const signIn = (UserId: string) => ({ SigninLogs: [{ TimeGenerated: "", UserId }] });
        assert.equal(
            found("breakGlassUsed", { AzureActivity: [activity(operation, breakGlass)] }),
            1,
        );
        assert.equal(found("breakGlassUsed", { AzureActivity: [activity(operation, someone)] }), 0);
        assert.equal(found("breakGlassUsed", signIn(breakGlass)), 1);
        assert.equal(found("breakGlassUsed", signIn(someone)), 0);
    });

    it("see what agents were denied, by subnet and by range, and nothing else", () => {
        const flow = (SrcSubnet: string, FlowStatus: string, FlowDirection = "Outbound") => ({
            NTANetAnalytics: [{ SrcSubnet, FlowStatus, FlowDirection, SrcIp: "" }],
        });
        const [own = ""] = facts.agentSubnets;
        assert.equal(found("agentDenied", flow(own, "Denied")), 1);
        assert.equal(found("agentDenied", flow(own, "Allowed")), 0);
        assert.equal(found("agentDenied", flow(own, "Denied", "Inbound")), 0);
        assert.equal(found("agentDenied", flow("rg/vnet/other", "Denied")), 0);
        for (const table of ["AZFWNetworkRule", "AZFWApplicationRule"]) {
            const rule = (SourceIp: string, Action: string) => ({
                [table]: [{ SourceIp, Action }],
            });
            assert.equal(found("agentDenied", rule("10.20.1.7", "Deny")), 1, table);
            assert.equal(found("agentDenied", rule("10.20.1.7", "Allow")), 0, table);
            assert.equal(found("agentDenied", rule("10.20.2.7", "Deny")), 0, table);
        }
    });

    it("name no table without need", () => {
        const subnets = queryAlerts.agentDenied.query({ ...facts, agentRanges: [] });
        const ranges = queryAlerts.agentDenied.query({ ...facts, agentSubnets: [] });
        assert.ok(!subnets.includes("AZFW"), subnets);
        assert.ok(!ranges.includes("NTANetAnalytics"), ranges);
        for (const query of [subnets, ranges]) {
            assert.deepEqual(readQuery(query, tableSchemas).problems, []);
        }
    });

    it("are read by a parser that finds wrong columns, tables, functions and signs", () => {
        for (const wrong of [
            `AzureActivity | where Nobody == "x"`,
            "Nowhere | where true",
            "AzureActivity | where nonsense(Caller)",
            `AzureActivity | where Caller in~ ("a"`,
        ]) {
            assert.notDeepEqual(readQuery(wrong, tableSchemas).problems, [], wrong);
        }
    });
});
