import { Provider as AwsProvider } from "@pulumi/aws/provider";
import { Provider as AzureProvider } from "@pulumi/azure-native/provider";
import { Provider as DevOpsProvider } from "@pulumi/azuredevops";
import { Provider as GitHubProvider } from "@pulumi/github/provider";
import * as pulumi from "@pulumi/pulumi";
import { Provider as HostsProvider } from "gatehouse-hosts";

import { PipelineEstate, withoutVersionAliases, type PipelineEstateArgs } from "./components/index";
import { EstateError, loadEstate } from "./estate";

const args = configuredEstate();
const estate = new PipelineEstate("estate", args, {
    providers: providersOf(args),
    transformations: [withoutVersionAliases],
});

export const vaultUri = estate.vaultUri;
export const repositories = estate.repositories;
export const clientIds = estate.clientIds;
export const roleArns = estate.roleArns;
export const subjects = estate.subjects;
export const stateCommands = estate.stateCommands;

/** The estate of the stack's configuration; its mistakes end the program without a stack trace. */
function configuredEstate(): PipelineEstateArgs {
    try {
        const config = new pulumi.Config();
        return loadEstate(config.getObject("estate"), {
            azureDevOpsAuditPassword: config.getSecret("azureDevOpsAuditPassword"),
        });
    } catch (error) {
        throw error instanceof EstateError ? new pulumi.RunError(error.message) : error;
    }
}

/**
 * Providers of the subscription and the organization that the estate names. Ambient settings could name others:
 * identities would then be given roles in one subscription and stand in another.
 */
function providersOf(configured: PipelineEstateArgs): pulumi.ProviderResource[] {
    const { azure, organization, aws, azureDevOps } = configured;
    return [
        new AzureProvider("azure", {
            subscriptionId: azure.subscriptionId,
            tenantId: azure.tenantId,
        }),
        new GitHubProvider("github", { owner: organization }),
        new HostsProvider("hosts", {
            githubOwner: organization,
            ...(azureDevOps
                ? { azureDevOpsUrl: `https://dev.azure.com/${azureDevOps.organization}` }
                : {}),
        }),
        ...(aws
            ? [new AwsProvider("aws", { region: aws.region, allowedAccountIds: [aws.accountId] })]
            : []),
        ...(azureDevOps
            ? [
                  new DevOpsProvider("azuredevops", {
                      orgServiceUrl: `https://dev.azure.com/${azureDevOps.organization}`,
                  }),
              ]
            : []),
    ];
}
