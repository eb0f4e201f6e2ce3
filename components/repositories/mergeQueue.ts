/**
 * A queue in which every entry passes the checks itself, and waits no longer than needed.
 *
 * source: GitHub Docs, "Managing a merge queue" and REST documentation of rulesets (names and ranges);
 * the values are GitHub's own defaults, but for the merge method, which is the only one allowed here
 * date: 2026-11-21 (defaults from memory)
 */
export const mergeQueue = {
    mergeMethod: "SQUASH",
    groupingStrategy: "ALLGREEN",
    checkResponseTimeoutMinutes: 60,
    maxEntriesToBuild: 5,
    maxEntriesToMerge: 5,
    minEntriesToMerge: 1,
    minEntriesToMergeWaitMinutes: 5,
} as const;
