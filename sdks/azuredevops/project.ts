import * as pulumi from "@pulumi/pulumi";

/** The arguments of a {@link Project}; as in the published package. */
export interface ProjectArgs {
    description?: pulumi.Input<string>;
    /** Map of `boards`, `repositories`, `pipelines`, `testplans`, `artifacts` to `enabled` or `disabled`. */
    features?: pulumi.Input<Record<string, pulumi.Input<string>>>;
    name?: pulumi.Input<string>;
    /** `Git` (default) or `Tfvc`. Changing it replaces the project. */
    versionControl?: pulumi.Input<string>;
    /** `private` (default) or `public`. */
    visibility?: pulumi.Input<string>;
    /** `Agile` by default. Changing it replaces the project. */
    workItemTemplate?: pulumi.Input<string>;
}

/** An Azure DevOps project. */
export class Project extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/project:Project";

    declare readonly description: pulumi.Output<string | undefined>;
    declare readonly features: pulumi.Output<Record<string, string> | undefined>;
    declare readonly name: pulumi.Output<string>;
    declare readonly processTemplateId: pulumi.Output<string>;
    declare readonly versionControl: pulumi.Output<string | undefined>;
    declare readonly visibility: pulumi.Output<string | undefined>;
    declare readonly workItemTemplate: pulumi.Output<string | undefined>;

    /** Adopts the state of an existing project by its id. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ProjectArgs,
        opts?: pulumi.CustomResourceOptions,
    ): Project {
        return new Project(name, state, { ...opts, id });
    }

    constructor(name: string, args: ProjectArgs = {}, opts: pulumi.CustomResourceOptions = {}) {
        const inputs = {
            description: args.description,
            features: args.features,
            name: args.name,
            versionControl: args.versionControl,
            visibility: args.visibility,
            workItemTemplate: args.workItemTemplate,
            processTemplateId: undefined /* output */,
        };
        super(Project.__pulumiType, name, inputs, opts);
    }
}
