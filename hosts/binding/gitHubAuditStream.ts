import * as pulumi from "@pulumi/pulumi";
import type {
    GitHubAuditStreamAmazonS3,
    GitHubAuditStreamAzureBlob,
    GitHubAuditStreamAzureEventHubs,
    GitHubAuditStreamDatadog,
    GitHubAuditStreamGoogleCloud,
    GitHubAuditStreamSplunk,
} from "./gitHubAuditStreamTargets";
import { registration, token, withSecrets } from "./registration";

/** The arguments of a {@link GitHubAuditStream}. Exactly one target is given. */
export interface GitHubAuditStreamArgs {
    /** Short name of the enterprise. A change replaces the resource. */
    enterprise: pulumi.Input<string>;
    /**
     * Whether events flow; `false` pauses the stream.
     * @default true
     */
    enabled?: pulumi.Input<boolean>;
    /**
     * Azure Blob Storage. Going to another kind of target replaces the resource.
     * @default another target
     */
    azureBlob?: pulumi.Input<GitHubAuditStreamAzureBlob>;
    /**
     * Azure Event Hubs.
     * @default another target
     */
    azureEventHubs?: pulumi.Input<GitHubAuditStreamAzureEventHubs>;
    /**
     * Amazon S3.
     * @default another target
     */
    amazonS3?: pulumi.Input<GitHubAuditStreamAmazonS3>;
    /**
     * Splunk.
     * @default another target
     */
    splunk?: pulumi.Input<GitHubAuditStreamSplunk>;
    /**
     * Google Cloud Storage.
     * @default another target
     */
    googleCloud?: pulumi.Input<GitHubAuditStreamGoogleCloud>;
    /**
     * Datadog.
     * @default another target
     */
    datadog?: pulumi.Input<GitHubAuditStreamDatadog>;
}

/** Inputs that are secret, whatever the program says. */
const secrets: Readonly<Record<string, readonly string[]>> = {
    azureBlob: ["sasUrl"],
    azureEventHubs: ["connectionString"],
    amazonS3: ["accessKeyId", "secretAccessKey"],
    splunk: ["token"],
    googleCloud: ["jsonCredentials"],
    datadog: ["token"],
};

/**
 * A stream of the audit log of an enterprise to a store of its own. Secrets reach GitHub encrypted with
 * its stream key. GitHub gives none back: a change made elsewhere to a secret alone is not noticed.
 * Needs GitHub Enterprise Cloud, and a classic token with `admin:enterprise`: GitHub takes no App's token here.
 *
 * REST: `/enterprises/{enterprise}/audit-log/streams`.
 */
export class GitHubAuditStream extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = token("GitHubAuditStream");

    declare readonly enterprise: pulumi.Output<string>;
    declare readonly enabled: pulumi.Output<boolean>;
    /** Id of the stream. */
    declare readonly streamId: pulumi.Output<number>;
    /** GitHub's name of the kind of target: "Amazon S3". */
    declare readonly streamType: pulumi.Output<string>;
    /** What GitHub shows of the target. */
    declare readonly streamDetails: pulumi.Output<string>;

    constructor(name: string, args: GitHubAuditStreamArgs, opts?: pulumi.CustomResourceOptions) {
        const given: Record<string, unknown> = { ...(args as object | undefined) };
        for (const [target, names] of Object.entries(secrets)) {
            given[target] = withSecrets(given[target], names);
        }
        super(
            GitHubAuditStream.__pulumiType,
            name,
            ...registration(given, opts, {
                required: ["enterprise"],
                optional: ["enabled", ...Object.keys(secrets)],
                outputs: ["streamId", "streamType", "streamDetails"],
            }),
        );
    }
}
