import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { ServiceEndpointAzureRM } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import { authorize } from "../shared/protection/authorize";
import { protect } from "../shared/protection/protect";
import type { Problem } from "../shared/validate";
import { AzureFederatedIdentity } from "./azureFederatedIdentity";
import type { AzureServiceConnectionArgs } from "./azureServiceConnectionArgs";
import { judgedTrust, trustArgs } from "./connections/azureTrust";
import { checkConnection, type CheckedConnection } from "./connections/checkConnection";
import { once } from "./connections/once";
import { permit } from "./connections/permit";

/**
 * A service connection by which pipelines of Azure DevOps sign in to Azure, without any secret, and behind
 * checks of its own.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - a member of each approving group approves each use, never the person who asked for the run;
 * - only runs from the listed branches pass, and only while these branches are protected;
 * - only the listed pipelines are let in, each by its number, and none before the checks stand;
 * - the connection signs in with an identity of its own, by workload identity: there is no secret;
 * - the identity trusts this connection and no other, by the subject Azure DevOps gave it;
 * - the cloud trusts a connection only when its checks stand;
 * - pipelines are let in after the trust stands, and whatever takes the connection's id waits for it, too;
 * - a group that uses the connection does not administer it;
 * - what is trusted is an input of a component that is always known, so that policies can judge it before
 *   the connection exists.
 *
 * Everything `AzureFederatedIdentity` guarantees of roles and credentials holds here, too. With
 * `minimumApprovers` that many of the groups are enough.
 *
 * Not covered: who is in the groups, and that nobody is in two; who administers all connections of
 * the project ("Endpoint Administrators", "Project Administrators"); sovereign clouds. Issuer and
 * subject of a standing connection cannot be changed: Azure DevOps makes a new one, with a new id.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AzureServiceConnection extends pulumi.ComponentResource {
    /** Id of the connection, a GUID, once it is trusted: whatever takes it can use the connection. */
    public readonly connectionId: pulumi.Output<string>;
    /** Client id of the identity. */
    public readonly clientId: pulumi.Output<string>;
    /** Object id of the identity: what roles are given to. */
    public readonly principalId: pulumi.Output<string>;
    /** Subject of the connection's tokens. */
    public readonly subject: pulumi.Output<string>;

    constructor(
        name: string,
        args: AzureServiceConnectionArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:AzureServiceConnection", name, args, opts);
        const what = `AzureServiceConnection "${name}"`;
        const problems: Problem[] = [];
        const judgedArgs = judgedTrust(this, what, args, problems);
        const checked = { ...judgedArgs, ...checkConnection(this, what, args, problems) };
        const identity = createIdentity(this, name, args, opts);
        const endpoint = createEndpoint(this, name, checked, identity);
        const { projectId } = checked;
        const target = { kind: "endpoint", projectId, id: endpoint.id };
        const checks = protect(this, name, target, checked.checks);
        const guards = [...checks, ...permit(this, name, target, checked)];
        const trust = createTrust(this, name, checked, { identity, endpoint, guards }, opts);
        authorize(this, name, target, checked.pipelines, [...guards, trust]);

        this.connectionId = once([trust], endpoint.id);
        this.clientId = identity.clientId;
        this.principalId = identity.principalId;
        this.subject = endpoint.workloadIdentityFederationSubject;
        this.registerOutputs({
            connectionId: this.connectionId,
            clientId: this.clientId,
            principalId: this.principalId,
            subject: this.subject,
        });
    }
}

/** First, because the connection wants its client id. */
function createIdentity(
    parent: AzureServiceConnection,
    name: string,
    args: AzureServiceConnectionArgs,
    { dependsOn }: pulumi.ComponentResourceOptions,
): UserAssignedIdentity {
    return new UserAssignedIdentity(
        `${name}-identity`,
        {
            resourceName: args.identityName,
            resourceGroupName: args.resourceGroupName,
            location: args.location,
            tags: args.tags,
        },
        // The SDK does not hand what a component waits for down to its children.
        { parent, dependsOn },
    );
}

function createEndpoint(
    parent: AzureServiceConnection,
    name: string,
    args: AzureServiceConnectionArgs & CheckedConnection,
    identity: UserAssignedIdentity,
): ServiceEndpointAzureRM {
    return new ServiceEndpointAzureRM(
        `${name}-connection`,
        {
            projectId: args.projectId,
            serviceEndpointName: args.connection,
            description: args.description ?? "",
            serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
            credentials: { serviceprincipalid: identity.clientId },
            azurermSpnTenantid: args.tenantId,
            azurermSubscriptionId: args.subscriptionId,
            azurermSubscriptionName: args.subscriptionName ?? args.subscriptionId,
            // Tried at once, the connection would fail: nothing trusts it yet.
            features: { validate: false },
        },
        { parent },
    );
}

function createTrust(
    parent: AzureServiceConnection,
    name: string,
    args: AzureServiceConnectionArgs,
    on: {
        identity: UserAssignedIdentity;
        endpoint: ServiceEndpointAzureRM;
        guards: pulumi.Resource[];
    },
    { dependsOn }: pulumi.ComponentResourceOptions,
): AzureFederatedIdentity {
    const { identity, endpoint, guards } = on;
    const { id, clientId, principalId } = identity;
    return new AzureFederatedIdentity(
        `${name}-trust`,
        trustArgs(args, {
            identity: { id, clientId, principalId },
            connectionId: endpoint.id,
            subject: once(guards, endpoint.workloadIdentityFederationSubject),
        }),
        { parent, dependsOn },
    );
}
