import type * as pulumi from "@pulumi/pulumi";

/** What the parts of a component on AWS have in common. */
export interface Placement {
    /** The component. */
    parent: pulumi.Resource;
    /** Pulumi name of the component, first part of those of its children. */
    name: string;
    /** First part of the names on AWS. */
    prefix: string;
    accountId: string;
    region: string;
    tags: Record<string, pulumi.Input<string>>;
    /** Whether what holds state is protected. */
    protect: boolean;
    /** What the component waits for; the SDK does not hand that down to its children. */
    dependsOn: pulumi.ComponentResourceOptions["dependsOn"];
}

/** Region and tags of a resource, with the name people see in the console. */
export function common(place: Placement, what: string) {
    return {
        region: place.region,
        tags: { ...place.tags, Name: `${place.prefix}-${what}` },
    };
}
