/** A pattern or a part of one, as EventBridge reads it. */
type Pattern = Readonly<Record<string, unknown>>;

/**
 * Whether an event matches a pattern of EventBridge, for the operators the audit patterns use; it
 * refuses the rest. There is no kept implementation of this for Node.
 *
 * source: Amazon EventBridge User Guide, "Creating event patterns" and "Comparison operators"; the
 * behaviour for fields that are not there from aws/event-ruler: `exists: false` matches, also below a
 * parent that is not there; every other operator does not
 * date: 2026-11-21
 */
export function matches(pattern: unknown, event: unknown): boolean {
    return Object.entries(pattern as Pattern).every(([key, wanted]) => {
        if (key === "$or") {
            return (wanted as unknown[]).some((one) => matches(one, event));
        }
        const value = isObject(event) ? event[key] : undefined;
        return Array.isArray(wanted)
            ? wanted.some((one) => fits(one, value))
            : matches(wanted, value);
    });
}

function fits(wanted: unknown, value: unknown): boolean {
    if (Array.isArray(value)) {
        return value.some((one) => fits(wanted, one));
    }
    if (!isObject(wanted)) {
        return value !== undefined && value === wanted;
    }
    const [[operator, operand] = [], ...more] = Object.entries(wanted);
    if (more.length > 0) {
        throw new Error(`more than one operator: ${JSON.stringify(wanted)}`);
    }
    switch (operator) {
        case "exists":
            return (value !== undefined) === operand;
        case "anything-but":
            return value !== undefined && ![operand].flat().includes(value);
        case "numeric": {
            const [compare, limit, ...rest] = operand as unknown[];
            if (compare !== ">=" || typeof limit !== "number" || rest.length > 0) {
                throw new Error(`not understood: ${JSON.stringify(wanted)}`);
            }
            return typeof value === "number" && value >= limit;
        }
        default:
            throw new Error(`not understood: ${JSON.stringify(wanted)}`);
    }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
