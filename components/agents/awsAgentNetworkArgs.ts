import type * as pulumi from "@pulumi/pulumi";

/** Arguments of `AwsAgentNetwork`. */
export interface AwsAgentNetworkArgs {
    /** First part of the names of all resources: 3 to 32 lower case letters, digits, single hyphens. */
    networkName: string;
    /** AWS account the network stands in: twelve digits. */
    accountId: string;
    /** AWS region, for example "eu-west-1". */
    region: string;
    /** Two availability zones of the region, for example "eu-west-1a" and "eu-west-1b". */
    availabilityZones: string[];
    /**
     * IPv4 range of the network, /16 to /24, for example "10.40.0.0/22". Each zone gets a quarter of
     * it for agents; the rest is for the way out and for later.
     */
    addressRange: string;
    /**
     * How agents leave: "firewall", to the VPC endpoints and through AWS Network Firewall to the named
     * hosts; or "endpoints", to the VPC endpoints and no further.
     * @default "firewall", because a runner has to reach its service
     */
    egress?: string;
    /**
     * Services the firewall lets agents out to, by the names of the egress profiles.
     * @default "github" and "githubActions"; none with egress "endpoints"
     */
    profiles?: string[];
    /**
     * Further host names the firewall lets through, reached over TLS on port 443; "*." in front
     * stands for one or more labels, and for none.
     * @default none
     */
    allowNames?: string[];
    /**
     * Further AWS accounts whose resources agents may use through the endpoints: those they deploy
     * to.
     * @default none, only the network's own account
     */
    allowAccounts?: string[];
    /**
     * ARN of the KMS key for the logs. Its policy must let the region's CloudWatch Logs use it.
     * @default a key of its own, which is rotated every year
     */
    logKeyArn?: pulumi.Input<string>;
    /**
     * Days the logs are kept: 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653.
     * @default 365
     */
    logRetentionDays?: number;
    /**
     * Sets the guards of the whole account in this region, also for machines that are not in the
     * network: volumes encrypted by default, IMDSv2 with one hop by default, images and snapshots
     * never public.
     * @default false, the account is left as it is
     */
    guardAccount?: boolean;
    /**
     * Blocks public access to every VPC of the account in this region, not only to this one: with
     * egress "firewall" whatever comes in, with "endpoints" both ways.
     * @default false, other VPCs are left as they are
     */
    blockPublicAccess?: boolean;
    /**
     * Tags of every resource in the component that has tags.
     * @default none but a name
     */
    tags?: Record<string, pulumi.Input<string>>;
    /**
     * Lets Pulumi delete the logs, their key and the firewall. Otherwise they are protected
     * resources, and the firewall refuses its deletion.
     * @default false
     */
    allowDestroy?: boolean;
}
