import { armError } from "../failures";
import type { Change, ResourceType } from "../resourceType";
import { get, str, type Path, type Values } from "../values";
import { armType, copied, idInGroup, suffixed, type ArmType } from "./arm";

/** A type of a resource group, whose id follows from its type and its names. */
export interface NamedType extends Omit<ArmType, "id" | "path"> {
    /**
     * Inputs that name it and what is above it, in the order of `type`; the last is its own.
     * "=default" stands for what is always called default.
     */
    readonly names: readonly string[];
    /** Inputs that are no outputs, besides the names. */
    readonly hidden?: readonly string[];
    /** What the provider would update, and the service refuses to change once it stands. */
    readonly settled?: readonly Path[];
}

/**
 * A type named by its id. The provider invents a name that is not given: with a random end for what
 * stands in a group, that of the Pulumi resource for what stands in something else.
 */
export function namedType(named: NamedType): ResourceType {
    const { names, hidden = [], settled = [], ...type } = named;
    const [provider = "", ...kinds] = type.type.split("/");
    const own = names[names.length - 1] ?? "";
    return armType({
        ...(own.startsWith("=")
            ? {}
            : { autoname: kinds.length === 1 ? suffixed(own) : copied(own) }),
        ...type,
        path: ["resourceGroupName", ...names, ...hidden],
        beforeUpdate: (change) => {
            refuseChanges(change, settled);
            return named.beforeUpdate?.(change);
        },
        id: (inputs, scope) =>
            idInGroup(
                scope,
                inputs,
                provider,
                ...kinds.flatMap((kind, i) => [kind, nameIn(inputs, names[i] ?? "")]),
            ),
    });
}

function nameIn(inputs: Values, name: string): string {
    return name.startsWith("=") ? name.slice(1) : str(inputs, name);
}

function refuseChanges({ inputs, old }: Change, settled: readonly Path[]): void {
    for (const path of settled) {
        const [before, now] = [get(old.inputs, ...path), get(inputs, ...path)];
        if (JSON.stringify(before) !== JSON.stringify(now)) {
            const message = `Changing property '${path.join(".")}' is not allowed.`;
            throw armError(409, "PropertyChangeNotAllowed", message);
        }
    }
}
