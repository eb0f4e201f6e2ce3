import { version as awsVersion } from "@pulumi/aws/package.json";
import { version as azureNativeVersion } from "@pulumi/azure-native/package.json";
import { version as azureDevOpsVersion } from "@pulumi/azuredevops/package.json";
import { version as githubVersion } from "@pulumi/github/package.json";
import { awsConfiguration, awsFunctions, awsTypes } from "./aws";
import { azureFunctions, azureTypes } from "./azure";
import { azureDevOpsFunctions, azureDevOpsTypes } from "./azuredevops";
import { githubFunctions, githubTypes } from "./github";
import { hostsTypes, hostsVersion } from "./hosts";
import type { CloudPackage, ResourceType } from "./resourceType";

function byToken(types: readonly ResourceType[]): ReadonlyMap<string, ResourceType> {
    return new Map(types.map((type) => [type.token, type]));
}

/** All emulated packages, with the versions of the SDK packages installed here. */
export const packages: readonly CloudPackage[] = [
    {
        name: "azure-native",
        version: azureNativeVersion,
        types: byToken(azureTypes),
        functions: azureFunctions,
    },
    {
        name: "azuredevops",
        version: azureDevOpsVersion,
        types: byToken(azureDevOpsTypes),
        functions: azureDevOpsFunctions,
    },
    {
        name: "github",
        version: githubVersion,
        types: byToken(githubTypes),
        functions: githubFunctions,
    },
    {
        name: "aws",
        version: awsVersion,
        types: byToken(awsTypes),
        functions: awsFunctions,
        configuration: awsConfiguration,
    },
    {
        name: "gatehouse-hosts",
        version: hostsVersion,
        types: byToken(hostsTypes),
        functions: new Map(),
    },
];
