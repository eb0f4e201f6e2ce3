import type * as pulumi from "@pulumi/pulumi";

import { oidcProviderArn } from "../../shared/awsNaming";
import { text, type Problem } from "../../shared/validate";
import { judgeRole, withDefaults } from "../aws/checkRole";
import { awsIssuers } from "../aws/issuers";
import type { AwsFederatedRoleArgs } from "../awsFederatedRoleArgs";
import type { AwsServiceConnectionArgs } from "../awsServiceConnectionArgs";
import { writtenSubject } from "../subjects/azureDevOpsSubject";

/** What a role has to be asked for, that it trusts a connection. */
export function roleArgs(
    args: AwsServiceConnectionArgs,
    subject: pulumi.Input<string>,
): AwsFederatedRoleArgs {
    const { organization, project, connection } = args;
    const { roleName, accountId, region, providerArn, issuer } = args;
    return {
        ...{ roleName, accountId, region, providerArn, issuer, subject },
        azureDevOps: { organization, project, connection },
        access: args.access ?? "apply",
        ecsServices: args.ecsServices ?? [],
        lambdaAliases: args.lambdaAliases ?? [],
        s3Sites: args.s3Sites ?? [],
        ecrRepositories: args.ecrRepositories ?? [],
        secretNames: args.secretNames ?? [],
        signingKeyAliases: args.signingKeyAliases ?? [],
        ...(args.permissionsBoundaryArn === undefined
            ? {}
            : { permissionsBoundaryArn: args.permissionsBoundaryArn }),
        ...(args.tags === undefined ? {} : { tags: args.tags }),
    };
}

/** Everything unacceptable for the role, as far as it is known before anything is made. */
export function roleProblems(
    owner: pulumi.Resource,
    what: string,
    args: AwsServiceConnectionArgs,
): Problem[] {
    const known = withDefaults(roleArgs(plainOf(args), writtenSubject(args)));
    const allowed = "https://vstoken.dev.azure.com/ and the id of the organisation, a GUID";
    const issuer = text("issuer", args.issuer, awsIssuers.azureDevOpsShape, allowed);
    const problems: Problem[] = [];
    judgeRole(owner, what, known, problems);
    // Nobody gives the subject; a provider of the wrong issuer is not known by a right ARN.
    const consequences = [
        "subject",
        "issuer",
        ...(issuer.length > 0 ? ["audience", "providerArn"] : []),
    ];
    return [
        ...issuer,
        ...problems
            .filter(({ path }) => !consequences.includes(path))
            .map((one) => ({ ...one, path: one.path.replace(/^azureDevOps\./, "") })),
    ];
}

/** The arguments without what is not known yet: the role judges that when it becomes known. */
function plainOf(args: AwsServiceConnectionArgs): AwsServiceConnectionArgs {
    const { providerArn, permissionsBoundaryArn, ecsServices, ...rest } = args;
    return {
        ...rest,
        providerArn:
            typeof providerArn === "string"
                ? providerArn
                : oidcProviderArn(args.accountId, args.issuer),
        ...(typeof permissionsBoundaryArn === "string" ? { permissionsBoundaryArn } : {}),
        ecsServices: (ecsServices ?? []).map((service) => ({
            ...service,
            passRoleArns: (service.passRoleArns ?? []).filter((arn) => typeof arn === "string"),
        })),
    };
}
