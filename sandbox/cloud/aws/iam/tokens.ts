/** Types of IAM that others refer to. */
export const roleToken = "aws:iam/role:Role";
export const policyToken = "aws:iam/policy:Policy";
export const attachmentToken = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
export const inlineToken = "aws:iam/rolePolicy:RolePolicy";
export const profileToken = "aws:iam/instanceProfile:InstanceProfile";
export const providerToken = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
