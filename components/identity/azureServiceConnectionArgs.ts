import type * as pulumi from "@pulumi/pulumi";

import type { DevOpsGroup, DevOpsPipeline } from "../shared/devOpsGroup";
import type { DevOpsChecks } from "../shared/protection/devOpsChecksArgs";
import type { FederatedCustomRole, FederatedRole } from "./azureFederatedIdentityArgs";

/** Arguments of `AzureServiceConnection`. */
export interface AzureServiceConnectionArgs {
    /** Azure DevOps organisation, as it is written in addresses. */
    organization: string;
    /** Name of the project. */
    project: string;
    /** Id of the project. */
    projectId: pulumi.Input<string>;
    /** Name of the connection, by which pipelines refer to it. */
    connection: string;
    /**
     * What it is for.
     * @default nothing
     */
    description?: string;
    /** Entra tenant, a GUID. */
    tenantId: string;
    /** Subscription the connection signs in to, a GUID. */
    subscriptionId: string;
    /**
     * Name of that subscription, for people.
     * @default its id
     */
    subscriptionName?: string;
    /** Name of the identity: 3 to 124 letters, digits, hyphens and underscores. */
    identityName: string;
    /** Resource group of the identity. Give it no role there: it could change itself. */
    resourceGroupName: pulumi.Input<string>;
    /** Azure region of the identity in its short form, for example "uksouth". */
    location: pulumi.Input<string>;
    /**
     * What pipelines do: "apply" to deploy; "plan" to look only, with roles that neither write nor
     * read a secret's value.
     * @default "apply"
     */
    access?: string;
    /**
     * Roles of the identity, each on a resource group or something narrower.
     * @default none
     */
    roles?: FederatedRole[];
    /**
     * Roles made for this connection, each for one resource group.
     * @default none
     */
    customRoles?: FederatedCustomRole[];
    /** What a run has to pass before it uses the connection. */
    checks: DevOpsChecks;
    /**
     * Pipelines that may use the connection.
     * @default none: no pipeline uses it
     */
    pipelines?: DevOpsPipeline[];
    /**
     * Groups that administer the connection: whoever does can take its checks away.
     * @default none beside those who administer all connections of the project
     */
    administrators?: DevOpsGroup[];
    /**
     * Groups that may refer to the connection in pipelines. Administering is denied to them, which
     * holds for whoever is in a group of administrators as well.
     * @default none beside those the project gives it to
     */
    users?: DevOpsGroup[];
    /**
     * Who signs the tokens. Given only for an organisation that still makes connections of the older
     * kind, together with `allowRetiringIssuer`.
     * @default the Entra tenant
     */
    issuer?: string;
    /**
     * Tags of the identity.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
    /**
     * Accepts the issuer of Azure DevOps itself, whose subjects are names: whoever makes project and
     * connection anew under the same names is trusted. It retires on 2027-07-01.
     * @default false
     */
    allowRetiringIssuer?: boolean;
}
