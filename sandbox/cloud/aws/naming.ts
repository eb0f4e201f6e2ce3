import type { Autoname } from "../autoname";
import type { Failure } from "../check";
import { hex } from "../identifiers";
import type { Shaping } from "../resourceType";
import { matching, type Shape } from "../shape";
import { isUnknown, str, text, type Values } from "../values";
import { accountOf } from "./account";

/** What the type functions need to make something that lasts. */
export type Making = Pick<Shaping, "inputs" | "scope" | "once" | "store">;

/** The name of a type: where it stands, and what the service allows. */
export interface NameRule {
    readonly property: string;
    /** Input that asks for a name with a random end instead. */
    readonly prefix?: string;
    /** Form of a name; a prefix is checked once it is a name. */
    readonly form: Shape;
    /** False: the program must say it. */
    readonly automatic?: boolean;
    readonly fit?: (name: string) => string;
}

/** A name of at most so many of the characters `form` allows. */
export function nameOf(form: RegExp, says: string, more: Partial<NameRule> = {}): NameRule {
    return { property: "name", form: matching(form, says), ...more };
}

/** Random end as the provider invents it: seven digits after a hyphen. */
export function autonameOf(rule: NameRule): Autoname {
    return {
        property: rule.property,
        style: "suffix",
        separator: "-",
        digits: 7,
        ...(rule.prefix === undefined ? {} : { unless: rule.prefix }),
        ...(rule.fit === undefined ? {} : { fit: rule.fit }),
    };
}

/** The name the program gives, or the one its prefix becomes. */
export function finalName(rule: NameRule, { inputs, once, scope, store }: Making): string {
    const given = str(inputs, rule.property);
    const prefix = rule.prefix === undefined ? "" : str(inputs, rule.prefix);
    if (given !== "" || prefix === "") {
        return given;
    }
    return isUnknown(prefix)
        ? prefix
        : once(rule.property, () => `${prefix}${serial(26, scope.owner, store)}`);
}

/** Digits no other resource of this cloud has. */
function serial(length: number, salt: string, store: Making["store"]): string {
    return hex(length, "aws", salt, String(store.next("aws", 0, 1)));
}

/** An id as the service makes it: prefix, then hexadecimal digits; unknown before the creation. */
export function generatedId(prefix: string, digits = 17) {
    return ({ inputs, once, scope, store }: Making): string => {
        const { accountId, region } = accountOf(scope, inputs);
        return once("id", () => `${prefix}${serial(digits, `${accountId}/${region}`, store)}`);
    };
}

/** A unique id of IAM: kind of thing, then seventeen capital letters and digits; never given twice. */
export function uniqueId(
    prefix: string,
    { once, store }: Pick<Making, "once" | "store">,
    property: string,
): string {
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    return once(property, () => {
        const bytes = Buffer.from(serial(34, prefix, store), "hex");
        return `${prefix}${[...bytes].map((byte) => letters[byte % 32]).join("")}`;
    });
}

/** `arn:aws:service:region:account:rest`. */
export function arn(
    service: string,
    place: { accountId: string; region: string },
    rest: string,
): string {
    return text`arn:aws:${service}:${place.region}:${place.accountId}:${rest}`;
}

/** Inputs of which one at most may be given. */
export function atMostOne(inputs: Values, names: readonly string[]): Failure[] {
    const given = names.filter((name) => inputs[name] !== undefined);
    const reason = `only one of ${names.join(", ")} may be given`;
    return given.slice(1).map((property) => ({ property, reason }));
}

/** Inputs of which one, and no more, must be given. */
export function exactlyOne(inputs: Values, names: readonly string[]): Failure[] {
    const given = names.filter((name) => inputs[name] !== undefined);
    const reason = `exactly one of ${names.join(", ")} must be given`;
    return given.length === 1 ? [] : [{ property: given[1] ?? names[0] ?? "", reason }];
}
