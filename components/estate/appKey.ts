import type * as pulumi from "@pulumi/pulumi";

import { estateAwsName } from "../shared/awsNaming";
import { SigningKey } from "../vault/signingKey";
import type { AwsPlatform } from "./awsPlatform";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import type { EstatePlatform } from "./platform";

/** The key that a machine signs with when it registers as a runner. */
export interface AppKey {
    keyId: pulumi.Output<string>;
    keyUri: pulumi.Output<string>;
}

/** What is known of the GitHub App's key: GitHub makes it, and knows this algorithm only. */
const appKeyFacts = { algorithm: "RS256", rsaBits: 2048, imported: true } as const;

/** The App's key in the estate's vault, for pools of ephemeral GitHub runners in Azure. */
export function createAppKeyInAzure(
    parent: pulumi.Resource,
    name: string,
    estate: PipelineEstateArgs,
    { vault, group, tags }: EstatePlatform,
): AppKey | undefined {
    const pools = estate.azureAgents?.pools ?? [];
    if (!pools.some(({ kind, host }) => kind === "ephemeral" && host === "github")) {
        return undefined;
    }
    const key = new SigningKey(
        `${name}-app-key`,
        {
            ...appKeyFacts,
            azure: {
                keyName: "github-app",
                vaultName: vault.vaultName,
                vaultId: vault.vaultId,
                resourceGroupName: group.name,
                subscriptionId: estate.azure.subscriptionId,
            },
            tags,
            allowDestroy: estate.allowDestroy,
        },
        { parent },
    );
    vault.lockAfter(key);
    return key;
}

/** The App's key in KMS, for pools of runners on instances. */
export function createAppKeyInAws(
    parent: pulumi.Resource,
    name: string,
    { awsAgents, appliedBy, organization, allowDestroy }: PipelineEstateArgs,
    { accountId, region, tags }: AwsPlatform,
): SigningKey | undefined {
    if (!(awsAgents?.pools ?? []).some(({ kind }) => kind === "instances")) {
        return undefined;
    }
    return new SigningKey(
        `${name}-aws-app-key`,
        {
            ...appKeyFacts,
            aws: {
                alias: estateAwsName(organization, "github-app"),
                accountId,
                region,
                administratorArns: appliedBy?.aws ?? [],
            },
            tags,
            allowDestroy,
        },
        { parent },
    );
}
