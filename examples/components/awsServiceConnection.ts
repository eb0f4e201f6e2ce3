// How the project Shop signs in to AWS: one role, which may push images to one repository, trusted in one
// service connection, which one pipeline uses after two groups approved.
import {
    AwsOidcProvider,
    AwsServiceConnection,
    AzureDevOpsProject,
    AzureDevOpsRepositoryGuard,
    devOpsGroup,
} from "gatehouse";

const accountId = "123456789012";
const entra = (digit: number) => `${digit}0000000-1111-4222-8333-444444444444`;
const project = new AzureDevOpsProject("shop", {
    project: "Shop",
    features: ["repositories", "pipelines", "boards"],
    groups: [
        { name: "web", access: "write", entraGroups: [entra(1)] },
        { name: "platform", access: "operate", entraGroups: [entra(2)] },
        { name: "release", access: "read", entraGroups: [entra(3)] },
        { name: "operations", access: "read", entraGroups: [entra(4)] },
    ],
    authorEmails: ["*@acme.example"],
});
const { projectId } = project;
const groupOf = (name: string) => devOpsGroup(project, name);
const web = new AzureDevOpsRepositoryGuard("web", {
    project: "Shop",
    projectId,
    repository: "web",
    team: groupOf("web"),
    codeOwners: groupOf("platform"),
    checks: [{ name: "build" }],
    pipelines: [{ name: "deploy" }],
});
const deploy = { name: "web-deploy", id: web.pipelineIds.apply((ids) => ids.deploy ?? "") };
// The id of the organisation is the last part. It is found under Organisation settings, Overview.
const issuer = "https://vstoken.dev.azure.com/22222222-3333-4444-5555-666666666666";
const provider = new AwsOidcProvider("azure-devops", { accountId, issuer });

const connection = new AwsServiceConnection("shop/images", {
    organization: "acme",
    project: "Shop",
    projectId,
    connection: "images",
    issuer,
    roleName: "shop-images",
    accountId,
    region: "eu-west-1",
    providerArn: provider.arn,
    ecrRepositories: [{ repository: "shop/web" }],
    installToolkit: true,
    checks: {
        approvers: [groupOf("release"), groupOf("operations")],
        branches: ["refs/heads/main"],
    },
    pipelines: [deploy],
});

// A task of the AWS toolkit signs in with `awsCredentials: images`.
export const roleArn = connection.roleArn;
