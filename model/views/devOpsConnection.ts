import { devOpsConnections } from "../data/devOpsConnections";
import { read, readFlag, readText, withDefault, type Known } from "../known";
import type { Resource } from "../resource";

const prefix = "azuredevops:index:";

export const azureConnectionTypes = [
    `${prefix}ServiceEndpointAzureRM`,
    `${prefix}ServiceEndpointAzureEcr`,
] as const;
export const awsConnectionType = `${prefix}ServiceEndpointAws`;
/** Connections of a kind named by a property. */
export const genericConnectionType = `${prefix}ServiceendpointGenericV2`;
/** Every type of service connection. */
export const connectionTypes: readonly string[] = Object.keys(devOpsConnections.secrets).map(
    (name) => `${prefix}${name}`,
);

/** How a service connection signs in. */
export interface DevOpsConnection {
    readonly name: Known<string>;
    /** "WorkloadIdentityFederation" has no secret. Absent where the type knows one way only. */
    readonly scheme: Known<string>;
    /** Whether a connection to AWS presents tokens in place of keys. */
    readonly usesTokens: Known<boolean>;
    /** Secrets it was given, by their paths. */
    readonly secrets: readonly { readonly path: string; readonly value: Known<unknown> }[];
}

export function devOpsConnection({ type, props }: Resource): DevOpsConnection {
    const generic = type === genericConnectionType;
    const inAzure = azureConnectionTypes.some((one) => one === type);
    const scheme = readText(
        props,
        generic ? "authorizationScheme" : "serviceEndpointAuthenticationScheme",
    );
    return {
        name: readText(props, generic ? "name" : "serviceEndpointName"),
        scheme: inAzure ? withDefault(scheme, "ServicePrincipal") : scheme,
        usesTokens: withDefault(readFlag(props, "useOidc"), false),
        secrets: secretPaths(type)
            .map((path) => ({ path, value: read(props, path) }))
            .filter(({ value }) => value.state !== "absent" && !isEmpty(value)),
    };
}

function isEmpty(value: Known<unknown>): boolean {
    return value.state === "known" && value.value === "";
}

function secretPaths(type: string): readonly string[] {
    const name = type.slice(prefix.length);
    const all: Readonly<Record<string, readonly string[]>> = devOpsConnections.secrets;
    return all[name] ?? [];
}
