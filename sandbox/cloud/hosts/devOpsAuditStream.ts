import { uuid } from "../azuredevops/fields";
import { exactlyOne } from "../github/rest";
import {
    defaulting,
    fixed,
    flag,
    integer,
    matching,
    object,
    required,
    secret,
    text,
} from "../shape";
import { str } from "../values";
import { devOpsHostsType, otherKind } from "./hostsType";

const https = required(fixed(matching(/^https:\/\//, "an https address")));
const hidden = required(secret(text));
const guidToken = required(secret(uuid));

/**
 * Targets, what Azure DevOps calls them, and the part by which it names a stream.
 * source: MicrosoftDocs/vsts-rest-api-specs, audit 7.2; AZDOPS/AZDOPS New-ADOPSAuditStream; date: 2026-11-21
 */
const targets = {
    azureMonitorLogs: { type: "AzureMonitorLogs", shows: "workspaceId" },
    azureEventGrid: { type: "AzureEventGrid", shows: "topicUrl" },
    splunk: { type: "Splunk", shows: "url" },
} as const;
const names = Object.keys(targets) as (keyof typeof targets)[];

/** source: Azure DevOps keeps events for 90 days (MicrosoftDocs/azure-devops-docs, auditing); date: 2026-11-21 */
const daysKept = 90;

export const devOpsAuditStream = devOpsHostsType("AzureDevOpsAuditStream", {
    inputs: {
        enabled: defaulting(flag, true),
        daysToBackfill: defaulting(integer(0, daysKept), 0),
        azureMonitorLogs: object({ workspaceId: required(fixed(uuid)), sharedKey: hidden }),
        azureEventGrid: object({ topicUrl: https, accessKey: hidden }),
        splunk: object({ url: https, token: guidToken }),
    },
    id: { series: "audit stream", first: 1 },
    silent: names,
    check: (inputs) => exactlyOne(inputs, names),
    replacedBy: otherKind(names),
    outputs: ({ inputs, id, once }) => {
        const name = names.find((one) => inputs[one] !== undefined) ?? "splunk";
        const { type, shows } = targets[name];
        return {
            streamId: once("streamId", () => Number(id)),
            consumerType: type,
            displayName: str(inputs, name, shows) || str(inputs, name),
            status: inputs.enabled === false ? "disabledByUser" : "enabled",
        };
    },
});
