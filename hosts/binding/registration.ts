import * as pulumi from "@pulumi/pulumi";
import { version } from "../package.json";

/** Names of a class's properties. */
export interface PropertyNames {
    readonly required?: readonly string[];
    readonly optional?: readonly string[];
    /** Told by the host only. */
    readonly outputs?: readonly string[];
}

/**
 * What a class hands to the engine: its arguments, and the names of what the engine is to tell. Of a
 * resource that is only looked up, all is told. Throws where a required argument is missing.
 */
export function registration(
    args: object | undefined,
    opts: pulumi.CustomResourceOptions | undefined,
    { required = [], optional = [], outputs = [] }: PropertyNames,
): [properties: pulumi.Inputs, opts: pulumi.CustomResourceOptions] {
    const given = (args ?? {}) as Readonly<Record<string, unknown>>;
    const isLookUp = opts?.id !== undefined || opts?.urn !== undefined;
    const missing = required.filter((name) => given[name] === undefined);
    if (missing.length > 0 && !isLookUp) {
        throw new Error(`Missing required property ${missing.map((one) => `'${one}'`).join(", ")}`);
    }
    const properties: pulumi.Inputs = {};
    for (const name of [...required, ...optional]) properties[name] = given[name];
    for (const name of outputs) properties[name] = undefined;
    return [properties, { version, ...opts }];
}

/** Token of a class. */
export function token(name: string): string {
    return `gatehouse-hosts:index:${name}`;
}

/** An argument whose parts of these names are marked as secrets; nothing when there is none. */
export function withSecrets(argument: unknown, names: readonly string[]): unknown {
    if (argument === undefined) return undefined;
    if (pulumi.Output.isInstance(argument) || argument instanceof Promise) {
        return pulumi.output(argument).apply((known) => withSecrets(known, names));
    }
    const parts = Object.entries(argument as Record<string, unknown>).map(
        ([name, value]) => [name, names.includes(name) ? pulumi.secret(value) : value] as const,
    );
    return Object.fromEntries(parts);
}
