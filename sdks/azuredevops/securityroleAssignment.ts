import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link SecurityroleAssignment}. */
export interface SecurityroleAssignmentArgs {
    /** GUID of who gets the role. */
    identityId: pulumi.Input<string>;
    /** Id of the resource. A change replaces the resource. */
    resourceId: pulumi.Input<string>;
    /** Role. */
    roleName: pulumi.Input<string>;
    /** Kind of resource: `distributedtask.environmentreferencerole` and the like. */
    scope: pulumi.Input<string>;
}

/** What is known of a {@link SecurityroleAssignment} that stands. */
export type SecurityroleAssignmentState = Partial<SecurityroleAssignmentArgs>;

/** The role of one identity on a pool, an environment and the like. */
export class SecurityroleAssignment extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/securityroleAssignment:SecurityroleAssignment";

    /** GUID of who gets the role. */
    declare readonly identityId: pulumi.Output<string>;
    /** Id of the resource. */
    declare readonly resourceId: pulumi.Output<string>;
    /** Role. */
    declare readonly roleName: pulumi.Output<string>;
    /** Kind of resource: `distributedtask.environmentreferencerole` and the like. */
    declare readonly scope: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: SecurityroleAssignmentState,
        opts?: pulumi.CustomResourceOptions,
    ): SecurityroleAssignment {
        return new SecurityroleAssignment(name, state as SecurityroleAssignmentArgs, {
            ...opts,
            id,
        });
    }

    /** True for a SecurityroleAssignment, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is SecurityroleAssignment {
        return isOfType(obj, SecurityroleAssignment.__pulumiType);
    }

    constructor(
        name: string,
        args: SecurityroleAssignmentArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["identityId", "resourceId", "roleName", "scope"],
        });
        super(SecurityroleAssignment.__pulumiType, name, properties, withDefaults(opts));
    }
}
