/** Whom and what the queries speak of; checked before they get here, so they can be quoted. */
export interface QueryFacts {
    /** Object ids of identities that deploy. */
    apply: readonly string[];
    /** Object ids of accounts for emergencies. */
    breakGlass: readonly string[];
    /** Subnets of agents, as traffic analytics writes them: "group/network/subnet". */
    agentSubnets: readonly string[];
    /** IPv4 ranges of agents. */
    agentRanges: readonly string[];
}

/**
 * The activity log names a person by mail address and a program by object id; the claims of the token
 * hold the object id of both. A row without claims is taken by its caller, and so by nobody we know.
 *
 * source: Azure Monitor Logs reference, table AzureActivity; date: 2026-11-21
 */
const actor = `extend Actor = coalesce(tostring(Claims_d["http://schemas.microsoft.com/identity/claims/objectidentifier"]), Caller)`;

const quoted = (values: readonly string[]) =>
    `(${values.map((value) => JSON.stringify(value)).join(", ")})`;

/** Operations that were carried out, by anybody but the apply identities. */
function outsideApply(facts: QueryFacts, operations: readonly string[]): string {
    return [
        "AzureActivity",
        `| where ActivityStatusValue in~ ("Success", "Succeeded")`,
        `| where OperationNameValue in~ ${quoted(operations)}`,
        `| ${actor}`,
        // A list without elements is an error in this language.
        ...(facts.apply.length === 0 ? [] : [`| where Actor !in~ ${quoted(facts.apply)}`]),
        "| project TimeGenerated, Actor, CallerIpAddress, OperationNameValue, _ResourceId",
    ].join("\n");
}

const grants = [
    "Microsoft.Authorization/roleAssignments/write",
    "Microsoft.Authorization/roleAssignments/delete",
    "Microsoft.Authorization/roleDefinitions/write",
    "Microsoft.Authorization/roleDefinitions/delete",
    "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
    "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/delete",
];

/** Who may do what, and who is believed to be whom. */
export const trustChanged = (facts: QueryFacts): string => outsideApply(facts, grants);

/** What agents may talk to. */
export const networkRuleChanged = (facts: QueryFacts): string =>
    outsideApply(facts, [
        "Microsoft.Network/networkSecurityGroups/write",
        "Microsoft.Network/networkSecurityGroups/delete",
        "Microsoft.Network/networkSecurityGroups/securityRules/write",
        "Microsoft.Network/networkSecurityGroups/securityRules/delete",
        "Microsoft.Network/firewallPolicies/write",
        "Microsoft.Network/firewallPolicies/ruleCollectionGroups/write",
        "Microsoft.Network/firewallPolicies/ruleCollectionGroups/delete",
    ]);

/** A trail can be blinded without deleting anything. */
export const auditChanged = (facts: QueryFacts): string =>
    outsideApply(facts, [
        "Microsoft.Insights/diagnosticSettings/write",
        "Microsoft.Insights/activityLogAlerts/write",
        "Microsoft.Insights/scheduledQueryRules/write",
        "Microsoft.Insights/actionGroups/write",
        "Microsoft.OperationalInsights/workspaces/write",
        "Microsoft.Security/pricings/write",
    ]);

/** Anything at all by an account for emergencies, and its sign-ins where they are sent here. */
export function breakGlassUsed({ breakGlass }: QueryFacts): string {
    return [
        "union isfuzzy=true",
        `    (AzureActivity | ${actor} | where Actor in~ ${quoted(breakGlass)} | project TimeGenerated, Actor),`,
        `    (SigninLogs | where UserId in~ ${quoted(breakGlass)} | project TimeGenerated, Actor = UserId)`,
    ].join("\n");
}

/**
 * Connections of agents that a network security group or the firewall denied. For traffic to public
 * addresses traffic analytics leaves the source address out and names the subnet.
 *
 * source: Azure Monitor Logs reference, tables NTANetAnalytics, AZFWNetworkRule and
 * AZFWApplicationRule (columns, date: 2026-11-21); the form "group/network/subnet" of SrcSubnet from
 * memory (2026-11-21)
 */
export function agentDenied({ agentSubnets, agentRanges }: QueryFacts): string {
    const ranges = `dynamic(${JSON.stringify(agentRanges)})`;
    const denied = `where Action =~ "Deny" and ipv4_is_in_any_range(SourceIp, ${ranges})`;
    const parts = [
        ...(agentSubnets.length === 0
            ? []
            : [
                  `(NTANetAnalytics | where FlowStatus =~ "Denied" and FlowDirection =~ "Outbound" and SrcSubnet in~ ${quoted(agentSubnets)} | project TimeGenerated, Source = SrcSubnet)`,
              ]),
        ...(agentRanges.length === 0
            ? []
            : ["AZFWNetworkRule", "AZFWApplicationRule"].map(
                  (table) => `(${table} | ${denied} | project TimeGenerated, Source = SourceIp)`,
              )),
    ];
    return `union isfuzzy=true\n    ${parts.join(",\n    ")}`;
}
