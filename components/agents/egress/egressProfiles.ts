import * as azure from "./azure";
import { azureDevOps, managedDevOpsPool } from "./azureDevOps";
import type { EgressProfile } from "./egressProfile";
import { github, githubActions } from "./github";
import { aws, microsoftPackages, ubuntu } from "./otherServices";

/** All services that agents may be let out to. */
export const egressProfiles: readonly EgressProfile[] = [
    github,
    githubActions,
    azureDevOps,
    managedDevOpsPool,
    ...Object.values(azure),
    aws,
    ubuntu,
    microsoftPackages,
];

/** The profiles of the given names, in their order; unknown names are left out. */
export function profilesNamed(names: readonly string[]): EgressProfile[] {
    return [...new Set(names)].flatMap((name) =>
        egressProfiles.filter((profile) => profile.name === name),
    );
}
