import type { Values } from "./case";

const signature = "4dabf18193072939515e22adb298388d";
const archiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

export function secretMark(value: unknown): Values {
    return { [signature]: secretSignature, value };
}

/** Values without the wire's secret marks: as {secret: value} when `shown`, else the bare value. */
export function unmarked(value: unknown, shown: boolean): unknown {
    if (Array.isArray(value)) return value.map((each) => unmarked(each, shown));
    if (typeof value !== "object" || value === null) return value;
    const { [signature]: mark, value: inner } = value as Values;
    if (mark === secretSignature) {
        return shown ? { secret: unmarked(inner, shown) } : unmarked(inner, shown);
    }
    return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, unmarked(each, shown)]),
    );
}

/** What differs from run to run and from machine to machine. */
const accidental = new Set(["created", "modified", "sourcePosition", "stackTrace"]);

/**
 * Exported resources as both engines must agree on them: URNs are cut to names, generated ids and names and
 * ciphertexts are replaced by words, empty fields and times are left out.
 */
export function readable(resources: readonly object[]): Values[] {
    return resources.map((resource) => {
        const fields = Object.entries(resource)
            .filter(([key, value]) => !accidental.has(key) && !isEmpty(value))
            .map(([key, value]) => [key, sorted(key, short(value))]);
        return Object.fromEntries(fields) as Values;
    });
}

/** Dependencies come in the order in which the program's promises end. */
function sorted(key: string, value: unknown): unknown {
    if (key === "dependencies") return [...(value as string[])].sort();
    if (key !== "propertyDependencies") return value;
    const entries = Object.entries(value as Record<string, string[]>);
    return Object.fromEntries(entries.map(([property, urns]) => [property, [...urns].sort()]));
}

function isEmpty(value: unknown): boolean {
    if (value === undefined || value === null || value === false || value === "" || value === 0) {
        return true;
    }
    return typeof value === "object" && Object.values(value).every(isEmpty);
}

function short(value: unknown): unknown {
    if (typeof value === "string") {
        const bare = value
            .replace(/::[0-9a-f]{8}-[0-9a-f-]{27}$/, "")
            .replace(/-random[0-9a-f]{7}$/, "-(random)");
        if (bare.startsWith("urn:pulumi:")) return bare.slice(bare.lastIndexOf("::") + 2);
        return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(bare) ? "(generated)" : bare;
    }
    if (Array.isArray(value)) return value.map(short);
    if (typeof value !== "object" || value === null) return value;
    if ((value as Values)[signature] === secretSignature) return "[secret]";
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    // An archive's hash is each engine's own; that it changes with the contents is what counts.
    const isArchive = (value as Values)[signature] === archiveSignature;
    const known = isArchive ? entries.filter(([key]) => key !== "hash") : entries;
    return Object.fromEntries(known.map(([key, each]) => [key, short(each)]));
}
