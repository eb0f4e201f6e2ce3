import * as pulumi from "@pulumi/pulumi";

import { documentLimits, policyDocument, policySize } from "../../shared/awsDocument";
import { oidcProviderArn } from "../../shared/awsNaming";
import { awsShaped } from "../../shared/awsShapes";
import { judged, oneOf, problem, refuse, type Problem } from "../../shared/validate";
import type { AwsFederatedRoleArgs } from "../awsFederatedRoleArgs";
import { boundary } from "./boundary";
import { hostProblems, subjectProblems } from "./checkTrust";
import { awsIssuers, isGitHub } from "./issuers";
import { permissions, type Deployment } from "./permissions";
import { targetProblems } from "./targetProblems";
import { trust, type TrustedJob } from "./trust";
import { vocabulary, type TargetKind } from "./vocabulary";

/** The arguments of `AwsFederatedRole` with every default filled in. */
export interface RoleArgs extends AwsFederatedRoleArgs {
    issuer: string;
    audience: string;
    access: "apply" | "plan";
}

/** Fills in the defaults. */
export function withDefaults(args: AwsFederatedRoleArgs): RoleArgs {
    const issuer = args.issuer ?? awsIssuers.github;
    const audience = isGitHub(issuer) ? awsIssuers.githubAudience : awsIssuers.azureDevOpsAudience;
    // Anything but the two words is refused below.
    const access = (args.access ?? "apply") as "apply" | "plan";
    return { ...args, issuer, audience: args.audience ?? audience, access };
}

/** The documents of a role, each a text that no longer holds anything unknown when it is used. */
export interface RoleDocuments {
    trust: pulumi.Output<string>;
    /** By kind of target, for the kinds that there are. */
    permissions: [TargetKind, pulumi.Output<string>][];
    boundary: pulumi.Output<string>;
    /** A boundary that stands already, to use in place of the document. */
    boundaryArn: pulumi.Input<string> | undefined;
}

export const targetKinds = Object.keys(vocabulary) as TargetKind[];

/** What the arguments say, judged; what is not known yet is judged when it becomes known. */
interface JudgedRole {
    job: pulumi.Output<TrustedJob>;
    deployment: pulumi.Output<Deployment>;
    boundaryArn: pulumi.Input<string> | undefined;
}

/**
 * Refuses bad arguments, all at once; what is not known yet is refused when it becomes known, before
 * the role is made.
 *
 * @throws pulumi.ResourceError
 */
export function checkRole(owner: pulumi.Resource, name: string, args: RoleArgs): RoleDocuments {
    const what = `AwsFederatedRole "${name}"`;
    const problems: Problem[] = [];
    const { job, deployment, boundaryArn } = judgeRole(owner, what, args, problems);
    refuse(owner, what, problems);
    const sized = deployment.apply((known) => {
        refuse(owner, what, sizeProblems(known));
        return known;
    });
    return {
        trust: job.apply((known) => {
            const text = policyDocument(trust(known));
            refuse(owner, what, sizeProblem("trust", [text], documentLimits.trust));
            return text;
        }),
        permissions: targetKinds
            .filter((kind) => (args[kind] ?? []).length > 0)
            .map((kind) => [
                kind,
                sized.apply((known) => policyDocument(permissions(kind, known))),
            ]),
        boundary: sized.apply((known) => policyDocument(boundary(known))),
        boundaryArn,
    };
}

/** Judges the arguments and adds their problems. */
export function judgeRole(
    owner: pulumi.Resource,
    what: string,
    args: RoleArgs,
    problems: Problem[],
): JudgedRole {
    problems.push(...plainProblems(args), ...hostProblems(args));
    const job = judgedJob(owner, what, args, problems);
    const deployment = judgedDeployment(owner, what, args, problems);
    const { permissionsBoundaryArn, accountId } = args;
    const judgeBoundary = (arn: string): Problem[] =>
        ownProblems("permissionsBoundaryArn", arn, "policyArn", accountId);
    const boundaryArn =
        permissionsBoundaryArn &&
        judged(owner, what, permissionsBoundaryArn, judgeBoundary, problems);
    // Further roles that may be passed only make it longer: those are counted when they are known.
    problems.push(...sizeProblems(deploymentOf(args, plainPassed(args))));
    return { job, deployment, boundaryArn };
}

function plainProblems(args: RoleArgs): Problem[] {
    const isEmpty = targetKinds.every((kind) => (args[kind] ?? []).length === 0);
    const kinds = targetKinds.join(", ");
    return [
        ...awsShaped("roleName", args.roleName, "role"),
        ...awsShaped("accountId", args.accountId, "account"),
        ...awsShaped("region", args.region, "region"),
        ...oneOf("access", args.access, ["apply", "plan"]),
        ...(isEmpty ? [problem("targets", [], `at least one target among ${kinds}`)] : []),
        ...targetProblems(args),
    ];
}

function sizeProblems(deployment: Deployment): Problem[] {
    const { inlineOfRole, managedPolicy } = documentLimits;
    const inline = targetKinds.map((kind) => policyDocument(permissions(kind, deployment)));
    return [
        ...sizeProblem("targets", inline, inlineOfRole),
        ...sizeProblem("boundary", [policyDocument(boundary(deployment))], managedPolicy),
    ];
}

function sizeProblem(path: string, documents: string[], most: number): Problem[] {
    const size = documents.reduce((sum, text) => sum + policySize(text), 0);
    const allowed = `policies that IAM takes: ${most} characters; give some targets to a role of their own`;
    return size <= most ? [] : [problem(path, `${size} characters`, allowed)];
}

/** The roles that each service may pass, as far as they are known in the program. */
function plainPassed({ ecsServices = [] }: RoleArgs): string[][] {
    return ecsServices.map(({ passRoleArns = [] }) =>
        passRoleArns.filter((arn): arn is string => typeof arn === "string"),
    );
}

/** Everything the trust policy says. A subject is judged together with the ids it may hold. */
function judgedJob(
    owner: pulumi.Resource,
    what: string,
    args: RoleArgs,
    problems: Problem[],
): pulumi.Output<TrustedJob> {
    const { accountId, issuer, audience, repository, environment, ref, workflow } = args;
    const provider = oidcProviderArn(accountId, issuer);
    const judgeProvider = (arn: string): Problem[] => oneOf("providerArn", arn, [provider]);
    const judgeToken = (token: TokenIds): Problem[] => [
        ...idProblems(token.repositoryId),
        ...subjectProblems(args, token.subject, token),
    ];
    const { subject, repositoryId, azureDevOps } = args;
    const token = { subject, repositoryId, connectionId: azureDevOps?.connectionId };
    const isPlain = Object.values(token).every((one) => typeof one !== "object");
    const judgedToken = judged<TokenIds>(
        owner,
        what,
        isPlain ? (token as TokenIds) : pulumi.output(token),
        judgeToken,
        problems,
    );
    return pulumi
        .all([judged(owner, what, args.providerArn, judgeProvider, problems), judgedToken])
        .apply(([providerArn, ids]) => ({
            ...{ providerArn, issuer, audience, repository, environment, ref, workflow },
            ...{ subject: ids.subject, repositoryId: ids.repositoryId },
        }));
}

interface TokenIds {
    subject: string;
    repositoryId?: number;
    connectionId?: string;
}

function idProblems(id: unknown): Problem[] {
    return id === undefined || (Number.isSafeInteger(id) && Number(id) > 0)
        ? []
        : [problem("repositoryId", id, "a positive whole number")];
}

/** Everything the role may do; the roles it may pass can become known later. */
function judgedDeployment(
    owner: pulumi.Resource,
    what: string,
    args: RoleArgs,
    problems: Problem[],
): pulumi.Output<Deployment> {
    const passed = (args.ecsServices ?? []).map(({ passRoleArns = [] }, i) =>
        passRoleArns.map((role, j) => {
            const path = `ecsServices[${i}].passRoleArns[${j}]`;
            const judge = (arn: string): Problem[] =>
                ownProblems(path, arn, "roleArn", args.accountId);
            return judged(owner, what, role, judge, problems);
        }),
    );
    return pulumi
        .all(passed.map((arns) => pulumi.all(arns)))
        .apply((known) => deploymentOf(args, known));
}

/** What the role does, when each service may be passed these roles. */
function deploymentOf(args: RoleArgs, passed: string[][]): Deployment {
    const { accountId, region, access, ecsServices = [] } = args;
    return {
        ...{ accountId, region, access },
        ecsServices: ecsServices.map((service, i) => ({
            ...service,
            passRoleArns: passed[i] ?? [],
        })),
        lambdaAliases: args.lambdaAliases ?? [],
        s3Sites: args.s3Sites ?? [],
        ecrRepositories: args.ecrRepositories ?? [],
        secretNames: args.secretNames ?? [],
        signingKeyAliases: args.signingKeyAliases ?? [],
    };
}

/** Nothing of another account can be passed or bound, and an ARN with a wildcard would be many. */
function ownProblems(
    path: string,
    arn: unknown,
    shape: "roleArn" | "policyArn",
    accountId: string,
): Problem[] {
    const found = awsShaped(path, arn, shape);
    const isOwn = typeof arn === "string" && arn.split(":")[4] === accountId;
    return found.length > 0 || isOwn ? found : [problem(path, arn, `an ARN of ${accountId}`)];
}
