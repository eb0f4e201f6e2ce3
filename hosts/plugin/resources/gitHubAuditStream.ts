import { z } from "zod";
import { segment, understood } from "../answers";
import type { Failure } from "../configuration";
import { liveInputs, type HostResource } from "../hostResource";
import type { Hosts } from "../hosts";
import { createOnce } from "../inDoubt";
import { isObject, isUnknown, omit, pick, str, type Values } from "../values";
import { auditStreamTargets, targetNames, targetOf } from "./gitHubAuditStreamTargets";
import { sealed } from "./sealed";
import { exactlyOne, filled } from "./shapes";

const stream = z.object({
    id: z.number(),
    stream_type: z.string(),
    stream_details: z.string().nullish(),
    enabled: z.boolean(),
});
const key = z.object({ key_id: z.string(), key: z.string() });
type Stream = z.infer<typeof stream>;
const defaults = { enabled: true };

/** source: OpenAPI description of GitHub Enterprise Cloud's REST interface 24, audit log streams; date: 2026-11-21 */
export const gitHubAuditStream: HostResource = {
    name: "GitHubAuditStream",
    schema: z.strictObject({
        enterprise: filled,
        enabled: z.boolean().optional(),
        ...Object.fromEntries(
            Object.entries(auditStreamTargets).map(([name, { form }]) => [name, form.optional()]),
        ),
    }),
    fixed: ["enterprise"],
    targets: targetNames,
    secrets: Object.entries(auditStreamTargets).flatMap(([name, { secrets }]) =>
        secrets.map((secret) => `${name}.${secret}`),
    ),
    defaults,
    computed: { streamId: "integer", streamType: "string", streamDetails: "string" },
    rules: checkTarget,
    create: async (on, inputs) => {
        const made = await createStream(on, inputs);
        return { id: `${str(inputs, "enterprise")}/${made.id}`, computed: computedOf(made) };
    },
    read: async (on, id, inputs) => {
        const path = pathOf(id);
        const answer = await on.githubEnterprise.ask("GET", path, { expects: [404] });
        if (answer.status === 404) return undefined;
        const found = understood(stream, path, answer);
        const [enterprise = ""] = id.split("/");
        const live = { enterprise, enabled: found.enabled };
        // GitHub shows no target: the one of last time stands for it.
        const kept = pick(inputs, targetNames);
        return {
            inputs: { ...liveInputs(omit(inputs, targetNames), live, defaults), ...kept },
            computed: computedOf(found),
        };
    },
    update: async (on, id, inputs) => {
        const { body, hides } = await bodyOf(on, inputs);
        const path = pathOf(id);
        const answer = await on.githubEnterprise.ask("PUT", path, { body, hides });
        return computedOf(understood(stream, path, answer));
    },
    delete: async (on, id) => {
        await on.githubEnterprise.ask("DELETE", pathOf(id), { expects: [404] });
    },
};

function checkTarget(inputs: Values): Failure[] {
    const failures = exactlyOne(inputs, targetNames);
    const { amazonS3 } = inputs;
    if (isObject(amazonS3)) {
        const { roleArn, accessKeyId, secretAccessKey } = amazonS3;
        const keys = [accessKeyId, secretAccessKey].filter((one) => one !== undefined).length;
        if (!isUnknown(roleArn) && keys !== (roleArn === undefined ? 2 : 0)) {
            const reason = "has either roleArn or both accessKeyId and secretAccessKey";
            failures.push({ property: "amazonS3", reason });
        }
    }
    return failures;
}

function streamsOf(enterprise: string): string {
    return `/enterprises/${segment(enterprise)}/audit-log/streams`;
}

function pathOf(id: string): string {
    const [enterprise = "", number = ""] = id.split("/");
    return `${streamsOf(enterprise)}/${segment(number)}`;
}

function computedOf({ id, stream_type, stream_details }: Stream): Values {
    return { streamId: id, streamType: stream_type, streamDetails: stream_details ?? "" };
}

async function bodyOf(on: Hosts, inputs: Values) {
    const path = `/enterprises/${segment(str(inputs, "enterprise"))}/audit-log/stream-key`;
    const answer = await on.githubEnterprise.ask("GET", path);
    const { key_id, key: publicKey } = understood(key, path, answer);
    const { target, of } = targetOf(inputs);
    const fields = await target.body(of, (value) => sealed(value, publicKey));
    const body = {
        enabled: inputs.enabled !== false,
        stream_type: target.type,
        vendor_specific: { ...fields, key_id },
    };
    return { body, hides: target.secrets.map((name) => str(of, name)) };
}

/**
 * Streams have no name, so that after an answer that got lost the new one is the one that was not there
 * before. A second stream to the same place would send everything twice.
 */
async function createStream(on: Hosts, inputs: Values): Promise<Stream> {
    const path = streamsOf(str(inputs, "enterprise"));
    const list = async () =>
        understood(z.array(stream), path, await on.githubEnterprise.ask("GET", path));
    const before = new Set((await list()).map(({ id }) => id));
    const { body, hides } = await bodyOf(on, inputs);
    return createOnce(
        async () =>
            understood(stream, path, await on.githubEnterprise.ask("POST", path, { body, hides })),
        async () => {
            const made = (await list()).filter(
                ({ id, stream_type }) => !before.has(id) && stream_type === body.stream_type,
            );
            return made.length === 1 ? made[0] : undefined;
        },
    );
}
