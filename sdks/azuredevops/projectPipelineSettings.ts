import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ProjectPipelineSettings}. */
export interface ProjectPipelineSettingsArgs {
    /** Tokens of jobs reach the project only. */
    enforceJobScope?: pulumi.Input<boolean>;
    /** Tokens of classic releases reach the project only. */
    enforceJobScopeForRelease?: pulumi.Input<boolean>;
    /** Tokens of jobs reach only repositories the YAML names. */
    enforceReferencedRepoScopedToken?: pulumi.Input<boolean>;
    /** Only variables marked so can be set when a run is queued. */
    enforceSettableVar?: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Metadata of pipelines is published for evaluation. */
    publishPipelineMetadata?: pulumi.Input<boolean>;
    /** Badges are shown to members only. */
    statusBadgesArePrivate?: pulumi.Input<boolean>;
}

/** What is known of a {@link ProjectPipelineSettings} that stands. */
export type ProjectPipelineSettingsState = Partial<ProjectPipelineSettingsArgs>;

/**
 * What a project's pipelines may do. Settings of the organisation win: false here under a true
 * there differs for ever.
 */
export class ProjectPipelineSettings extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/projectPipelineSettings:ProjectPipelineSettings";

    /** Tokens of jobs reach the project only. */
    declare readonly enforceJobScope: pulumi.Output<boolean>;
    /** Tokens of classic releases reach the project only. */
    declare readonly enforceJobScopeForRelease: pulumi.Output<boolean>;
    /** Tokens of jobs reach only repositories the YAML names. */
    declare readonly enforceReferencedRepoScopedToken: pulumi.Output<boolean>;
    /** Only variables marked so can be set when a run is queued. */
    declare readonly enforceSettableVar: pulumi.Output<boolean>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Metadata of pipelines is published for evaluation. */
    declare readonly publishPipelineMetadata: pulumi.Output<boolean>;
    /** Badges are shown to members only. */
    declare readonly statusBadgesArePrivate: pulumi.Output<boolean>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ProjectPipelineSettingsState,
        opts?: pulumi.CustomResourceOptions,
    ): ProjectPipelineSettings {
        return new ProjectPipelineSettings(name, state as ProjectPipelineSettingsArgs, {
            ...opts,
            id,
        });
    }

    /** True for a ProjectPipelineSettings, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ProjectPipelineSettings {
        return isOfType(obj, ProjectPipelineSettings.__pulumiType);
    }

    constructor(
        name: string,
        args: ProjectPipelineSettingsArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId"],
            optional: [
                "enforceJobScope",
                "enforceJobScopeForRelease",
                "enforceReferencedRepoScopedToken",
                "enforceSettableVar",
                "publishPipelineMetadata",
                "statusBadgesArePrivate",
            ],
        });
        super(ProjectPipelineSettings.__pulumiType, name, properties, withDefaults(opts));
    }
}
