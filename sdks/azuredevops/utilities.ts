import * as pulumi from "@pulumi/pulumi";
import { version } from "./package.json";

/** Names of a class's properties, as its schema has them. */
export interface PropertyNames {
    readonly required?: readonly string[];
    readonly optional?: readonly string[];
    /** Told by the service only. */
    readonly outputs?: readonly string[];
    /** Secret, whatever the program says. */
    readonly secret?: readonly string[];
}

/**
 * What a class hands to the engine. Arguments go with what the engine is to tell, which is asked for
 * as undefined; of a resource that is only looked up, everything known goes. Throws where a required
 * argument is missing.
 */
export function propertiesOf(
    args: object | undefined,
    opts: pulumi.CustomResourceOptions | undefined,
    names: PropertyNames,
): pulumi.Inputs {
    const { required = [], optional = [], outputs = [], secret = [] } = names;
    const given = (args ?? {}) as Readonly<Record<string, unknown>>;
    if (opts?.id !== undefined) {
        return picked(given, [...required, ...optional, ...outputs]);
    }
    const missing = required.find((name) => given[name] === undefined);
    if (missing !== undefined && opts?.urn === undefined) {
        throw new Error(`Missing required property '${missing}'`);
    }
    const properties = picked(given, [...required, ...optional]);
    for (const name of secret) {
        const value = properties[name] as unknown;
        properties[name] = value === undefined ? undefined : pulumi.secret(value);
    }
    return { ...properties, ...Object.fromEntries(outputs.map((name) => [name, undefined])) };
}

function picked(given: Readonly<Record<string, unknown>>, names: readonly string[]): pulumi.Inputs {
    return Object.fromEntries(names.map((name) => [name, given[name]]));
}

/** Options with the version of the provider these classes describe, and outputs that are secret. */
export function withDefaults(
    opts: pulumi.CustomResourceOptions | undefined,
    secretOutputs: readonly string[] = [],
): pulumi.CustomResourceOptions {
    const secrets =
        secretOutputs.length === 0 ? {} : { additionalSecretOutputs: [...secretOutputs] };
    return pulumi.mergeOptions({ version, ...opts }, secrets);
}

/** Options of a function with the version of the provider it describes. */
export function withVersion<Options extends pulumi.InvokeOptions>(
    opts: Options | undefined,
): Options & pulumi.InvokeOptions {
    return { version, ...opts } as Options & pulumi.InvokeOptions;
}

/** A variable of the environment; one that is set to nothing is not set. */
export function fromEnvironment(name: string): string | undefined {
    const value = process.env[name];
    return value === "" ? undefined : value;
}

/** True for a resource of a type, whichever copy of this package made it. */
export function isOfType(obj: unknown, type: string): boolean {
    return (
        typeof obj === "object" &&
        obj !== null &&
        (obj as { readonly __pulumiType?: unknown }).__pulumiType === type
    );
}
