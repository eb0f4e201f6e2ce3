import type { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";

import { createIdentity } from "./agentIdentity";
import type { AzureAgentPoolArgs } from "./azureAgentPoolArgs";
import { checkAgentPool } from "./checkAgentPool";
import { createEphemeralPool } from "./ephemeralPool";
import { createManagedPool } from "./managedPool";
import { planOf, type BuiltPool, type PoolPlan } from "./poolPlan";
import { createScaleSetPool } from "./scaleSetPool";

/**
 * Build agents in Azure that keep nothing from one job to the next and can deploy nothing by
 * themselves. Three kinds: `scaleSet`, a scale set that Azure DevOps starts and recycles; `ephemeral`,
 * machines that register themselves with GitHub or Azure DevOps; `managed`, a Managed DevOps Pool.
 *
 * Guaranteed:
 * - a machine serves one job and is then replaced, with its disks;
 * - a pool serves one tier: pools of different tiers share no identity, no runner group, no Azure
 *   DevOps pool and no name;
 * - the pool's identity is its own and can deploy nothing: in Azure it holds no role, or one role, to
 *   sign with the one key that registers runners;
 * - only the given repositories or projects may use the pool, public repositories never, and in
 *   production only the given workflows;
 * - a managed pool is stateless, lies in the given subnet, is administered by its creator alone and
 *   open to no pipeline by itself;
 * - logs leave the machine for the workspace while it runs;
 * - a machine of a scale set starts by trusted launch, with secure boot and a virtual TPM, and is
 *   encrypted at the host;
 * - its operating system lies on a disk of the host, which is gone with the machine;
 * - it has no password, no public address, and no SSH key whose private half anybody has;
 * - its image is one exact version, never "latest";
 * - its boot program holds no secret;
 * - waiting machines of an `ephemeral` pool are patched by the platform every day;
 * - an `ephemeral` machine that falls silent is replaced, not reimaged, and told five minutes before.
 *
 * Machines are as new as the image's version, which therefore has to be raised; a kernel is replaced in
 * no other way. Beyond that Azure offers each kind one way. `ephemeral` is patched inside, in a window,
 * and not restarted, which would end a job. `scaleSet` cannot be: Azure patches no machine of a Uniform
 * set inside, and reimaging on its own schedule would kill jobs. `managed` is patched by Microsoft with
 * the image it keeps.
 *
 * An `ephemeral` machine lives for a day at most. When its job is over it says so by its silence, and
 * Azure replaces it: one machine at a time (one in twenty of a larger set), after ten minutes at least.
 * So `instances` must be more than the jobs that run at once. A machine that is not replaced within 45
 * minutes powers off. The window patches every Linux machine of the resource group that takes its
 * patches by schedule: give the pool a group of its own. It finds patches only where the network lets
 * machines reach the distribution's archive (profile "ubuntu" of `AgentNetwork`, behind a firewall).
 *
 * Not covered: what the network lets through (`AgentNetwork`), and that pools of different tiers lie in
 * different subnets; which pipelines may use a queue of Azure DevOps, and the queue of a `scaleSet`
 * (`AzureDevOpsQueue`); what the identity is given outside this component; rights of the service
 * connection behind `scaleSet` (`AzureServiceConnection`). The disk is encrypted with Azure's
 * keys, not with one of the customer's: it cannot be stored or moved, and Azure does not rotate a
 * customer's key on such a disk. `managed` has no settings for trusted launch or host encryption. That Azure
 * hands the collection of logs down to each machine of a Flexible set is not verified.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AzureAgentPool extends pulumi.ComponentResource {
    /** Id of the pool where jobs find it: runner group, Azure DevOps pool, or the managed pool's Azure id. */
    public readonly poolId: pulumi.Output<string>;
    /** The name jobs ask for: the pool's name and tier. */
    public readonly poolName: pulumi.Output<string>;
    /** Azure id of the scale set; empty for `managed`. */
    public readonly scaleSetId: pulumi.Output<string>;
    /** Id of the GitHub runner group; empty without GitHub. */
    public readonly runnerGroupId: pulumi.Output<string>;
    /** Ids of the queues of `ephemeral.azureDevOps`, in the order of its projects; else empty. */
    public readonly queueIds: pulumi.Output<string[]>;
    /** Azure id of the machines' identity. */
    public readonly identityId: pulumi.Output<string>;
    /** Client id of the machines' identity. */
    public readonly identityClientId: pulumi.Output<string>;
    /** Object id of the machines' identity. */
    public readonly identityPrincipalId: pulumi.Output<string>;

    constructor(
        name: string,
        args: AzureAgentPoolArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:AzureAgentPool", name, args, opts);
        const plan = planOf(this, name, checkAgentPool(this, name, args));
        const identity = createIdentity(plan);
        const built = createPool(plan, identity);

        this.poolId = pulumi.output(built.poolId);
        this.poolName = pulumi.output(built.poolName);
        this.scaleSetId = pulumi.output(built.scaleSetId);
        this.runnerGroupId = pulumi.output(built.runnerGroupId);
        this.queueIds = pulumi.output(built.queueIds);
        this.identityId = identity.id;
        this.identityClientId = identity.clientId;
        this.identityPrincipalId = identity.principalId;
        this.registerOutputs({
            poolId: this.poolId,
            poolName: this.poolName,
            scaleSetId: this.scaleSetId,
            runnerGroupId: this.runnerGroupId,
            queueIds: this.queueIds,
            identityId: this.identityId,
            identityClientId: this.identityClientId,
            identityPrincipalId: this.identityPrincipalId,
        });
    }
}

function createPool(plan: PoolPlan, identity: UserAssignedIdentity): BuiltPool {
    const { scaleSet, ephemeral, managed } = plan.args;
    if (scaleSet !== undefined) {
        return createScaleSetPool(plan, identity, scaleSet);
    }
    if (ephemeral !== undefined) {
        return createEphemeralPool(plan, identity, ephemeral);
    }
    if (managed !== undefined) {
        return createManagedPool(plan, identity, managed);
    }
    throw new Error("checkAgentPool accepts exactly one kind");
}
