import {
    FederatedIdentityCredential,
    UserAssignedIdentity,
} from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";

import type { AzureFederatedIdentityArgs } from "./azureFederatedIdentityArgs";
import { checkFederation } from "./checkFederation";
import type { TrustedSubject } from "./checkTrust";
import { createAssignments, createDefinitions } from "./federatedRoles";
import { federation } from "./federation";
import { withDefaults, type FederationArgs } from "./federationArgs";

/**
 * An Azure identity that the jobs of one environment of one GitHub repository, or of one Azure DevOps
 * service connection, can use, and nobody else, without any stored secret.
 *
 * Guaranteed:
 * - each credential trusts one exact subject, one audience and one issuer;
 * - a subject of another repository or environment, of a branch, a tag or a pull request, or with a
 *   wildcard, is refused before its credential is created;
 * - a subject of another service connection is refused before its credential is created;
 * - what is trusted is an input of the component that is always known, so that policies can judge it
 *   before the ids in a subject exist;
 * - GitHub's subjects by name and with ids are trusted together only until a given day, at most 180
 *   days ahead;
 * - the issuer of Azure DevOps itself is trusted only with allowRetiringIssuer, and never after its
 *   retirement;
 * - roles are given on a resource group or something narrower;
 * - roles that hand out roles, and Contributor, are refused by name and by id: Owner, Contributor, User
 *   Access Administrator, Role Based Access Control Administrator, Key Vault Data Access
 *   Administrator;
 * - a custom role can be given in one resource group only, and holds no wildcard and no action with
 *   which its holder could give itself more;
 * - a plan identity holds only roles that neither write nor read a secret's value;
 * - no identity holds more than twenty credentials: more are spread over further identities with the
 *   same roles;
 * - credentials of one identity are written one after the other, because Azure refuses to write two
 *   at once.
 *
 * Not covered: whether the GitHub environment exists and is protected (`GitHubEnvironment` does
 * that), who may use the service connection, and what any other role lets its holder do: a role given
 * by its id is not looked up, so an identity that applies may well get one that hands out roles.
 * What an identity in `existing` trusts and holds beside this. Removing a credential from the middle of
 * more than twenty moves later ones to another identity; where that overfills it for a moment, Azure
 * refuses and a second run completes the move.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AzureFederatedIdentity extends pulumi.ComponentResource {
    /** Id of the first identity. */
    public readonly identityId: pulumi.Output<string>;
    /** Client id of the first identity: what a job logs in with. */
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
        const { trusted, granted, made } = checkFederation(this, name, full);
        const identities = identitiesFor(this, name, full, trusted.length, opts);
        const roles = [
            // A scope that is given as text brings no dependency on what it names.
            ...granted.map((role) => ({ ...role, after: opts.dependsOn })),
            ...createDefinitions(this, name, full, made, opts),
        ];
        identities.forEach((identity, shard) => {
            createCredentials(this, name, full, identity, credentialsOf(shard, trusted));
            const roleName = shardName(`${name}-role`, shard);
            createAssignments(this, roleName, full, identity.principalId, roles);
        });

        const [first] = identities;
        this.identityId = pulumi.output(first.id);
        this.clientId = pulumi.output(first.clientId);
        this.principalId = pulumi.output(first.principalId);
        this.clientIds = clientIdsByCredential(identities, trusted);
        this.registerOutputs({
            identityId: this.identityId,
            clientId: this.clientId,
            principalId: this.principalId,
            clientIds: this.clientIds,
        });
    }
}

/** A user-assigned identity, made here or standing. */
interface Identity {
    name: pulumi.Input<string>;
    id: pulumi.Input<string>;
    clientId: pulumi.Input<string>;
    principalId: pulumi.Input<string>;
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

function identitiesFor(
    parent: pulumi.Resource,
    name: string,
    args: FederationArgs,
    credentials: number,
    { dependsOn }: pulumi.ComponentResourceOptions,
): [Identity, ...Identity[]] {
    if (args.existing !== undefined) {
        return [{ ...args.existing, name: args.identityName }];
    }
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
    identity: Identity,
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

function clientIdsByCredential(
    identities: Identity[],
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
