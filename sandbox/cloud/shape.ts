/** How a property is shaped and what the service does with it. */
export interface Shape {
    readonly is: "text" | "number" | "flag" | "list" | "map" | "object" | "anything";
    readonly required?: boolean;
    /** A change replaces the resource, in the real provider. */
    readonly fixed?: boolean;
    /** Always a secret, whatever the program says; never given back by the service. */
    readonly secret?: boolean;
    /** Allowed words, and whether their case matters. */
    readonly words?: readonly string[];
    readonly anyCase?: boolean;
    readonly pattern?: RegExp;
    /** What the pattern asks for, in words. */
    readonly patternSays?: string;
    readonly integer?: boolean;
    readonly min?: number;
    readonly max?: number;
    /** Shape of the elements of a list or map. */
    readonly of?: Shape;
    readonly fields?: Fields;
    /** The fields depend on the word in one of them, which every variant has. */
    readonly variants?: { readonly by: string; readonly of: Readonly<Record<string, Fields>> };
    /** The service ignores fields it does not know here. */
    readonly loose?: boolean;
    /** Two spellings of one value, which the provider does not call a change. */
    readonly same?: (a: string, b: string) => boolean;
    /** What the service fills in where the program says nothing. */
    readonly fallback?: string | number | boolean;
}
export type Fields = Readonly<Record<string, Shape>>;

export const text: Shape = { is: "text" };
export const flag: Shape = { is: "flag" };
export const number: Shape = { is: "number" };
export const anything: Shape = { is: "anything" };

/** A whole number, within limits where the service has any. */
export function integer(min?: number, max?: number): Shape {
    return { is: "number", integer: true, ...(min === undefined ? {} : { min, max }) };
}

/** One of these words, in this spelling. */
export function oneOf(...words: string[]): Shape {
    return { is: "text", words };
}

/** One of these words; Azure compares them without regard to case. */
export function choice(...words: string[]): Shape {
    return { is: "text", words, anyCase: true };
}

/** Text of a certain form; `says` completes "must be ...". */
export function matching(pattern: RegExp, says: string): Shape {
    return { is: "text", pattern, patternSays: says };
}

export function list(of: Shape, limits: { min?: number; max?: number } = {}): Shape {
    return { is: "list", of, ...limits };
}

export function map(of: Shape): Shape {
    return { is: "map", of };
}

export function object(fields: Fields): Shape {
    return { is: "object", fields };
}

/** An object whose fields depend on the word in one of them. */
export function variants(by: string, of: Readonly<Record<string, Fields>>): Shape {
    return { is: "object", variants: { by, of } };
}

/** An object of which the service reads these fields and ignores others. */
export function loose(fields: Fields): Shape {
    return { is: "object", fields, loose: true };
}

export function required(shape: Shape): Shape {
    return { ...shape, required: true };
}

export function fixed(shape: Shape): Shape {
    return { ...shape, fixed: true };
}

/** What is left out counts as this value. */
export function defaulting(shape: Shape, fallback: string | number | boolean): Shape {
    return { ...shape, fallback };
}

export function secret(shape: Shape): Shape {
    return { ...shape, secret: true };
}
