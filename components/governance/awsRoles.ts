import { Role } from "@pulumi/aws/iam/role";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment";
import type * as pulumi from "@pulumi/pulumi";

import { policyDocument, type Statement } from "../shared/awsDocument";
import { awsRoleName, breakGlassTrust } from "./breakGlass";
import { awsAccess, samlAudience } from "./roleAccess";
import { grantsOf } from "./roleGrants";
import type { RolesArgs } from "./rolesArgs";
import { roleNames } from "./roleTable";

/** Shortest session IAM offers, in seconds: what was allowed a while ago is asked for again. */
const sessionSeconds = 3600;

/** A role for each role of the table that is held and has something in the account; ARNs by role. */
export function createAwsRoles(
    parent: pulumi.Resource,
    name: string,
    args: RolesArgs,
): Record<string, pulumi.Output<string>> {
    const { aws } = args;
    if (!aws) {
        return {};
    }
    const held = new Set(args.holders.map(({ role }) => role));
    const arns: Record<string, pulumi.Output<string>> = {};
    const create = (role: string, trust: Statement, policies: string[]): void => {
        arns[role] = createRole(parent, `${name}-aws/${role}`, args, role, trust, policies);
    };
    for (const role of roleNames.filter((one) => held.has(one))) {
        const policies = grantsOf(args, role, aws.tier ?? "production");
        if (policies.length > 0) {
            create(
                role,
                samlTrust(aws.samlProviderArn),
                policies.map((grant) => awsAccess(grant.aws)),
            );
        }
    }
    const principals = aws.breakGlassPrincipalArns ?? [];
    if (principals.length > 0) {
        const trust = breakGlassTrust(principals, args.breakGlassUntil ?? "");
        create("breakGlass", trust, aws.breakGlassPolicyArns ?? []);
    }
    return arns;
}

/** People come through their directory, which knows about second factors; AWS is not told of them. */
function samlTrust(provider: string): Statement {
    return {
        Effect: "Allow",
        Principal: { Federated: provider },
        Action: ["sts:AssumeRoleWithSAML"],
        Condition: { StringEquals: { "SAML:aud": samlAudience } },
    };
}

function createRole(
    parent: pulumi.Resource,
    resourceName: string,
    args: RolesArgs,
    role: string,
    trust: Statement,
    policies: string[],
): pulumi.Output<string> {
    const made = new Role(
        resourceName,
        {
            name: awsRoleName(args, role),
            description: `People: ${role}. Managed by Gatehouse.`,
            assumeRolePolicy: policyDocument([trust]),
            maxSessionDuration: sessionSeconds,
        },
        { parent },
    );
    for (const policyArn of policies) {
        new RolePolicyAttachment(
            `${resourceName}/${policyArn.split("/").pop() ?? ""}`,
            { role: made.name, policyArn },
            { parent },
        );
    }
    return made.arn;
}
