import type { Fields, Shape } from "./shape";
import { isObject, isUnknown, pathText, type Path, type Value, type Values } from "./values";

/** One thing wrong with one input property. */
export interface Failure {
    /** Path as Pulumi writes it. */
    readonly property: string;
    readonly reason: string;
}

/**
 * Everything wrong with inputs, at once: unknown properties, missing ones, wrong types, words that
 * are not allowed, numbers and names outside the service's limits. What is not known yet passes.
 */
export function checkInputs(fields: Fields, inputs: Values): Failure[] {
    const failures: Failure[] = [];
    checkFields(fields, inputs, [], false, failures);
    return failures;
}

function checkFields(
    fields: Fields,
    values: Values,
    path: Path,
    ignoresUnknown: boolean,
    failures: Failure[],
): void {
    for (const [name, value] of Object.entries(values)) {
        const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
        const here = [...path, name];
        if (shape !== undefined) {
            checkValue(shape, value, here, failures);
        } else if (!ignoresUnknown && !name.startsWith("__")) {
            fail(failures, here, `unknown property; known here: ${Object.keys(fields).join(", ")}`);
        }
    }
    for (const [name, shape] of Object.entries(fields)) {
        if (shape.required === true && values[name] === undefined) {
            fail(failures, [...path, name], "missing required property");
        }
    }
}

function checkValue(shape: Shape, value: Value, path: Path, failures: Failure[]): void {
    if (isUnknown(value) || shape.is === "anything") {
        return;
    }
    const wanted = shape.is === "flag" ? "boolean" : shape.is === "text" ? "string" : shape.is;
    const seen = Array.isArray(value) ? "list" : typeof value;
    if (seen !== (wanted === "map" ? "object" : wanted)) {
        fail(failures, path, `is a ${seen}, must be a ${wanted}`);
    } else if (typeof value === "string") {
        checkText(shape, value, path, failures);
    } else if (typeof value === "number") {
        checkNumber(shape, value, path, failures);
    } else if (Array.isArray(value)) {
        checkList(shape, value, path, failures);
    } else if (isObject(value)) {
        checkObject(shape, value, path, failures);
    }
}

/** A value is shown only where it cannot be a secret. */
function shown(shape: Shape, value: string): string {
    return shape.secret === true ? "[secret]" : JSON.stringify(value);
}

function checkText(shape: Shape, value: string, path: Path, failures: Failure[]): void {
    if (shape.words !== undefined) {
        const fold = (word: string) => (shape.anyCase === true ? word.toLowerCase() : word);
        if (!shape.words.some((word) => fold(word) === fold(value))) {
            fail(failures, path, `${shown(shape, value)} is not one of ${shape.words.join(", ")}`);
        }
    }
    if (shape.pattern !== undefined && !shape.pattern.test(value)) {
        fail(failures, path, `${shown(shape, value)} must be ${shape.patternSays ?? "different"}`);
    }
}

function checkNumber(shape: Shape, value: number, path: Path, failures: Failure[]): void {
    const { min, max } = shape;
    if (shape.integer === true && !Number.isInteger(value)) {
        fail(failures, path, `${value} must be a whole number`);
    } else if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
        fail(failures, path, `${value} must be ${limits(min, max)}`);
    }
}

function checkList(shape: Shape, value: Value[], path: Path, failures: Failure[]): void {
    const { min, max, of } = shape;
    if ((min !== undefined && value.length < min) || (max !== undefined && value.length > max)) {
        fail(failures, path, `has ${value.length} elements, must have ${limits(min, max)}`);
    }
    if (of !== undefined) {
        value.forEach((item, i) => checkValue(of, item, [...path, i], failures));
    }
}

function checkObject(shape: Shape, value: Values, path: Path, failures: Failure[]): void {
    if (shape.variants !== undefined) {
        checkVariant(shape.variants, value, path, failures);
    } else if (shape.fields !== undefined) {
        checkFields(shape.fields, value, path, shape.loose === true, failures);
    } else if (shape.of !== undefined) {
        for (const [key, item] of Object.entries(value)) {
            checkValue(shape.of, item, [...path, key], failures);
        }
    }
}

function wordText(word: Value): string {
    return typeof word === "string" ? word.toLowerCase() : "";
}

/** Checks against the variant that the word names; Azure compares it without regard to case. */
function checkVariant(
    { by, of }: NonNullable<Shape["variants"]>,
    value: Values,
    path: Path,
    failures: Failure[],
): void {
    const word = value[by];
    const words = Object.keys(of);
    if (word === undefined) {
        fail(failures, [...path, by], "missing required property");
    } else if (!isUnknown(word)) {
        const found = words.find((one) => one.toLowerCase() === wordText(word));
        if (found === undefined) {
            const seen = JSON.stringify(word);
            fail(failures, [...path, by], `${seen} is not one of ${words.join(", ")}`);
        } else {
            checkFields({ [by]: { is: "text" }, ...of[found] }, value, path, false, failures);
        }
    }
}

function limits(min: number | undefined, max: number | undefined): string {
    if (min === undefined) {
        return `at most ${max ?? 0}`;
    }
    return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}

function fail(failures: Failure[], path: Path, reason: string): void {
    failures.push({ property: pathText(path), reason: `${reason} (emulated)` });
}
