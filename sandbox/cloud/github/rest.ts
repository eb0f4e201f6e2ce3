import type { Autoname } from "../autoname";
import { githubError } from "../failures";
import type { Change, ResourceType, Shaping, Write } from "../resourceType";
import { fixed, required, text, type Fields } from "../shape";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { str, text as joined, type Values } from "../values";

export const repositoryName = required(fixed(text));

/** Name as the provider invents it: seven random digits after a hyphen. */
export function dashed(property: string): Autoname {
    return { property, style: "suffix", separator: "-", digits: 7 };
}

/** What repositories, and what belongs to one, are listed under and found by. */
export function repositoryClaim(owner: string, name: string): string {
    return `repository ${owner}/${name}`;
}

/** Parts of an id, joined as the provider joins them. */
export function joinedId(...parts: (string | number)[]): string {
    return parts.slice(1).reduce<string>((id, part) => joined`${id}:${part}`, String(parts[0]));
}

/** The repository a write is about; it must stand and not be archived. */
export function requireRepository({ store, scope, inputs }: Write, action: string): StoredResource {
    const name = str(inputs, "repository");
    const repository = store.holder(repositoryClaim(scope.owner, name));
    const request = `${action} /repos/${scope.owner}/${name}`;
    if (repository === undefined) {
        throw githubError(404, request, "Not Found");
    }
    if (repository.outputs.archived === true) {
        throw githubError(403, request, "Repository was archived so is read-only.");
    }
    return repository;
}

/** The team an id or a slug names, or nothing. */
export function findTeam(store: CloudStore, owner: string, idOrSlug: string | number) {
    return store.holder(`team ${owner}/#${idOrSlug}`) ?? store.holder(`team ${owner}/${idOrSlug}`);
}

export function requireTeam({ store, scope, inputs }: Write): StoredResource {
    const wanted = str(inputs, "teamId") || str(inputs, "teamSlug");
    const team = findTeam(store, scope.owner, wanted);
    if (team === undefined) {
        throw githubError(404, `GET /organizations/${scope.owner}/team/${wanted}`, "Not Found");
    }
    return team;
}

/** Fields the service gives to what belongs to a repository. */
export function repositoryIdOf({ store, scope, inputs }: Shaping): Values {
    const repository = store.holder(repositoryClaim(scope.owner, str(inputs, "repository")));
    const id = repository?.outputs.repoId;
    return id === undefined ? {} : { repositoryId: id };
}

/** What one GitHub type says about itself; the rest is the same for all. */
export interface RestType {
    readonly token: string;
    readonly inputs: Fields;
    readonly autoname?: Autoname;
    readonly deleteBeforeReplace?: boolean;
    /** Creating what exists is an error; elsewhere it overwrites, as "put" does. */
    readonly creates?: boolean;
    /** Values of inputs that are not given, as the service fills them in. */
    readonly defaults?: Values;
    /** Inputs the service never gives back. */
    readonly silent?: readonly string[];
    check?: NonNullable<ResourceType["check"]>;
    id: ResourceType["id"];
    outputs?(shaping: Shaping): Values;
    claims?: NonNullable<ResourceType["claims"]>;
    parents?(write: Write): string[];
    beforeCreate?(write: Write): void;
    beforeUpdate?(change: Change): void;
    beforeDelete?(change: Change): void;
    deletion?: NonNullable<ResourceType["deletion"]>;
}

/** A type of GitHub's REST interface. Ids are unique within one organisation. */
export function restType(type: RestType): ResourceType {
    const inRepository = ({ inputs }: Pick<Write, "inputs">) =>
        type.inputs.repository !== undefined && inputs.repository !== undefined;
    return {
        token: type.token,
        inputs: type.inputs,
        ...(type.autoname === undefined ? {} : { autoname: type.autoname }),
        ...(type.check === undefined ? {} : { check: type.check }),
        ...(type.claims === undefined ? {} : { claims: type.claims }),
        ...(type.deletion === undefined ? {} : { deletion: type.deletion }),
        deleteBeforeReplace: type.deleteBeforeReplace === true,
        overwrites: type.creates !== true,
        realm: ({ owner }) => owner,
        id: (inputs, scope, shaping) => type.id(inputs, scope, shaping),
        outputs: (shaping) => {
            const all = { ...type.defaults, ...shaping.inputs, ...type.outputs?.(shaping) };
            const silent = new Set(type.silent ?? []);
            return Object.fromEntries(Object.entries(all).filter(([name]) => !silent.has(name)));
        },
        parents: (write) => [
            ...(inRepository(write)
                ? [repositoryClaim(write.scope.owner, str(write.inputs, "repository"))]
                : []),
            ...(type.parents?.(write) ?? []),
        ],
        beforeCreate: (write) => {
            if (inRepository(write)) {
                requireRepository(write, "PUT");
            }
            type.beforeCreate?.(write);
        },
        beforeUpdate: (change) => {
            if (inRepository(change)) {
                requireRepository(change, "PATCH");
            }
            type.beforeUpdate?.(change);
        },
        beforeDelete: (change) => type.beforeDelete?.(change),
    };
}

/** Fails when none or more than one of these inputs is given. */
export function exactlyOne(inputs: Values, names: readonly string[]) {
    const given = names.filter((name) => inputs[name] !== undefined);
    const [first = ""] = names;
    return given.length === 1
        ? []
        : [
              {
                  property: given[1] ?? first,
                  reason: `exactly one of ${names.join(", ")} must be given`,
              },
          ];
}
