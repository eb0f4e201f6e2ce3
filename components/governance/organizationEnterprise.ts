import { EnterpriseIpAllowListEntry } from "@pulumi/github/enterpriseIpAllowListEntry";
import type * as pulumi from "@pulumi/pulumi";

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
