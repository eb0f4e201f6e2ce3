import type * as pulumi from "@pulumi/pulumi";

import { AuditTrail } from "../audit/auditTrail";
import { awsIssuers } from "../identity/aws/issuers";
import { AwsOidcProvider } from "../identity/awsOidcProvider";
import { installToolkit } from "../identity/connections/awsToolkit";
import { awsName } from "../shared/awsNaming";
import { estateTags } from "../shared/tags";
import type { EstateAws } from "./estateCloudArgs";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import { watchedRoleArns } from "./roles";

/** What an estate has in AWS before anything deploys there. */
export interface AwsPlatform extends EstateAws {
    /** ARN of the account's OIDC provider for GitHub. */
    providerArn: pulumi.Output<string>;
    /** The trust in tokens of Azure DevOps, where something deploys in AWS from there. */
    devOps?: DevOpsTrust;
    tags: Record<string, string>;
}

/** What connections of Azure DevOps to AWS are built on. */
export interface DevOpsTrust {
    /** Who signs their tokens. */
    issuer: string;
    /** ARN of the account's OIDC provider for it. */
    providerArn: pulumi.Output<string>;
    /** What has to stand before there can be one. */
    after: pulumi.Resource[];
}

/** The trust in the tokens of both hosts; undefined for an estate without AWS. */
export function createAwsPlatform(
    parent: pulumi.Resource,
    name: string,
    estate: PipelineEstateArgs,
): AwsPlatform | undefined {
    const { aws, organization, allowDestroy } = estate;
    if (!aws) {
        return undefined;
    }
    const tags = estateTags({
        owner: organization,
        environment: "platform",
        classification: "confidential",
    });
    const provider = new AwsOidcProvider(
        `${name}-github`,
        { accountId: aws.accountId, adopt: aws.adoptProvider, tags, allowDestroy },
        { parent },
    );
    const devOps = createDevOpsTrust(parent, name, estate, { accountId: aws.accountId, tags });
    return { ...aws, providerArn: provider.arn, ...(devOps ? { devOps } : {}), tags };
}

/** The issuer retires on 2027-07-01, of which both components warn; the AWS toolkit knows no other. */
function createDevOpsTrust(
    parent: pulumi.Resource,
    name: string,
    { azureDevOps, allowDestroy }: PipelineEstateArgs,
    { accountId, tags }: Pick<AwsPlatform, "accountId" | "tags">,
): DevOpsTrust | undefined {
    if (!azureDevOps?.aws) {
        return undefined;
    }
    const { organizationId, adoptProvider, adoptToolkit } = azureDevOps.aws;
    const issuer = awsIssuers.azureDevOps(organizationId);
    const provider = new AwsOidcProvider(
        `${name}-azure-devops`,
        { accountId, issuer, adopt: adoptProvider, tags, allowDestroy },
        { parent },
    );
    const after = adoptToolkit ? [] : [installToolkit(parent, `${name}-aws`)];
    return { issuer, providerArn: provider.arn, after };
}

/** What the trail in AWS watches besides the account itself. */
export interface Watched {
    agentFlowLogGroups: pulumi.Input<string>[];
    dataBucketArns: pulumi.Input<string>[];
}

/** The audit trail of the account. It comes last: it reads the log groups of the agents' network. */
export function createAwsTrail(
    parent: pulumi.Resource,
    name: string,
    estate: PipelineEstateArgs,
    aws: AwsPlatform,
    watched: Watched,
): AuditTrail {
    const { organization, contacts, auditDays, appliedBy, allowDestroy } = estate;
    return new AuditTrail(
        `${name}-aws-audit`,
        {
            organization,
            emails: contacts,
            retentionDays: auditDays,
            tags: aws.tags,
            allowDestroy,
            aws: {
                accountId: aws.accountId,
                region: aws.region,
                bucketName: awsName("bucket", organization, "audit", aws.accountId),
                applyRoleArns: appliedBy?.aws ?? [],
                breakGlassRoleArns: watchedRoleArns(estate),
                ...watched,
                // An estate that may be torn down cannot keep files that nobody can delete.
                ...(allowDestroy === true ? { allowGovernanceMode: true } : {}),
            },
        },
        { parent },
    );
}
