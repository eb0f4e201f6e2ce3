import * as pulumi from "@pulumi/pulumi";
import { version } from "../package.json";

/**
 * Where the provider `gatehouse-hosts` works, and how fast. Tokens are no part of it: they come from the
 * environment of the plugin only, so that no state ever holds them.
 */
export interface ProviderArgs {
    /**
     * The GitHub organisation.
     * @default GITHUB_OWNER
     */
    githubOwner?: pulumi.Input<string>;
    /**
     * Address of GitHub's REST interface: "https://github.example/api/v3" for GitHub Enterprise Server.
     * @default GITHUB_API_URL, else GitHub's own
     */
    githubApiUrl?: pulumi.Input<string>;
    /**
     * Address of the Azure DevOps organisation: `https://dev.azure.com/acme`.
     * @default AZDO_ORG_SERVICE_URL
     */
    azureDevOpsUrl?: pulumi.Input<string>;
    /**
     * Address of the organisation's audit service.
     * @default follows from `azureDevOpsUrl`
     */
    azureDevOpsAuditUrl?: pulumi.Input<string>;
    /**
     * Address of the organisation's Advanced Security service.
     * @default follows from `azureDevOpsUrl`
     */
    azureDevOpsSecurityUrl?: pulumi.Input<string>;
    /**
     * Address of the organisation's package feeds.
     * @default follows from `azureDevOpsUrl`
     */
    azureDevOpsFeedsUrl?: pulumi.Input<string>;
    /**
     * Requests to one host in a minute, evenly spaced.
     * @default 60
     */
    requestsPerMinute?: pulumi.Input<number>;
    /**
     * Seconds one request may take.
     * @default 30
     */
    timeoutSeconds?: pulumi.Input<number>;
}

/** What is no text travels as JSON: so providers are configured. */
function asJson(value: pulumi.Input<unknown>): pulumi.Output<string> | undefined {
    return value === undefined
        ? undefined
        : pulumi.output(value).apply((known) => JSON.stringify(known));
}

/** A provider configured in the program; without one, `gatehouse-hosts:...` of the stack's configuration. */
export class Provider extends pulumi.ProviderResource {
    constructor(name: string, args: ProviderArgs = {}, opts?: pulumi.ResourceOptions) {
        const { requestsPerMinute, timeoutSeconds, ...texts } = args;
        const properties = {
            ...texts,
            requestsPerMinute: asJson(requestsPerMinute),
            timeoutSeconds: asJson(timeoutSeconds),
        };
        super("gatehouse-hosts", name, properties, { version, ...opts });
    }
}
