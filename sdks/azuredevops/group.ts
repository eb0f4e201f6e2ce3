import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link Group}. */
export interface GroupArgs {
    /** What it is for. */
    description?: pulumi.Input<string>;
    /** Name that people see. */
    displayName?: pulumi.Input<string>;
    /**
     * Address of a directory group. Give this, `displayName` or `originId`. A change replaces the
     * resource.
     */
    mail?: pulumi.Input<string>;
    /** Descriptors of the members. */
    members?: pulumi.Input<pulumi.Input<string>[]>;
    /** Id in the directory it comes from. A change replaces the resource. */
    originId?: pulumi.Input<string>;
    /** Id of the project; of the organisation when left out. A change replaces the resource. */
    scope?: pulumi.Input<string>;
}

/** What is known of a {@link Group} that stands. */
export interface GroupState extends Partial<GroupArgs> {
    /** Descriptor: what permissions and memberships name it by. */
    descriptor?: pulumi.Input<string>;
    /** Where its names come from. */
    domain?: pulumi.Input<string>;
    /** GUID of the group: what security roles name it by. */
    groupId?: pulumi.Input<string>;
    /** Directory it comes from. */
    origin?: pulumi.Input<string>;
    /** Name it signs in or is listed with. */
    principalName?: pulumi.Input<string>;
    /** Kind of subject. */
    subjectKind?: pulumi.Input<string>;
    /** Address in the REST interface. */
    url?: pulumi.Input<string>;
}

/** A group of people and groups, of a project or of the organisation. */
export class Group extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/group:Group";

    /** What it is for. */
    declare readonly description: pulumi.Output<string | undefined>;
    /** Descriptor: what permissions and memberships name it by. */
    declare readonly descriptor: pulumi.Output<string>;
    /** Name that people see. */
    declare readonly displayName: pulumi.Output<string>;
    /** Where its names come from. */
    declare readonly domain: pulumi.Output<string>;
    /** GUID of the group: what security roles name it by. */
    declare readonly groupId: pulumi.Output<string>;
    /** Address of a directory group. Give this, `displayName` or `originId`. */
    declare readonly mail: pulumi.Output<string>;
    /** Descriptors of the members. */
    declare readonly members: pulumi.Output<string[]>;
    /** Directory it comes from. */
    declare readonly origin: pulumi.Output<string>;
    /** Id in the directory it comes from. */
    declare readonly originId: pulumi.Output<string>;
    /** Name it signs in or is listed with. */
    declare readonly principalName: pulumi.Output<string>;
    /** Id of the project; of the organisation when left out. */
    declare readonly scope: pulumi.Output<string | undefined>;
    /** Kind of subject. */
    declare readonly subjectKind: pulumi.Output<string>;
    /** Address in the REST interface. */
    declare readonly url: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: GroupState,
        opts?: pulumi.CustomResourceOptions,
    ): Group {
        return new Group(name, state, { ...opts, id });
    }

    /** True for a Group, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is Group {
        return isOfType(obj, Group.__pulumiType);
    }

    constructor(name: string, args?: GroupArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            optional: ["description", "displayName", "mail", "members", "originId", "scope"],
            outputs: [
                "descriptor",
                "domain",
                "groupId",
                "origin",
                "principalName",
                "subjectKind",
                "url",
            ],
        });
        super(Group.__pulumiType, name, properties, withDefaults(opts));
    }
}
