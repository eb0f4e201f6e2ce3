import * as pulumi from "@pulumi/pulumi";
import { fromEnvironment, isOfType, withDefaults } from "./utilities";

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

    /** Certificate of the identity, in base64. */
    declare readonly clientCertificate: pulumi.Output<string | undefined>;
    /** Password of the certificate. */
    declare readonly clientCertificatePassword: pulumi.Output<string | undefined>;
    /** File with the certificate. */
    declare readonly clientCertificatePath: pulumi.Output<string | undefined>;
    /** Client id of the identity. */
    declare readonly clientId: pulumi.Output<string | undefined>;
    /** File with the client id. */
    declare readonly clientIdFilePath: pulumi.Output<string | undefined>;
    /** Secret of the identity. */
    declare readonly clientSecret: pulumi.Output<string | undefined>;
    /** File with the secret. */
    declare readonly clientSecretPath: pulumi.Output<string | undefined>;
    /** Service connection of the pipeline it runs in, to sign in with. */
    declare readonly oidcAzureServiceConnectionId: pulumi.Output<string | undefined>;
    /** Token that is allowed to ask for a token. */
    declare readonly oidcRequestToken: pulumi.Output<string | undefined>;
    /** Address that gives tokens. */
    declare readonly oidcRequestUrl: pulumi.Output<string | undefined>;
    /** Token to sign in with. */
    declare readonly oidcToken: pulumi.Output<string | undefined>;
    /** File with that token. */
    declare readonly oidcTokenFilePath: pulumi.Output<string | undefined>;
    /** Address of the organisation: `https://dev.azure.com/acme`. Environment: AZDO_ORG_SERVICE_URL. */
    declare readonly orgServiceUrl: pulumi.Output<string | undefined>;
    /** Personal access token. Environment: AZDO_PERSONAL_ACCESS_TOKEN. */
    declare readonly personalAccessToken: pulumi.Output<string | undefined>;
    /** Tenant of the identity. */
    declare readonly tenantId: pulumi.Output<string | undefined>;

    constructor(name: string, args: ProviderArgs = {}, opts: pulumi.ResourceOptions = {}) {
        const address = args.orgServiceUrl ?? fromEnvironment("AZDO_ORG_SERVICE_URL");
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

    /** The configuration under Terraform's names, for the provider of Terraform modules. */
    terraformConfig(): pulumi.Output<Provider.TerraformConfigResult> {
        const token = `pulumi:providers:${Provider.__pulumiType}/terraformConfig`;
        return pulumi.runtime.call(token, { __self__: this }, this);
    }
}

/** What the methods of {@link Provider} answer. */
// eslint-disable-next-line @typescript-eslint/no-namespace -- the published package has it so
export declare namespace Provider {
    /** Of {@link Provider.terraformConfig}. */
    export interface TerraformConfigResult {
        /** Values by Terraform's names. */
        readonly result: Record<string, unknown>;
    }
}
