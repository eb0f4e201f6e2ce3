import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link BuildDefinition}. */
export interface BuildDefinitionArgs {
    /** Pool it runs on. Default: `Azure Pipelines`. */
    agentPoolName?: pulumi.Input<string>;
    /** Image of hosted agents. */
    agentSpecification?: pulumi.Input<string>;
    /** Runs of these pipelines start it. */
    buildCompletionTriggers?: pulumi.Input<
        pulumi.Input<inputs.BuildDefinitionBuildCompletionTrigger>[]
    >;
    /** Pushes start it. */
    ciTrigger?: pulumi.Input<inputs.BuildDefinitionCiTrigger>;
    /** Behaviour of the provider, not of the pipeline. */
    features?: pulumi.Input<pulumi.Input<inputs.BuildDefinitionFeature>[]>;
    /**
     * How far tokens of jobs reach. One of `project`, `projectCollection`. Default:
     * `projectCollection`.
     */
    jobAuthorizationScope?: pulumi.Input<string>;
    /** Jobs of a pipeline that is not YAML. */
    jobs?: pulumi.Input<pulumi.Input<inputs.BuildDefinitionJob>[]>;
    /** Name. Left out, the resource's own with seven random digits. */
    name?: pulumi.Input<string>;
    /** Folder: a backslash, then names with backslashes between. Default: `\`. */
    path?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Pull requests of GitHub start it. */
    pullRequestTrigger?: pulumi.Input<inputs.BuildDefinitionPullRequestTrigger>;
    /** Whether runs may be queued. One of `enabled`, `paused`, `disabled`. Default: `enabled`. */
    queueStatus?: pulumi.Input<string>;
    /** Repository and YAML file. */
    repository: pulumi.Input<inputs.BuildDefinitionRepository>;
    /** Times at which it starts. */
    schedules?: pulumi.Input<pulumi.Input<inputs.BuildDefinitionSchedule>[]>;
    /** Numbers of variable groups it uses. */
    variableGroups?: pulumi.Input<pulumi.Input<number>[]>;
    /** Variables. */
    variables?: pulumi.Input<pulumi.Input<inputs.BuildDefinitionVariable>[]>;
}

/** What is known of a {@link BuildDefinition} that stands. */
export interface BuildDefinitionState extends Partial<BuildDefinitionArgs> {
    /** Number of changes so far. */
    revision?: pulumi.Input<number>;
}

/** A pipeline: which YAML file of which repository runs, and what starts it. */
export class BuildDefinition extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/buildDefinition:BuildDefinition";

    /** Pool it runs on. */
    declare readonly agentPoolName: pulumi.Output<string | undefined>;
    /** Image of hosted agents. */
    declare readonly agentSpecification: pulumi.Output<string | undefined>;
    /** Runs of these pipelines start it. */
    declare readonly buildCompletionTriggers: pulumi.Output<
        outputs.BuildDefinitionBuildCompletionTrigger[] | undefined
    >;
    /** Pushes start it. */
    declare readonly ciTrigger: pulumi.Output<outputs.BuildDefinitionCiTrigger | undefined>;
    /** Behaviour of the provider, not of the pipeline. */
    declare readonly features: pulumi.Output<outputs.BuildDefinitionFeature[] | undefined>;
    /** How far tokens of jobs reach. */
    declare readonly jobAuthorizationScope: pulumi.Output<string | undefined>;
    /** Jobs of a pipeline that is not YAML. */
    declare readonly jobs: pulumi.Output<outputs.BuildDefinitionJob[] | undefined>;
    /** Name. Left out, the resource's own with seven random digits. */
    declare readonly name: pulumi.Output<string>;
    /** Folder: a backslash, then names with backslashes between. */
    declare readonly path: pulumi.Output<string | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Pull requests of GitHub start it. */
    declare readonly pullRequestTrigger: pulumi.Output<
        outputs.BuildDefinitionPullRequestTrigger | undefined
    >;
    /** Whether runs may be queued. */
    declare readonly queueStatus: pulumi.Output<string | undefined>;
    /** Repository and YAML file. */
    declare readonly repository: pulumi.Output<outputs.BuildDefinitionRepository>;
    /** Number of changes so far. */
    declare readonly revision: pulumi.Output<number>;
    /** Times at which it starts. */
    declare readonly schedules: pulumi.Output<outputs.BuildDefinitionSchedule[] | undefined>;
    /** Numbers of variable groups it uses. */
    declare readonly variableGroups: pulumi.Output<number[] | undefined>;
    /** Variables. */
    declare readonly variables: pulumi.Output<outputs.BuildDefinitionVariable[] | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: BuildDefinitionState,
        opts?: pulumi.CustomResourceOptions,
    ): BuildDefinition {
        return new BuildDefinition(name, state as BuildDefinitionArgs, { ...opts, id });
    }

    /** True for a BuildDefinition, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is BuildDefinition {
        return isOfType(obj, BuildDefinition.__pulumiType);
    }

    constructor(name: string, args: BuildDefinitionArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "repository"],
            optional: [
                "agentPoolName",
                "agentSpecification",
                "buildCompletionTriggers",
                "ciTrigger",
                "features",
                "jobAuthorizationScope",
                "jobs",
                "name",
                "path",
                "pullRequestTrigger",
                "queueStatus",
                "schedules",
                "variableGroups",
                "variables",
            ],
            outputs: ["revision"],
        });
        super(BuildDefinition.__pulumiType, name, properties, withDefaults(opts));
    }
}
