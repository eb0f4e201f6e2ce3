import type { ResourceSummary } from "../engine/api";

/** One identity and one token subject it accepts. */
export interface Trust {
    readonly identity: string;
    readonly subject: string;
    readonly issuer: string;
    /** What the subject says, without the numeric ids; empty when it is not of GitHub's form. */
    readonly repository: string;
    readonly environment: string;
}

type Reader = (resource: ResourceSummary) => Pick<Trust, "identity" | "subject" | "issuer">;

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
        .map((trust) => ({ ...trust, ...placeOf(trust.subject) }))
        .sort((a, b) => a.identity.localeCompare(b.identity) || a.subject.localeCompare(b.subject));
}

/** "repo:acme@1/web@2:environment:production" -> acme/web, production. */
function placeOf(subject: string): Pick<Trust, "repository" | "environment"> {
    const form = /^repo:([^/@:]+)(?:@\d+)?\/([^/@:]+)(?:@\d+)?:environment:(.+)$/.exec(subject);
    const [, owner, name, environment] = form ?? [];
    return { repository: owner && name ? `${owner}/${name}` : "", environment: environment ?? "" };
}
