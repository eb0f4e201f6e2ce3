import { defaults } from "./defaults";
import type { Path, Problem } from "./problems";
import type { EnvironmentForm, EstateForm, RepositoryForm } from "./schema";

/** A form of which any part may be missing. */
export type Loose<T> = T extends readonly (infer U)[]
    ? (Loose<U> | undefined)[]
    : T extends object
      ? { [K in keyof T]?: Loose<T[K]> | undefined }
      : T | undefined;

/** An environment and where it is written. */
export interface Placed<T> {
    readonly at: Path;
    readonly value: Loose<T>;
}

/**
 * What remains of a configuration when everything wrong in form is left out, so that references can be
 * checked although other things are wrong. A value left out is `undefined` under its key; a value that
 * was not given has no key.
 */
export function draftOf(raw: unknown, wrong: readonly Problem[]): Loose<EstateForm> {
    const left = new Set(wrong.map(({ at }) => JSON.stringify(at)));
    const sound = (value: unknown, at: Path): unknown => {
        if (left.has(JSON.stringify(at))) return undefined;
        if (Array.isArray(value)) return value.map((item, i) => sound(item, [...at, i]));
        if (typeof value !== "object" || value === null) return value;
        const entries = Object.entries(value);
        return Object.fromEntries(entries.map(([key, item]) => [key, sound(item, [...at, key])]));
    };
    return sound(raw, []) ?? {};
}

/** Teams by name. Members that are wrong in form are undefined, and so is a list that is none. */
export type Teams = ReadonlyMap<string, (string | undefined)[] | undefined>;

/** The teams; undefined when there is no telling. */
export function teamsOf(form: Loose<EstateForm>): Teams | undefined {
    return form.teams && new Map(Object.entries(form.teams));
}

/** The repositories that are sound enough to be looked at. */
export function repositoriesOf(form: Loose<EstateForm>): Placed<RepositoryForm>[] {
    return placed(["repositories"], form.repositories);
}

/** Every list of environments that is written somewhere: the estate's and the repositories' own. */
export function environmentListsOf(form: Loose<EstateForm>): Placed<EnvironmentForm>[][] {
    return [
        placed(["environments"], form.environments),
        ...repositoriesOf(form).map(({ at, value }) =>
            placed([...at, "environments"], value.environments),
        ),
    ];
}

/** The environments a repository ends up with. */
export function environmentsFor(
    form: Loose<EstateForm>,
    repository: Placed<RepositoryForm>,
): Placed<EnvironmentForm>[] {
    return Object.hasOwn(repository.value, "environments")
        ? placed([...repository.at, "environments"], repository.value.environments)
        : placed(["environments"], form.environments);
}

/** The code owners a repository ends up with; undefined when what is written there is wrong in form. */
export function codeOwnersFor(
    form: Loose<EstateForm>,
    repository: Loose<RepositoryForm>,
): string | undefined {
    const giver = [repository, form].find((one) => Object.hasOwn(one, "codeOwners"));
    return giver ? giver.codeOwners : defaults.codeOwners.value;
}

function placed<T>(at: Path, list: (Loose<T> | undefined)[] | undefined): Placed<T>[] {
    return (list ?? []).flatMap((value, i) =>
        value === undefined ? [] : [{ at: [...at, i], value }],
    );
}
