import { z } from "zod";
import { segment, understood } from "../answers";
import { liveInputs, type HostResource } from "../hostResource";
import type { Hosts } from "../hosts";
import { createOnce } from "../inDoubt";
import { isObject, omit, pick, str, type Values } from "../values";
import { exactlyOne, filled, guid, httpsUrl } from "./shapes";

/**
 * Targets: what Azure DevOps calls them and their inputs, the address first, then the secret.
 * source: MicrosoftDocs/vsts-rest-api-specs, audit 7.2 (Splunk); AZDOPS New-ADOPSAuditStream (the others);
 * date: 2026-11-21
 */
const targets = {
    azureMonitorLogs: {
        type: "AzureMonitorLogs",
        fields: { workspaceId: "WorkspaceId", sharedKey: "SharedKey" },
    },
    azureEventGrid: {
        type: "AzureEventGrid",
        fields: { topicUrl: "EventGridTopicHostname", accessKey: "EventGridTopicAccessKey" },
    },
    splunk: {
        type: "Splunk",
        fields: { url: "SplunkUrl", token: "SplunkEventCollectorToken" },
    },
} as const;
const names = Object.keys(targets) as (keyof typeof targets)[];

/** source: order of AuditStreamStatus there, and its examples, which answer with numbers; date: 2026-11-21 */
const statuses = [
    "unknown",
    "enabled",
    "disabledByUser",
    "disabledBySystem",
    "deleted",
    "backfilling",
];
const status = z.union([z.string(), z.int().transform((number) => statuses[number] ?? "unknown")]);
const stream = z.object({
    id: z.int(),
    consumerType: z.string(),
    displayName: z.string().nullish(),
    consumerInputs: z.record(z.string(), z.string()).nullish(),
    status,
});
type Stream = z.infer<typeof stream>;

const defaults = { enabled: true, daysToBackfill: 0 };
const daysKept = 90;

export const azureDevOpsAuditStream: HostResource = {
    name: "AzureDevOpsAuditStream",
    schema: z.strictObject({
        enabled: z.boolean().optional(),
        daysToBackfill: z
            .int()
            .min(0, "must be 0 to 90")
            .max(daysKept, "must be 0 to 90")
            .optional(),
        azureMonitorLogs: z.strictObject({ workspaceId: guid, sharedKey: filled }).optional(),
        azureEventGrid: z.strictObject({ topicUrl: httpsUrl, accessKey: filled }).optional(),
        splunk: z.strictObject({ url: httpsUrl, token: guid }).optional(),
    }),
    fixed: ["azureMonitorLogs.workspaceId", "azureEventGrid.topicUrl", "splunk.url"],
    targets: names,
    secrets: ["azureMonitorLogs.sharedKey", "azureEventGrid.accessKey", "splunk.token"],
    defaults,
    computed: {
        streamId: "integer",
        consumerType: "string",
        displayName: "string",
        status: "string",
    },
    rules: (inputs) => exactlyOne(inputs, names),
    create: async (on, inputs) => {
        const made = await createStream(on, inputs);
        const now = inputs.enabled === false ? await setStatus(on, String(made.id), false) : made;
        return { id: String(made.id), computed: computedOf(now) };
    },
    read: async (on, id, inputs) => {
        const path = pathOf(`/${segment(id)}`);
        const answer = await on.devOpsAudit.ask("GET", path, { expects: [404] });
        if (answer.status === 404) return undefined;
        const found = understood(stream, path, answer);
        if (found.status === "deleted") return undefined;
        const enabled = found.status === "enabled" || found.status === "backfilling";
        // Secrets are not shown, and backfilling is over: those of last time stand for both.
        const kept = [...names, "daysToBackfill"];
        return {
            inputs: {
                ...liveInputs(omit(inputs, kept), { enabled }, defaults),
                ...pick(inputs, kept),
            },
            computed: computedOf(found),
        };
    },
    update: async (on, id, inputs, olds) => {
        const path = pathOf("");
        const { body, hides } = bodyOf(inputs);
        const put = { body: { id: Number(id), ...body }, hides };
        const now = understood(stream, path, await on.devOpsAudit.ask("PUT", path, put));
        const wanted = inputs.enabled !== false;
        const changes = wanted !== (olds.enabled !== false);
        return computedOf(changes ? await setStatus(on, id, wanted) : now);
    },
    delete: async (on, id) => {
        await on.devOpsAudit.ask("DELETE", pathOf(`/${segment(id)}`), { expects: [404] });
    },
};

function pathOf(rest: string, query = ""): string {
    return `/_apis/audit/streams${rest}?${query}api-version=7.2-preview.1`;
}

function bodyOf(inputs: Values) {
    const name = names.find((one) => inputs[one] !== undefined) ?? "splunk";
    const { type, fields } = targets[name];
    const of = inputs[name];
    const consumerInputs = Object.fromEntries(
        Object.entries(fields).map(([input, field]) => [field, str(isObject(of) ? of : {}, input)]),
    );
    const [address = "", secret = ""] = Object.values(consumerInputs);
    return { body: { consumerType: type, consumerInputs }, address, hides: [secret] };
}

function computedOf({ id, consumerType, displayName, status: now }: Stream): Values {
    return { streamId: id, consumerType, displayName: displayName ?? "", status: now };
}

async function setStatus(on: Hosts, id: string, enabled: boolean): Promise<Stream> {
    const query = `status=${enabled ? "enabled" : "disabledByUser"}&`;
    const path = pathOf(`/${segment(id)}`, query);
    return understood(stream, path, await on.devOpsAudit.ask("PUT", path, { body: {} }));
}

/** After an answer that got lost the new stream is the one to this address that was not there before. */
async function createStream(on: Hosts, inputs: Values): Promise<Stream> {
    const path = pathOf("", `daysToBackfill=${Number(inputs.daysToBackfill ?? 0)}&`);
    const all = pathOf("");
    const list = async () => understood(z.array(stream), all, await on.devOpsAudit.ask("GET", all));
    const before = new Set((await list()).map(({ id }) => id));
    const { body, address, hides } = bodyOf(inputs);
    return createOnce(
        async () =>
            understood(stream, path, await on.devOpsAudit.ask("POST", path, { body, hides })),
        async () =>
            (await list()).find(
                ({ id, consumerType, consumerInputs }) =>
                    !before.has(id) &&
                    consumerType === body.consumerType &&
                    Object.values(consumerInputs ?? {}).includes(address),
            ),
    );
}
