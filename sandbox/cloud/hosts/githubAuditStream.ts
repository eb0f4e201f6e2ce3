import { planHas, planRefusal } from "../github/plan";
import { exactlyOne, restType } from "../github/rest";
import type { Failure } from "../check";
import type { ResourceType } from "../resourceType";
import {
    fixed,
    flag,
    integer,
    matching,
    object,
    oneOf,
    required,
    secret,
    text,
    type Fields,
} from "../shape";
import { isObject, str, text as joined, type Values } from "../values";
import { otherKind, token } from "./hostsType";

const hidden = required(secret(text));
const https = required(secret(matching(/^https:\/\//, "an https address")));

/**
 * Targets, GitHub's names of them, and the part that GitHub shows.
 * source: GitHub's REST description for Enterprise Cloud, audit log streams; date: 2026-11-21
 */
const targets: Readonly<Record<string, { type: string; shows: string; fields: Fields }>> = {
    azureBlob: { type: "Azure Blob Storage", shows: "container", fields: { sasUrl: https } },
    azureEventHubs: {
        type: "Azure Event Hubs",
        shows: "name",
        fields: { name: required(text), connectionString: hidden },
    },
    amazonS3: {
        type: "Amazon S3",
        shows: "bucket",
        fields: {
            bucket: required(text),
            region: required(text),
            roleArn: matching(/^arn:[\w-]+:iam::\d{12}:role\/.+$/, "the ARN of a role"),
            accessKeyId: secret(text),
            secretAccessKey: secret(text),
        },
    },
    splunk: {
        type: "Splunk",
        shows: "domain",
        fields: {
            domain: required(text),
            port: required(integer(1, 65_535)),
            token: hidden,
            sslVerify: flag,
        },
    },
    googleCloud: {
        type: "Google Cloud Storage",
        shows: "bucket",
        fields: { bucket: required(text), jsonCredentials: hidden },
    },
    datadog: {
        type: "Datadog",
        shows: "site",
        fields: {
            site: required(oneOf("US", "US3", "US5", "EU1", "US1-FED", "AP1")),
            token: hidden,
        },
    },
};
const names = Object.keys(targets);

function checkTargets(inputs: Values): Failure[] {
    const failures = exactlyOne(inputs, names);
    const { amazonS3 } = inputs;
    if (isObject(amazonS3)) {
        const { roleArn, accessKeyId, secretAccessKey } = amazonS3;
        const keys = [accessKeyId, secretAccessKey].filter((one) => one !== undefined).length;
        if (keys !== (roleArn === undefined ? 2 : 0)) {
            const reason = "has either roleArn or both accessKeyId and secretAccessKey";
            failures.push({ property: "amazonS3", reason });
        }
    }
    return failures;
}

const stream = restType({
    token: token("GitHubAuditStream"),
    inputs: {
        enterprise: required(fixed(text)),
        enabled: flag,
        ...Object.fromEntries(names.map((name) => [name, object(targets[name]?.fields ?? {})])),
    },
    defaults: { enabled: true },
    silent: names,
    creates: true,
    check: checkTargets,
    id: (inputs, _scope, { once, store }) =>
        joined`${str(inputs, "enterprise")}/${once("streamId", () => store.next("github audit stream", 7000, 1))}`,
    outputs: ({ inputs, id, once }) => {
        const name = names.find((one) => inputs[one] !== undefined) ?? "";
        const { type = "", shows = "" } = targets[name] ?? {};
        return {
            streamId: once("streamId", () => Number(id.split("/").pop())),
            streamType: type,
            streamDetails: str(inputs, name, shows) || type,
        };
    },
    beforeCreate: ({ scope, inputs }) => {
        if (!planHas(scope, "enterprise", "private")) {
            const request = `POST /enterprises/${str(inputs, "enterprise")}/audit-log/streams`;
            throw planRefusal("enterprise", "private", 403, request);
        }
    },
});

/** Ids of streams are unique, so that they need no organisation. */
export const githubAuditStream: ResourceType = { ...stream, replacedBy: otherKind(names) };
