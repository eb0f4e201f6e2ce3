import assert from "node:assert/strict";
import { only } from "./awsPools";
import { ofType, textOf, type Standing } from "./packets/standing";

interface Statement {
    Sid: string;
    Action: string[];
    Resource: string | string[];
}

/** The role of a pool, with all that decides over it. */
export interface StandingRole {
    arn: string;
    trust: string;
    policy: string;
    boundary: string;
}

/** The role among the resources of a pool, which must carry its boundary and nothing attached. */
export function roleOf(resources: readonly Standing[]): StandingRole {
    const role = only(resources, "iam/role:Role");
    const boundary = only(resources, "iam/policy:Policy");
    assert.equal(role.permissionsBoundary, boundary.arn);
    assert.deepEqual(ofType(resources, "iam/rolePolicyAttachment:RolePolicyAttachment"), []);
    return {
        arn: textOf(role.arn),
        trust: textOf(role.assumeRolePolicy),
        policy: textOf(only(resources, "iam/rolePolicy:RolePolicy").policy),
        boundary: textOf(boundary.policy),
    };
}

/** What the role's own policy says. */
export const statementsOf = ({ policy }: StandingRole) =>
    (JSON.parse(policy) as { Statement: Statement[] }).Statement;
