/** The little type language of Pulumi.yaml's `config` section, and the text form of values. */

import type { ItemType } from "./types";

/** "array<string>". */
export function typeName(type: ItemType): string {
    return type.items === undefined ? type.type : `${type.type}<${typeName(type.items)}>`;
}

/** Text that reads as an integer or a boolean counts as one: stack files hold text. */
export function fits(type: ItemType, value: unknown): boolean {
    switch (type.type) {
        case "string":
            return typeof value === "string";
        case "integer":
            return (
                Number.isInteger(value) ||
                (typeof value === "string" && /^[+-]?\d{1,18}$/.test(value))
            );
        case "boolean":
            return typeof value === "boolean" || value === "true" || value === "false";
        case "object":
            return typeof value === "object" && value !== null && !Array.isArray(value);
        case "array":
            return (
                Array.isArray(value) &&
                value.every((item) => type.items === undefined || fits(type.items, item))
            );
    }
}

/** As PULUMI_CONFIG carries it: text as it is, everything else as JSON; an empty value is "". */
export function configText(value: unknown): string {
    if (value === null || value === undefined) {
        return "";
    }
    return typeof value === "string" ? value : JSON.stringify(value);
}
