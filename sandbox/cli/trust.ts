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

type Read = Pick<Trust, "identity" | "subject" | "issuer">;

type Reader = (resource: ResourceSummary) => Read | Read[];

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
    "aws:iam/role:Role": ({ id, outputs, inputs }) =>
        webIdentities(text(outputs.assumeRolePolicy) || text(inputs.assumeRolePolicy)).map(
            ([claim, subject]) => ({
                identity: id,
                subject,
                issuer: `https://${claim.replace(/:sub$/, "")}`,
            }),
        ),
};

/** What a role's trust policy demands of a token's subject: claim and value. Other trust has none. */
function webIdentities(policy: string): [string, string][] {
    let document: unknown;
    try {
        document = JSON.parse(policy);
    } catch {
        return [];
    }
    const { Statement = [] } = document as { Statement?: unknown };
    const statements = Array.isArray(Statement) ? (Statement as unknown[]) : [Statement];
    return statements.flatMap((statement) => {
        const { Condition } = statement as { Condition?: { StringEquals?: object } };
        return Object.entries(Condition?.StringEquals ?? {}).flatMap(([claim, value]) =>
            claim.endsWith(":sub")
                ? [value as unknown].flat().map((one): [string, string] => [claim, text(one)])
                : [],
        );
    });
}

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
