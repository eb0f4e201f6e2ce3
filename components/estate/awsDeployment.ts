import type * as pulumi from "@pulumi/pulumi";

import type { GitHubEnvironment } from "../environments/githubEnvironment";
import { AwsFederatedRole } from "../identity/awsFederatedRole";
import { awsName, estateAwsName, iamArn } from "../shared/awsNaming";
import type { EnvironmentGround } from "./environment";
import type { EstateAwsTargets } from "./estateCloudArgs";
import type { Deployment } from "./ground";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import { deploymentTags } from "./target";

/** What a role is made for. */
interface AwsGround extends EnvironmentGround {
    gate: GitHubEnvironment;
    /** Name of the environment. */
    environment: string;
    /** Stage, as in the tags. */
    tier: string;
    targets: EstateAwsTargets;
    /** "apply" or "plan". */
    access: string;
}

/** Names in AWS of the secrets or keys that a deployment uses: its role's boundary denies all others. */
function namedFor<T extends { name: string; cloud: string }>(
    { organization }: PipelineEstateArgs,
    all: T[] | undefined,
    key: string,
    users: (one: T) => string[],
): string[] {
    return (all ?? [])
        .filter((one) => one.cloud === "aws" && users(one).includes(key))
        .map(({ name }) => estateAwsName(organization, name));
}

/** The role whose permissions end at what the environment deploys. */
export function deployToAws(
    parent: pulumi.Resource,
    name: string,
    { estate, aws, repository, environment, gate, guard, tier, targets, access }: AwsGround,
): Deployment {
    if (!aws) {
        throw new Error(`${repository.name}/${environment} deploys in AWS, of which there is none`);
    }
    const { accountId, region } = aws;
    const key = `${repository.name}/${environment}`;
    const role = new AwsFederatedRole(
        name,
        {
            roleName: awsName("role", estate.organization, repository.name, environment),
            accountId,
            region,
            providerArn: aws.providerArn,
            repository: `${estate.organization}/${repository.name}`,
            environment,
            subject: gate.subject,
            ...(repository.subjectFormat === "name" ? {} : { repositoryId: guard.repositoryId }),
            access,
            ecsServices: targets.ecsServices.map(({ passRoles, ...service }) => ({
                ...service,
                passRoleArns: passRoles.map((passed) => iamArn("role", accountId, "/", passed)),
            })),
            lambdaAliases: targets.lambdaAliases.map((one) => ({
                functionName: one.function,
                alias: one.alias,
            })),
            s3Sites: targets.s3Sites.map(({ bucket, distribution }) => ({
                bucket,
                ...(distribution === undefined ? {} : { distributionId: distribution }),
            })),
            ecrRepositories: targets.ecrRepositories.map((one) => ({ repository: one })),
            secretNames: namedFor(estate, estate.secrets, key, ({ readers }) => readers),
            signingKeyAliases: namedFor(estate, estate.signingKeys, key, (one) => [
                ...one.signers,
                ...one.verifiers,
            ]),
            tags: deploymentTags(repository, tier),
        },
        { parent },
    );
    return {
        key,
        subject: gate.subject,
        aws: { roleArn: role.roleArn },
        variables: { AWS_ROLE_ARN: role.roleArn, AWS_REGION: region },
    };
}
