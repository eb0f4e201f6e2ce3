import type { ComponentWeakenings } from "./weakening";

/** Components of GitHub. */
export const github: readonly ComponentWeakenings[] = [];
