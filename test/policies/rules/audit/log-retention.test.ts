import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { logRetention } from "../../../../policies/rules/audit/log-retention";
import { describeRule } from "../../../support/describeRule";

const type = "azure-native:operationalinsights:Workspace";
const workspace = (props: PropertyTree) => ({ type, props });
const group = (props: PropertyTree) => ({
    type: "aws:cloudwatch/logGroup:LogGroup",
    props: { kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1", ...props },
});
const findings = ["retentionInDays"];

describeRule(logRetention, {
    denied: [
        { name: "a workspace of a month", ...workspace({ retentionInDays: 30 }), findings },
        { name: "a workspace that says nothing: a month", ...workspace({}), findings },
        {
            name: "a record of a week",
            ...group({ name: "/acme/audit-trail", retentionInDays: 7 }),
            findings,
        },
        {
            name: "a function's group of a month, which is advice",
            ...group({ name: "/aws/lambda/resize", retentionInDays: 30 }),
            findings,
            advisory: true,
        },
        {
            name: "a group without a key, which is advice",
            ...group({ kmsKeyId: null }),
            findings: ["kmsKeyId"],
            advisory: true,
        },
    ],
    allowed: [
        { name: "a workspace of a year", ...workspace({ retentionInDays: 365 }) },
        { name: "a group that says nothing, and keeps all", ...group({}) },
        { name: "a group that says so", ...group({ retentionInDays: 0 }) },
        {
            name: "as long as the user asks for",
            ...workspace({ retentionInDays: 30 }),
            config: { minDays: 30 },
        },
    ],
    undecidable: [
        { name: "an unknown retention", ...workspace({ retentionInDays: UNKNOWN }) },
        { name: "an unknown retention of a group", ...group({ retentionInDays: UNKNOWN }) },
    ],
    tokens: [
        "azure-native:operationalinsights/v20230901:Workspace",
        "azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace",
    ],
});
