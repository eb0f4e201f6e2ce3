import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ProjectFeatures}. */
export interface ProjectFeaturesArgs {
    /**
     * `enabled` or `disabled` of `boards`, `repositories`, `pipelines`, `testplans`, `artifacts`.
     */
    features: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
}

/** What is known of a {@link ProjectFeatures} that stands. */
export type ProjectFeaturesState = Partial<ProjectFeaturesArgs>;

/** Which services of a project are switched on. */
export class ProjectFeatures extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/projectFeatures:ProjectFeatures";

    /**
     * `enabled` or `disabled` of `boards`, `repositories`, `pipelines`, `testplans`, `artifacts`.
     */
    declare readonly features: pulumi.Output<Record<string, string>>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ProjectFeaturesState,
        opts?: pulumi.CustomResourceOptions,
    ): ProjectFeatures {
        return new ProjectFeatures(name, state as ProjectFeaturesArgs, { ...opts, id });
    }

    /** True for a ProjectFeatures, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ProjectFeatures {
        return isOfType(obj, ProjectFeatures.__pulumiType);
    }

    constructor(name: string, args: ProjectFeaturesArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["features", "projectId"],
        });
        super(ProjectFeatures.__pulumiType, name, properties, withDefaults(opts));
    }
}
