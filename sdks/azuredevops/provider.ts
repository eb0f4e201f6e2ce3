import * as pulumi from "@pulumi/pulumi";
import { isOfType, withDefaults } from "./utilities";

/** How the provider signs in, and where. What is left out comes from its environment variables. */
export interface ProviderArgs {
    /** Tenants whose tokens may be used beside `tenantId`. */
    auxiliaryTenantIds?: pulumi.Input<pulumi.Input<string>[]>;
    /** Certificate of the identity, in base64. */
    clientCertificate?: pulumi.Input<string>;
    /** Password of the certificate. */
    clientCertificatePassword?: pulumi.Input<string>;
    /** File with the certificate. */
    clientCertificatePath?: pulumi.Input<string>;
    /** Client id of the identity. */
    clientId?: pulumi.Input<string>;
    /** File with the client id. */
    clientIdFilePath?: pulumi.Input<string>;
    /** Secret of the identity. */
    clientSecret?: pulumi.Input<string>;
    /** File with the secret. */
    clientSecretPath?: pulumi.Input<string>;
    /** Service connection of the pipeline it runs in, to sign in with. */
    oidcAzureServiceConnectionId?: pulumi.Input<string>;
    /** Token that is allowed to ask for a token. */
    oidcRequestToken?: pulumi.Input<string>;
    /** Address that gives tokens. */
    oidcRequestUrl?: pulumi.Input<string>;
    /** Token to sign in with. */
    oidcToken?: pulumi.Input<string>;
    /** File with that token. */
    oidcTokenFilePath?: pulumi.Input<string>;
    /** Address of the organisation: `https://dev.azure.com/acme`. Environment: AZDO_ORG_SERVICE_URL. */
    orgServiceUrl?: pulumi.Input<string>;
    /** Personal access token. Environment: AZDO_PERSONAL_ACCESS_TOKEN. */
    personalAccessToken?: pulumi.Input<string>;
    /** Tenant of the identity. */
    tenantId?: pulumi.Input<string>;
    /** Sign in as whoever signed in to the Azure CLI. Default: `true`. */
    useCli?: pulumi.Input<boolean>;
    /** Sign in with the identity of the machine. */
    useMsi?: pulumi.Input<boolean>;
    /** Sign in with a token of a pipeline. */
    useOidc?: pulumi.Input<boolean>;
}

const secrets = [
    "clientCertificate",
    "clientCertificatePassword",
    "clientSecret",
    "oidcRequestToken",
    "oidcToken",
    "personalAccessToken",
] as const;

/** What is no text travels as JSON: so providers are configured. */
function asJson(value: pulumi.Input<unknown>): pulumi.Output<string> | undefined {
    return value === undefined
        ? undefined
        : pulumi.output(value).apply((known) => JSON.stringify(known));
}

function asSecret(value: pulumi.Input<string> | undefined): pulumi.Output<string> | undefined {
    return value === undefined ? undefined : pulumi.secret(value);
}

/** The Azure DevOps provider with a configuration of its own. */
export class Provider extends pulumi.ProviderResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops";

    /** True for an Azure DevOps provider, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is Provider {
        return isOfType(obj, `pulumi:providers:${Provider.__pulumiType}`);
    }

    constructor(name: string, args: ProviderArgs = {}, opts: pulumi.ResourceOptions = {}) {
        const address = args.orgServiceUrl ?? process.env.AZDO_ORG_SERVICE_URL;
        const inputs: pulumi.Inputs = {
            ...args,
            ...(address === undefined ? {} : { orgServiceUrl: address }),
            ...Object.fromEntries(secrets.map((key) => [key, asSecret(args[key])])),
            auxiliaryTenantIds: asJson(args.auxiliaryTenantIds),
            useCli: asJson(args.useCli),
            useMsi: asJson(args.useMsi),
            useOidc: asJson(args.useOidc),
        };
        super(Provider.__pulumiType, name, inputs, withDefaults(opts, secrets));
    }
}
