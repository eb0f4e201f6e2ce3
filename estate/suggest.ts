import { distance } from "fastest-levenshtein";

/**
 * The candidate that `written` most probably stands for, or undefined when none is near: about one letter
 * in three may be wrong, or two letters be swapped. Upper case, hyphens, underscores and spaces do not
 * count.
 */
export function nearest(written: unknown, candidates: readonly string[]): string | undefined {
    if (typeof written !== "string") {
        return undefined;
    }
    const tolerated = written.length <= 3 ? 1 : Math.max(2, Math.floor(written.length / 3));
    const [best] = candidates
        .map((candidate) => ({ candidate, far: farness(plain(written), plain(candidate)) }))
        .sort((a, b) => a.far - b.far);
    return best && best.far <= tolerated ? best.candidate : undefined;
}

/** Letters to change; a swapped pair counts as one. */
function farness(one: string, other: string): number {
    const letters = (text: string): string => Array.from(text).sort().join("");
    const far = distance(one, other);
    return far === 2 && letters(one) === letters(other) ? 1 : far;
}

function plain(text: string): string {
    return text.toLowerCase().replace(/[-_\s]/g, "");
}
