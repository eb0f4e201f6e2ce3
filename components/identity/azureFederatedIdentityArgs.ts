import type * as pulumi from "@pulumi/pulumi";

/** A token subject that an identity trusts. */
export interface FederatedCredential {
    /**
     * Name of the credential, unique in the component: 3 to 120 letters, digits, hyphens,
     * underscores.
     */
    name: string;
    /** The exact subject; it must be one of the component's own repository and environment. */
    subject: pulumi.Input<string>;
}

/** A role on a narrow scope. */
export interface FederatedRole {
    /** Key of the assignment, unique in the component; part of the resource's name. */
    name: string;
    /**
     * Name of a built-in role, for example "Website Contributor", or the GUID of a role definition.
     * Refused, by name and by GUID: Owner, User Access Administrator, Role Based Access Control
     * Administrator, Key Vault Data Access Administrator. Other GUIDs are not looked up.
     */
    role: string;
    /**
     * Id of a resource group or of something in it. Subscriptions and management groups are
     * refused.
     */
    scope: pulumi.Input<string>;
}

/** Arguments of `AzureFederatedIdentity`. */
export interface AzureFederatedIdentityArgs {
    /** The repository trusted, as "owner/name". */
    repository: string;
    /** The GitHub environment trusted. */
    environment: string;
    /**
     * Subjects trusted. Twenty fit one identity; the first twenty of the list share the first
     * identity, the next twenty the second, and so on. Append new ones: an entry keeps its identity
     * as long as its position stays within the same twenty.
     */
    credentials: FederatedCredential[];
    /**
     * Roles that every identity of the component gets.
     * @default none
     */
    roles?: FederatedRole[];
    /**
     * Name of the first identity: 3 to 124 letters, digits, hyphens and underscores. Further ones end
     * with "_2", "_3" and so on, therefore a name that ends like that is refused.
     */
    identityName: string;
    /** Resource group of the identities. */
    resourceGroupName: pulumi.Input<string>;
    /** Azure region in its short form, for example "uksouth". */
    location: pulumi.Input<string>;
    /** Subscription in which the roles are given, a GUID. */
    subscriptionId: string;
    /**
     * Who signs the tokens.
     * @default "https://token.actions.githubusercontent.com"
     */
    issuer?: string;
    /**
     * Whom the tokens are meant for.
     * @default "api://AzureADTokenExchange"
     */
    audience?: string;
    /**
     * Tags of the identities.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
}
