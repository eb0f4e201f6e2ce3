import { awsArn } from "../../shared/awsNaming";
import type { Statement } from "../../shared/awsDocument";
import {
    keys,
    named,
    passedTo,
    secretArn,
    throughSecretsManager,
    type Deployment,
} from "./permissions";
import { actionsOf, vocabulary, type DeployObject, type TargetKind } from "./vocabulary";

const kinds = Object.keys(vocabulary) as TargetKind[];

/**
 * The most a role can ever do, whatever else somebody attaches to it: the vocabulary, in one account
 * and one region. Everything outside is denied by name, not only left out: a resource's own policy
 * can give what is left out, but nothing can give what is denied.
 */
export function boundary(deployment: Deployment): Statement[] {
    const passed = [...new Set(deployment.ecsServices.flatMap((one) => one.passRoleArns))].sort();
    const places = boundedPlaces(deployment, passed);
    const actions = kinds
        .flatMap((kind) => actionsOf(kind, deployment.access))
        .filter(({ on }) => (places[on] ?? []).length > 0);
    const objects = [...new Set(actions.map(({ on }) => on))];
    const global = actions.filter(({ action }) => /^(cloudfront|iam):/.test(action));
    return [
        ...objects.map((on): Statement => {
            const names = actions.filter((one) => one.on === on).map(({ action }) => action);
            const under = conditionOf(on, deployment);
            return {
                Effect: "Allow",
                Action: names,
                Resource: places[on] ?? [],
                ...(under === undefined ? {} : { Condition: under }),
            };
        }),
        {
            Sid: "NothingElse",
            Effect: "Deny",
            NotAction: actions.map(({ action }) => action).sort(),
            Resource: ["*"],
        },
        {
            Sid: "NoOtherRegion",
            Effect: "Deny",
            // Services without regions answer in another one.
            ...(global.length === 0
                ? { Action: ["*"] }
                : { NotAction: global.map(({ action }) => action).sort() }),
            Resource: ["*"],
            Condition: { StringNotEquals: { "aws:RequestedRegion": deployment.region } },
        },
    ];
}

function boundedPlaces(
    deployment: Deployment,
    passed: string[],
): Partial<Record<DeployObject, string[]>> {
    const { accountId } = deployment;
    return {
        anything: ["*"],
        bucket: ["arn:aws:s3:::*"],
        distribution: [awsArn("cloudfront", { accountId, region: "" }, "distribution/*")],
        function: [awsArn("lambda", deployment, "function:*")],
        object: ["arn:aws:s3:::*/*"],
        passedRole: passed,
        repository: [awsArn("ecr", deployment, "repository/*")],
        secret: deployment.secretNames.map((name) => secretArn(name, deployment)),
        secretKey: deployment.secretNames.length > 0 ? keys(deployment) : [],
        signingKey: deployment.signingKeyAliases.length > 0 ? keys(deployment) : [],
        service: [awsArn("ecs", deployment, "service/*")],
        taskFamily: [awsArn("ecs", deployment, "task-definition/*")],
    };
}

function conditionOf(on: DeployObject, deployment: Deployment): Statement["Condition"] {
    switch (on) {
        case "passedRole":
            return passedTo;
        case "secretKey":
            return throughSecretsManager(deployment);
        case "signingKey":
            return named(deployment.signingKeyAliases);
        case "bucket":
        case "object":
            return { StringEquals: { "aws:ResourceAccount": deployment.accountId } };
        default:
            return undefined;
    }
}
