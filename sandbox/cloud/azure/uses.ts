import { armError } from "../failures";
import type { Write } from "../resourceType";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { get, isObject, items, str, type Path, type Values } from "../values";
import { requireResource } from "./arm";

const listedUnder = (id: string) => `users of ${id}`;

/** Resources that use this one. */
export function usersOf(store: CloudStore, id: string): StoredResource[] {
    return store.under(listedUnder(id));
}

/** Ids of the resources that references at these paths name; of each element where a list is. */
export function referencesAt(inputs: Values, ...paths: Path[]): string[] {
    return paths
        .flatMap((path) => [get(inputs, ...path) ?? "", ...items(inputs, ...path)])
        .map((one) => (isObject(one) ? str(one, "id") : typeof one === "string" ? one : ""))
        .filter((id) => id.startsWith("/"));
}

/** What a resource that uses these is listed under. */
export function uses(ids: readonly string[]): string[] {
    return ids.map(listedUnder);
}

/** Refuses references to what does not stand. */
export function requireUsed({ store }: Pick<Write, "store">, ids: readonly string[]): void {
    for (const id of ids) {
        requireResource(store, id, "InvalidResourceReference", "The referenced resource");
    }
}

/** Refuses to delete what something else still uses. */
export function refuseUsed({ store, id }: Pick<Write, "store" | "id">, code: string): void {
    const user = usersOf(store, id)[0];
    if (user !== undefined) {
        const message = `Resource ${id} cannot be deleted because it is in use by ${user.id}.`;
        throw armError(400, code, message);
    }
}

/** Another resource that uses this one, if any does. */
export function otherUser({ store, id }: Pick<Write, "store" | "id">, used: string) {
    return usersOf(store, used).find((one) => one.id.toLowerCase() !== id.toLowerCase());
}
