import type { Sample } from "../everything";
import { account, allow, arn, policy, trust } from "./support";

/** Identities and keys. */
export const identitySamples: readonly Sample[] = [
    {
        type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
        inputs: {
            url: "https://token.actions.githubusercontent.com",
            clientIdLists: ["sts.amazonaws.com"],
        },
        id: arn("iam", "oidc-provider/token.actions.githubusercontent.com", ""),
        update: { clientIdLists: ["sts.amazonaws.com", "other"] },
        replace: { url: "https://gitlab.com" },
    },
    {
        type: "aws:iam/policy:Policy",
        inputs: { name: "boundary", path: "/pipeline/", policy: allow("s3:GetObject") },
        id: arn("iam", "policy/pipeline/boundary", ""),
        later: ["policyId"],
        update: { policy: allow("s3:PutObject") },
        replace: { description: "what a pipeline may do at most" },
    },
    {
        type: "aws:iam/role:Role",
        inputs: {
            name: "deploy",
            path: "/pipeline/",
            assumeRolePolicy: trust("repo:acme/web:environment:production"),
            permissionsBoundary: arn("iam", "policy/pipeline/boundary", ""),
            tags: { tier: "production" },
        },
        id: "deploy",
        later: ["uniqueId", "createDate"],
        update: { maxSessionDuration: 7200 },
        replace: { path: "/" },
    },
    {
        type: "aws:iam/rolePolicy:RolePolicy",
        inputs: { name: "deploy", role: "deploy", policy: allow("s3:PutObject") },
        id: "deploy:deploy",
        update: { policy: allow("s3:DeleteObject") },
        replace: { role: "other" },
    },
    {
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        inputs: { role: "deploy", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
        id: "deploy/arn:aws:iam::aws:policy/ReadOnlyAccess",
        replace: { role: "other" },
    },
    {
        type: "aws:iam/instanceProfile:InstanceProfile",
        inputs: { name: "runner", role: "deploy" },
        id: "runner",
        later: ["uniqueId"],
        update: { tags: { a: "b" } },
        replace: { name: "other" },
    },
    {
        type: "aws:iam/serviceLinkedRole:ServiceLinkedRole",
        inputs: { awsServiceName: "autoscaling.amazonaws.com" },
        id: arn(
            "iam",
            "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
            "",
        ),
        later: ["uniqueId"],
        update: { description: "scales" },
        replace: { customSuffix: "two" },
    },
    {
        type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
        inputs: { minimumPasswordLength: 14 },
        id: "iam-account-password-policy",
        update: { maxPasswordAge: 90 },
    },
    {
        type: "aws:kms/key:Key",
        inputs: { description: "state", enableKeyRotation: true, deletionWindowInDays: 30 },
        id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
        later: ["keyId", "arn"],
        update: { rotationPeriodInDays: 90 },
        replace: { keyUsage: "SIGN_VERIFY" },
    },
    {
        type: "aws:kms/externalKey:ExternalKey",
        inputs: { description: "brought", keySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" },
        id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
        later: ["arn"],
        update: { description: "of the app" },
        replace: { keySpec: "RSA_3072" },
    },
    {
        type: "aws:kms/alias:Alias",
        inputs: { name: "alias/state", targetKeyId: "{aws:kms/key:Key}" },
        id: "alias/state",
        replace: { name: "alias/other" },
    },
    {
        type: "aws:kms/keyPolicy:KeyPolicy",
        inputs: {
            keyId: "{aws:kms/key:Key}",
            policy: policy({
                Effect: "Allow",
                Principal: { AWS: `arn:aws:iam::${account}:root` },
                Action: "kms:*",
                Resource: "*",
            }),
        },
        id: "{aws:kms/key:Key}",
        update: { bypassPolicyLockoutSafetyCheck: true },
        replace: { keyId: "other" },
    },
    {
        type: "aws:kms/grant:Grant",
        inputs: {
            keyId: "{aws:kms/key:Key}",
            granteePrincipal: arn("iam", "role/pipeline/deploy", ""),
            operations: ["Decrypt"],
        },
        id: /^[0-9a-f-]{36}:[0-9a-f]{64}$/,
        later: ["grantId"],
        replace: { operations: ["Sign"] },
    },
];
