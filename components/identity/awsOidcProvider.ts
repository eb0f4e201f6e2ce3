import { OpenIdConnectProvider } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import { oidcProviderArn } from "../shared/awsNaming";
import { awsShaped } from "../shared/awsShapes";
import { warn } from "../shared/messages";
import { oneOf, problem, refuse, type Problem } from "../shared/validate";
import { awsIssuers, isAzureDevOps, isGitHub, retirementOf } from "./aws/issuers";
import type { AwsOidcProviderArgs } from "./awsOidcProviderArgs";

/**
 * An AWS account's record of who signs the tokens of its pipelines: GitHub Actions or an Azure
 * DevOps organisation. Roles that trust it (`AwsFederatedRole`) need no stored key.
 *
 * Guaranteed:
 * - the provider accepts tokens of one issuer, meant for one audience;
 * - no thumbprint of a certificate is pinned: AWS trusts the issuer's public certificate authority;
 * - an adopted provider is read, never changed and never deleted;
 * - an adopted provider that does not accept the audience is refused, before a role can trust it;
 * - the program warns of an issuer that retires, and says when;
 * - Pulumi protects the provider it made, unless allowDestroy is given.
 *
 * Not covered: which jobs get in. The provider opens nothing by itself; each role's trust policy
 * decides. An account has one provider for an issuer, so a second one is refused by AWS: adopt it.
 * AWS's public partition only.
 *
 * All unacceptable arguments are reported in one error.
 */
export class AwsOidcProvider extends pulumi.ComponentResource {
    /** ARN of the provider: what the trust policy of a role names. */
    public readonly arn: pulumi.Output<string>;
    /** Who signs the tokens, with its scheme. */
    public readonly issuer: pulumi.Output<string>;
    /** Whom the tokens are meant for. */
    public readonly audience: pulumi.Output<string>;

    constructor(
        name: string,
        args: AwsOidcProviderArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        const full = withDefaults(args);
        super("gatehouse:index:AwsOidcProvider", name, full, opts);
        checkArguments(this, name, full);
        const provider = full.adopt === true ? adopt(this, name, full) : create(this, name, full);

        this.arn = full.adopt === true ? checkAdopted(this, name, full, provider) : provider.arn;
        this.issuer = pulumi.output(full.issuer);
        this.audience = pulumi.output(full.audience);
        this.registerOutputs({ arn: this.arn, issuer: this.issuer, audience: this.audience });
    }
}

interface ProviderArgs extends AwsOidcProviderArgs {
    issuer: string;
    audience: string;
}

function withDefaults(args: AwsOidcProviderArgs): ProviderArgs {
    const issuer = args.issuer ?? awsIssuers.github;
    const audience = isGitHub(issuer) ? awsIssuers.githubAudience : awsIssuers.azureDevOpsAudience;
    return { ...args, issuer, audience: args.audience ?? audience };
}

function checkArguments(owner: AwsOidcProvider, name: string, args: ProviderArgs): void {
    refuse(owner, `AwsOidcProvider "${name}"`, [
        ...awsShaped("accountId", args.accountId, "account"),
        ...issuerProblems("issuer", args.issuer),
        ...audienceProblems("audience", args.audience, args.issuer),
    ]);
    const retirement = retirementOf(args.issuer);
    if (retirement !== undefined) {
        warn(`AwsOidcProvider "${name}": ${retirement}`);
    }
}

/** No problem when `issuer` signs the tokens of pipelines. */
export function issuerProblems(path: string, issuer: string): Problem[] {
    const allowed =
        "an issuer of GitHub Actions, of Azure DevOps with the organisation's id, or of Entra with the tenant's, in lower case";
    return isGitHub(issuer) || isAzureDevOps(issuer) ? [] : [problem(path, issuer, allowed)];
}

/** No problem when `audience` is the one that the issuer's tokens for AWS carry. */
export function audienceProblems(path: string, audience: string, issuer: string): Problem[] {
    const wanted = isGitHub(issuer) ? awsIssuers.githubAudience : awsIssuers.azureDevOpsAudience;
    return oneOf(path, audience, [wanted]);
}

function create(parent: AwsOidcProvider, name: string, args: ProviderArgs): OpenIdConnectProvider {
    return new OpenIdConnectProvider(
        `${name}-provider`,
        { url: args.issuer, clientIdLists: [args.audience], tags: args.tags },
        { parent, protect: args.allowDestroy !== true },
    );
}

function adopt(parent: AwsOidcProvider, name: string, args: ProviderArgs): OpenIdConnectProvider {
    const arn = oidcProviderArn(args.accountId, args.issuer);
    return OpenIdConnectProvider.get(`${name}-provider`, arn, undefined, { parent });
}

/** The ARN, once it is known that the provider accepts the audience; whoever uses it waits for that. */
function checkAdopted(
    owner: AwsOidcProvider,
    name: string,
    args: ProviderArgs,
    provider: OpenIdConnectProvider,
): pulumi.Output<string> {
    return pulumi.all([provider.arn, provider.clientIdLists]).apply(([arn, audiences]) => {
        const accepts = audiences.includes(args.audience);
        const allowed = `an adopted provider that accepts ${args.audience}`;
        const found = accepts ? [] : [problem("adopt", audiences, allowed)];
        refuse(owner, `AwsOidcProvider "${name}"`, found);
        return arn;
    });
}
