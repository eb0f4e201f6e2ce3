import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link Team}. */
export interface TeamArgs {
    /** Descriptors of the administrators. */
    administrators?: pulumi.Input<pulumi.Input<string>[]>;
    /** Area paths that belong to it; at most one of them is the default. */
    areas?: pulumi.Input<pulumi.Input<inputs.TeamArea>[]>;
    /** What it is for; at most 256 characters. */
    description?: pulumi.Input<string>;
    /** Descriptors of the members. */
    members?: pulumi.Input<pulumi.Input<string>[]>;
    /** Name. Left out, the resource's own with seven random digits. */
    name?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
}

/** What is known of a {@link Team} that stands. */
export interface TeamState extends Partial<TeamArgs> {
    /** Descriptor: what permissions and memberships name it by. */
    descriptor?: pulumi.Input<string>;
}

/** A team of a project. */
export class Team extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/team:Team";

    /** Descriptors of the administrators. */
    declare readonly administrators: pulumi.Output<string[]>;
    /** Area paths that belong to it. */
    declare readonly areas: pulumi.Output<outputs.TeamArea[] | undefined>;
    /** What it is for. */
    declare readonly description: pulumi.Output<string | undefined>;
    /** Descriptor: what permissions and memberships name it by. */
    declare readonly descriptor: pulumi.Output<string>;
    /** Descriptors of the members. */
    declare readonly members: pulumi.Output<string[]>;
    /** Name. Left out, the resource's own with seven random digits. */
    declare readonly name: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: TeamState,
        opts?: pulumi.CustomResourceOptions,
    ): Team {
        return new Team(name, state as TeamArgs, { ...opts, id });
    }

    /** True for a Team, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is Team {
        return isOfType(obj, Team.__pulumiType);
    }

    constructor(name: string, args: TeamArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId"],
            optional: ["administrators", "areas", "description", "members", "name"],
            outputs: ["descriptor"],
        });
        super(Team.__pulumiType, name, properties, withDefaults(opts));
    }
}
