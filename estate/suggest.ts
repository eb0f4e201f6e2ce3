import { distance } from "fastest-levenshtein";

/**
 * The candidate that `written` most probably stands for, or undefined when none is near: at most one
 * letter in three is wrong. Upper case, hyphens, underscores and spaces do not count.
 */
export function nearest(written: unknown, candidates: readonly string[]): string | undefined {
    if (typeof written !== "string") {
        return undefined;
    }
    const plain = (text: string): string => text.toLowerCase().replace(/[-_\s]/g, "");
    const [best] = candidates
        .map((candidate) => ({ candidate, far: distance(plain(written), plain(candidate)) }))
        .sort((a, b) => a.far - b.far);
    const tolerated = written.length <= 3 ? 1 : Math.max(2, Math.floor(written.length / 3));
    return best && best.far <= tolerated ? best.candidate : undefined;
}
