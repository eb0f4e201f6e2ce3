import fs from "node:fs";
import path from "node:path";
import { generateSchema as schemaOf } from "@pulumi/pulumi/provider/experimental/schema";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";

const folder = path.join(__dirname, "..", "..", "components");

/** Where the committed schema of the component package lies. */
export const schemaPath = path.join(folder, "schema.json");

/** The classes other languages see. */
export const componentNames: readonly string[] = [
    "AgentNetwork",
    "AuditTrail",
    "AwsAgentNetwork",
    "AwsFederatedRole",
    "AwsOidcProvider",
    "AwsRunnerPool",
    "AwsSecretVault",
    "AwsServiceConnection",
    "AzureAgentPool",
    "AzureDevOpsEnvironment",
    "AzureDevOpsFeed",
    "AzureDevOpsProject",
    "AzureDevOpsQueue",
    "AzureDevOpsRepositoryGuard",
    "AzureFederatedIdentity",
    "AzureServiceConnection",
    "GitHubEnvironment",
    "GitHubOrganization",
    "GitHubOrganizationActions",
    "GitHubRepositoryGuard",
    "HardenedVault",
    "KeyVaultVariables",
    "PipelineEstate",
    "Roles",
    "SigningKey",
    "StateStore",
    "VaultSecret",
];

interface Manifest {
    name: string;
    version: string;
    description: string;
}

/** The package schema, as the SDK's own analyzer reads it from the sources. Takes seconds. */
export function generateSchema(): string {
    const manifestPath = path.join(folder, "package.json");
    const manifest = JSON.parse(fs.readFileSync(manifestPath, "utf8")) as Manifest;
    const { name, version, description } = manifest;
    // Without the entry point of the built package the analyzer looks for index.ts.
    const source = { name, version };
    const found = new Analyzer(folder, name, source, new Set(componentNames)).analyze();
    const schema = schemaOf(
        name,
        version,
        description,
        found.components,
        found.typeDefinitions,
        found.dependencies,
    );
    return `${JSON.stringify(schema, undefined, 4)}\n`;
}

if (require.main === module && process.argv.includes("--write")) {
    fs.writeFileSync(schemaPath, generateSchema());
}
