import type { ResourceSummary } from "../engine/api";

/** One identity and one token subject it accepts. */
export interface Trust {
    readonly identity: string;
    readonly subject: string;
    readonly issuer: string;
}

type Reader = (resource: ResourceSummary) => Trust;

function text(value: unknown): string {
    return typeof value === "string" ? value : "";
}

/** How to read the trust of each type of resource that grants some. */
const readers: Readonly<Record<string, Reader>> = {
    "azure-native:managedidentity:FederatedIdentityCredential": ({ id, inputs, outputs }) => ({
        identity: /userAssignedIdentities\/([^/]+)/i.exec(id)?.[1] ?? text(inputs.resourceName),
        subject: text(outputs.subject) || text(inputs.subject),
        issuer: text(outputs.issuer) || text(inputs.issuer),
    }),
};

/** Every identity with the exact subjects it trusts, sorted by identity. */
export function trusts(resources: readonly ResourceSummary[]): Trust[] {
    return resources
        .flatMap((resource) => readers[resource.type]?.(resource) ?? [])
        .sort((a, b) => a.identity.localeCompare(b.identity) || a.subject.localeCompare(b.subject));
}
