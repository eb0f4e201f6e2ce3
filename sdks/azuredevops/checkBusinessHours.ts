import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link CheckBusinessHours}. */
export interface CheckBusinessHoursArgs {
    /** Name that people see. Default: `Managed by Terraform`. */
    displayName?: pulumi.Input<string>;
    /** End, as HH:MM. */
    endTime: pulumi.Input<string>;
    /** On Fridays. Default: `false`. */
    friday?: pulumi.Input<boolean>;
    /** On Mondays. Default: `false`. */
    monday?: pulumi.Input<boolean>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** On Saturdays. Default: `false`. */
    saturday?: pulumi.Input<boolean>;
    /** Begin, as HH:MM. */
    startTime: pulumi.Input<string>;
    /** On Sundays. Default: `false`. */
    sunday?: pulumi.Input<boolean>;
    /** Id of the protected resource. A change replaces the resource. */
    targetResourceId: pulumi.Input<string>;
    /**
     * Kind of the protected resource. One of `endpoint`, `environment`, `queue`, `repository`,
     * `securefile`, `variablegroup`. A change replaces the resource.
     */
    targetResourceType: pulumi.Input<string>;
    /** On Thursdays. Default: `false`. */
    thursday?: pulumi.Input<boolean>;
    /** Time zone, by its Windows name. */
    timeZone: pulumi.Input<string>;
    /** Minutes it waits. Default: `1440`. */
    timeout?: pulumi.Input<number>;
    /** On Tuesdays. Default: `false`. */
    tuesday?: pulumi.Input<boolean>;
    /** On Wednesdays. Default: `false`. */
    wednesday?: pulumi.Input<boolean>;
}

/** What is known of a {@link CheckBusinessHours} that stands. */
export interface CheckBusinessHoursState extends Partial<CheckBusinessHoursArgs> {
    /** Number of changes so far. */
    version?: pulumi.Input<number>;
}

/** Only in these hours may a pipeline use the resource. */
export class CheckBusinessHours extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/checkBusinessHours:CheckBusinessHours";

    /** Name that people see. */
    declare readonly displayName: pulumi.Output<string | undefined>;
    /** End, as HH:MM. */
    declare readonly endTime: pulumi.Output<string>;
    /** On Fridays. */
    declare readonly friday: pulumi.Output<boolean | undefined>;
    /** On Mondays. */
    declare readonly monday: pulumi.Output<boolean | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** On Saturdays. */
    declare readonly saturday: pulumi.Output<boolean | undefined>;
    /** Begin, as HH:MM. */
    declare readonly startTime: pulumi.Output<string>;
    /** On Sundays. */
    declare readonly sunday: pulumi.Output<boolean | undefined>;
    /** Id of the protected resource. */
    declare readonly targetResourceId: pulumi.Output<string>;
    /** Kind of the protected resource. */
    declare readonly targetResourceType: pulumi.Output<string>;
    /** On Thursdays. */
    declare readonly thursday: pulumi.Output<boolean | undefined>;
    /** Time zone, by its Windows name. */
    declare readonly timeZone: pulumi.Output<string>;
    /** Minutes it waits. */
    declare readonly timeout: pulumi.Output<number | undefined>;
    /** On Tuesdays. */
    declare readonly tuesday: pulumi.Output<boolean | undefined>;
    /** Number of changes so far. */
    declare readonly version: pulumi.Output<number>;
    /** On Wednesdays. */
    declare readonly wednesday: pulumi.Output<boolean | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: CheckBusinessHoursState,
        opts?: pulumi.CustomResourceOptions,
    ): CheckBusinessHours {
        return new CheckBusinessHours(name, state as CheckBusinessHoursArgs, { ...opts, id });
    }

    /** True for a CheckBusinessHours, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is CheckBusinessHours {
        return isOfType(obj, CheckBusinessHours.__pulumiType);
    }

    constructor(name: string, args: CheckBusinessHoursArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: [
                "endTime",
                "projectId",
                "startTime",
                "targetResourceId",
                "targetResourceType",
                "timeZone",
            ],
            optional: [
                "displayName",
                "friday",
                "monday",
                "saturday",
                "sunday",
                "thursday",
                "timeout",
                "tuesday",
                "wednesday",
            ],
            outputs: ["version"],
        });
        super(CheckBusinessHours.__pulumiType, name, properties, withDefaults(opts));
    }
}
