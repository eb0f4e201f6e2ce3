const longestShown = 60;

/**
 * Beginnings of credentials whose makers gave them one.
 *
 * source: GitHub Docs, "GitHub's token formats"; AWS, Slack, Stripe, npm and Pulumi documentation; RFC
 * 7468 (PEM) and RFC 7519 (JSON Web Token)
 * date: 2026-11-21
 */
const credential =
    /\b(gh[pousr]_|github_pat_|AKIA|ASIA|xox[abeoprs]-|[rs]k_(live|test)_|npm_|pul-|glpat-|eyJ[\w-]{8})|-----BEGIN |AccountKey=|SharedAccessKey|[?&]sig=|:\/\/[^\s/:@]+:[^\s/@]+@/;

const secretKey =
    /secret|token|passw|pwd|credential|api[-_]?key|private[-_]?key|access[-_]?key|connection[-_]?string/i;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is, or may well be, a credential. Says yes too often rather than too seldom. */
export function looksSecret(text: string): boolean {
    return credential.test(text) || text.split(/[\s"',;]+/).some(isOpaque);
}

/**
 * A long word without meaning: random hexadecimal, or letters of both cases mixed with digits. No colon
 * stands in what is encoded at random, nor does it begin like the id of a resource in Azure: of
 * `Canonical:ubuntu-24_04-lts:server:latest` and such ids each part is looked at by itself.
 */
function isOpaque(word: string): boolean {
    const parts = word.split(/^\/subscriptions\//i.test(word) ? /[:/]/ : ":");
    if (parts.length > 1) {
        return parts.some(isOpaque);
    }
    if (word.length < 20 || guid.test(word)) {
        return false;
    }
    const mixed = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(word));
    return mixed || /^[0-9a-f]{32,}$/i.test(word);
}

/**
 * A value as an error may show it: short, on one line, in JSON; the contents of objects and lists are
 * left out, and what may be a secret, by itself or by its key in `at`, is withheld.
 */
export function shown(value: unknown, at: readonly (string | number)[] = []): string {
    if (value === undefined || value === null) return "nothing";
    if (Array.isArray(value)) return `a list of ${value.length}`;
    if (typeof value === "object") return shownObject(value);
    if (typeof value === "boolean") return String(value);
    if (typeof value !== "string" && typeof value !== "number") return `a ${typeof value}`;
    const secret = !describesSecret(at) && at.some(isSecretKey);
    const text = String(value);
    if (secret || looksSecret(text)) {
        return `a value that may be a secret, withheld (${text.length} characters)`;
    }
    const short = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
    return typeof value === "string" ? JSON.stringify(short) : short;
}

function isSecretKey(part: string | number): boolean {
    return typeof part === "string" && secretKey.test(part);
}

/** What the estate says about a secret, as against the secret itself, which it never holds. */
function describesSecret([list, , key]: readonly (string | number)[]): boolean {
    return (
        list === "secrets" &&
        ["name", "owner", "cloud", "expires", "readers", "writer", "rotation"].includes(String(key))
    );
}

function shownObject(value: object): string {
    const keys = Object.keys(value);
    // How Pulumi writes an encrypted value into a stack file.
    const encrypted = keys.length === 1 && keys[0] === "secure";
    return encrypted ? "an encrypted value; nothing in an estate is secret" : "an object";
}
