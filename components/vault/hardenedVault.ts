import { ManagementLockByScope } from "@pulumi/azure-native/authorization";
import { Vault } from "@pulumi/azure-native/keyvault";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";

import { addressProblems } from "../shared/addresses";
import { createDns, createEndpoint } from "../shared/privateAccess";
import { shaped } from "../shared/shapes";
import { judged, refuse, type Problem } from "../shared/validate";
import type { HardenedVaultArgs, VaultReader } from "./hardenedVaultArgs";
import { vaultPrivateLink } from "./privateLink";
import { createReaders, judgedReaders } from "./vaultReaders";

/** What others make in a vault or give roles to, and its lock would hold fast. */
const inside = new WeakMap<HardenedVault, pulumi.Resource[]>();

/** The longest time Azure offers. */
const softDeleteDays = 90;

/**
 * A Key Vault nobody reaches over the internet and nobody loses by accident.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - access goes by Azure RBAC only, and no access policy is written;
 * - virtual machine deployment, disk encryption and template deployment get nothing from the vault;
 * - a deleted vault stays recoverable for 90 days and cannot be purged before;
 * - the public endpoint is off, and the firewall denies by default and trusts no service;
 * - an address is let through only where the public endpoint is allowed, as a range of /24 or less;
 * - the one way in is a private endpoint in the given subnet;
 * - the vault's name leads to that endpoint in the given network, through a private DNS zone;
 * - every operation is logged to the workspace;
 * - a named reader gets one reading role, at the vault or at one secret or key in it;
 * - a role that writes, manages, purges or hands out roles is refused;
 * - a CanNotDelete lock stands on the vault, made last so that a permitted deletion removes it first;
 * - Pulumi refuses to delete the vault and its lock.
 *
 * Premium tier, because keys may need an HSM. What others make in the vault is told to `lockAfter`.
 *
 * Purge protection has a price: a deleted vault keeps its name for the 90 days, and nobody can
 * shorten that. Until then a new vault of the same name is refused; the old one can be recovered
 * (`createMode: "recover"`, outside this component), or the new one takes another name.
 *
 * To take a reader away again: delete the lock "do-not-delete" in Azure, run
 * `pulumi up`, and after it `pulumi refresh` and `pulumi up`, which put the lock back. Azure removes no role
 * under a lock, and a refresh beforehand would only bring it back too early.
 *
 * Not covered: who else holds roles on the vault, its group or its subscription (administrators get
 * theirs for a while from Privileged Identity Management, not here), what is stored in it and when
 * that expires (`VaultSecret`, `SigningKey`), alerts on what the log says (`AuditTrail`), rules of
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
        const { tenantId, readers } = checkArguments(this, name, args);
        const vault = createVault(this, name, args, tenantId);
        const target = { cloudName: args.vaultName, id: vault.id, ...vaultPrivateLink };
        const endpoint = createEndpoint(this, name, args, target);
        const zoneGroup = createDns(this, name, args, target, endpoint);
        const auditLog = createAuditLog(this, name, args, vault);
        const roles = createReaders(this, name, args, vault, readers);
        const more: pulumi.Resource[] = [];
        inside.set(this, more);
        const parts = [vault, endpoint, zoneGroup, auditLog, ...roles];
        // Once the program has gone on: what is told to `lockAfter` comes after this constructor.
        createLock(
            this,
            name,
            args,
            vault,
            Promise.resolve().then(() => {
                inside.delete(this);
                return [...parts, ...more];
            }),
        );

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

    /**
     * Has the lock wait for a secret, a key or a role in this vault that is made elsewhere. Azure deletes
     * none of them under the lock, so a permitted deletion has to remove the lock first. To be called
     * where both are made, without waiting for anything in between.
     *
     * @throws pulumi.ResourceError when the lock is being made already and would not wait.
     */
    public lockAfter(resource: pulumi.Resource): void {
        const waitedFor = inside.get(this);
        if (waitedFor === undefined) {
            throw new pulumi.ResourceError(
                "HardenedVault.lockAfter was called too late: the lock does not wait for what is made " +
                    "later. Call it where the vault is made, without await or apply in between.",
                this,
            );
        }
        waitedFor.push(resource);
    }
}

/** Refuses bad arguments; returns those that are judged later because they are not known yet. */
function checkArguments(
    owner: HardenedVault,
    name: string,
    args: HardenedVaultArgs,
): { tenantId: pulumi.Input<string>; readers: VaultReader[] } {
    const what = `HardenedVault "${name}"`;
    const problems: Problem[] = [
        ...shaped("vaultName", args.vaultName, "vault"),
        ...addressProblems(args),
    ];
    const judge = (value: string) => shaped("tenantId", value, "guid");
    const tenantId = judged(owner, what, args.tenantId, judge, problems);
    const readers = judgedReaders(owner, what, args, problems);
    refuse(owner, what, problems);
    return { tenantId, readers };
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
                    bypass: args.allowTrustedServices === true ? "AzureServices" : "None",
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
    dependsOn: Promise<pulumi.Resource[]>,
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
