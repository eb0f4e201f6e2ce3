import { ManagementLockByScope } from "@pulumi/azure-native/authorization";
import { Vault } from "@pulumi/azure-native/keyvault";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";

import { shaped } from "../shared/shapes";
import { judged, problem, refuse, text, type Problem } from "../shared/validate";
import type { HardenedVaultArgs } from "./hardenedVaultArgs";
import { createDns, createEndpoint } from "./privateAccess";

/** The longest time Azure offers. */
const softDeleteDays = 90;

/**
 * A Key Vault nobody reaches over the internet and nobody loses by accident.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - access by Azure RBAC only, no access policies, none of the platform grants (virtual machine
 *   deployment, disk encryption, template deployment);
 * - a deleted vault stays recoverable for 90 days and cannot be purged before;
 * - the public endpoint is off, the firewall denies by default and knows no trusted services; the
 *   one way in is a private endpoint, found by name through a private DNS zone linked to the
 *   network;
 * - every operation is logged to the workspace;
 * - a CanNotDelete lock stands on the vault, and Pulumi protects both. The lock is the last thing to
 *   be created, so a permitted deletion removes it first: what is left half-built is not locked, and
 *   what is locked is complete.
 *
 * Premium tier, because keys may need an HSM.
 *
 * Purge protection has a price: a deleted vault keeps its name for the 90 days, and nobody can
 * shorten that. Until then a new vault of the same name is refused; the old one can be recovered
 * (`createMode: "recover"`, outside this component), or the new one takes another name.
 *
 * Not covered: who holds roles on the vault, what is stored in it and when that expires, rules of
 * the network behind the endpoint, the workspace's retention, and clouds other than Azure's public
 * one.
 *
 * All unacceptable arguments are reported in one error.
 */
export class HardenedVault extends pulumi.ComponentResource {
    /** Id of the vault. */
    public readonly vaultId: pulumi.Output<string>;
    /** Name of the vault. */
    public readonly vaultName: pulumi.Output<string>;
    /** Address of the vault, for example "https://kv-acme.vault.azure.net/". */
    public readonly vaultUri: pulumi.Output<string>;
    /** Id of the private endpoint. */
    public readonly privateEndpointId: pulumi.Output<string>;

    constructor(name: string, args: HardenedVaultArgs, opts: pulumi.ComponentResourceOptions = {}) {
        super("gatehouse:index:HardenedVault", name, args, opts);
        const tenantId = checkArguments(this, name, args);
        const vault = createVault(this, name, args, tenantId);
        const endpoint = createEndpoint(this, name, args, vault);
        const zoneGroup = createDns(this, name, args, endpoint);
        const auditLog = createAuditLog(this, name, args, vault);
        createLock(this, name, args, vault, [vault, endpoint, zoneGroup, auditLog]);

        this.vaultId = vault.id;
        this.vaultName = vault.name;
        this.vaultUri = vault.properties.apply((properties) => properties.vaultUri);
        this.privateEndpointId = endpoint.id;
        this.registerOutputs({
            vaultId: this.vaultId,
            vaultName: this.vaultName,
            vaultUri: this.vaultUri,
            privateEndpointId: this.privateEndpointId,
        });
    }
}

/** Refuses bad arguments; returns the tenant id, which is judged later if not known yet. */
function checkArguments(
    owner: HardenedVault,
    name: string,
    args: HardenedVaultArgs,
): pulumi.Input<string> {
    const what = `HardenedVault "${name}"`;
    const problems: Problem[] = [
        ...shaped("vaultName", args.vaultName, "vault"),
        ...addressProblems(args),
    ];
    const judge = (value: string) => shaped("tenantId", value, "guid");
    const tenantId = judged(owner, what, args.tenantId, judge, problems);
    refuse(owner, what, problems);
    return tenantId;
}

function addressProblems(args: HardenedVaultArgs): Problem[] {
    const octet = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    const range = new RegExp(`^${octet}(\\.${octet}){3}(/(2[4-9]|3[0-2]))?$`);
    const addresses = args.allowAddresses ?? [];
    const problems = addresses.flatMap((address, i) =>
        text(`allowAddresses[${i}]`, address, range, "an IPv4 address or a range of /24 to /32"),
    );
    if (addresses.length > 0 && args.allowPublicNetwork !== true) {
        problems.push(
            problem("allowAddresses", addresses, "nothing, unless allowPublicNetwork is true"),
        );
    }
    return problems;
}

function createVault(
    parent: HardenedVault,
    name: string,
    args: HardenedVaultArgs,
    tenantId: pulumi.Input<string>,
): Vault {
    return new Vault(
        `${name}-vault`,
        {
            vaultName: args.vaultName,
            resourceGroupName: args.resourceGroupName,
            location: args.location,
            tags: args.tags,
            properties: {
                tenantId,
                sku: { family: "A", name: "premium" },
                enableRbacAuthorization: args.allowAccessPolicies !== true,
                // Azure wants the list, even an empty one, from a vault without RBAC.
                ...(args.allowAccessPolicies === true ? { accessPolicies: [] } : {}),
                enableSoftDelete: true,
                softDeleteRetentionInDays: softDeleteDays,
                // Azure knows true or absent; false is an error there.
                ...(args.allowPurge === true ? {} : { enablePurgeProtection: true }),
                publicNetworkAccess: args.allowPublicNetwork === true ? "enabled" : "disabled",
                networkAcls: {
                    defaultAction: "Deny",
                    bypass: "None",
                    ipRules: (args.allowAddresses ?? []).map((value) => ({ value })),
                },
                enabledForDeployment: false,
                enabledForDiskEncryption: false,
                enabledForTemplateDeployment: false,
            },
        },
        { parent, protect: args.allowDestroy !== true },
    );
}

function createAuditLog(
    parent: HardenedVault,
    name: string,
    args: HardenedVaultArgs,
    vault: Vault,
): DiagnosticSetting {
    return new DiagnosticSetting(
        `${name}-audit-log`,
        {
            name: "audit-to-workspace",
            resourceUri: vault.id,
            workspaceId: args.workspaceId,
            logs: [{ categoryGroup: "allLogs", enabled: true }],
            metrics: [{ category: "AllMetrics", enabled: true }],
        },
        { parent },
    );
}

/**
 * Waits for all that the lock would hold fast: Azure refuses to delete a locked vault, its settings
 * and its connections, so a deletion, which goes the other way, has to begin with the lock.
 */
function createLock(
    parent: HardenedVault,
    name: string,
    args: HardenedVaultArgs,
    vault: Vault,
    dependsOn: pulumi.Resource[],
): void {
    new ManagementLockByScope(
        `${name}-lock`,
        {
            lockName: "do-not-delete",
            scope: vault.id,
            level: "CanNotDelete",
            notes: "Holds secrets and keys of the delivery pipelines. Managed by Gatehouse.",
        },
        { parent, dependsOn, protect: args.allowDestroy !== true },
    );
}
