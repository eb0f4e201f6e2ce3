// How the project Shop signs in to AWS: one role, which may push images to one repository, trusted in one
// service connection, which one pipeline uses after two groups approved.
import { BuildDefinition, Git, Group, Project } from "@pulumi/azuredevops";
import { AwsOidcProvider, AwsServiceConnection } from "gatehouse";

const accountId = "123456789012";
const project = new Project("shop", { name: "Shop", visibility: "private" });
const repository = new Git("web", {
    projectId: project.id,
    name: "web",
    defaultBranch: "refs/heads/main",
    initialization: { initType: "Clean" },
});
const deploy = new BuildDefinition("deploy", {
    projectId: project.id,
    name: "deploy",
    repository: { repoType: "TfsGit", repoId: repository.id, ymlPath: "deploy.yml" },
    ciTrigger: { useYaml: true },
    jobAuthorizationScope: "project",
});
const groupOf = (name: string) => {
    const { descriptor, originId } = new Group(name, { scope: project.id, displayName: name });
    return { name, descriptor, originId };
};
// The id of the organisation is the last part. It is found under Organisation settings, Overview.
const issuer = "https://vstoken.dev.azure.com/22222222-3333-4444-5555-666666666666";
const provider = new AwsOidcProvider("azure-devops", { accountId, issuer });

const connection = new AwsServiceConnection("shop/images", {
    organization: "acme",
    project: "Shop",
    projectId: project.id,
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
    pipelines: [{ name: "deploy", id: deploy.id }],
});

// A task of the AWS toolkit signs in with `awsCredentials: images`.
export const roleArn = connection.roleArn;
