import type * as pulumi from "@pulumi/pulumi";

import { allTargets } from "./awsTargets";
import { createConnection } from "./devOpsEnvironment";
import type { DevOpsGround } from "./devOpsRepository";
import { connectToAws } from "./devOpsToAws";
import type { Deployment } from "./ground";
import { planEnvironment } from "./plan";
import { readersOf } from "./target";

/** Name of what previews use in AWS: each connection of a project has a name of its own. */
const planInAws = `${planEnvironment}-aws`;

/**
 * Service connections for previews of pull requests, whose identities only read what the repository's
 * environments deploy to: one for each cloud they are in. The gates use them, from any branch and without
 * approval, so whoever can open a pull request can read as much.
 */
export function createDevOpsPlan(
    parent: pulumi.Resource,
    name: string,
    ground: DevOpsGround,
    deployments: Deployment[],
): Deployment[] {
    const scopes = deployments.flatMap(({ target }) => target?.scope ?? []);
    const targets = allTargets(ground.repository);
    const facts = {
        tier: "platform",
        access: "plan",
        checks: { approvers: [], branches: [], allowNoApproval: true, allowAnyBranch: true },
        pipelines: ground.gates,
        after: [ground.guard],
    };
    return [
        ...(scopes.length === 0
            ? []
            : [
                  createConnection(parent, name, ground, {
                      ...facts,
                      environment: planEnvironment,
                      roles: readersOf(scopes),
                  }),
              ]),
        ...(targets
            ? [
                  connectToAws(parent, `${name}-aws`, ground, {
                      ...facts,
                      environment: planInAws,
                      targets,
                  }),
              ]
            : []),
    ];
}
