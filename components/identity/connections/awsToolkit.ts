import { Extension } from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";

/**
 * The extension that knows the kind of connection "aws".
 *
 * source: Visual Studio Marketplace, "AWS Toolkit for Azure DevOps"; aws/aws-toolkit-azure-devops
 * date: 2026-11-21
 */
const toolkit = { publisherId: "AmazonWebServices", extensionId: "aws-vsts-tools" } as const;

/**
 * Installs it in the organisation, once for all connections. Other projects may have come to use it by
 * the time this one goes, so it stays.
 */
export function installToolkit(
    parent: pulumi.Resource,
    name: string,
    dependsOn?: pulumi.ComponentResourceOptions["dependsOn"],
): Extension {
    return new Extension(`${name}-toolkit`, toolkit, {
        parent,
        dependsOn,
        retainOnDelete: true,
    });
}
