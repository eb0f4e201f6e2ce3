import { UNKNOWN } from "../../model/known";
import type { Known } from "../../model/known";

/**
 * The SDK unwraps secrets before a policy sees them, so a rule cannot tell a secret from plain text.
 * Every value in a finding is shown through this module: by the property's name, by the program's
 * own marks and by the value's shape, what could be a secret is not shown.
 */

const longest = 160;
const hiddenByName = "(not shown: the property's name says it may be a secret)";
const hiddenByShape = "(not shown: the value looks like a secret)";

/** Words of a property name that announce a secret. */
const secretWords = new Set([
    "password",
    "passwd",
    "pwd",
    "passphrase",
    "secret",
    "secrets",
    "token",
    "tokens",
    "credential",
    "credentials",
    "pat",
    "sas",
    "apikey",
    "private",
    "connectionstring",
    "accesskey",
    "authorization",
]);

/** Pairs of words that announce one together, and names that only sound like one. */
const secretPairs =
    /(connection|access|api|account|shared|signing|storage|primary|secondary|client|master)(string|key|secret)$/i;
const harmlessNames =
    /^(secretScanning|secretName|tokenPermissions|secretType|keySize|keyName|passwordAuthentication)/i;

/** Forms of well-known secrets. */
const secretShapes: readonly RegExp[] = [
    /-----BEGIN [A-Z ]*PRIVATE KEY/,
    /\b(gh[pousr]_|github_pat_|glpat-|xox[abprs]-|npm_|pul-|sk-|dckr_pat_|hvs\.)[A-Za-z0-9_-]{10,}/,
    /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
    /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/,
    /\b(AccountKey|SharedAccessKey|Password|Pwd|sig|client_secret|access_token)\s*=\s*[^;&\s]{6,}/i,
    /:\/\/[^/\s:@]+:[^/\s@]+@/,
    /\b(Bearer|Basic)\s+[A-Za-z0-9+/=._-]{12,}/,
];

/**
 * A value as a finding shows it: code for known values, words for absent and unknown, shortened when
 * long.
 *
 * @param property path of the property; its last word, and each key inside the value, may hide it
 * @param secretNames names of top-level properties the program declared secret
 */
export function show(
    value: Known<unknown>,
    property: string,
    secretNames: readonly string[] = [],
): string {
    if (value.state === "absent") return "nothing (not set)";
    if (value.state === "unknown") return "not known before the deployment";
    const names = property.match(/[^.[\]]+/g) ?? [];
    const topLevel = names[0] ?? "";
    if (secretNames.includes(topLevel) || names.some(soundsSecret)) return hiddenByName;
    if (typeof value.value === "string" && looksSecret(value.value)) return hiddenByShape;
    return shorten(JSON.stringify(value.value, hideInside));
}

/** For free text (reasons, names) that goes into a message. */
export function showText(text: string): string {
    return looksSecret(text) ? hiddenByShape : shorten(text);
}

function hideInside(key: string, value: unknown): unknown {
    if (value === UNKNOWN) return "(not known before the deployment)";
    if (soundsSecret(key) && typeof value !== "boolean" && value !== undefined) return hiddenByName;
    return typeof value === "string" && looksSecret(value) ? hiddenByShape : value;
}

function soundsSecret(name: string): boolean {
    if (harmlessNames.test(name)) return false;
    const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(/[^A-Za-z0-9]+/);
    return secretPairs.test(name) || words.some((word) => secretWords.has(word.toLowerCase()));
}

function looksSecret(text: string): boolean {
    return secretShapes.some((shape) => shape.test(text)) || pieces(text).some(isRandom);
}

/** Paths, subjects and lists are judged piece by piece: their parts are names. */
function pieces(text: string): string[] {
    return text.split(/[\s/:,;@"'<>()[\]{}|&?#.]+/);
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Long, without words, and mixing letters of both cases with digits, as generated keys do. */
function isRandom(piece: string): boolean {
    if (piece.length < 24 || guid.test(piece)) return false;
    if (/^[0-9a-f]{32,}$/i.test(piece)) return true;
    const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(piece)).length;
    const digits = piece.replace(/\D/g, "").length;
    return kinds === 3 && digits >= 2 && !/[a-z]{9,}/.test(piece);
}

function shorten(text: string): string {
    if (text.length <= longest) return text;
    return `${text.slice(0, longest)}... (${text.length} characters)`;
}
