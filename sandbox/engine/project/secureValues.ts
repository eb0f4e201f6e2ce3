/** `secure:` values of a stack file. */

import type { Path, YamlFile } from "./yamlFile";

/** `{secure: ciphertext}` and nothing else is a secret, at any depth. */
function secureText(value: unknown): string | undefined {
    if (typeof value !== "object" || value === null || Object.keys(value).length !== 1) {
        return undefined;
    }
    const { secure } = value as { readonly secure?: unknown };
    return typeof secure === "string" ? secure : undefined;
}

/** True when there is a `secure` value at any depth. */
export function holdsSecret(value: unknown): boolean {
    return (
        secureText(value) !== undefined ||
        (typeof value === "object" && value !== null && Object.values(value).some(holdsSecret))
    );
}

/**
 * The value with its secrets in clear. Problems are reported to the file.
 * @param decrypt throws for what it cannot decrypt.
 */
export function reveal(
    file: YamlFile,
    path: Path,
    value: unknown,
    decrypt: (ciphertext: string) => string,
): unknown {
    const ciphertext = secureText(value);
    if (ciphertext !== undefined) {
        try {
            return decrypt(ciphertext);
        } catch (error) {
            file.report([...path, "secure"], (error as Error).message);
            return "";
        }
    }
    if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) {
        file.report(path, "is too large for a number; put it in quotes");
        return value;
    }
    if (Array.isArray(value)) {
        return value.map((item, i) => reveal(file, [...path, i], item, decrypt));
    }
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(
            Object.entries(value).map(([key, item]) => [
                key,
                reveal(file, [...path, key], item, decrypt),
            ]),
        );
    }
    return value;
}
