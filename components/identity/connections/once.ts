import * as pulumi from "@pulumi/pulumi";

/**
 * The value, once the resources stand. Where a component that gets it makes resources with it, those wait:
 * what a component itself waits for does not reach its children.
 */
export function once(
    resources: pulumi.Resource[],
    value: pulumi.Input<string>,
): pulumi.Output<string> {
    const standing = resources.map(({ urn }) => urn);
    return pulumi.all([value, pulumi.all(standing)]).apply(([known]) => known);
}
