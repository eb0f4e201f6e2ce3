import { known, map, type Known } from "./known";
import { every, not, some } from "./logic";

/**
 * Whether a pattern matches a name, as GitHub's do: Ruby's File.fnmatch with FNM_PATHNAME, where `*`
 * stops at a slash and `**` does not.
 *
 * From memory, 2026-11-21 (Ruby's fnmatch, as GitHub names it).
 */
export function matchesPattern(pattern: string, name: string): boolean {
    const source = pattern
        .replace(/[.+^${}()|\\]/g, "\\$&")
        .replace(/\*\*\/?|\*|\?/g, (wild) =>
            wild === "?" ? "[^/]" : wild === "*" ? "[^/]*" : ".*",
        );
    try {
        return new RegExp(`^${source}$`).test(name);
    } catch {
        // A bracket that is never closed matches nothing but itself.
        return pattern === name;
    }
}

type Patterns = Known<readonly Known<string>[]>;

/** Whether one of the includes matches and none of the excludes. Without includes nothing is meant. */
export function isListed(
    includes: Patterns,
    excludes: Patterns,
    fits: (pattern: string) => boolean,
): Known<boolean> {
    const any = (patterns: Patterns): Known<boolean> => {
        if (patterns.state !== "known")
            return patterns.state === "unknown" ? patterns : known(false);
        return some(patterns.value.map((one) => map(one, fits)));
    };
    return every([any(includes), not(any(excludes))]);
}

/** Whether a ruleset's pattern means the default branch. */
export function meansDefaultBranch(pattern: string, branch: string): boolean {
    const all = ["~ALL", "~DEFAULT_BRANCH"];
    return all.includes(pattern) || matchesPattern(pattern, `refs/heads/${branch}`);
}
