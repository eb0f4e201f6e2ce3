import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link TeamAdministrators}. */
export interface TeamAdministratorsArgs {
    /** Descriptors of the administrators. */
    administrators: pulumi.Input<pulumi.Input<string>[]>;
    /** Whether other members stay or go. One of `add`, `overwrite`. Default: `add`. */
    mode?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Id of the team. A change replaces the resource. */
    teamId: pulumi.Input<string>;
}

/** What is known of a {@link TeamAdministrators} that stands. */
export type TeamAdministratorsState = Partial<TeamAdministratorsArgs>;

/** Administrators of a team that are managed apart from it. */
export class TeamAdministrators extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/teamAdministrators:TeamAdministrators";

    /** Descriptors of the administrators. */
    declare readonly administrators: pulumi.Output<string[]>;
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
        state?: TeamAdministratorsState,
        opts?: pulumi.CustomResourceOptions,
    ): TeamAdministrators {
        return new TeamAdministrators(name, state as TeamAdministratorsArgs, { ...opts, id });
    }

    /** True for a TeamAdministrators, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is TeamAdministrators {
        return isOfType(obj, TeamAdministrators.__pulumiType);
    }

    constructor(name: string, args: TeamAdministratorsArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["administrators", "projectId", "teamId"],
            optional: ["mode"],
        });
        super(TeamAdministrators.__pulumiType, name, properties, withDefaults(opts));
    }
}
