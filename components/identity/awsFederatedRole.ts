import { Policy, Role, RolePolicy } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import { warn } from "../shared/messages";
import { checkRole, withDefaults, type RoleArgs, type RoleDocuments } from "./aws/checkRole";
import { retirementOf } from "./aws/issuers";
import { rolePath as path } from "./aws/rolePath";
import type { AwsFederatedRoleArgs } from "./awsFederatedRoleArgs";

/** The shortest longest session that IAM takes, in seconds. */
const sessionSeconds = 3600;

/** Names of the policies, by kind of target. */
const policyNames = {
    ecsServices: "ecs-services",
    lambdaAliases: "lambda-aliases",
    s3Sites: "s3-sites",
    ecrRepositories: "ecr-repositories",
    secretNames: "secrets",
    signingKeyAliases: "signing-keys",
} as const;

/**
 * An AWS role that the jobs of one environment of one GitHub repository, or of one service
 * connection of Azure DevOps, can use, and nobody else, without any stored key. It may do what
 * deploying to the targets it is given takes, and nothing else.
 *
 * Guaranteed:
 * - the only way in is a web identity token of the one issuer, with exactly the audience and the subject;
 * - the token's claims repository and environment are demanded too, and repository id, git reference and workflow when given, where AWS offers them to conditions;
 * - a subject of another repository, environment or service connection, of a branch or a pull request, or with a wildcard, is refused, at the latest before the role is made;
 * - repository, environment, service connection, issuer and audience are inputs of the component, always known, so that policies can judge the trust before the ids in the subject exist;
 * - a session lasts one hour at most;
 * - each target's actions are allowed on that target and refused on every other;
 * - no action is a wildcard, and only actions that know no resource are allowed on all of them;
 * - a role is passed to ECS tasks only, and only one that a target names;
 * - only the secrets named are read, and their key decrypts nothing else for the role;
 * - only keys with the aliases named sign for the role;
 * - a role for a plan reads and cannot write, and reads no secret;
 * - the permissions boundary refuses everything outside the vocabulary of deployments, whatever else is attached to the role: IAM, the organisation, taking on other roles, lifting the boundary;
 * - the permissions boundary refuses every region but the one given;
 * - a bucket that now belongs to another account is not written to;
 * - policies longer than IAM takes are refused, before the role is made.
 *
 * Where AWS names no narrower resource, a role can do a little more: with a Lambda target move every
 * alias of the function, with an ECS target describe every task definition of the region.
 *
 * Not covered: whether the GitHub environment exists and is protected (`GitHubEnvironment` does that), or
 * the service connection has its checks; what the code that is deployed does with the roles of its
 * tasks or function; what a boundary given as permissionsBoundaryArn forbids; buckets and
 * repositories encrypted with a key of the account; functions whose code comes from a bucket or an
 * image; AWS's public partition only. With an issuer other than github.com's own, AWS offers no claims beside
 * audience and subject.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AwsFederatedRole extends pulumi.ComponentResource {
    /** ARN of the role: what a workflow asks for. */
    public readonly roleArn: pulumi.Output<string>;
    /** Name of the role. */
    public readonly roleName: pulumi.Output<string>;
    /** ARN of the permissions boundary. */
    public readonly boundaryArn: pulumi.Output<string>;

    constructor(
        name: string,
        args: AwsFederatedRoleArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        const full = withDefaults(args);
        super("gatehouse:index:AwsFederatedRole", name, full, opts);
        const documents = checkRole(this, name, full);
        warnOfRetirement(name, full);
        const boundaryArn = documents.boundaryArn ?? createBoundary(this, name, full, documents);
        const role = createRole(this, name, full, documents, boundaryArn);
        createPermissions(this, name, role, documents);

        this.roleArn = role.arn;
        this.roleName = role.name;
        this.boundaryArn = pulumi.output(boundaryArn);
        this.registerOutputs({
            roleArn: this.roleArn,
            roleName: this.roleName,
            boundaryArn: this.boundaryArn,
        });
    }
}

function warnOfRetirement(name: string, { issuer }: RoleArgs): void {
    const retirement = retirementOf(issuer);
    if (retirement !== undefined) {
        warn(`AwsFederatedRole "${name}": ${retirement}`);
    }
}

function createBoundary(
    parent: AwsFederatedRole,
    name: string,
    args: RoleArgs,
    { boundary }: RoleDocuments,
): pulumi.Output<string> {
    const policy = new Policy(
        `${name}-boundary`,
        {
            name: `${args.roleName}-boundary`,
            path,
            description: "The most a deployment can do. Managed by Gatehouse.",
            policy: boundary,
            tags: args.tags,
        },
        { parent },
    );
    return policy.arn;
}

function createRole(
    parent: AwsFederatedRole,
    name: string,
    args: RoleArgs,
    { trust }: RoleDocuments,
    permissionsBoundary: pulumi.Input<string>,
): Role {
    return new Role(
        `${name}-role`,
        {
            name: args.roleName,
            path,
            assumeRolePolicy: trust,
            permissionsBoundary,
            maxSessionDuration: sessionSeconds,
            tags: args.tags,
        },
        { parent },
    );
}

/** Inline, so that no other role can be given them, and they go when the role goes. */
function createPermissions(
    parent: AwsFederatedRole,
    name: string,
    role: Role,
    { permissions }: RoleDocuments,
): void {
    for (const [kind, policy] of permissions) {
        new RolePolicy(
            `${name}-${policyNames[kind]}`,
            { name: policyNames[kind], role: role.name, policy },
            { parent },
        );
    }
}
