import { awsName, estateAwsName, iamArn } from "../shared/awsNaming";
import type { AwsPlatform } from "./awsPlatform";
import type { EstateAwsTargets } from "./estateCloudArgs";
import type { Ground } from "./ground";
import { known } from "./known";
import type { EstateRepository, PipelineEstateArgs } from "./pipelineEstateArgs";
import { deploymentTags } from "./target";

/** What a role in AWS is made for, whichever host the repository is on. */
export interface AwsFacts {
    /** Name of the environment. */
    environment: string;
    /** Stage, as in the tags. */
    tier: string;
    targets: EstateAwsTargets;
    /** "apply" or "plan". */
    access: string;
}

/** The account that a repository deploys to. The configuration was checked: there is one. */
export function accountOf({ aws }: Pick<Ground, "aws">): AwsPlatform {
    return known(aws, "the account of what deploys in AWS");
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

/** Name, permissions and tags of the role whose permissions end at what the environment deploys. */
export function roleInAws(
    ground: Pick<Ground, "estate" | "aws"> & { repository: EstateRepository },
    { environment, tier, targets, access }: AwsFacts,
) {
    const { estate, repository } = ground;
    const { accountId, region } = accountOf(ground);
    const key = `${repository.name}/${environment}`;
    return {
        roleName: awsName("role", estate.organization, repository.name, environment),
        accountId,
        region,
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
    };
}

/** Everything that the repository's environments deploy in AWS; undefined when that is nothing. */
export function allTargets({ environments }: EstateRepository): EstateAwsTargets | undefined {
    const each = environments.flatMap(({ aws }) => (aws ? [aws] : []));
    return each.length === 0
        ? undefined
        : {
              ecsServices: each.flatMap((one) => one.ecsServices),
              lambdaAliases: each.flatMap((one) => one.lambdaAliases),
              s3Sites: each.flatMap((one) => one.s3Sites),
              ecrRepositories: [...new Set(each.flatMap((one) => one.ecrRepositories))],
          };
}
