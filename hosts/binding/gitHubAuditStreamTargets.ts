import type * as pulumi from "@pulumi/pulumi";

/** A container of Azure Blob Storage. */
export interface GitHubAuditStreamAzureBlob {
    /** Address of the container with a shared access signature. A secret. */
    sasUrl: pulumi.Input<string>;
}

/** An event hub. */
export interface GitHubAuditStreamAzureEventHubs {
    /** Name of the event hub. */
    name: pulumi.Input<string>;
    /** Connection string that may send. A secret. */
    connectionString: pulumi.Input<string>;
}

/** A bucket of Amazon S3: with a role to assume (no secret at all), or with an access key. */
export interface GitHubAuditStreamAmazonS3 {
    /** Name of the bucket. */
    bucket: pulumi.Input<string>;
    /** Region of the bucket. */
    region: pulumi.Input<string>;
    /**
     * ARN of the role that GitHub assumes over OpenID Connect.
     * @default an access key is used
     */
    roleArn?: pulumi.Input<string>;
    /**
     * Id of the access key. A secret. Only without `roleArn`, together with `secretAccessKey`.
     * @default none
     */
    accessKeyId?: pulumi.Input<string>;
    /**
     * The access key. A secret.
     * @default none
     */
    secretAccessKey?: pulumi.Input<string>;
}

/** A Splunk instance. */
export interface GitHubAuditStreamSplunk {
    /** Domain of the instance. */
    domain: pulumi.Input<string>;
    /** Port of its event collector. */
    port: pulumi.Input<number>;
    /** Token of the event collector. A secret. */
    token: pulumi.Input<string>;
    /**
     * Whether its certificate is verified.
     * @default true
     */
    sslVerify?: pulumi.Input<boolean>;
}

/** A bucket of Google Cloud Storage. */
export interface GitHubAuditStreamGoogleCloud {
    /** Name of the bucket. */
    bucket: pulumi.Input<string>;
    /** Key of a service account that may create objects, as JSON. A secret. */
    jsonCredentials: pulumi.Input<string>;
}

/** Datadog. */
export interface GitHubAuditStreamDatadog {
    /** "US", "US3", "US5", "EU1", "US1-FED" or "AP1". */
    site: pulumi.Input<string>;
    /** Token that may send logs. A secret. */
    token: pulumi.Input<string>;
}
