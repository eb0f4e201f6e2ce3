import { hex } from "../../identifiers";
import { items, str, text } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import {
    accountFields,
    analyzerFields,
    detectorFeatureFields,
    detectorFields,
    enablerFields,
    standardsSubscriptionFields,
} from "../fields/audit";
import { nameOf } from "../naming";
import { refer } from "../references";

const detectorToken = "aws:guardduty/detector:Detector";

/** One of an account and region. */
export const detector = awsType({
    of: detectorFields,
    operation: "GuardDuty: CreateDetector",
    defaults: { enable: true },
    id: ({ accountId, region, once, store }) =>
        once("id", () => hex(32, "detector", accountId, region, String(store.next("aws", 0, 1)))),
    arn: ({ accountId, region, id }) =>
        text`arn:aws:guardduty:${region}:${accountId}:detector/${id}`,
    outputs: ({ accountId, inputs }) => ({
        accountId,
        datasources: inputs.datasources ?? {},
        findingPublishingFrequency: inputs.findingPublishingFrequency ?? "SIX_HOURS",
    }),
    beforeCreate: ({ store, accountId, region }) => {
        if (store.list(detectorToken).some(({ key }) => key.includes(`|${accountId}/${region}|`))) {
            const message =
                "The request is rejected because a detector already exists for the current account.";
            throw awsError(400, "GuardDuty: CreateDetector", "BadRequestException", message);
        }
    },
});

const runtime = ["EKS_RUNTIME_MONITORING", "RUNTIME_MONITORING"];
const featureToken = "aws:guardduty/detectorFeature:DetectorFeature";

export const detectorFeature = awsType({
    of: detectorFeatureFields,
    operation: "GuardDuty: UpdateDetector",
    puts: true,
    references: [
        refer(
            ["detectorId"],
            detectorToken,
            "BadRequestException",
            "The request is rejected because the input detectorId is not owned by the current account.",
            { owner: true },
        ),
    ],
    id: ({ inputs }) => text`${str(inputs, "detectorId")}/${str(inputs, "name")}`,
    beforeWrite: ({ inputs, store }) => {
        const name = str(inputs, "name");
        const other = runtime.find((one) => runtime.includes(name) && one !== name);
        const isTwice = store
            .list(featureToken)
            .some(
                (one) =>
                    str(one.inputs, "name") === other &&
                    str(one.inputs, "detectorId") === str(inputs, "detectorId"),
            );
        if (isTwice) {
            const message =
                "The request is rejected because EKS_RUNTIME_MONITORING and RUNTIME_MONITORING cannot be configured together.";
            throw awsError(400, "GuardDuty: UpdateDetector", "BadRequestException", message);
        }
    },
});

const analyzerToken = "aws:accessanalyzer/analyzer:Analyzer";

export const analyzer = awsType({
    of: analyzerFields,
    operation: "AccessAnalyzer: CreateAnalyzer",
    name: nameOf(
        /^[A-Za-z][\w.-]{0,254}$/,
        "1 to 255 letters, digits and . _ -, beginning with a letter",
        { property: "analyzerName", automatic: false },
    ),
    taken: { code: "ConflictException", says: "Analyzer with name % already exists" },
    defaults: { type: "ACCOUNT" },
    id: ({ name }) => name,
    arn: ({ region, accountId, name }) =>
        text`arn:aws:access-analyzer:${region}:${accountId}:analyzer/${name}`,
    beforeCreate: ({ store, inputs, accountId, region }) => {
        const type = str(inputs, "type") || "ACCOUNT";
        const twin = store
            .list(analyzerToken)
            .some(
                (one) =>
                    one.key.includes(`|${accountId}/${region}|`) &&
                    str(one.outputs, "type") === type,
            );
        if (twin) {
            const message = `You have reached the maximum number of analyzers of type ${type} in the region`;
            throw awsError(
                402,
                "AccessAnalyzer: CreateAnalyzer",
                "ServiceQuotaExceededException",
                message,
            );
        }
    },
});

const hubToken = "aws:securityhub/account:Account";

export const securityHub = awsType({
    of: accountFields,
    operation: "SecurityHub: EnableSecurityHub",
    taken: {
        code: "ResourceConflictException",
        says: "Account is already subscribed to Security Hub",
    },
    defaults: { autoEnableControls: true, enableDefaultStandards: true },
    id: ({ accountId }) => accountId,
    arn: ({ accountId, region }) => `arn:aws:securityhub:${region}:${accountId}:hub/default`,
    outputs: ({ inputs }) => ({
        controlFindingGenerator: inputs.controlFindingGenerator ?? "SECURITY_CONTROL",
    }),
});

export const standardsSubscription = awsType({
    of: standardsSubscriptionFields,
    operation: "SecurityHub: BatchEnableStandards",
    puts: true,
    check: (inputs) =>
        /^arn:aws:securityhub:.*:(standards|ruleset)\/.+|^[0-9a-f-]{36}$/.test(
            str(inputs, "standardsArn"),
        )
            ? []
            : [
                  {
                      property: "standardsArn",
                      reason: "must be the ARN of a standard of Security Hub",
                  },
              ],
    id: ({ accountId, region, inputs }) => {
        const standard = str(inputs, "standardsArn");
        const end = standard.split(/:(?:standards|ruleset)\//)[1] ?? standard;
        return text`arn:aws:securityhub:${region}:${accountId}:subscription/${standard.includes(":") ? end : standard}`;
    },
    arn: ({ id }) => id,
    beforeCreate: ({ store, accountId, region }) => {
        if (!store.list(hubToken).some(({ key }) => key.includes(`|${accountId}/${region}|`))) {
            const message = `Account ${accountId} is not subscribed to AWS Security Hub`;
            throw awsError(
                401,
                "SecurityHub: BatchEnableStandards",
                "InvalidAccessException",
                message,
            );
        }
    },
});

export const inspector = awsType({
    of: enablerFields,
    operation: "Inspector2: Enable",
    puts: true,
    check: (inputs) =>
        items(inputs, "accountIds").flatMap((one, i) =>
            typeof one === "string" && /^(\d{12}|[0-9a-f-]{36})$/.test(one)
                ? []
                : [{ property: `accountIds[${i}]`, reason: "must be twelve digits" }],
        ),
    id: ({ inputs }) => {
        const texts = (name: string) =>
            items(inputs, name).filter((one) => typeof one === "string");
        const known = texts("accountIds").length > 0 && texts("resourceTypes").length > 0;
        const all = [...texts("accountIds").sort(), ...texts("resourceTypes").sort()];
        return known
            ? all.reduce((id, one) => text`${id}${id === "" ? "" : ":"}${one}`, "")
            : str(inputs, "accountIds") || str(inputs, "resourceTypes");
    },
});
