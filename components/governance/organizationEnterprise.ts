import { EnterpriseIpAllowListEntry } from "@pulumi/github/enterpriseIpAllowListEntry";
import type * as pulumi from "@pulumi/pulumi";
import { GitHubAuditStream } from "gatehouse-hosts";

import type { OrganizationEnterprise } from "./githubOrganizationArgs";

/** The addresses an enterprise may be reached from; an owner switches the list on. */
export function createAddresses(
    parent: pulumi.Resource,
    name: string,
    { slug, addresses = [] }: OrganizationEnterprise,
): void {
    for (const { range, name: whose } of addresses) {
        new EnterpriseIpAllowListEntry(
            `${name}-address/${range}`,
            { enterpriseSlug: slug, ip: range, name: whose, isActive: true },
            { parent },
        );
    }
}

/** Where the enterprise's audit log goes, out of reach of whoever is in it. */
export function createAuditStream(
    parent: pulumi.Resource,
    name: string,
    { slug, auditBucket, auditEventHub }: OrganizationEnterprise,
): void {
    if (auditBucket === undefined && auditEventHub === undefined) {
        return;
    }
    new GitHubAuditStream(
        `${name}-audit`,
        {
            enterprise: slug,
            enabled: true,
            ...(auditBucket === undefined ? {} : { amazonS3: auditBucket }),
            ...(auditEventHub === undefined ? {} : { azureEventHubs: auditEventHub }),
        },
        { parent },
    );
}
