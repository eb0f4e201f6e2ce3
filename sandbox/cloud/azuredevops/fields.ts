import {
    defaulting,
    fixed,
    flag,
    list,
    map,
    matching,
    object,
    oneOf,
    required,
    text,
    type Fields,
} from "../shape";

/** Text that says something. */
export const filled = matching(/\S/, "text that is not empty");

export const uuid = matching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, "a GUID");

/** The project a resource belongs to, by its id; a name will not do. */
export const projectId = required(fixed(uuid));

export const yes = defaulting(flag, true);
export const no = defaulting(flag, false);

/** Text of limited length. */
export function upTo(characters: number) {
    return matching(new RegExp(`^[^]{0,${characters}}$`, "u"), `at most ${characters} characters`);
}

/** A name no part of which the service forbids. */
export function nameWithout(forbidden: string, characters: number) {
    const escaped = forbidden.replace(/[\]\\^-]/g, "\\$&");
    return matching(
        new RegExp(`^(?=.*\\S)[^${escaped}]{1,${characters}}$`, "u"),
        `1 to ${characters} characters, none of them ${forbidden.split("").join(" ")}`,
    );
}

/** source: Microsoft Learn, "Naming restrictions and conventions", feeds; date: 2026-11-21 */
export const feedName = matching(
    /^(?![_.])[^\s@~;{}'+=,<>|/\\?:&$*"#[\]]{1,64}(?<![.])$/,
    "1 to 64 characters, no blanks and none of @ ~ ; { } ' + = , < > | / \\ ? : & $ * \" # [ ], not beginning with _ or . nor ending with .",
);

/** Resources that checks and pipeline authorisations protect. */
export const protectedKinds = [
    "endpoint",
    "environment",
    "queue",
    "repository",
    "securefile",
    "variablegroup",
] as const;

export const checkTarget: Fields = {
    projectId,
    targetResourceId: required(fixed(filled)),
    targetResourceType: required(fixed(oneOf(...protectedKinds))),
};

export const permissionFields: Fields = {
    permissions: required(map(text)),
    principal: required(fixed(filled)),
    replace: yes,
};

/** Names or patterns a trigger or filter takes and leaves. */
export const filter = object({ excludes: list(filled), includes: list(filled) });
