import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link SecurityPermissions}. */
export interface SecurityPermissionsArgs {
    /** Id of the security namespace. A change replaces the resource. */
    namespaceId: pulumi.Input<string>;
    /** `Allow`, `Deny` or `NotSet` by permission. One of `allow`, `deny`, `notset`. */
    permissions: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Descriptor of the group or person. A change replaces the resource. */
    principal: pulumi.Input<string>;
    /** Other permissions of the principal there are taken away. Default: `true`. */
    replace?: pulumi.Input<boolean>;
    /** Token: which things the permissions are about. A change replaces the resource. */
    token: pulumi.Input<string>;
}

/** What is known of a {@link SecurityPermissions} that stands. */
export type SecurityPermissionsState = Partial<SecurityPermissionsArgs>;

/** Permissions of one principal in any security namespace. */
export class SecurityPermissions extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/securityPermissions:SecurityPermissions";

    /** Id of the security namespace. */
    declare readonly namespaceId: pulumi.Output<string>;
    /** `Allow`, `Deny` or `NotSet` by permission. */
    declare readonly permissions: pulumi.Output<Record<string, string>>;
    /** Descriptor of the group or person. */
    declare readonly principal: pulumi.Output<string>;
    /** Other permissions of the principal there are taken away. */
    declare readonly replace: pulumi.Output<boolean | undefined>;
    /** Token: which things the permissions are about. */
    declare readonly token: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: SecurityPermissionsState,
        opts?: pulumi.CustomResourceOptions,
    ): SecurityPermissions {
        return new SecurityPermissions(name, state as SecurityPermissionsArgs, { ...opts, id });
    }

    /** True for a SecurityPermissions, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is SecurityPermissions {
        return isOfType(obj, SecurityPermissions.__pulumiType);
    }

    constructor(name: string, args: SecurityPermissionsArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["namespaceId", "permissions", "principal", "token"],
            optional: ["replace"],
        });
        super(SecurityPermissions.__pulumiType, name, properties, withDefaults(opts));
    }
}
