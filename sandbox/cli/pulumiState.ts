import type { Deployment } from "@pulumi/pulumi/automation";
import type { ResourceSummary } from "../engine/api";

export type Properties = Readonly<Record<string, unknown>>;

/** The key that marks Pulumi's special values, and the value it has for secrets. */
const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** Replaces every secret of an event or an exported state by "[secret]". */
export function hideSecrets(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(hideSecrets);
    if (typeof value !== "object" || value === null) return value;
    if ((value as Properties)[signature] === secretSignature) return "[secret]";
    return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, hideSecrets(inner)]),
    );
}

interface StoredResource {
    readonly urn: string;
    readonly type: string;
    readonly custom?: boolean;
    readonly delete?: boolean;
    readonly id?: string;
    readonly parent?: string;
    readonly inputs?: Properties;
    readonly outputs?: Properties;
}

/** The resources of an exported state, without those only waiting to be deleted. */
export function resourcesOf(exported: Deployment): ResourceSummary[] {
    const { resources } = exported.deployment as { resources?: StoredResource[] };
    return (resources ?? [])
        .filter((resource) => resource.delete !== true)
        .map(({ urn, type, id, parent, custom, inputs, outputs }) => ({
            urn,
            type,
            id: id ?? "",
            parent: parent ?? "",
            custom: custom === true,
            inputs: hideSecrets(inputs ?? {}) as Properties,
            outputs: hideSecrets(outputs ?? {}) as Properties,
        }));
}
