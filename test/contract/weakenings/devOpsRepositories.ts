import type { ComponentWeakenings } from "./weakening";

/** Components of repositories and projects of Azure DevOps. */
export const devOpsRepositories: readonly ComponentWeakenings[] = [];
