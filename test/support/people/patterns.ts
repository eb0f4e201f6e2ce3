/** Ruby's File.fnmatch with FNM_PATHNAME, as GitHub matches names: `*` stops at a slash, `**` does not. */
export function fnmatch(pattern: string, name: string): boolean {
    const source = pattern
        .replace(/[.+^${}()|\\]/g, String.raw`\$&`)
        .replace(/\*\*\/?|\*|\?/g, (wild) =>
            wild.startsWith("**") ? ".*" : wild === "*" ? "[^/]*" : "[^/]",
        );
    return new RegExp(`^${source}$`).test(name);
}

/** A name that a pattern matches. */
export function nameFor(pattern: string): string {
    return pattern
        .replace(/\*+/g, "x")
        .replace(/\?/g, "x")
        .replace(/\[(.).*?\]/g, "$1");
}

/** A path filter of Azure DevOps: exact from a slash on, a star for any text. */
export function pathMatches(filter: string, path: string): boolean {
    const escaped = filter.replace(/[.+^${}()|[\]\\?]/g, String.raw`\$&`).replace(/\*/g, ".*");
    return new RegExp(`^${escaped}$`, "i").test(path);
}
