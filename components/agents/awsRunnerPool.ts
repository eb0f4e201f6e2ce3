import * as pulumi from "@pulumi/pulumi";

import { refuse } from "../shared/validate";
import { pooledName } from "./agentTiers";
import { connectionOf, createBuildRole, createProject, createWebhook } from "./aws/builds";
import { runnerPoolProblems } from "./aws/checkRunnerPool";
import { createInstanceRole } from "./aws/instanceRole";
import { createGroup, createTemplate, startupData } from "./aws/instances";
import { createLogGroup, createLogKey, logGroupArn, type EncryptedGroup } from "./aws/logs";
import { createPatching } from "./aws/patching";
import type { Placement } from "./aws/placement";
import { createRunnerGroup } from "./runnerGroup";
import { createSessionDocument } from "./aws/sessions";
import type { AwsRunnerBuilds, AwsRunnerInstances, AwsRunnerPoolArgs } from "./awsRunnerPoolArgs";

/**
 * Self-hosted runners of GitHub Actions on AWS that take one job each: on machines of their own
 * (`instances`) or in containers of AWS CodeBuild (`codeBuild`).
 *
 * Guaranteed:
 * - a pool serves one tier: its runner group, label, role, machines and log are its own and bear the tier;
 * - only the listed repositories use the pool, and no public one;
 * - a production pool takes jobs of the listed workflows only, each at a ref or commit;
 * - the role of the pool may register a runner, write the log and be managed, and deploys nothing;
 * - whatever else is attached to the role, its boundary allows no more;
 * - the log is kept for a year at least under a customer key, and is protected unless allowDestroy is given;
 * - a machine takes one job and is terminated when it powers off, after a day at the latest;
 * - a machine answers to IMDSv2 only, one hop away, and does not tell its tags;
 * - a machine has no public address and no key for SSH, and is in the given security group only;
 * - the volumes of a machine are encrypted and end with it;
 * - a machine starts from one image, named by its id or by one version of a parameter;
 * - a machine carries no secret in its startup data;
 * - security patches are installed on waiting machines every night;
 * - somebody who looks at a machine does so through a logged session of Systems Manager;
 * - a container is made for one job, without privileges, in the given subnets and security group;
 * - CodeBuild reaches GitHub through a connection, no token is stored;
 * - CodeBuild starts for queued jobs of the listed repositories only;
 * - a build of a pull request waits for the comment of a maintainer.
 *
 * `instances` keeps `maximum` machines, always: one that has done its job powers off, is terminated
 * and replaced by a new one, so that a job need not wait for a machine to boot. Nothing scales by
 * load. A new image or program replaces the machines in turn, half of them at a time, also those
 * with a job, which then fails and has to be started again; so does a machine's age of a day.
 * Workflows ask for `runs-on: <poolName>-<tier>`, with "pull-request" for pull requests. `codeBuild`
 * costs nothing while there is no job; workflows ask for
 * `runs-on: codebuild-<poolName>-<tier>-${{ github.run_id }}-${{ github.run_attempt }}`.
 * Both need a network whose firewall lets them reach GitHub.
 *
 * The default connection of `codeBuild` stays pending until somebody approves it in the AWS console,
 * and the webhook is refused before that: create the connection first, and pass `connectionArn`.
 *
 * Not covered: a job that runs as root on its machine reaches the machine's role (the boot program
 * closes the metadata service to everyone else), and a job in CodeBuild always has the role: with it
 * it can sign as the App, or ask for the connection's token, and register runners in any group. Pull
 * requests of strangers belong on GitHub's own runners. Labels of a workflow may ask CodeBuild for
 * another image, size or runner group. What a job leaves outside AWS, in caches and artifacts.
 * Whether the image is sound, and whether it has a second volume, which is encrypted only if the
 * account encrypts by default (`AwsAgentNetwork`, `guardAccount`). Other sessions of Systems Manager,
 * which IAM has to forbid. Fork pull requests wait for GitHub's own approval, a setting of the
 * organisation.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AwsRunnerPool extends pulumi.ComponentResource {
    /** Number of the runner group. */
    public readonly runnerGroupId: pulumi.Output<string>;
    /** ARN of the role of the machines or containers. */
    public readonly roleArn: pulumi.Output<string>;
    /** Name of the auto scaling group; empty with `codeBuild`. */
    public readonly autoScalingGroupName: pulumi.Output<string>;
    /** Name of the CodeBuild project; empty with `instances`. */
    public readonly projectName: pulumi.Output<string>;
    /** What workflows write after "runs-on:". */
    public readonly runsOn: pulumi.Output<string>;
    /** Log group of the pool. */
    public readonly logGroupName: pulumi.Output<string>;

    constructor(name: string, args: AwsRunnerPoolArgs, opts: pulumi.ComponentResourceOptions = {}) {
        super("gatehouse:index:AwsRunnerPool", name, args, opts);
        refuse(this, `AwsRunnerPool "${name}"`, runnerPoolProblems(args));
        const place = placeOf(this, name, args, opts);
        const logs = createLogs(place, args);
        const group = createRunnerGroup(
            place.name,
            {
                name: place.prefix,
                repositoryIds: args.repositories.map(({ repoId }) => repoId),
                workflows: args.workflows,
            },
            { parent: place.parent, dependsOn: place.dependsOn },
        );
        const made = args.codeBuild
            ? createBuilds(place, args, args.codeBuild, group.id, logs)
            : createMachines(place, args, args.instances, group.id, logs);

        this.runnerGroupId = group.id;
        this.roleArn = made.roleArn;
        this.autoScalingGroupName = made.autoScalingGroupName ?? pulumi.output("");
        this.projectName = made.projectName ?? pulumi.output("");
        const run = `codebuild-${place.prefix}-\${{ github.run_id }}-\${{ github.run_attempt }}`;
        this.runsOn = pulumi.output(args.codeBuild ? run : place.prefix);
        this.logGroupName = logs.group.name;
        this.registerOutputs({
            runnerGroupId: this.runnerGroupId,
            roleArn: this.roleArn,
            autoScalingGroupName: this.autoScalingGroupName,
            projectName: this.projectName,
            runsOn: this.runsOn,
            logGroupName: this.logGroupName,
        });
    }
}

/** What a kind of pool gives out. */
interface Made {
    roleArn: pulumi.Output<string>;
    autoScalingGroupName?: pulumi.Output<string>;
    projectName?: pulumi.Output<string>;
}

function placeOf(
    parent: AwsRunnerPool,
    name: string,
    args: AwsRunnerPoolArgs,
    { dependsOn }: pulumi.ComponentResourceOptions,
): Placement {
    return {
        parent,
        name,
        prefix: pooledName(args.poolName, args.tier),
        accountId: args.accountId,
        region: args.region,
        tags: { ...args.tags, tier: args.tier },
        protect: args.allowDestroy !== true,
        dependsOn,
    };
}

function createLogs(place: Placement, args: AwsRunnerPoolArgs): EncryptedGroup {
    const groupName = `/gatehouse/${place.prefix}/runners`;
    const keyArn = args.logKeyArn ?? createLogKey(place, [groupName]).arn;
    const days = args.logRetentionDays ?? 365;
    return { groupName, keyArn, group: createLogGroup(place, "logs", groupName, days, keyArn) };
}

function createMachines(
    place: Placement,
    args: AwsRunnerPoolArgs,
    machines: AwsRunnerInstances | undefined,
    runnerGroupId: pulumi.Output<string>,
    { groupName }: EncryptedGroup,
): Made {
    if (machines === undefined) {
        throw new Error("neither instances nor codeBuild: the arguments were not checked");
    }
    const groupArn = logGroupArn(place, groupName);
    const { role, profile } = createInstanceRole(place, args, machines.appKeyArn, groupArn);
    const userData = startupData(place, args, machines, runnerGroupId, groupName);
    const template = createTemplate(place, args, machines, profile, userData);
    createPatching(place, machines);
    createSessionDocument(place, groupName);
    return {
        roleArn: role.arn,
        autoScalingGroupName: createGroup(place, args, machines, template).name,
    };
}

function createBuilds(
    place: Placement,
    args: AwsRunnerPoolArgs,
    builds: AwsRunnerBuilds,
    runnerGroupId: pulumi.Input<string>,
    logs: EncryptedGroup,
): Made {
    const connectionArn = connectionOf(place, builds);
    const role = createBuildRole(place, args, connectionArn, logs);
    const given = { role, connectionArn, runnerGroupId, logs };
    const project = createProject(place, args, builds, given);
    createWebhook(place, args, project);
    return { roleArn: role.arn, projectName: project.name };
}
