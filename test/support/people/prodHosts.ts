import path from "node:path";
import { openCloudStore } from "../../../sandbox/cloud";
import { committedEstate, complaints, openSandbox } from "../sandbox";
import { deployed, type Deployed } from "./deployed";
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

/** One creation, in the order in which they happened. */
export interface Creation {
    readonly kind: string;
    readonly name: string;
}

/** Deploys the prod estate, once, to emulated clouds that know nothing yet. */
export async function deployProd(): Promise<{ standing: Deployed; creations: Creation[] }> {
    const sandbox = await openSandbox("people");
    const creations: Creation[] = [];
    try {
        const result = await sandbox.run("up", committedEstate("prod"), {
            stack: "prod",
            // Other tests judge it by the pack.
            policyPacks: [],
            onEvent: (event) => {
                if (event.kind === "step-done" && event.step.op === "create" && !event.failed) {
                    const { type, name } = event.step;
                    creations.push({ kind: type.split(":").at(-1) ?? type, name });
                }
            },
        });
        if (!result.ok) throw new Error(complaints(result));
        const stored = openCloudStore(path.join(sandbox.dir, "cloud")).list();
        return { standing: deployed(stored), creations };
    } finally {
        await sandbox.close();
    }
}
