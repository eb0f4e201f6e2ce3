/**
 * Text of a bash program. Backslashes stay as they are written; only `\${` stands for `${`, which
 * a template literal would otherwise take for its own.
 */
export function sh(parts: TemplateStringsArray, ...values: string[]): string {
    const raw = parts.raw.map((part) => part.replaceAll("\\${", "${"));
    return raw
        .map((part, i) => part + (values[i] ?? ""))
        .join("")
        .trim();
}

/**
 * `value` as one word of bash, whatever characters it has. Between single quotes bash changes
 * nothing, so only a single quote itself needs care.
 *
 * @throws RangeError for a value with a NUL, which no word of bash can hold
 */
export function shellQuote(value: string): string {
    if (value.includes("\0")) {
        throw new RangeError("a value for the shell cannot contain a NUL character");
    }
    return `'${value.replaceAll("'", `'\\''`)}'`;
}
