/** How a condition of an IAM policy compares: its name, taken apart. */
export interface Operator {
    /** "StringEquals", without prefix and suffix. */
    readonly name: string;
    /** How a key of several values is taken. */
    readonly set?: "ForAllValues" | "ForAnyValue";
    /** A missing key satisfies it. */
    readonly ifExists: boolean;
}

type Compare = (seen: string, wanted: string) => boolean;

/** True when text has the form of a pattern, in which * is any text and ? any one character. */
export function isLike(seen: string, pattern: string): boolean {
    let [at, from, star, back] = [0, 0, -1, 0];
    while (at < seen.length) {
        if (pattern[from] === "*") {
            [star, back] = [from, at];
            from += 1;
        } else if (
            from < pattern.length &&
            (pattern[from] === "?" || same(pattern, from, seen, at))
        ) {
            [at, from] = [at + 1, from + 1];
        } else if (star >= 0) {
            back += 1;
            [at, from] = [back, star + 1];
        } else {
            return false;
        }
    }
    return /^\**$/.test(pattern.slice(from));
}

/** Private characters that stand for *, ? and $ written as `${*}`, `${?}` and `${$}`. */
export const literals: Readonly<Record<string, string>> = {
    "*": "\uE000",
    "?": "\uE001",
    $: "\uE002",
};
const plain = new Map(Object.entries(literals).map(([sign, code]) => [code, sign]));

/** The text a pattern without wildcards stands for. */
export function unescaped(text: string): string {
    return text.replaceAll(/[\uE000-\uE002]/g, (one) => plain.get(one) ?? one);
}

function same(pattern: string, from: number, seen: string, at: number): boolean {
    const wanted = pattern[from] ?? "";
    return (plain.get(wanted) ?? wanted) === seen[at];
}

const number =
    (compare: (a: number, b: number) => boolean): Compare =>
    (seen, wanted) =>
        seen.trim() !== "" && wanted.trim() !== "" && compare(Number(seen), Number(wanted));

/** A date as ISO 8601 or in seconds since 1970. */
function instant(text: string): number {
    return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

const date =
    (compare: (a: number, b: number) => boolean): Compare =>
    (seen, wanted) =>
        compare(instant(seen), instant(wanted));

const equals: Compare = (seen, wanted) => seen === unescaped(wanted);
const equalsIgnoringCase: Compare = (seen, wanted) =>
    seen.toLowerCase() === unescaped(wanted).toLowerCase();

/** Six parts between colons; wildcards do not reach over a colon but in the last part. */
const arnLike: Compare = (seen, wanted) => {
    const [mine, theirs] = [arnParts(seen), arnParts(wanted)];
    return mine.length === 6 && mine.every((part, i) => isLike(part, theirs[i] ?? ""));
};

function arnParts(text: string): string[] {
    const parts = text.split(":");
    return [...parts.slice(0, 5), parts.slice(5).join(":")];
}

const positive: Readonly<Record<string, Compare>> = {
    StringEquals: equals,
    StringEqualsIgnoreCase: equalsIgnoringCase,
    StringLike: isLike,
    NumericEquals: number((a, b) => a === b),
    NumericLessThan: number((a, b) => a < b),
    NumericLessThanEquals: number((a, b) => a <= b),
    NumericGreaterThan: number((a, b) => a > b),
    NumericGreaterThanEquals: number((a, b) => a >= b),
    DateEquals: date((a, b) => a === b),
    DateLessThan: date((a, b) => a < b),
    DateLessThanEquals: date((a, b) => a <= b),
    DateGreaterThan: date((a, b) => a > b),
    DateGreaterThanEquals: date((a, b) => a >= b),
    Bool: (seen, wanted) => seen.toLowerCase() === wanted.toLowerCase(),
    BinaryEquals: equals,
    ArnEquals: arnLike,
    ArnLike: arnLike,
};
const negative: Readonly<Record<string, Compare>> = {
    StringNotEquals: equals,
    StringNotEqualsIgnoreCase: equalsIgnoringCase,
    StringNotLike: isLike,
    NumericNotEquals: number((a, b) => a === b),
    DateNotEquals: date((a, b) => a === b),
    ArnNotEquals: arnLike,
    ArnNotLike: arnLike,
};

/** An operator by its full name; nothing when IAM has none of the name. */
export function operatorOf(text: string): Operator | undefined {
    const found = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(text);
    const [, set, name = "", suffix] = found ?? [];
    const isKnown =
        name in positive || name in negative || (name === "Null" && suffix === undefined);
    if (!isKnown) {
        return undefined;
    }
    const ifExists = suffix !== undefined;
    return set === "ForAllValues" || set === "ForAnyValue"
        ? { name, set, ifExists }
        : { name, ifExists };
}

/**
 * Whether what a request says under a key satisfies a condition. `seen` is undefined when the
 * request does not have the key. Several wanted values are alternatives; under a negated operator
 * none of them may match. Without a set operator a key of several values satisfies nothing: AWS
 * leaves that open, and the emulation takes the strict side.
 */
export function satisfies(
    operator: Operator,
    seen: readonly string[] | undefined,
    wanted: readonly string[],
): boolean {
    if (operator.name === "Null") {
        const isMissing = seen === undefined || seen.length === 0;
        return wanted.some((one) => one.toLowerCase() === String(isMissing));
    }
    const isNegative = operator.name in negative;
    const compare = positive[operator.name] ?? negative[operator.name] ?? (() => false);
    const fits = (one: string) => wanted.some((each) => compare(one, each)) !== isNegative;
    if (seen === undefined || seen.length === 0) {
        return (
            operator.ifExists ||
            operator.set === "ForAllValues" ||
            (isNegative && operator.set === undefined)
        );
    }
    if (operator.set === "ForAllValues") {
        return seen.every(fits);
    }
    return operator.set === "ForAnyValue" ? seen.some(fits) : seen.length === 1 && seen.every(fits);
}
