import { ServiceEndpointAws } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import { readableName } from "../shared/naming";
import { authorize } from "../shared/protection/authorize";
import { protect } from "../shared/protection/protect";
import { pipelineRoleArn } from "./aws/rolePath";
import { AwsFederatedRole } from "./awsFederatedRole";
import type { AwsServiceConnectionArgs } from "./awsServiceConnectionArgs";
import { installToolkit } from "./connections/awsToolkit";
import { roleArgs, roleProblems } from "./connections/awsTrust";
import { checkConnection, type CheckedConnection } from "./connections/checkConnection";
import { once } from "./connections/once";
import { permit } from "./connections/permit";
import { connectionSubject } from "./subjects/azureDevOpsSubject";

/**
 * A service connection by which pipelines of Azure DevOps take on a role of AWS, without any key, and behind
 * checks of its own.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - a member of each approving group approves each use, never the person who asked for the run;
 * - only runs from the listed branches pass, and only while these branches are protected;
 * - only the listed pipelines are let in, each by its number, and none before the checks stand;
 * - the connection holds no key: it presents its token to one role, made for it;
 * - the role trusts the name of this connection only when the connection has that name;
 * - the cloud trusts a connection only when its checks stand;
 * - pipelines are let in after the trust stands, and whatever takes the connection's id waits for it, too;
 * - a group that uses the connection does not administer it;
 * - what is trusted is an input of a component that is always known, so that policies can judge it before
 *   the connection exists.
 *
 * Everything `AwsFederatedRole` guarantees of the role holds here, too. With `minimumApprovers` that
 * many of the groups are enough.
 *
 * Not covered: who is in the groups, and that nobody is in two; who administers all connections of
 * the project ("Endpoint Administrators", "Project Administrators"): deleting the connection and making
 * another under its name takes over its trust, because the tokens of the AWS toolkit carry names
 * only. Their issuer retires on 2027-07-01; what follows it for AWS is not known yet.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AwsServiceConnection extends pulumi.ComponentResource {
    /** Id of the connection, a GUID, once it is trusted: whatever takes it can use the connection. */
    public readonly connectionId: pulumi.Output<string>;
    /** ARN of the role. */
    public readonly roleArn: pulumi.Output<string>;
    /** Name of the role. */
    public readonly roleName: pulumi.Output<string>;
    /** Subject of the connection's tokens. */
    public readonly subject: pulumi.Output<string>;

    constructor(
        name: string,
        args: AwsServiceConnectionArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:AwsServiceConnection", name, args, opts);
        const what = `AwsServiceConnection "${name}"`;
        const problems = roleProblems(this, what, args);
        const checked = { ...args, ...checkConnection(this, what, args, problems) };
        const endpoint = createEndpoint(this, name, checked, opts);
        const { projectId } = checked;
        const target = { kind: "endpoint", projectId, id: endpoint.id };
        const checks = protect(this, name, target, checked.checks);
        const guards = [...checks, ...permit(this, name, target, checked)];
        const subject = once([...guards, endpoint], subjectOf(args, endpoint));
        const role = new AwsFederatedRole(`${name}-trust`, roleArgs(args, subject), {
            parent: this,
        });
        authorize(this, name, target, checked.pipelines, [...guards, role]);

        this.connectionId = once([role], endpoint.id);
        this.roleArn = role.roleArn;
        this.roleName = role.roleName;
        this.subject = subject;
        this.registerOutputs({
            connectionId: this.connectionId,
            roleArn: this.roleArn,
            roleName: this.roleName,
            subject: this.subject,
        });
    }
}

/** By the name it was made with, so that the role comes after it: nobody else can take the name then. */
function subjectOf(
    { organization, project }: AwsServiceConnectionArgs,
    { serviceEndpointName }: ServiceEndpointAws,
): pulumi.Output<string> {
    return serviceEndpointName.apply((connection) =>
        connectionSubject({ organization, project, connection }),
    );
}

function createEndpoint(
    parent: AwsServiceConnection,
    name: string,
    args: AwsServiceConnectionArgs & CheckedConnection,
    { dependsOn }: pulumi.ComponentResourceOptions,
): ServiceEndpointAws {
    const extension =
        args.installToolkit === true ? installToolkit(parent, name, dependsOn) : undefined;
    return new ServiceEndpointAws(
        `${name}-connection`,
        {
            projectId: args.projectId,
            serviceEndpointName: args.connection,
            description: args.description ?? "",
            useOidc: true,
            // The role comes later: it is known by its name.
            roleToAssume: pipelineRoleArn(args.accountId, args.roleName),
            roleSessionName: readableName("", [args.project, args.connection], longestSession),
        },
        // The SDK does not hand what a component waits for down to its children.
        { parent, dependsOn: extension ?? dependsOn },
    );
}

/** What AWS takes as the name of a session. source: STS API reference, from memory; date: 2026-11-21 */
const longestSession = 64;
