import { fixed, flag, integer, list, number, object, required, text } from "../../shape";
import type { TypeFields } from "../awsType";
import { document } from "../documents";

export const openIdConnectProviderFields: TypeFields = {
    token: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
    global: true,
    tagged: true,
    fields: {
        clientIdLists: required(list(text, { min: 1, max: 100 })),
        thumbprintLists: list(text, { max: 5 }),
        url: required(fixed(text)),
    },
};

export const roleFields: TypeFields = {
    token: "aws:iam/role:Role",
    global: true,
    tagged: true,
    fields: {
        assumeRolePolicy: required(document),
        description: text,
        forceDetachPolicies: flag,
        inlinePolicies: list(object({ name: text, policy: text })),
        managedPolicyArns: list(text),
        maxSessionDuration: integer(3600, 43200),
        name: fixed(text),
        namePrefix: fixed(text),
        path: fixed(text),
        permissionsBoundary: text,
    },
};

export const iamPolicyFields: TypeFields = {
    token: "aws:iam/policy:Policy",
    global: true,
    tagged: true,
    fields: {
        delayAfterPolicyCreationInMs: number,
        description: fixed(text),
        name: fixed(text),
        namePrefix: fixed(text),
        path: fixed(text),
        policy: required(document),
    },
};

export const rolePolicyFields: TypeFields = {
    token: "aws:iam/rolePolicy:RolePolicy",
    global: true,
    fields: {
        name: fixed(text),
        namePrefix: fixed(text),
        policy: required(document),
        role: required(fixed(text)),
    },
};

export const rolePolicyAttachmentFields: TypeFields = {
    token: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    global: true,
    fields: { policyArn: required(fixed(text)), role: required(fixed(text)) },
};

export const instanceProfileFields: TypeFields = {
    token: "aws:iam/instanceProfile:InstanceProfile",
    global: true,
    tagged: true,
    fields: { name: fixed(text), namePrefix: fixed(text), path: fixed(text), role: text },
};

export const serviceLinkedRoleFields: TypeFields = {
    token: "aws:iam/serviceLinkedRole:ServiceLinkedRole",
    global: true,
    tagged: true,
    fields: { awsServiceName: required(fixed(text)), customSuffix: fixed(text), description: text },
};

export const accountPasswordPolicyFields: TypeFields = {
    token: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
    global: true,
    fields: {
        allowUsersToChangePassword: flag,
        hardExpiry: flag,
        maxPasswordAge: integer(1, 1095),
        minimumPasswordLength: integer(6, 128),
        passwordReusePrevention: integer(1, 24),
        requireLowercaseCharacters: flag,
        requireNumbers: flag,
        requireSymbols: flag,
        requireUppercaseCharacters: flag,
    },
};
