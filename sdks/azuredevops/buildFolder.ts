import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link BuildFolder}. */
export interface BuildFolderArgs {
    /** What it is for. */
    description?: pulumi.Input<string>;
    /** Folder: a backslash, then names with backslashes between. */
    path: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
}

/** What is known of a {@link BuildFolder} that stands. */
export type BuildFolderState = Partial<BuildFolderArgs>;

/** A folder of pipelines. */
export class BuildFolder extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/buildFolder:BuildFolder";

    /** What it is for. */
    declare readonly description: pulumi.Output<string | undefined>;
    /** Folder: a backslash, then names with backslashes between. */
    declare readonly path: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: BuildFolderState,
        opts?: pulumi.CustomResourceOptions,
    ): BuildFolder {
        return new BuildFolder(name, state as BuildFolderArgs, { ...opts, id });
    }

    /** True for a BuildFolder, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is BuildFolder {
        return isOfType(obj, BuildFolder.__pulumiType);
    }

    constructor(name: string, args: BuildFolderArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["path", "projectId"],
            optional: ["description"],
        });
        super(BuildFolder.__pulumiType, name, properties, withDefaults(opts));
    }
}
