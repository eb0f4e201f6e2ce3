import type * as pulumi from "@pulumi/pulumi";

/** A token subject that an identity trusts. */
export interface FederatedCredential {
    /**
     * Name of the credential, unique in the component: 3 to 120 letters, digits, hyphens,
     * underscores.
     */
    name: string;
    /**
     * The exact subject; it must be one of the component's own repository and environment, or of
     * its own service connection: there the connection's output `workloadIdentityFederationSubject`.
     */
    subject: pulumi.Input<string>;
}

/** A service connection of Azure DevOps. */
export interface FederatedConnection {
    /** Organisation, as it is written in addresses. */
    organization: string;
    /** Name of the project. */
    project: string;
    /** Name of the service connection. */
    connection: string;
    /** Id of the service connection, a GUID: its output `id`. */
    connectionId: pulumi.Input<string>;
    /** Entra tenant of the identity, a GUID. It signs the tokens. */
    tenantId: string;
    /**
     * Accepts the issuer of Azure DevOps itself, given as `issuer`, whose subjects are names: whoever
     * makes project and connection anew under the same names is trusted. It retires on 2027-07-01,
     * and is refused from that day on.
     * @default false
     */
    allowRetiringIssuer?: boolean;
}

/** A user-assigned identity that stands already. */
export interface StandingIdentity {
    /** Its resource id. */
    id: pulumi.Input<string>;
    /** What a job logs in with. */
    clientId: pulumi.Input<string>;
    /** What roles are given to. */
    principalId: pulumi.Input<string>;
}

/** A role on a narrow scope. */
export interface FederatedRole {
    /** Key of the assignment, unique in the component; part of the resource's name. */
    name: string;
    /**
     * Name of a built-in role, for example "Website Contributor", or the GUID of a role definition.
     * Refused, by name and by GUID: Owner, Contributor, User Access Administrator, Role Based Access
     * Control Administrator, Key Vault Data Access Administrator. Other GUIDs are not looked up.
     */
    role: string;
    /**
     * Id of a resource group or of something in it. Subscriptions and management groups are
     * refused.
     */
    scope: pulumi.Input<string>;
    /**
     * Condition of the assignment, in Azure's language of conditions, version 2.0.
     * @default none: the role counts without condition
     */
    condition?: pulumi.Input<string>;
}

/** A role made for one resource group: what a deployment does there, action by action. */
export interface FederatedCustomRole {
    /** Key of the role, unique among all roles of the component; part of the resource's name. */
    name: string;
    /** Id of the one resource group in which the role can be given, and is. */
    scope: pulumi.Input<string>;
    /**
     * Actions, each in full, for example "Microsoft.Web/sites/write". Wildcards are refused, and so
     * are actions with which the holder could give itself more.
     */
    actions: string[];
    /**
     * Actions on data, each in full.
     * @default none
     */
    dataActions?: string[];
}

/** Arguments of `AzureFederatedIdentity`. */
export interface AzureFederatedIdentityArgs {
    /**
     * The GitHub repository trusted, as "owner/name".
     * @default none: `azureDevOps` is trusted
     */
    repository?: string;
    /**
     * The GitHub environment trusted. Given together with `repository`.
     * @default none: `azureDevOps` is trusted
     */
    environment?: string;
    /**
     * The Azure DevOps service connection trusted, in place of repository and environment. The
     * connection needs the client id of its identity first, so give the identity as `existing`.
     * @default none: `repository` and `environment` are trusted
     */
    azureDevOps?: FederatedConnection;
    /**
     * Subjects trusted. Twenty fit one identity; the first twenty of the list share the first
     * identity, the next twenty the second, and so on. Append new ones: an entry keeps its identity
     * as long as its position stays within the same twenty.
     */
    credentials: FederatedCredential[];
    /**
     * Day until which tokens in GitHub's older form, by name alone, are trusted beside those with
     * ids, as "2027-03-31": at most 180 days ahead, and refused once it has come. Each credential
     * gets a second one, named "…-by-name"; ten credentials are the most then.
     * @default none: the form of `credentials` is the only one
     */
    migrationUntil?: string;
    /**
     * What the jobs do: "apply" to deploy; "plan" to look only, with roles that neither write nor
     * read a secret's value.
     * @default "apply"
     */
    access?: string;
    /**
     * Roles that every identity of the component gets.
     * @default none
     */
    roles?: FederatedRole[];
    /**
     * Roles made for this component, which every identity of it gets.
     * @default none
     */
    customRoles?: FederatedCustomRole[];
    /**
     * Name of the first identity: 3 to 124 letters, digits, hyphens and underscores. Further ones end
     * with "_2", "_3" and so on, therefore a name that ends like that is refused. With `existing` the
     * name of that.
     */
    identityName: string;
    /**
     * The identity to use in place of a new one; at most twenty credentials then. Nothing else should
     * trust or use it.
     * @default none: identities are made
     */
    existing?: StandingIdentity;
    /** Resource group of the identities. */
    resourceGroupName: pulumi.Input<string>;
    /**
     * Azure region of new identities in its short form, for example "uksouth".
     * @default none: required unless `existing` is given
     */
    location?: pulumi.Input<string>;
    /** Subscription in which the roles are given, a GUID. */
    subscriptionId: string;
    /**
     * Who signs the tokens.
     * @default "https://token.actions.githubusercontent.com"; for Azure DevOps the Entra tenant
     */
    issuer?: string;
    /**
     * Whom the tokens are meant for.
     * @default "api://AzureADTokenExchange"
     */
    audience?: string;
    /**
     * Tags of new identities.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
}
