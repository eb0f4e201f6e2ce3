import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getGitRepository:getGitRepository";

/** What {@link getGitRepository} looks for. */
export interface GetGitRepositoryArgs {
    /** Name. */
    name: string;
    /** Id of the project. */
    projectId: string;
}

/** What {@link getGitRepositoryOutput} looks for. */
export interface GetGitRepositoryOutputArgs {
    /** Name. */
    name: pulumi.Input<string>;
    /** Id of the project. */
    projectId: pulumi.Input<string>;
}

/** What {@link getGitRepository} finds. */
export interface GetGitRepositoryResult {
    /** Default branch, as `refs/heads/...`. */
    readonly defaultBranch: string;
    /** It is switched off. */
    readonly disabled: boolean;
    /** Id. */
    readonly id: string;
    /** It is a fork. */
    readonly isFork: boolean;
    /** Name. */
    readonly name: string;
    /** Id of the project. */
    readonly projectId: string;
    /** Address to clone from. */
    readonly remoteUrl: string;
    /** Bytes. */
    readonly size: number;
    /** Address to clone from by SSH. */
    readonly sshUrl: string;
    /** Address in the REST interface. */
    readonly url: string;
    /** Address in a browser. */
    readonly webUrl: string;
}

/** A repository of a project. */
export function getGitRepository(
    args: GetGitRepositoryArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetGitRepositoryResult> {
    return pulumi.runtime.invoke(
        token,
        { name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}

/** A repository of a project, of what is known later. */
export function getGitRepositoryOutput(
    args: GetGitRepositoryOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetGitRepositoryResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}
