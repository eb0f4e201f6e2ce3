import { committedEstate } from "../sandbox";
import type { Deployed } from "./deployed";
import { azureDevOps, azureDevOpsPlace } from "./devops/host";
import type { EntraGroups } from "./devops/identities";
import type { AzureDevOps } from "./devops/landing";
import { gitHub, gitHubPlace } from "./github/host";
import type { GitHub } from "./github/landing";
import type { Host } from "./host";

/** Both hosts as something deployed them. */
export interface Hosts {
    readonly standing: Deployed;
    readonly gitHub: GitHub;
    readonly azureDevOps: AzureDevOps;
    readonly both: readonly Host[];
}

interface Facts {
    teams: Record<string, string[]>;
    azureDevOps: { organization: string; groups: Record<string, string> };
}

/** The hosts of the prod estate, of which these are the people. */
export function hostsOf(standing: Deployed): Hosts {
    const { teams, azureDevOps: facts } = committedEstate("prod") as unknown as Facts;
    const entra: EntraGroups = Object.fromEntries(
        Object.entries(facts.groups).map(([team, id]) => [id, teams[team] ?? []]),
    );
    const places = {
        gitHub: gitHubPlace(standing),
        azureDevOps: azureDevOpsPlace(standing, facts.organization, entra),
    };
    return { standing, ...places, both: [gitHub(places.gitHub), azureDevOps(places.azureDevOps)] };
}
