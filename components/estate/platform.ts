import { DiagnosticSetting } from "@pulumi/azure-native/monitor";
import { Workspace } from "@pulumi/azure-native/operationalinsights";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import type * as pulumi from "@pulumi/pulumi";

import { azureName } from "../shared/naming";
import { estateTags } from "../shared/tags";
import { HardenedVault } from "../vault/hardenedVault";
import { createNetwork } from "./network";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";

/** What the repositories of the estate share. */
export interface EstatePlatform {
    vault: HardenedVault;
    /**
     * Group of all deployment identities. They hold no role in it, so that none can change itself
     * or another.
     */
    identities: ResourceGroup;
    tags: Record<string, string>;
}

/** A year, as auditors ask for it. */
const auditDays = 365;

/** Resource groups, audit log, network and vault. */
export function createPlatform(
    parent: pulumi.Resource,
    name: string,
    args: PipelineEstateArgs,
): EstatePlatform {
    const { organization, azure } = args;
    const tags = estateTags({
        owner: organization,
        environment: "platform",
        classification: "confidential",
    });
    const groupOf = (purpose: string): ResourceGroup =>
        new ResourceGroup(
            `${name}-${purpose}`,
            {
                resourceGroupName: azureName("rg", organization, purpose),
                location: azure.location,
                tags,
            },
            { parent },
        );
    const platform = groupOf("platform");
    const workspace = createAuditLog(parent, name, args, platform.name, tags);
    const vault = createVault(parent, name, args, { group: platform, workspace, tags });
    return { vault, identities: groupOf("identities"), tags };
}

/**
 * The audit log. Only diagnostic settings write to it, and theirs is a channel of Azure's own that
 * does not count as a public network: ingestion can be closed. Queries stay open to public networks,
 * because a closed one is read through an Azure Monitor private link scope only, and there is none.
 *
 * source: Microsoft Learn, "Design your Azure Monitor private link setup", exception "Diagnostic
 * logs"; "Manage access to Log Analytics workspaces", access control mode
 * date: 2026-11-21
 */
function createAuditLog(
    parent: pulumi.Resource,
    name: string,
    args: PipelineEstateArgs,
    resourceGroupName: pulumi.Input<string>,
    tags: Record<string, string>,
): Workspace {
    const workspace = new Workspace(
        `${name}-audit`,
        {
            workspaceName: azureName("log", args.organization),
            resourceGroupName,
            location: args.azure.location,
            tags,
            sku: { name: "PerGB2018" },
            retentionInDays: auditDays,
            publicNetworkAccessForIngestion: "Disabled",
            publicNetworkAccessForQuery: "Enabled",
            features: {
                // Entra identities only; shared keys could write false entries.
                disableLocalAuth: true,
                // Whoever can read a resource need not see who else used it.
                enableLogAccessUsingOnlyResourcePermissions: false,
            },
        },
        { parent, protect: args.allowDestroy !== true },
    );
    logAll(parent, `${name}-audit-of-audit`, workspace.id, workspace.id);
    return workspace;
}

function createVault(
    parent: pulumi.Resource,
    name: string,
    args: PipelineEstateArgs,
    on: { group: ResourceGroup; workspace: Workspace; tags: Record<string, string> },
): HardenedVault {
    const { organization, azure, vault } = args;
    const resourceGroupName = on.group.name;
    const { network, securityGroup, subnet } = createNetwork(parent, name, {
        organization,
        resourceGroupName,
        location: azure.location,
        tags: on.tags,
    });
    logAll(parent, `${name}-endpoints-guard-log`, securityGroup.id, on.workspace.id);
    return new HardenedVault(
        `${name}-vault`,
        {
            vaultName: vault.name,
            resourceGroupName,
            location: azure.location,
            tenantId: azure.tenantId,
            subnetId: subnet.id,
            virtualNetworkId: network.id,
            workspaceId: on.workspace.id,
            tags: on.tags,
            allowPurge: vault.allowPurge,
            allowPublicNetwork: vault.allowPublicNetwork,
            allowAccessPolicies: vault.allowAccessPolicies,
            allowDestroy: args.allowDestroy,
        },
        { parent },
    );
}

function logAll(
    parent: pulumi.Resource,
    name: string,
    resourceUri: pulumi.Input<string>,
    workspaceId: pulumi.Input<string>,
): void {
    new DiagnosticSetting(
        name,
        {
            name: "audit-to-workspace",
            resourceUri,
            workspaceId,
            logs: [{ categoryGroup: "allLogs", enabled: true }],
        },
        { parent },
    );
}
