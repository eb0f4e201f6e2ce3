import * as pulumi from "@pulumi/pulumi";

import { refuse } from "../shared/validate";
import type { AuditTrailArgs } from "./auditTrailArgs";
import { createAwsTrail, type AwsTrail } from "./aws/awsTrail";
import { createAzureTrail, type AzureTrail } from "./azure/azureTrail";
import { trailProblems } from "./checkTrail";
import { judgedAws, judgedAzure } from "./judgeTrail";

/** What a trail gives out, of either cloud. */
type Trail = AzureTrail & AwsTrail;

/** A year, as auditors ask for it. */
const auditDays = 365;

/**
 * What happens in a subscription or an account is kept for a year, and what should not happen is told
 * to somebody.
 *
 * Guaranteed unless an `allow…` argument says otherwise, on Azure:
 * - every category of the subscription's activity log is kept for `retentionDays`;
 * - the workspace takes entries from Azure's own channel alone, and its own log is kept in it;
 * - the archive, where there is one, keeps every entry unchanged for `retentionDays`, as long as its policy stands;
 * - a role, role assignment or federated credential changed outside the apply identities raises an alert;
 * - a deleted vault, lock or policy assignment and a written federated credential raise an alert, whoever did it;
 * - a deleted diagnostic setting, alert or workspace raises an alert, whoever did it;
 * - a network rule, logging or alert changed outside the apply identities raises an alert;
 * - whatever an account for emergencies changes raises an alert, as do sign-ins that Entra sends to the workspace;
 * - a connection of an agent that is denied raises an alert, where its network logs to the workspace;
 * - every alert goes to all contacts, and webhooks are called with a token of Entra ID;
 * - the Defender plans asked for are on, for every resource.
 *
 * Guaranteed unless an `allow…` argument says otherwise, on AWS:
 * - every management event of every region is kept, encrypted with a key of its own, in files whose digests show any change;
 * - no log file can be deleted or overwritten for `retentionDays`, by anybody;
 * - only this trail can write to the bucket, nobody reaches it without TLS, and nothing in it is public;
 * - a role, user, key policy or secret policy changed outside the apply roles raises an alarm;
 * - an identity provider added, changed or removed raises an alarm, whoever did it;
 * - a disabled key, a scheduled deletion of a key and a deleted secret raise an alarm, whoever did it;
 * - a stopped or deleted trail, detector or flow log raises an alarm, whoever did it;
 * - logging or an alarm changed outside the apply roles raises an alarm;
 * - the root user signing in or changing something raises an alarm, as does a role for emergencies that is taken on;
 * - a connection of an agent that its network rejects raises an alarm;
 * - a finding of GuardDuty from medium severity upwards raises an alarm;
 * - what IAM says in us-east-1 reaches the contacts from any home region.
 *
 * What holds logs is protected: Pulumi deletes none of it.
 *
 * Not covered: who may read the logs; logs of resources, unless `logToTrail` sends them; an alert that
 * nobody reads, a subscription that its recipient has not confirmed (AWS asks each by mail), and
 * somebody who removes the contacts faster than they are told; calls that were refused or only read;
 * on AWS events of regions other than `region` and `watchedRegions`, which are logged and raise no
 * alarm; the archive's policy until somebody locks it, which Azure allows only later and for good;
 * organisations of accounts and management groups; clouds other than the public ones.
 *
 * Alerts that ask the workspace come as late as the logs do: the activity log takes up to 20 minutes,
 * traffic analytics an hour and more.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AuditTrail extends pulumi.ComponentResource {
    /** Id of the Log Analytics workspace, for `logToTrail` and others. Empty on AWS. */
    public readonly workspaceId: pulumi.Output<string>;
    /** Id of the action group that tells the contacts. Empty on AWS. */
    public readonly actionGroupId: pulumi.Output<string>;
    /** ARN of the trail. Empty on Azure. */
    public readonly trailArn: pulumi.Output<string>;
    /** ARN of the topic that tells the contacts. Empty on Azure. */
    public readonly topicArn: pulumi.Output<string>;
    /** Name of the log group with the events of the last `retentionDays`. Empty on Azure. */
    public readonly logGroupName: pulumi.Output<string>;
    /** Name of the bucket with the log files. Empty on Azure. */
    public readonly bucketName: pulumi.Output<string>;

    constructor(name: string, args: AuditTrailArgs, opts: pulumi.ComponentResourceOptions = {}) {
        super("gatehouse:index:AuditTrail", name, args, opts);
        const trail = createTrail(this, name, args);

        this.workspaceId = trail.workspaceId;
        this.actionGroupId = trail.actionGroupId;
        this.trailArn = trail.trailArn;
        this.topicArn = trail.topicArn;
        this.logGroupName = trail.logGroupName;
        this.bucketName = trail.bucketName;
        this.registerOutputs({
            workspaceId: this.workspaceId,
            actionGroupId: this.actionGroupId,
            trailArn: this.trailArn,
            topicArn: this.topicArn,
            logGroupName: this.logGroupName,
            bucketName: this.bucketName,
        });
    }
}

/** Checks the arguments, then makes the trail of the cloud they name. */
function createTrail(owner: AuditTrail, name: string, args: AuditTrailArgs): Trail {
    const what = `AuditTrail "${name}"`;
    const judging = { owner, what, problems: trailProblems(args) };
    const common = {
        organization: args.organization,
        emails: args.emails,
        retentionDays: args.retentionDays ?? auditDays,
        tags: args.tags,
        protect: args.allowDestroy !== true,
    };
    const azure = args.azure && judgedAzure(judging, args.azure, common);
    const aws = args.aws && judgedAws(judging, args.aws, common);
    refuse(owner, what, judging.problems);
    const none = pulumi.output("");
    return {
        workspaceId: none,
        actionGroupId: none,
        trailArn: none,
        topicArn: none,
        logGroupName: none,
        bucketName: none,
        ...(args.azure && azure && createAzureTrail(owner, name, args.azure, azure)),
        ...(args.aws && aws && createAwsTrail(owner, name, args.aws, aws)),
    };
}
