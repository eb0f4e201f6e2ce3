import { Policy } from "@pulumi/aws/iam/policy";
import { Role } from "@pulumi/aws/iam/role";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy";
import * as pulumi from "@pulumi/pulumi";

import type { Placement } from "./placement";

/** A statement of a policy of the pool's role. */
export interface PoolStatement {
    Sid: string;
    Effect: "Allow";
    Action: string[];
    Resource: pulumi.Input<string | string[]>;
    Condition?: Record<string, Record<string, pulumi.Input<string | string[]>>>;
}

/** Who may take the role. */
export interface PoolTrust {
    /** Service, for example "ec2.amazonaws.com". */
    service: string;
    /** Conditions on what the service acts for; EC2 says nothing about that. */
    condition?: Record<string, Record<string, string>>;
}

/**
 * The role of the machines or containers, with the given permissions only.
 *
 * Its boundary says the same once more, so that a policy somebody attaches later gives nothing: a
 * runner reaches an environment with the job's own federated identity, never with its machine's.
 */
export function createPoolRole(
    place: Placement,
    trust: PoolTrust,
    statements: PoolStatement[],
    boundaryArn?: pulumi.Input<string>,
): Role {
    const { parent, name, prefix, tags, dependsOn } = place;
    const permissionsBoundary = boundaryArn ?? createBoundary(place, statements).arn;
    const role = new Role(
        `${name}-role`,
        {
            name: `${prefix}-runner`,
            description: `Machines of ${prefix}: may register a runner, deploys nothing`,
            tags,
            maxSessionDuration: 3600,
            permissionsBoundary,
            assumeRolePolicy: JSON.stringify({
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { Service: trust.service },
                        Action: "sts:AssumeRole",
                        ...(trust.condition ? { Condition: trust.condition } : {}),
                    },
                ],
            }),
        },
        { parent, dependsOn },
    );
    new RolePolicy(
        `${name}-role-policy`,
        {
            name: "runner",
            role: role.name,
            policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements }),
        },
        { parent },
    );
    return role;
}

function createBoundary(place: Placement, statements: PoolStatement[]): Policy {
    const { parent, name, prefix, tags, dependsOn } = place;
    const actions = [...new Set(statements.flatMap(({ Action }) => Action))].toSorted();
    return new Policy(
        `${name}-boundary`,
        {
            name: `${prefix}-boundary`,
            description: `The most machines of ${prefix} may ever do`,
            tags,
            policy: pulumi.jsonStringify({
                Version: "2012-10-17",
                Statement: [
                    ...statements,
                    // A resource's own policy can give what is left out, not what is denied.
                    { Sid: "NothingElse", Effect: "Deny", NotAction: actions, Resource: "*" },
                ],
            }),
        },
        { parent, dependsOn },
    );
}

/** May write to one log group. */
export function writesTo(groupArn: string): PoolStatement {
    return {
        Sid: "WriteLog",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [groupArn, `${groupArn}:*`],
    };
}
