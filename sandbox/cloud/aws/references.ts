import type { Write } from "../resourceType";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { isObject, isUnknown, type Path, type Value, type Values } from "../values";
import { accountOf, type AwsAccount } from "./account";
import { awsError } from "./errors";

/** An input that names another resource, by id, name or ARN. */
export interface Reference {
    /** Path to it; "*" stands for every element. */
    readonly at: Path;
    /** Types it may name. */
    readonly to: readonly string[];
    /** The service's refusal when nothing of the name stands. */
    readonly missing: { readonly http: number; readonly code: string; readonly says: string };
    /** The resource goes when the one it names goes. */
    readonly owner?: boolean;
    /** What of the value is the name; the value itself when not given. "" is no reference. */
    readonly name?: (value: string) => string;
}

/** `says` with the value in place of %. */
export function refer(
    at: Path,
    to: string | readonly string[],
    code: string,
    says: string,
    more: Partial<Reference> & { http?: number } = {},
): Reference {
    const { http = 400, ...rest } = more;
    const tokens = typeof to === "string" ? [to] : to;
    return { at, to: tokens, missing: { http, code, says }, ...rest };
}

/** What a resource is found by in its account and region, besides its ARN. */
export function localName(token: string, place: AwsAccount, isGlobal: boolean, name: string) {
    const region = isGlobal ? "" : place.region;
    return `aws ${place.accountId} ${region} ${token} ${name}`;
}

/** Texts at a path in which "*" stands for every element. */
export function textsAt(value: Value | undefined, path: Path): string[] {
    const [step, ...rest] = path;
    if (step === undefined) {
        return typeof value === "string" && !isUnknown(value) ? [value] : [];
    }
    if (step === "*") {
        const inner = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
        return inner.flatMap((one) => textsAt(one, rest));
    }
    return isObject(value) ? textsAt(value[String(step)], rest) : [];
}

/** The resource a name, id or ARN stands for, among those of some types. */
export function lookUp(
    store: CloudStore,
    place: AwsAccount,
    tokens: readonly string[],
    name: string,
): StoredResource | undefined {
    const direct = name.startsWith("arn:") ? store.holder(name) : undefined;
    if (direct !== undefined && tokens.includes(direct.type)) {
        return direct;
    }
    return tokens
        .flatMap((token) => [
            localName(token, place, false, name),
            localName(token, place, true, name),
        ])
        .map((claim) => store.holder(claim))
        .find((found) => found !== undefined);
}

/** True for what lies outside the emulated account: another account's, or AWS's own. */
export function isForeign(name: string, place: AwsAccount): boolean {
    const [scheme, , , , account] = name.split(":");
    return scheme === "arn" && account !== "" && account !== place.accountId;
}

type Looking = Pick<Write, "store" | "scope" | "inputs">;

/** The resources a write refers to. */
export function referred(write: Looking, references: readonly Reference[]) {
    const place = accountOf(write.scope, write.inputs);
    return references.flatMap((reference) =>
        namesAt(reference, write.inputs).flatMap((name) => {
            const target = lookUp(write.store, place, reference.to, name);
            return target === undefined ? [] : [{ target, reference }];
        }),
    );
}

function namesAt({ at, name }: Reference, inputs: Values): string[] {
    const said = textsAt(inputs, at);
    return (name === undefined ? said : said.map(name)).filter((one) => one !== "");
}

/** Refuses a write that refers to what does not stand. */
export function requireReferred(
    write: Looking,
    references: readonly Reference[],
    operation: string,
): void {
    const place = accountOf(write.scope, write.inputs);
    for (const reference of references) {
        for (const name of namesAt(reference, write.inputs)) {
            const isOutside = isForeign(name, place);
            if (!isOutside && lookUp(write.store, place, reference.to, name) === undefined) {
                const { http, code, says } = reference.missing;
                throw awsError(http, operation, code, says.replaceAll("%", name));
            }
        }
    }
}

/** What users of a resource are listed under, and what belongs to it. */
export const usersOf = ({ key }: Pick<StoredResource, "key">) => `uses ${key}`;
export const belongingsOf = ({ key }: Pick<StoredResource, "key">) => `belongs to ${key}`;
