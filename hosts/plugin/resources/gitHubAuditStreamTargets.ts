import { z } from "zod";
import { isObject, str, type Values } from "../values";
import { filled, httpsUrl } from "./shapes";

/** One kind of target: its inputs, GitHub's words for it, and which fields travel encrypted. */
interface Target {
    readonly type: string;
    readonly form: z.ZodObject;
    readonly secrets: readonly string[];
    /** Fields as GitHub names them, from the inputs; `seal` encrypts. */
    readonly body: (
        inputs: Values,
        seal: (text: string) => Promise<string>,
    ) => Promise<Record<string, unknown>>;
}

/** source: OpenAPI description of GitHub Enterprise Cloud's REST interface 24, audit log streams; date: 2026-11-21 */
export const auditStreamTargets: Readonly<Record<string, Target>> = {
    azureBlob: {
        type: "Azure Blob Storage",
        form: z.strictObject({ sasUrl: httpsUrl }),
        secrets: ["sasUrl"],
        body: async ({ sasUrl }, seal) => ({ encrypted_sas_url: await seal(str(sasUrl)) }),
    },
    azureEventHubs: {
        type: "Azure Event Hubs",
        form: z.strictObject({ name: filled, connectionString: filled }),
        secrets: ["connectionString"],
        body: async ({ name, connectionString }, seal) => ({
            name,
            encrypted_connstring: await seal(str(connectionString)),
        }),
    },
    amazonS3: {
        type: "Amazon S3",
        form: z.strictObject({
            bucket: filled,
            region: filled,
            roleArn: z
                .string()
                .regex(/^arn:[\w-]+:iam::\d{12}:role\/.+$/, "must be the ARN of a role")
                .optional(),
            accessKeyId: filled.optional(),
            secretAccessKey: filled.optional(),
        }),
        secrets: ["accessKeyId", "secretAccessKey"],
        body: async ({ bucket, region, roleArn, accessKeyId, secretAccessKey }, seal) =>
            roleArn === undefined
                ? {
                      bucket,
                      region,
                      authentication_type: "access_keys",
                      encrypted_access_key_id: await seal(str(accessKeyId)),
                      encrypted_secret_key: await seal(str(secretAccessKey)),
                  }
                : { bucket, region, authentication_type: "oidc", arn_role: roleArn },
    },
    splunk: {
        type: "Splunk",
        form: z.strictObject({
            domain: filled,
            port: z.int().min(1, "must be 1 to 65535").max(65_535, "must be 1 to 65535"),
            token: filled,
            sslVerify: z.boolean().optional(),
        }),
        secrets: ["token"],
        body: async ({ domain, port, token, sslVerify }, seal) => ({
            domain,
            port,
            encrypted_token: await seal(str(token)),
            ssl_verify: sslVerify ?? true,
        }),
    },
    googleCloud: {
        type: "Google Cloud Storage",
        form: z.strictObject({ bucket: filled, jsonCredentials: filled }),
        secrets: ["jsonCredentials"],
        body: async ({ bucket, jsonCredentials }, seal) => ({
            bucket,
            encrypted_json_credentials: await seal(str(jsonCredentials)),
        }),
    },
    datadog: {
        type: "Datadog",
        form: z.strictObject({
            site: z.enum(["US", "US3", "US5", "EU1", "US1-FED", "AP1"]),
            token: filled,
        }),
        secrets: ["token"],
        body: async ({ site, token }, seal) => ({ site, encrypted_token: await seal(str(token)) }),
    },
};

export const targetNames = Object.keys(auditStreamTargets);

/** The target that is given; exactly one is. */
export function targetOf(inputs: Values): { target: Target; of: Values } {
    const name = targetNames.find((one) => inputs[one] !== undefined) ?? "";
    const target = auditStreamTargets[name];
    const of = inputs[name];
    if (target === undefined || !isObject(of)) throw new Error("no target is given");
    return { target, of };
}
