import type { z } from "zod";
import type { Failure } from "./configuration";
import type { HostResource } from "./hostResource";
import { get, isUnknown, pathText, type Path, type Values } from "./values";

/** Everything wrong with inputs, at once. What is not known yet passes; no secret is repeated. */
export function checkInputs(resource: HostResource, inputs: Values): Failure[] {
    const result = resource.schema.safeParse(inputs);
    const failures = (result.error?.issues ?? [])
        .filter(({ path }) => !isLater(inputs, path as Path))
        .map((issue) => failureOf(resource, inputs, issue));
    return failures.length > 0 ? failures : (resource.rules?.(inputs) ?? []);
}

/** True where a value on the way, or at the end of it, is not known yet. */
function isLater(inputs: Values, path: Path): boolean {
    return path.some((_, i) => isUnknown(get(inputs, ...path.slice(0, i + 1))));
}

function failureOf(resource: HostResource, inputs: Values, issue: z.core.$ZodIssue): Failure {
    const path = issue.path as Path;
    if (issue.code === "unrecognized_keys") {
        const known = Object.keys(resource.schema.shape).join(", ");
        const more = path.length === 0 ? `; known here: ${known}` : "";
        const [key = ""] = issue.keys;
        return {
            property: pathText([...path, key]),
            reason: `unknown property${issue.keys.length > 1 ? `, as ${issue.keys.slice(1).join(", ")}` : ""}${more}`,
        };
    }
    const property = pathText(path);
    const seen = get(inputs, ...path);
    if (seen === undefined) return { property, reason: "missing required property" };
    const isPlain = typeof seen !== "object" && resource.secrets?.includes(property) !== true;
    const shown = isPlain ? `${JSON.stringify(seen)}: ` : "";
    return { property, reason: `${shown}${wish(issue)}` };
}

function wish(issue: z.core.$ZodIssue): string {
    if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
    if (issue.code === "invalid_type") return `must be a ${issue.expected}`;
    return issue.message;
}
