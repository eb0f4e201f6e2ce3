import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link PipelineAuthorization}. */
export interface PipelineAuthorizationArgs {
    /**
     * Number of the pipeline. Left out, every pipeline of the project may. A change replaces the
     * resource.
     */
    pipelineId?: pulumi.Input<number>;
    /** Project of the pipeline, when it is another. A change replaces the resource. */
    pipelineProjectId?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Id of the resource. A change replaces the resource. */
    resourceId: pulumi.Input<string>;
    /**
     * Kind. One of `endpoint`, `queue`, `variablegroup`, `environment`, `repository`. A change
     * replaces the resource.
     */
    type: pulumi.Input<string>;
}

/** What is known of a {@link PipelineAuthorization} that stands. */
export type PipelineAuthorizationState = Partial<PipelineAuthorizationArgs>;

/** Leave for one pipeline, or for all of them, to use a protected resource. */
export class PipelineAuthorization extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/pipelineAuthorization:PipelineAuthorization";

    /** Number of the pipeline. Left out, every pipeline of the project may. */
    declare readonly pipelineId: pulumi.Output<number | undefined>;
    /** Project of the pipeline, when it is another. */
    declare readonly pipelineProjectId: pulumi.Output<string | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Id of the resource. */
    declare readonly resourceId: pulumi.Output<string>;
    /** Kind. */
    declare readonly type: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: PipelineAuthorizationState,
        opts?: pulumi.CustomResourceOptions,
    ): PipelineAuthorization {
        return new PipelineAuthorization(name, state as PipelineAuthorizationArgs, { ...opts, id });
    }

    /** True for a PipelineAuthorization, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is PipelineAuthorization {
        return isOfType(obj, PipelineAuthorization.__pulumiType);
    }

    constructor(
        name: string,
        args: PipelineAuthorizationArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "resourceId", "type"],
            optional: ["pipelineId", "pipelineProjectId"],
        });
        super(PipelineAuthorization.__pulumiType, name, properties, withDefaults(opts));
    }
}
