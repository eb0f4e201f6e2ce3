import { Queue } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import { authorize, giveRoles, roleScopes } from "../shared/protection/authorize";
import { judgedChecks } from "../shared/protection/checkDevOpsChecks";
import { judgedAccess, type DevOpsAccess } from "../shared/protection/checkPrincipals";
import { protect } from "../shared/protection/protect";
import { shaped } from "../shared/shapes";
import { judged, refuse, text, type Problem } from "../shared/validate";
import type { AzureDevOpsQueueArgs } from "./azureDevOpsQueueArgs";

/**
 * An agent pool as one project of Azure DevOps sees it: who may run jobs on its agents, and who may
 * change it.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - a member of each approving group approves each use, never the person who asked for the run;
 * - only runs from the listed branches pass, and only while these branches are protected;
 * - only the listed pipelines are let in, each by its number, and none before the checks stand;
 * - groups are given the roles asked for, and each group one;
 * - those who administer the queue administer its pool, and users see the pool and no more.
 *
 * With `minimumApprovers` that many of the groups are enough.
 *
 * Not covered: the agents (`AzureAgentPool`); who is in the groups, and that nobody is in two; who administers
 * all pools of the organisation or the project. A Managed DevOps Pool makes its queues itself: give its
 * queue's id.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AzureDevOpsQueue extends pulumi.ComponentResource {
    /** Id of the queue, a number as text. */
    public readonly queueId: pulumi.Output<string>;

    constructor(
        name: string,
        args: AzureDevOpsQueueArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:AzureDevOpsQueue", name, args, opts);
        const { projectId, ...checked } = checkArguments(this, name, args);
        const { poolId, administrators, users } = checked;
        const id = checked.queueId ?? createQueue(this, name, { projectId, poolId }, opts).id;
        const target = { kind: "queue", projectId, id };
        const checks = protect(this, name, target, checked.checks);
        authorize(this, name, target, checked.pipelines, checks);
        const pool = { scope: roleScopes.pool, resourceId: poolId };
        giveRoles(this, `${name}-pool`, pool, "Administrator", administrators);
        giveRoles(this, `${name}-pool`, pool, "Reader", users);
        const queue = {
            scope: roleScopes.queue,
            resourceId: pulumi.interpolate`${projectId}_${id}`,
        };
        giveRoles(this, name, queue, "Administrator", administrators);
        giveRoles(this, name, queue, "User", users);

        this.queueId = pulumi.output(id);
        this.registerOutputs({ queueId: this.queueId });
    }
}

function checkArguments(
    owner: AzureDevOpsQueue,
    name: string,
    args: AzureDevOpsQueueArgs,
): AzureDevOpsQueueArgs & DevOpsAccess {
    const what = `AzureDevOpsQueue "${name}"`;
    const problems: Problem[] = [];
    const judge = (path: string, value: pulumi.Input<string>, found: Judge): pulumi.Input<string> =>
        judged(owner, what, value, (known: string) => found(path, known), problems);
    const projectId = judge("projectId", args.projectId, (path, id) => shaped(path, id, "guid"));
    const poolId = judge("poolId", args.poolId, numberProblems);
    const queueId =
        args.queueId === undefined
            ? {}
            : { queueId: judge("queueId", args.queueId, numberProblems) };
    const checks = judgedChecks(owner, what, args.checks, problems);
    const access = judgedAccess(owner, what, args, problems);
    refuse(owner, what, problems);
    return { ...args, projectId, poolId, ...queueId, checks, ...access };
}

type Judge = (path: string, value: string) => Problem[];

function numberProblems(path: string, id: unknown): Problem[] {
    return text(path, id, /^[1-9]\d{0,9}$/, "a whole number, as text");
}

function createQueue(
    parent: AzureDevOpsQueue,
    name: string,
    { projectId, poolId }: Pick<AzureDevOpsQueueArgs, "projectId" | "poolId">,
    { dependsOn }: pulumi.ComponentResourceOptions,
): Queue {
    return new Queue(
        `${name}-queue`,
        { projectId, agentPoolId: pulumi.output(poolId).apply(Number) },
        // The SDK does not hand what a component waits for down to its children.
        { parent, dependsOn },
    );
}
