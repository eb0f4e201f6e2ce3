import type * as pulumi from "@pulumi/pulumi";

/** Somebody who gets a role: a managed identity, an application, a group or a person. */
export interface VaultPrincipal {
    /** Key of the role assignment: unique in its list, and stays the same when others come and go. */
    name: string;
    /** Object id in Entra, a GUID; of a managed identity its `principalId`. */
    principalId: pulumi.Input<string>;
    /**
     * "ServicePrincipal" (managed identities are that, too), "Group" or "User".
     * @default "ServicePrincipal"
     */
    principalType?: string;
}
