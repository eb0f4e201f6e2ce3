import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link Git}. */
export interface GitArgs {
    /** Default branch, as `refs/heads/...`. */
    defaultBranch?: pulumi.Input<string>;
    /** It is switched off. Default: `false`. */
    disabled?: pulumi.Input<boolean>;
    /** What it starts with. */
    initialization: pulumi.Input<inputs.GitInitialization>;
    /** Name. Left out, the resource's own with seven random digits. */
    name?: pulumi.Input<string>;
    /** Repository it is forked from. */
    parentRepositoryId?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
}

/** What is known of a {@link Git} that stands. */
export interface GitState extends Partial<GitArgs> {
    /** It is a fork. */
    isFork?: pulumi.Input<boolean>;
    /** Address to clone from. */
    remoteUrl?: pulumi.Input<string>;
    /** Bytes. */
    size?: pulumi.Input<number>;
    /** Address to clone from by SSH. */
    sshUrl?: pulumi.Input<string>;
    /** Address in the REST interface. */
    url?: pulumi.Input<string>;
    /** Address in a browser. */
    webUrl?: pulumi.Input<string>;
}

/** A Git repository of a project. */
export class Git extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/git:Git";

    /** Default branch, as `refs/heads/...`. */
    declare readonly defaultBranch: pulumi.Output<string>;
    /** It is switched off. */
    declare readonly disabled: pulumi.Output<boolean | undefined>;
    /** What it starts with. */
    declare readonly initialization: pulumi.Output<outputs.GitInitialization>;
    /** It is a fork. */
    declare readonly isFork: pulumi.Output<boolean>;
    /** Name. Left out, the resource's own with seven random digits. */
    declare readonly name: pulumi.Output<string>;
    /** Repository it is forked from. */
    declare readonly parentRepositoryId: pulumi.Output<string | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Address to clone from. */
    declare readonly remoteUrl: pulumi.Output<string>;
    /** Bytes. */
    declare readonly size: pulumi.Output<number>;
    /** Address to clone from by SSH. */
    declare readonly sshUrl: pulumi.Output<string>;
    /** Address in the REST interface. */
    declare readonly url: pulumi.Output<string>;
    /** Address in a browser. */
    declare readonly webUrl: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: GitState,
        opts?: pulumi.CustomResourceOptions,
    ): Git {
        return new Git(name, state as GitArgs, { ...opts, id });
    }

    /** True for a Git, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is Git {
        return isOfType(obj, Git.__pulumiType);
    }

    constructor(name: string, args: GitArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["initialization", "projectId"],
            optional: ["defaultBranch", "disabled", "name", "parentRepositoryId"],
            outputs: ["isFork", "remoteUrl", "size", "sshUrl", "url", "webUrl"],
        });
        super(Git.__pulumiType, name, properties, withDefaults(opts));
    }
}
