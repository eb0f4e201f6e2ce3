import { devOpsConnections } from "../data/devOpsConnections";
import {
    absent,
    is,
    isTree,
    map,
    read,
    readFlag,
    readText,
    withDefault,
    type Known,
} from "../known";
import { readingAt, type Reading } from "../reading";
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

const parameters = "authorizationParameters";

/** Parameters of a connection to AWS that are a key of its; source: from memory, 2026-11-21 */
const awsKeys = /^(username|password|sessionToken)$/i;
const awsTokens = /^useOidc$/i;

/** How a service connection signs in. */
export interface DevOpsConnection {
    readonly name: Known<string>;
    /** What a connection of a kind named by a property is to, in small letters; else absent. */
    readonly kind: Known<string>;
    /** "WorkloadIdentityFederation" has no secret. Absent where the type knows one way only. */
    readonly scheme: Known<string>;
    /** Whether a connection to AWS presents tokens in place of keys. */
    readonly usesTokens: Known<boolean>;
    /** Secrets it was given, by their paths. */
    readonly secrets: readonly Reading<unknown>[];
}

export function devOpsConnection({ type, props }: Resource): DevOpsConnection {
    const generic = type === genericConnectionType;
    const kind = generic ? map(readText(props, "type"), (text) => text.toLowerCase()) : absent;
    const toAws = is(kind, "aws");
    const inAzure = azureConnectionTypes.some((one) => one === type);
    const scheme = readText(
        props,
        generic ? "authorizationScheme" : "serviceEndpointAuthenticationScheme",
    );
    return {
        name: readText(props, generic ? "name" : "serviceEndpointName"),
        kind,
        scheme: inAzure ? withDefault(scheme, "ServicePrincipal") : scheme,
        usesTokens: withDefault(toAws ? awsFlag(props) : readFlag(props, "useOidc"), false),
        secrets: (toAws ? awsPaths(props) : secretPaths(type))
            .map((path) => readingAt<unknown>(props, path, read))
            .filter(({ value }) => value.state !== "absent" && !isEmpty(value)),
    };
}

function isEmpty(value: Known<unknown>): boolean {
    return value.state === "known" && value.value === "";
}

/** Names of the parameters that a connection was given. */
function given(props: Resource["props"], names: RegExp): Known<readonly string[]> {
    return map(read(props, parameters), (tree) =>
        isTree(tree) ? Object.keys(tree).filter((name) => names.test(name)) : [],
    );
}

function awsFlag(props: Resource["props"]): Known<boolean> {
    const names = given(props, awsTokens);
    if (names.state !== "known") return names;
    const [name] = names.value;
    return name === undefined ? absent : readFlag(props, [parameters, name]);
}

function awsPaths(props: Resource["props"]): readonly string[] {
    const names = given(props, awsKeys);
    return names.state === "known"
        ? names.value.map((name) => `${parameters}.${name}`)
        : [parameters];
}

function secretPaths(type: string): readonly string[] {
    const name = type.slice(prefix.length);
    const all: Readonly<Record<string, readonly string[]>> = devOpsConnections.secrets;
    return all[name] ?? [];
}
