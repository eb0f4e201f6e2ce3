import type * as pulumi from "@pulumi/pulumi";

import type { GuardTeam } from "../repositories/guardPartArgs";

/** Those who hold a role. Several may hold the same: the developers of each team, for example. */
export interface RoleHolder {
    /**
     * "developer", "reviewer", "teamLead", "releaseManager", "security", "platform" or "breakGlass". At
     * most one holds "breakGlass".
     */
    role: string;
    /** Name of the holders, unique in the component; also the slug of the team made here. */
    name: string;
    /**
     * The people: GitHub logins, or mail addresses of those who have none. They are compared with each
     * other, and make up the team made here.
     */
    members: string[];
    /**
     * The GitHub team that stands already; who is in it is for its maker to say.
     * @default none: a team is made
     */
    team?: GuardTeam;
    /**
     * The Entra group of the same people, by its object id: what Azure gives roles to, and who is in
     * the group on Azure DevOps that `roleProjectGroups` describes.
     * @default none: the holders get nothing in Azure
     */
    entraGroupId?: string;
    /**
     * Names of the scopes of `azure` on which the holders have what their role has.
     * @default all of them
     */
    scopes?: string[];
}

/** A scope on which people hold roles in Azure. */
export interface RoleScope {
    /** Name of the scope, unique in the component, for example "web/production"; part of the resources' names. */
    name: string;
    /** What it serves: "development", "staging", "production" or "platform". */
    tier: string;
    /** Id of a resource group or of something in it. Subscriptions are refused. */
    scope: pulumi.Input<string>;
}

/** Roles of people in an Azure subscription. */
export interface RolesAzure {
    /** Id of the subscription, a GUID. */
    subscriptionId: string;
    /** Where the roles are held. */
    scopes: RoleScope[];
    /**
     * Object ids of the accounts for emergencies, for `AuditTrail` to watch. At least one where the
     * break-glass role has an Entra group; they need not be members of it.
     * @default none
     */
    breakGlassAccountIds?: pulumi.Input<string>[];
}

/** Roles of people in an AWS account. */
export interface RolesAws {
    /** Id of the account, twelve digits. */
    accountId: string;
    /**
     * What the account serves: "development", "staging", "production" or "platform".
     * @default "production"
     */
    tier?: string;
    /**
     * ARN of the account's SAML provider, by which people sign in with their directory. Which group may
     * take which role is said there.
     */
    samlProviderArn: string;
    /**
     * ARNs of the users or roles that may take the break-glass role, in this account or another one.
     * Needs `allowBreakGlassMembers`.
     * @default none: the role is not made, and its ARN is given out to be watched
     */
    breakGlassPrincipalArns?: string[];
    /**
     * ARNs of the managed policies of the break-glass role. Refused: AdministratorAccess, IAMFullAccess,
     * PowerUserAccess.
     * @default none; required with `breakGlassPrincipalArns`
     */
    breakGlassPolicyArns?: string[];
}

/** Arguments of `Roles`. */
export interface RolesArgs {
    /** GitHub organisation; names in AWS begin with it. */
    organization: string;
    /** Who holds which role. */
    holders: RoleHolder[];
    /**
     * Roles in an Azure subscription.
     * @default none
     */
    azure?: RolesAzure;
    /**
     * Roles in an AWS account.
     * @default none
     */
    aws?: RolesAws;
    /**
     * Whether the devices on which code is written are trusted: "trusted" lets developers and leads
     * read the configuration of production.
     * @default "untrusted"
     */
    developerDevices?: string;
    /**
     * Day on which what the break-glass role has in Azure and AWS ends, as "2027-01-31": at most 90 days
     * ahead, 7 where it has members or principals. Once it has come the role is emptied.
     * @default none; required where the break-glass role has members, an Entra group or principals
     */
    breakGlassUntil?: string;
    /**
     * Accepts members and principals of the break-glass role, until `breakGlassUntil`.
     * @default false
     */
    allowBreakGlassMembers?: boolean;
}
