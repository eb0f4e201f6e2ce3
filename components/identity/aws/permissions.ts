import { awsArn, type AwsPlace } from "../../shared/awsNaming";
import type { Statement } from "../../shared/awsDocument";
import type {
    EcrRepositoryTarget,
    EcsServiceTarget,
    LambdaAliasTarget,
    S3SiteTarget,
} from "../awsFederatedRoleArgs";
import { actionsOf, type DeployObject, type TargetKind } from "./vocabulary";

/** Which role, and what it may do; all values known. */
export interface Deployment extends AwsPlace {
    access: "apply" | "plan";
    ecsServices: (Omit<EcsServiceTarget, "passRoleArns"> & { passRoleArns: string[] })[];
    lambdaAliases: LambdaAliasTarget[];
    s3Sites: S3SiteTarget[];
    ecrRepositories: EcrRepositoryTarget[];
    secretNames: string[];
    signingKeyAliases: string[];
}

type Conditions = NonNullable<Statement["Condition"]>;

/** What stands for each object of the vocabulary at one target: its ARNs, and under which conditions. */
type Objects = Partial<Record<DeployObject, { arns: string[]; under?: Conditions }>>;

/** The only service that gets the roles of tasks. */
export const passedTo = { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } };

/** The statements a role needs for its targets of one kind, those of each target by itself. */
export function permissions(kind: TargetKind, deployment: Deployment): Statement[] {
    const targets = objectsOf(kind, deployment);
    return targets.flatMap((objects) => statementsOf(kind, deployment, objects));
}

function statementsOf(kind: TargetKind, { access }: Deployment, objects: Objects): Statement[] {
    const actions = actionsOf(kind, access);
    return [...new Set(actions.map(({ on }) => on))].flatMap((on) => {
        const { arns = [], under } = objects[on] ?? {};
        const names = actions.filter((one) => one.on === on).map(({ action }) => action);
        const allow: Statement = { Effect: "Allow", Action: names, Resource: arns };
        return arns.length === 0
            ? []
            : [under === undefined ? allow : { ...allow, Condition: under }];
    });
}

function objectsOf(kind: TargetKind, deployment: Deployment): Objects[] {
    switch (kind) {
        case "ecsServices":
            return deployment.ecsServices.map((target) => serviceObjects(target, deployment));
        case "lambdaAliases":
            return deployment.lambdaAliases.map(({ functionName }) => ({
                function: { arns: [awsArn("lambda", deployment, `function:${functionName}`)] },
            }));
        case "s3Sites":
            return deployment.s3Sites.map((target) => siteObjects(target, deployment));
        case "ecrRepositories":
            return deployment.ecrRepositories.map(({ repository }) => ({
                anything: { arns: ["*"] },
                repository: { arns: [awsArn("ecr", deployment, `repository/${repository}`)] },
            }));
        case "secretNames":
            return deployment.secretNames.map((name) => secretObjects(name, deployment));
        case "signingKeyAliases":
            return deployment.signingKeyAliases.map((alias) => ({
                signingKey: { arns: keys(deployment), under: named([alias]) },
            }));
    }
}

/**
 * A service may only run its own family, and never with a shell: without the first, a deployment of one
 * service could start another's tasks, with their roles; without the second, it could open production's
 * containers. Updates that say neither change neither.
 */
function serviceObjects(target: Deployment["ecsServices"][number], place: AwsPlace): Objects {
    const family = awsArn("ecs", place, `task-definition/${target.taskFamily ?? target.service}:*`);
    return {
        anything: { arns: ["*"] },
        service: {
            arns: [awsArn("ecs", place, `service/${target.cluster}/${target.service}`)],
            under: {
                ArnLikeIfExists: { "ecs:task-definition": family },
                StringEqualsIfExists: { "ecs:enable-execute-command": "false" },
            },
        },
        taskFamily: { arns: [family] },
        passedRole: { arns: target.passRoleArns, under: passedTo },
    };
}

/** Secrets Manager adds a hyphen and six characters to a name; so many and no more are left open. */
export function secretArn(name: string, place: AwsPlace): string {
    return awsArn("secretsmanager", place, `secret:${name}-??????`);
}

/** Keys have ids for names; which of them is meant, conditions say. */
export function keys(place: AwsPlace): string[] {
    return [awsArn("kms", place, "key/*")];
}

/** Of all keys, those with one of the aliases. */
export function named(aliases: string[]): Conditions {
    const full = aliases.map((alias) => `alias/${alias}`);
    return { "ForAnyValue:StringEquals": { "kms:ResourceAliases": full } };
}

/** The key of a secret is used through Secrets Manager, and for that secret, only. */
function secretObjects(name: string, place: AwsPlace): Objects {
    const arn = secretArn(name, place);
    return {
        secret: { arns: [arn] },
        secretKey: {
            arns: keys(place),
            under: {
                ...throughSecretsManager(place),
                StringLike: { "kms:EncryptionContext:SecretARN": arn },
            },
        },
    };
}

export function throughSecretsManager({ region }: AwsPlace): Conditions {
    return { StringEquals: { "kms:ViaService": `secretsmanager.${region}.amazonaws.com` } };
}

/** The account is named because a bucket's name is free for anybody once the bucket is gone. */
function siteObjects(
    { bucket, prefix = "", distributionId }: S3SiteTarget,
    place: AwsPlace,
): Objects {
    const arn = awsArn("s3", { accountId: "", region: "" }, bucket);
    const own = { "aws:ResourceAccount": place.accountId };
    const within: Conditions = prefix === "" ? {} : { StringLike: { "s3:prefix": `${prefix}*` } };
    const distribution =
        distributionId === undefined
            ? []
            : [awsArn("cloudfront", { ...place, region: "" }, `distribution/${distributionId}`)];
    return {
        bucket: { arns: [arn], under: { StringEquals: own, ...within } },
        object: { arns: [`${arn}/${prefix}*`], under: { StringEquals: own } },
        distribution: { arns: distribution },
    };
}
