import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of an {@link Extension}. */
export interface ExtensionArgs {
    /** It is switched off. */
    disabled?: pulumi.Input<boolean>;
    /** Id of the extension. A change replaces the resource. */
    extensionId: pulumi.Input<string>;
    /** Id of the publisher. A change replaces the resource. */
    publisherId: pulumi.Input<string>;
    /** Version; the latest when left out. */
    version?: pulumi.Input<string>;
}

/** What is known of an {@link Extension} that stands. */
export interface ExtensionState extends Partial<ExtensionArgs> {
    /** Name of the extension. */
    extensionName?: pulumi.Input<string>;
    /** Name of the publisher. */
    publisherName?: pulumi.Input<string>;
    /** What the extension may do. */
    scopes?: pulumi.Input<pulumi.Input<string>[]>;
}

/** An extension of the marketplace, installed in the organisation. */
export class Extension extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/extension:Extension";

    /** It is switched off. */
    declare readonly disabled: pulumi.Output<boolean>;
    /** Id of the extension. */
    declare readonly extensionId: pulumi.Output<string>;
    /** Name of the extension. */
    declare readonly extensionName: pulumi.Output<string>;
    /** Id of the publisher. */
    declare readonly publisherId: pulumi.Output<string>;
    /** Name of the publisher. */
    declare readonly publisherName: pulumi.Output<string>;
    /** What the extension may do. */
    declare readonly scopes: pulumi.Output<string[]>;
    /** Version; the latest when left out. */
    declare readonly version: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ExtensionState,
        opts?: pulumi.CustomResourceOptions,
    ): Extension {
        return new Extension(name, state as ExtensionArgs, { ...opts, id });
    }

    /** True for an Extension, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is Extension {
        return isOfType(obj, Extension.__pulumiType);
    }

    constructor(name: string, args: ExtensionArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["extensionId", "publisherId"],
            optional: ["disabled", "version"],
            outputs: ["extensionName", "publisherName", "scopes"],
        });
        super(Extension.__pulumiType, name, properties, withDefaults(opts));
    }
}
