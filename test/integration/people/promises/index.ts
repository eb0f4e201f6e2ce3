import { changePromises } from "./changes";
import { contentPromises } from "./content";
import type { HostPromise } from "./promise";
import { releasePromises } from "./releases";

/** What both hosts promise, row by row of the page; each proof is a test of the promise's words. */
export const promises: readonly HostPromise[] = [
    ...changePromises,
    ...contentPromises,
    ...releasePromises,
];
