import { awsArn } from "../shared/awsNaming";

/**
 * Ids of the built-in Azure roles that people get.
 *
 * source: Microsoft Learn, "Azure built-in roles for Security" and "Azure built-in roles for General"
 * date: 2026-11-21
 */
export const azureAccess: Record<string, string> = {
    Reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    "Security Reader": "39bc4728-0917-49c7-9d2c-d95423bc2eb4",
};

/**
 * What the break-glass role may activate on production scopes: Contributor changes everything but who
 * holds which role, so that an emergency leaves no one with more than before.
 *
 * source: Microsoft Learn, "Azure built-in roles for Privileged"
 * date: 2026-11-21
 */
export const breakGlassRoleId = "b24988ac-6180-42a0-ab88-20f7382dd24c";

/**
 * Paths of the managed policies of AWS that people get. ViewOnlyAccess lists and describes; ReadOnlyAccess,
 * which is not here, also reads objects and parameters.
 *
 * source: AWS Managed Policy Reference Guide; AWS IAM User Guide, "AWS managed policies for job functions";
 * from memory
 * date: 2026-11-21
 */
const awsPolicies: Record<string, string> = {
    ViewOnlyAccess: "job-function/ViewOnlyAccess",
    SecurityAudit: "SecurityAudit",
};

/** ARN of a managed policy of AWS. */
export function awsAccess(name: string): string {
    const owner = { accountId: "aws", region: "" };
    return awsArn("iam", owner, `policy/${awsPolicies[name] ?? name}`);
}

/**
 * Managed policies that outlast an emergency, because their holder can make identities or hand out
 * rights, or that hold everything else there is.
 *
 * source: AWS Managed Policy Reference Guide; from memory
 * date: 2026-11-21
 */
export const refusedPolicies: readonly string[] = [
    "AdministratorAccess",
    "IAMFullAccess",
    "PowerUserAccess",
];

/**
 * Address of AWS's sign-in, the audience of a SAML assertion for it.
 *
 * source: AWS IAM User Guide, "Create a role for SAML 2.0 federation"; from memory
 * date: 2026-11-21
 */
export const samlAudience = "https://signin.aws.amazon.com/saml";
