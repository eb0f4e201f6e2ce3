import type * as pulumi from "@pulumi/pulumi";

/** A group of an Azure DevOps organisation, by all the names its services know it by. */
export interface DevOpsGroup {
    /** Name of the group, plain, for resource names and errors. */
    name: string;
    /** Descriptor, for example "vssgp.Uy0x…" or "aadgp.Uy0x…": what permissions are given to. */
    descriptor: pulumi.Input<string>;
    /** Id by which approvals and automatic reviewers know the group. */
    originId: pulumi.Input<string>;
}

/** A pipeline of an Azure DevOps project. */
export interface DevOpsPipeline {
    /** Name of the pipeline, plain, for resource names and errors. */
    name: string;
    /** Id of the build definition, as text. */
    id: pulumi.Input<string>;
}
