import type * as pulumi from "@pulumi/pulumi";

import { createConnection } from "./devOpsEnvironment";
import type { DevOpsGround } from "./devOpsRepository";
import type { Deployment } from "./ground";
import { planEnvironment } from "./plan";
import { readersOf } from "./target";

/**
 * A service connection for previews of pull requests, whose identity only reads what the repository's
 * environments deploy to. The gates use it, from any branch and without approval, so whoever can open a
 * pull request can read as much.
 */
export function createDevOpsPlan(
    parent: pulumi.Resource,
    name: string,
    ground: DevOpsGround,
    deployments: Deployment[],
): Deployment[] {
    const scopes = deployments.flatMap(({ target }) => target?.scope ?? []);
    return scopes.length === 0
        ? []
        : [
              createConnection(parent, name, ground, {
                  environment: planEnvironment,
                  tier: "platform",
                  access: "plan",
                  roles: readersOf(scopes),
                  checks: {
                      approvers: [],
                      branches: [],
                      allowNoApproval: true,
                      allowAnyBranch: true,
                  },
                  pipelines: ground.gates,
                  after: [ground.guard],
              }),
          ];
}
