import * as pulumi from "@pulumi/pulumi";
import { fromEnvironment } from "./utilities";

/** The stack's configuration of this package, as the default provider gets it. Read when it is asked for. */
export interface Config {
    /** Tenants whose tokens may be used beside `tenantId`. */
    readonly auxiliaryTenantIds: string[] | undefined;
    /** Certificate of the identity, in base64. */
    readonly clientCertificate: string | undefined;
    /** Password of the certificate. */
    readonly clientCertificatePassword: string | undefined;
    /** File with the certificate. */
    readonly clientCertificatePath: string | undefined;
    /** Client id of the identity. */
    readonly clientId: string | undefined;
    /** File with the client id. */
    readonly clientIdFilePath: string | undefined;
    /** Secret of the identity. */
    readonly clientSecret: string | undefined;
    /** File with the secret. */
    readonly clientSecretPath: string | undefined;
    /** Service connection of the pipeline it runs in, to sign in with. */
    readonly oidcAzureServiceConnectionId: string | undefined;
    /** Token that is allowed to ask for a token. */
    readonly oidcRequestToken: string | undefined;
    /** Address that gives tokens. */
    readonly oidcRequestUrl: string | undefined;
    /** Token to sign in with. */
    readonly oidcToken: string | undefined;
    /** File with that token. */
    readonly oidcTokenFilePath: string | undefined;
    /** Address of the organisation; else that of the environment's AZDO_ORG_SERVICE_URL. */
    readonly orgServiceUrl: string | undefined;
    /** Personal access token. */
    readonly personalAccessToken: string | undefined;
    /** Tenant of the identity. */
    readonly tenantId: string | undefined;
    /** Sign in as whoever signed in to the Azure CLI. */
    readonly useCli: boolean | undefined;
    /** Sign in with the identity of the machine. */
    readonly useMsi: boolean | undefined;
    /** Sign in with a token of a pipeline. */
    readonly useOidc: boolean | undefined;
}

const texts = [
    "clientCertificate",
    "clientCertificatePassword",
    "clientCertificatePath",
    "clientId",
    "clientIdFilePath",
    "clientSecret",
    "clientSecretPath",
    "oidcAzureServiceConnectionId",
    "oidcRequestToken",
    "oidcRequestUrl",
    "oidcToken",
    "oidcTokenFilePath",
    "personalAccessToken",
    "tenantId",
] as const;
const structured = ["auxiliaryTenantIds", "useCli", "useMsi", "useOidc"] as const;

function readers(): PropertyDescriptorMap {
    const stack = new pulumi.Config("azuredevops");
    const found: Record<string, () => unknown> = {
        orgServiceUrl: () => stack.get("orgServiceUrl") ?? fromEnvironment("AZDO_ORG_SERVICE_URL"),
    };
    for (const name of texts) found[name] = () => stack.get(name);
    for (const name of structured) found[name] = () => stack.getObject(name);
    const entries = Object.entries(found).map(([name, get]) => [name, { get, enumerable: true }]);
    return Object.fromEntries(entries) as PropertyDescriptorMap;
}

/** `azuredevops.config.orgServiceUrl` and the like. */
export const config = Object.defineProperties({}, readers()) as Config;
