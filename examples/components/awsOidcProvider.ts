// The account's logins for pipelines: GitHub Actions is new here, and so is an Azure DevOps
// organisation. Where a provider stands already, `adopt: true` takes it as it is.
import { AwsOidcProvider } from "gatehouse";

const accountId = "123456789012";

const github = new AwsOidcProvider("github", { accountId });

const azureDevOps = new AwsOidcProvider("azure-devops", {
    accountId,
    issuer: "https://vstoken.dev.azure.com/11111111-2222-3333-4444-555555555555",
});

// What the trust policies of roles name.
export const githubArn = github.arn;
export const azureDevOpsArn = azureDevOps.arn;
