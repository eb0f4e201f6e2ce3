import { clouds } from "./clouds";
import { devOpsProtection } from "./devOpsProtection";
import { devOpsRepositories } from "./devOpsRepositories";
import { github } from "./github";
import type { ComponentWeakenings } from "./weakening";

/** Every component with an argument that weakens it. */
export const componentWeakenings: readonly ComponentWeakenings[] = [
    ...github,
    ...devOpsRepositories,
    ...devOpsProtection,
    ...clouds,
];
