import type * as pulumi from "@pulumi/pulumi";

import { AuditTrail } from "../audit/auditTrail";
import { AwsOidcProvider } from "../identity/awsOidcProvider";
import { awsName } from "../shared/awsNaming";
import { estateTags } from "../shared/tags";
import type { EstateAws } from "./estateCloudArgs";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import { watchedRoleArns } from "./roles";

/** What an estate has in AWS before anything deploys there. */
export interface AwsPlatform extends EstateAws {
    /** ARN of the account's OIDC provider for GitHub. */
    providerArn: pulumi.Output<string>;
    tags: Record<string, string>;
}

/** The trust in GitHub's tokens; undefined for an estate without AWS. */
export function createAwsPlatform(
    parent: pulumi.Resource,
    name: string,
    { aws, organization, allowDestroy }: PipelineEstateArgs,
): AwsPlatform | undefined {
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
    return { ...aws, providerArn: provider.arn, tags };
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
