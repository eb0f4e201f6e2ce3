import type * as pulumi from "@pulumi/pulumi";

import { AwsServiceConnection } from "../identity/awsServiceConnection";
import { accountOf, roleInAws, type AwsFacts } from "./awsTargets";
import type { ConnectionFacts } from "./devOpsEnvironment";
import type { DevOpsGround } from "./devOpsRepository";
import type { Deployment } from "./ground";
import { known } from "./known";

/** A service connection to AWS, as a deployment. */
export function connectToAws(
    parent: pulumi.Resource,
    name: string,
    ground: DevOpsGround,
    facts: ConnectionFacts & AwsFacts,
): Deployment {
    const { repository, devOps } = ground;
    const { environment, checks, pipelines, after } = facts;
    const trust = known(accountOf(ground).devOps, "the trust of AWS in Azure DevOps");
    const { subject, roleArn } = new AwsServiceConnection(
        name,
        {
            ...roleInAws(ground, facts),
            organization: devOps.devOps.organization,
            project: devOps.devOps.project,
            projectId: devOps.projectId,
            connection: `${repository.name}-${environment}`,
            issuer: trust.issuer,
            providerArn: trust.providerArn,
            checks,
            pipelines,
        },
        { parent, dependsOn: [...after, ...trust.after] },
    );
    const key = `${repository.name}/${environment}`;
    // A pipeline signs in by the connection's name.
    return { key, subject, aws: { roleArn }, variables: {} };
}
