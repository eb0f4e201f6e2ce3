import { RoleAssignment } from "@pulumi/azure-native/authorization";
import {
    FederatedIdentityCredential,
    UserAssignedIdentity,
} from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";

import type { AzureFederatedIdentityArgs } from "./azureFederatedIdentityArgs";
import {
    checkFederation,
    withDefaults,
    type FederationArgs,
    type GrantedRole,
    type TrustedSubject,
} from "./checkFederation";
import { federation } from "./federation";

/**
 * An Azure identity that the jobs of one environment of one GitHub repository can use, and nobody
 * else, without any stored secret.
 *
 * Guaranteed:
 * - trust is by exact subject, one audience and one issuer; a subject of another repository or
 *   environment, of a branch or a pull request, or with a wildcard, is refused: at once when it is
 *   known, else before its credential is created;
 * - repository, environment, issuer and audience are inputs of the component, always known, so that
 *   policies can judge the trust before the ids in the subject exist;
 * - roles are given on a resource group or something narrower. Four built-in roles that can hand out
 *   roles are refused, by name and by id: Owner, User Access Administrator, Role Based Access Control
 *   Administrator, Key Vault Data Access Administrator;
 * - no identity holds more than twenty credentials, Azure's limit: more are spread over further
 *   identities with the same roles, whose names no first identity can have. Credentials of one
 *   identity are written one after the other, because Azure refuses to write two at once.
 *
 * Not covered: whether the GitHub environment exists and is protected (`GitHubEnvironment` does
 * that), and what any other role lets its holder do: a role given by its id is not looked up, so it
 * may well hand out roles. Removing a credential from the middle of more than
 * twenty moves later ones to another identity; where that overfills it for a moment, Azure refuses
 * and a second run completes the move.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AzureFederatedIdentity extends pulumi.ComponentResource {
    /** Id of the first identity. */
    public readonly identityId: pulumi.Output<string>;
    /** Client id of the first identity: what a workflow logs in with. */
    public readonly clientId: pulumi.Output<string>;
    /** Object id of the first identity: what roles are given to. */
    public readonly principalId: pulumi.Output<string>;
    /** Client id to log in with, by credential name. */
    public readonly clientIds: pulumi.Output<Record<string, string>>;

    constructor(
        name: string,
        args: AzureFederatedIdentityArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        const full = withDefaults(args);
        super("gatehouse:index:AzureFederatedIdentity", name, full, opts);
        const { trusted, granted } = checkFederation(this, name, full);
        const [first, ...further] = createIdentities(this, name, full, trusted.length, opts);
        const identities = [first, ...further];
        identities.forEach((identity, shard) => {
            createCredentials(this, name, full, identity, credentialsOf(shard, trusted));
            createRoles(this, shardName(`${name}-role`, shard), full, identity, granted, opts);
        });

        this.identityId = first.id;
        this.clientId = first.clientId;
        this.principalId = first.principalId;
        this.clientIds = clientIdsByCredential(identities, trusted);
        this.registerOutputs({
            identityId: this.identityId,
            clientId: this.clientId,
            principalId: this.principalId,
            clientIds: this.clientIds,
        });
    }
}

function credentialsOf(shard: number, trusted: TrustedSubject[]): TrustedSubject[] {
    const size = federation.credentialsPerIdentity;
    return trusted.slice(shard * size, (shard + 1) * size);
}

/**
 * The first identity keeps the plain name, so that a twenty-first credential renames nothing. An
 * identity name that ends like a further one is refused, so none is ever taken for another's.
 */
function shardName(base: string, shard: number): string {
    return shard === 0 ? base : `${base}_${shard + 1}`;
}

function createIdentities(
    parent: pulumi.Resource,
    name: string,
    args: FederationArgs,
    credentials: number,
    { dependsOn }: pulumi.ComponentResourceOptions,
): [UserAssignedIdentity, ...UserAssignedIdentity[]] {
    const create = (shard: number): UserAssignedIdentity =>
        new UserAssignedIdentity(
            shardName(`${name}-identity`, shard),
            {
                resourceName: shardName(args.identityName, shard),
                resourceGroupName: args.resourceGroupName,
                location: args.location,
                tags: args.tags,
            },
            // The SDK does not hand what a component waits for down to its children.
            { parent, dependsOn },
        );
    const further = Math.ceil(credentials / federation.credentialsPerIdentity) - 1;
    return [create(0), ...Array.from({ length: further }, (_, i) => create(i + 1))];
}

/** Each credential depends on the one before: Azure answers 409 to two writes on one identity. */
function createCredentials(
    parent: pulumi.Resource,
    name: string,
    args: FederationArgs,
    identity: UserAssignedIdentity,
    credentials: TrustedSubject[],
): void {
    let previous: FederatedIdentityCredential[] = [];
    for (const credential of credentials) {
        const created = new FederatedIdentityCredential(
            `${name}-credential/${credential.name}`,
            {
                federatedIdentityCredentialResourceName: credential.name,
                resourceName: identity.name,
                resourceGroupName: args.resourceGroupName,
                issuer: args.issuer,
                subject: credential.subject,
                audiences: [args.audience],
            },
            { parent, dependsOn: previous },
        );
        previous = [created];
    }
}

function createRoles(
    parent: pulumi.Resource,
    name: string,
    args: FederationArgs,
    identity: UserAssignedIdentity,
    granted: GrantedRole[],
    { dependsOn }: pulumi.ComponentResourceOptions,
): void {
    const definitions = `/subscriptions/${args.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions`;
    for (const role of granted) {
        new RoleAssignment(
            `${name}/${role.name}`,
            {
                scope: role.scope,
                roleDefinitionId: `${definitions}/${role.roleId}`,
                principalId: identity.principalId,
                // Said at once, Azure does not look the new identity up before it is replicated.
                principalType: "ServicePrincipal",
            },
            // A scope that is given as text brings no dependency on what it names.
            { parent, dependsOn },
        );
    }
}

function clientIdsByCredential(
    identities: UserAssignedIdentity[],
    trusted: TrustedSubject[],
): pulumi.Output<Record<string, string>> {
    const clientIds = pulumi.all(identities.map((identity) => identity.clientId));
    return clientIds.apply((known) =>
        Object.fromEntries(
            known.flatMap((clientId, shard) =>
                credentialsOf(shard, trusted).map(({ name }) => [name, clientId]),
            ),
        ),
    );
}
