import { awsShaped, type AwsShape } from "../../shared/awsShapes";
import { distinct, type Problem } from "../../shared/validate";
import type { AwsFederatedRoleArgs } from "../awsFederatedRoleArgs";

/** Everything wrong with the names of the targets. */
export function targetProblems(args: AwsFederatedRoleArgs): Problem[] {
    const { ecsServices = [], lambdaAliases = [], s3Sites = [], ecrRepositories = [] } = args;
    const { secretNames = [], signingKeyAliases = [] } = args;
    return [
        ...ecsServices.flatMap(({ cluster, service, taskFamily }, i) =>
            named(`ecsServices[${i}]`, "ecsName", {
                cluster,
                service,
                ...(taskFamily === undefined ? {} : { taskFamily }),
            }),
        ),
        ...lambdaAliases.flatMap(({ functionName, alias }, i) => [
            ...named(`lambdaAliases[${i}]`, "lambdaFunction", { functionName }),
            ...named(`lambdaAliases[${i}]`, "lambdaAlias", { alias }),
        ]),
        ...s3Sites.flatMap(({ bucket, prefix, distributionId }, i) => [
            ...named(`s3Sites[${i}]`, "bucket", { bucket }),
            ...(prefix === undefined ? [] : named(`s3Sites[${i}]`, "prefix", { prefix })),
            ...(distributionId === undefined
                ? []
                : named(`s3Sites[${i}]`, "distribution", { distributionId })),
        ]),
        ...ecrRepositories.flatMap(({ repository }, i) =>
            named(`ecrRepositories[${i}]`, "repository", { repository }),
        ),
        ...secretNames.flatMap((name, i) => awsShaped(`secretNames[${i}]`, name, "secretName")),
        ...signingKeyAliases.flatMap((alias, i) =>
            awsShaped(`signingKeyAliases[${i}]`, alias, "keyAlias"),
        ),
        ...twice("secretNames", secretNames),
        ...twice("signingKeyAliases", signingKeyAliases),
        ...twice(
            "ecsServices",
            ecsServices.map(({ cluster, service }) => `${cluster}/${service}`),
        ),
        ...twice(
            "lambdaAliases",
            lambdaAliases.map(({ functionName }) => functionName),
        ),
        ...twice(
            "s3Sites",
            s3Sites.map(({ bucket, prefix = "" }) => `${bucket}/${prefix}`),
        ),
        ...twice(
            "ecrRepositories",
            ecrRepositories.map(({ repository }) => repository),
        ),
    ];
}

function named(path: string, shape: AwsShape, values: Record<string, unknown>): Problem[] {
    return Object.entries(values).flatMap(([key, value]) =>
        awsShaped(`${path}.${key}`, value, shape),
    );
}

function twice(path: string, keys: string[]): Problem[] {
    return distinct(keys, (i) => `${path}[${i}]`, "a target");
}
