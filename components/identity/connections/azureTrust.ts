import * as pulumi from "@pulumi/pulumi";

import type { Problem } from "../../shared/validate";
import type { AzureFederatedIdentityArgs, StandingIdentity } from "../azureFederatedIdentityArgs";
import type { AzureServiceConnectionArgs } from "../azureServiceConnectionArgs";
import { federationProblems } from "../checkFederation";
import { checkRoles } from "../checkRoles";
import { withDefaults } from "../federationArgs";

/** What exists only once identity and connection stand. */
export interface StandingConnection {
    identity: StandingIdentity;
    connectionId: pulumi.Input<string>;
    subject: pulumi.Input<string>;
}

/** What an identity has to be asked for, that it trusts a connection. */
export function trustArgs(
    args: AzureServiceConnectionArgs,
    { identity, connectionId, subject }: StandingConnection,
): AzureFederatedIdentityArgs {
    const { organization, project, connection, tenantId } = args;
    return {
        azureDevOps: {
            ...{ organization, project, connection, connectionId, tenantId },
            ...(args.allowRetiringIssuer === true ? { allowRetiringIssuer: true } : {}),
        },
        ...(args.issuer === undefined ? {} : { issuer: args.issuer }),
        credentials: [{ name: "azure-devops", subject }],
        ...(args.access === undefined ? {} : { access: args.access }),
        roles: args.roles ?? [],
        customRoles: args.customRoles ?? [],
        identityName: args.identityName,
        existing: identity,
        resourceGroupName: args.resourceGroupName,
        subscriptionId: args.subscriptionId,
    };
}

/**
 * Judges all of it before anything is made, adds the problems, and returns the arguments with scopes
 * that are refused when they become known.
 */
export function judgedTrust(
    owner: pulumi.Resource,
    what: string,
    args: AzureServiceConnectionArgs,
    problems: Problem[],
): AzureServiceConnectionArgs {
    const later = pulumi.output("");
    const identity = { id: later, clientId: later, principalId: later };
    const asked = withDefaults(trustArgs(args, { identity, connectionId: later, subject: later }));
    problems.push(
        ...federationProblems(asked).map((one) => ({
            ...one,
            path: one.path.replace(/^azureDevOps\./, ""),
        })),
    );
    const { granted, made } = checkRoles(owner, what, asked, problems);
    return {
        ...args,
        roles: asked.roles.map((role, i) => ({ ...role, scope: granted[i]?.scope ?? role.scope })),
        customRoles: asked.customRoles.map((role, i) => ({
            ...role,
            scope: made[i]?.group ?? role.scope,
        })),
    };
}
