import type * as pulumi from "@pulumi/pulumi";

import type { GitHubEnvironment } from "../environments/githubEnvironment";
import { AwsFederatedRole } from "../identity/awsFederatedRole";
import { accountOf, roleInAws, type AwsFacts } from "./awsTargets";
import type { EnvironmentGround } from "./environment";
import type { Deployment } from "./ground";

/** The role whose permissions end at what the environment deploys. */
export function deployToAws(
    parent: pulumi.Resource,
    name: string,
    ground: EnvironmentGround & { gate: GitHubEnvironment } & AwsFacts,
): Deployment {
    const { estate, repository, environment, gate, guard } = ground;
    const { providerArn, region } = accountOf(ground);
    const role = new AwsFederatedRole(
        name,
        {
            ...roleInAws(ground, ground),
            providerArn,
            repository: `${estate.organization}/${repository.name}`,
            environment,
            subject: gate.subject,
            ...(repository.subjectFormat === "name" ? {} : { repositoryId: guard.repositoryId }),
        },
        { parent },
    );
    return {
        key: `${repository.name}/${environment}`,
        subject: gate.subject,
        aws: { roleArn: role.roleArn },
        variables: { AWS_ROLE_ARN: role.roleArn, AWS_REGION: region },
    };
}
