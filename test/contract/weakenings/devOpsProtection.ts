import type { ComponentWeakenings } from "./weakening";

/** Components of protected resources of Azure DevOps. */
export const devOpsProtection: readonly ComponentWeakenings[] = [];
