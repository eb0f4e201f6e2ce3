import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link CheckRequiredTemplate}. */
export interface CheckRequiredTemplateArgs {
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Templates, one of which a pipeline must extend. */
    requiredTemplates: pulumi.Input<pulumi.Input<inputs.CheckRequiredTemplateRequiredTemplate>[]>;
    /** Id of the protected resource. A change replaces the resource. */
    targetResourceId: pulumi.Input<string>;
    /**
     * Kind of the protected resource. One of `endpoint`, `environment`, `queue`, `repository`,
     * `securefile`, `variablegroup`. A change replaces the resource.
     */
    targetResourceType: pulumi.Input<string>;
}

/** What is known of a {@link CheckRequiredTemplate} that stands. */
export interface CheckRequiredTemplateState extends Partial<CheckRequiredTemplateArgs> {
    /** Number of changes so far. */
    version?: pulumi.Input<number>;
}

/** Only pipelines that extend one of these templates may use the resource. */
export class CheckRequiredTemplate extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/checkRequiredTemplate:CheckRequiredTemplate";

    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Templates, one of which a pipeline must extend. */
    declare readonly requiredTemplates: pulumi.Output<
        outputs.CheckRequiredTemplateRequiredTemplate[]
    >;
    /** Id of the protected resource. */
    declare readonly targetResourceId: pulumi.Output<string>;
    /** Kind of the protected resource. */
    declare readonly targetResourceType: pulumi.Output<string>;
    /** Number of changes so far. */
    declare readonly version: pulumi.Output<number>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: CheckRequiredTemplateState,
        opts?: pulumi.CustomResourceOptions,
    ): CheckRequiredTemplate {
        return new CheckRequiredTemplate(name, state as CheckRequiredTemplateArgs, { ...opts, id });
    }

    /** True for a CheckRequiredTemplate, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is CheckRequiredTemplate {
        return isOfType(obj, CheckRequiredTemplate.__pulumiType);
    }

    constructor(
        name: string,
        args: CheckRequiredTemplateArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "requiredTemplates", "targetResourceId", "targetResourceType"],
            outputs: ["version"],
        });
        super(CheckRequiredTemplate.__pulumiType, name, properties, withDefaults(opts));
    }
}
