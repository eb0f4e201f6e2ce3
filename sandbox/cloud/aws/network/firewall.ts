import type { Failure } from "../../check";
import { guid } from "../../identifiers";
import { isObject, isUnknown, items, str, text } from "../../values";
import { awsType, type AwsType } from "../awsType";
import { awsError } from "../errors";
import {
    firewallFields,
    firewallPolicyFields,
    loggingConfigurationFields,
} from "../fields/networkfirewall";
import { ruleGroupFields } from "../fields/ruleGroup";
import { nameOf } from "../naming";
import { refer, referred } from "../references";
import { ec2Reference } from "./ec2";

const groupToken = "aws:networkfirewall/ruleGroup:RuleGroup";
const policyToken = "aws:networkfirewall/firewallPolicy:FirewallPolicy";
const firewallToken = "aws:networkfirewall/firewall:Firewall";
const missing = "ResourceNotFoundException";

/** What groups, policies and firewalls have in common: their id is their ARN. */
function firewallType(kind: string, type: Omit<AwsType, "id" | "arn" | "name" | "taken">) {
    return awsType({
        ...type,
        name: nameOf(/^[a-zA-Z0-9-]{1,128}$/, "1 to 128 letters, digits and hyphens"),
        taken: {
            http: 400,
            code: "InvalidRequestException",
            says: "Resource with the name % already exists",
        },
        id: ({ accountId, region, name, inputs }) => {
            const what =
                kind === "rulegroup" ? text`${str(inputs, "type").toLowerCase()}-rulegroup` : kind;
            const shown =
                isUnknown(str(inputs, "type")) && kind === "rulegroup" ? str(inputs, "type") : what;
            return text`arn:aws:network-firewall:${region}:${accountId}:${shown}/${name}`;
        },
        arn: ({ id }) => id,
        outputs: (shaping) => ({
            updateToken: shaping.each(() =>
                guid("token", shaping.id, JSON.stringify(shaping.inputs)),
            ),
            ...type.outputs?.(shaping),
        }),
    });
}

const inUse = (operation: string, by: string, what: string) => ({
    by: [by],
    operation: `Network Firewall: ${operation}`,
    http: 400,
    code: "InvalidOperationException",
    says: `Unable to delete ${what} % because it is in use`,
});

export const ruleGroup = firewallType("rulegroup", {
    of: ruleGroupFields,
    operation: "Network Firewall: CreateRuleGroup",
    held: inUse("DeleteRuleGroup", policyToken, "rule group"),
    check: (inputs): Failure[] => {
        const given = ["ruleGroup", "rules"].filter((name) => inputs[name] !== undefined);
        const source = isObject(inputs.ruleGroup) ? inputs.ruleGroup.rulesSource : undefined;
        const isStateless = isObject(source) && source.statelessRulesAndCustomActions !== undefined;
        const type = str(inputs, "type");
        return [
            ...(given.length === 1
                ? []
                : [
                      {
                          property: given[1] ?? "ruleGroup",
                          reason: "exactly one of ruleGroup, rules must be given",
                      },
                  ]),
            ...(isObject(source) && !isUnknown(type) && isStateless !== (type === "STATELESS")
                ? [
                      {
                          property: "ruleGroup.rulesSource",
                          reason: `holds rules of another kind than ${type}`,
                      },
                  ]
                : []),
        ];
    },
    outputs: ({ inputs }) => ({
        ruleGroup: inputs.ruleGroup ?? { rulesSource: { rulesString: inputs.rules ?? "" } },
    }),
});

const groupsOf = (kind: string) =>
    refer(
        ["firewallPolicy", kind, "*", "resourceArn"],
        groupToken,
        missing,
        "Rule group % does not exist",
    );

/** source: Network Firewall Developer Guide, "Defining rule actions"; date: 2026-11-21 */
const statelessActions = ["aws:pass", "aws:drop", "aws:forward_to_sfe"];
const statefulActions = [
    "aws:drop_strict",
    "aws:drop_established",
    "aws:drop_established_app_layer",
    "aws:alert_strict",
    "aws:alert_established",
    "aws:alert_established_app_layer",
];

export const firewallPolicy = firewallType("firewall-policy", {
    of: firewallPolicyFields,
    operation: "Network Firewall: CreateFirewallPolicy",
    references: [groupsOf("statefulRuleGroupReferences"), groupsOf("statelessRuleGroupReferences")],
    held: inUse("DeleteFirewallPolicy", firewallToken, "firewall policy"),
    check: (inputs): Failure[] => {
        const bad = (property: string, known: readonly string[], custom: boolean) =>
            items(inputs, "firewallPolicy", property).flatMap((one, i) =>
                typeof one !== "string" ||
                isUnknown(one) ||
                known.includes(one) ||
                (custom && !one.startsWith("aws:"))
                    ? []
                    : [
                          {
                              property: `firewallPolicy.${property}[${i}]`,
                              reason: `"${one}" is not one of ${known.join(", ")}`,
                          },
                      ],
            );
        return [
            ...bad("statelessDefaultActions", statelessActions, true),
            ...bad("statelessFragmentDefaultActions", statelessActions, true),
            ...bad("statefulDefaultActions", statefulActions, false),
        ];
    },
    beforeWrite: (write) => {
        const order =
            str(write.inputs, "firewallPolicy", "statefulEngineOptions", "ruleOrder") ||
            "DEFAULT_ACTION_ORDER";
        const groups = referred(write, [groupsOf("statefulRuleGroupReferences")]);
        const other = groups.find(
            ({ target }) =>
                (str(target.inputs, "ruleGroup", "statefulRuleOptions", "ruleOrder") ||
                    "DEFAULT_ACTION_ORDER") !== order,
        );
        const refuse = (message: string) =>
            awsError(
                400,
                "Network Firewall: CreateFirewallPolicy",
                "InvalidRequestException",
                message,
            );
        if (other !== undefined) {
            throw refuse(
                `The rule order of rule group ${other.target.id} does not match ${order} of the policy`,
            );
        }
        if (
            order !== "STRICT_ORDER" &&
            items(write.inputs, "firewallPolicy", "statefulDefaultActions").length > 0
        ) {
            throw refuse("Stateful default actions need a policy with rule order STRICT_ORDER");
        }
    },
});

const ofPolicy = refer(
    ["firewallPolicyArn"],
    policyToken,
    missing,
    "Firewall policy % does not exist",
);

export const firewall = firewallType("firewall", {
    of: firewallFields,
    operation: "Network Firewall: CreateFirewall",
    references: [
        ofPolicy,
        ec2Reference("vpc", ["vpcId"]),
        ec2Reference("subnet", ["subnetMappings", "*", "subnetId"]),
    ],
    defaults: {
        deleteProtection: false,
        firewallPolicyChangeProtection: false,
        subnetChangeProtection: false,
        availabilityZoneChangeProtection: false,
    },
    // A route leads to one of its endpoints by the endpoint's own id.
    names: ({ outputs }) =>
        items(outputs, "firewallStatuses", 0, "syncStates").map((_, i) =>
            str(outputs, "firewallStatuses", 0, "syncStates", i, "attachments", 0, "endpointId"),
        ),
    outputs: ({ inputs, id, once, accountId }) => ({
        enabledAnalysisTypes: inputs.enabledAnalysisTypes ?? [],
        firewallStatuses: [
            {
                syncStates: items(inputs, "subnetMappings").map((_, i) => ({
                    attachments: [
                        {
                            endpointId: once(
                                `endpoint ${i}`,
                                () =>
                                    `vpce-${guid("firewall", id, String(i)).replaceAll("-", "").slice(0, 17)}`,
                            ),
                            subnetId: str(inputs, "subnetMappings", i, "subnetId"),
                        },
                    ],
                })),
            },
        ],
        transitGatewayOwnerAccountId: inputs.transitGatewayId === undefined ? "" : accountId,
    }),
    beforeDelete: ({ old }) => {
        if (old.inputs.deleteProtection === true) {
            const message = "Unable to delete the firewall because delete protection is on";
            throw awsError(
                400,
                "Network Firewall: DeleteFirewall",
                "InvalidOperationException",
                message,
            );
        }
    },
});

export const firewallLogging = awsType({
    of: loggingConfigurationFields,
    operation: "Network Firewall: UpdateLoggingConfiguration",
    puts: true,
    references: [
        refer(["firewallArn"], firewallToken, missing, "Firewall % does not exist", {
            owner: true,
        }),
    ],
    defaults: { enableMonitoringDashboard: false },
    id: ({ inputs }) => str(inputs, "firewallArn"),
});
