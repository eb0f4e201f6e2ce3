import type { Failure } from "../check";
import type { Fields, Shape } from "../shape";
import { hasUnknown, isObject, isUnknown, UNKNOWN, type Value, type Values } from "../values";

/** A JSON document: text, or an object that the provider turns into text. */
export const document: Shape = { is: "anything", same: sameDocument };

function parse(text: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return undefined;
    }
}

/** A document as an object; nothing when it is none. */
export function parsedDocument(value: Value | undefined): Values | undefined {
    const read = typeof value === "string" ? parse(value) : value;
    return isObject(read) ? read : undefined;
}

/** True for a document, required or not. */
export function isDocument(shape: Shape | undefined): boolean {
    return shape?.same === sameDocument;
}

/** Equal but for white space, the order of keys and of lists, and lists of one. */
function sameDocument(a: string, b: string): boolean {
    const [one, other] = [parse(a), parse(b)];
    return one !== undefined && canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
    if (Array.isArray(value)) {
        const parts = value.map(canonical).sort();
        return parts.length === 1 ? (parts[0] ?? "") : `[${parts.join(",")}]`;
    }
    if (isObject(value)) {
        const keys = Object.keys(value).sort();
        return `{${keys.map((key) => `${key}:${canonical(value[key])}`).join(",")}}`;
    }
    return JSON.stringify(value);
}

/** Inputs whose documents are text. */
export function withTexts(fields: Fields, inputs: Values): Values {
    const found = Object.entries(inputs).map(([name, value]) => [
        name,
        isDocument(fields[name]) && typeof value === "object" ? written(value) : value,
    ]);
    return Object.fromEntries(found) as Values;
}

function written(value: Value): string {
    return hasUnknown(value) ? UNKNOWN : JSON.stringify(value);
}

/** Documents that are none. An empty text stands for no document. */
export function checkDocuments(fields: Fields, inputs: Values): Failure[] {
    return Object.entries(inputs).flatMap(([property, value]) => {
        const isGiven = isDocument(fields[property]) && !isUnknown(value) && value !== "";
        return isGiven && parsedDocument(value) === undefined
            ? [{ property, reason: "must be a JSON object" }]
            : [];
    });
}
