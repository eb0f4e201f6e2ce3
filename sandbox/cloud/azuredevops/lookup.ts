import type { CloudFunction } from "../resourceType";
import { azureDevOpsError } from "../failures";
import type { Fields } from "../shape";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { str, type Values } from "../values";
import { token } from "./devOpsType";

export interface DevOpsFunction {
    readonly args: Fields;
    readonly run: CloudFunction;
}

/** Everything of a type in an organisation, of one project where one is named. */
export function listed(
    store: CloudStore,
    owner: string,
    name: string,
    project = "",
): StoredResource[] {
    return store
        .list(token(name))
        .filter(
            (one) =>
                store.find(one.type, one.id, owner) === one &&
                (project === "" || str(one.inputs, "projectId") === project),
        );
}

/** The one whose property says so, compared without regard to case; none is an error. */
export function wanted(
    among: readonly StoredResource[],
    property: string,
    value: string,
    what: string,
): StoredResource {
    const folded = value.toLowerCase();
    const found = among.find(
        ({ id, outputs }) =>
            (property === "id" ? id : str(outputs, property)).toLowerCase() === folded,
    );
    if (found === undefined) {
        throw azureDevOpsError(404, `${what} with ${property} ${value} does not exist.`);
    }
    return found;
}

/** Exactly one of these arguments; the provider asks for that. */
export function oneArgument(args: Values, names: readonly string[]): string {
    const given = names.filter((name) => str(args, name) !== "");
    if (given.length !== 1) {
        throw azureDevOpsError(400, `exactly one of ${names.join(", ")} must be given`);
    }
    return given[0] ?? "";
}

/** Outputs of a resource without secret values: the service gives none back. */
export function shown({ id, outputs }: StoredResource, properties: readonly string[]): Values {
    const values = properties.flatMap((name) => {
        const value = outputs[name];
        return value === undefined ? [] : [[name, value] as const];
    });
    return { ...Object.fromEntries(values), id };
}
