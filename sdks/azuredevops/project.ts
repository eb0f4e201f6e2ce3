import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link Project}. */
export interface ProjectArgs {
    /** What it is for. */
    description?: pulumi.Input<string>;
    /**
     * `enabled` or `disabled` of `boards`, `repositories`, `pipelines`, `testplans`, `artifacts`.
     */
    features?: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Name. Left out, the resource's own with seven random digits. */
    name?: pulumi.Input<string>;
    /**
     * Kind of version control. One of `git`, `tfvc`. Default: `git`. A change replaces the
     * resource.
     */
    versionControl?: pulumi.Input<string>;
    /** Who sees it. One of `private`, `public`. Default: `private`. */
    visibility?: pulumi.Input<string>;
    /** Process the project follows. Default: `Agile`. A change replaces the resource. */
    workItemTemplate?: pulumi.Input<string>;
}

/** What is known of a {@link Project} that stands. */
export interface ProjectState extends Partial<ProjectArgs> {
    /** Id of the process the project follows. */
    processTemplateId?: pulumi.Input<string>;
}

/**
 * A project: what everything else belongs to. Its features are switched here or by
 * `ProjectFeatures`, never by both.
 */
export class Project extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/project:Project";

    /** What it is for. */
    declare readonly description: pulumi.Output<string | undefined>;
    /**
     * `enabled` or `disabled` of `boards`, `repositories`, `pipelines`, `testplans`, `artifacts`.
     */
    declare readonly features: pulumi.Output<Record<string, string> | undefined>;
    /** Name. Left out, the resource's own with seven random digits. */
    declare readonly name: pulumi.Output<string>;
    /** Id of the process the project follows. */
    declare readonly processTemplateId: pulumi.Output<string>;
    /** Kind of version control. */
    declare readonly versionControl: pulumi.Output<string | undefined>;
    /** Who sees it. */
    declare readonly visibility: pulumi.Output<string | undefined>;
    /** Process the project follows. */
    declare readonly workItemTemplate: pulumi.Output<string | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ProjectState,
        opts?: pulumi.CustomResourceOptions,
    ): Project {
        return new Project(name, state, { ...opts, id });
    }

    /** True for a Project, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is Project {
        return isOfType(obj, Project.__pulumiType);
    }

    constructor(name: string, args?: ProjectArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            optional: [
                "description",
                "features",
                "name",
                "versionControl",
                "visibility",
                "workItemTemplate",
            ],
            outputs: ["processTemplateId"],
        });
        super(Project.__pulumiType, name, properties, withDefaults(opts));
    }
}
