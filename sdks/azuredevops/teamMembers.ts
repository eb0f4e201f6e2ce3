import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link TeamMembers}. */
export interface TeamMembersArgs {
    /** Descriptors of the members. */
    members: pulumi.Input<pulumi.Input<string>[]>;
    /** Whether other members stay or go. One of `add`, `overwrite`. Default: `add`. */
    mode?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Id of the team. A change replaces the resource. */
    teamId: pulumi.Input<string>;
}

/** What is known of a {@link TeamMembers} that stands. */
export type TeamMembersState = Partial<TeamMembersArgs>;

/** Members of a team that are managed apart from it. */
export class TeamMembers extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/teamMembers:TeamMembers";

    /** Descriptors of the members. */
    declare readonly members: pulumi.Output<string[]>;
    /** Whether other members stay or go. */
    declare readonly mode: pulumi.Output<string | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Id of the team. */
    declare readonly teamId: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: TeamMembersState,
        opts?: pulumi.CustomResourceOptions,
    ): TeamMembers {
        return new TeamMembers(name, state as TeamMembersArgs, { ...opts, id });
    }

    /** True for a TeamMembers, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is TeamMembers {
        return isOfType(obj, TeamMembers.__pulumiType);
    }

    constructor(name: string, args: TeamMembersArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["members", "projectId", "teamId"],
            optional: ["mode"],
        });
        super(TeamMembers.__pulumiType, name, properties, withDefaults(opts));
    }
}
