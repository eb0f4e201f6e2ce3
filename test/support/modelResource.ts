import type { PropertyTree } from "../../model/known";
import type { Resource } from "../../model/resource";

/** A resource as rules see it, of the type and properties given; its URN ends in its name. */
export function modelResource(
    type: string,
    props: PropertyTree,
    more: Partial<Resource> = {},
): Resource {
    const name = more.name ?? "one";
    return {
        type,
        token: type,
        urn: `urn:pulumi:dev::estate::${type}::${name}`,
        name,
        props,
        options: { protect: false, ignoreChanges: [], aliases: [], additionalSecretOutputs: [] },
        parent: undefined,
        propertyDependencies: {},
        dependencies: [],
        provider: undefined,
        ...more,
    };
}
