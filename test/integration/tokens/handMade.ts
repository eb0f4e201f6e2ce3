import { ResourceGroup } from "@pulumi/azure-native/resources";
import { Repository } from "@pulumi/github/repository";
import { BuildDefinition, Git, Group, Project } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";
import {
    AwsFederatedRole,
    AwsOidcProvider,
    AwsServiceConnection,
    AzureFederatedIdentity,
    AzureServiceConnection,
    GitHubEnvironment,
} from "../../../components/index";
import { githubSubject } from "../../../components/identity/subjects/githubSubject";
import { accountId } from "../../../sandbox/cloud/github/account";
import { azureDevOpsIssuer } from "../../../sandbox/cloud/azuredevops/federation";

const tenantId = "5c0d4e2a-7f6b-4a1d-9b3e-2f8a6c1d7e90";
const subscriptionId = "83f2c6d1-5e0a-4b97-b1c8-7a40d9e6f325";
const location = "uksouth";

/** Organisation of both hosts. */
export const organization = "acme";

/** What the providers are told. */
export const configuration = {
    "azure-native:subscriptionId": subscriptionId,
    "azure-native:tenantId": tenantId,
    "azuredevops:orgServiceUrl": `https://dev.azure.com/${organization}`,
    "github:owner": organization,
};

/** A project with a pipeline that may use its connection and one that may not. */
function shop() {
    const project = new Project("shop", { name: "Shop" });
    const repository = new Git("web", {
        projectId: project.id,
        name: "web",
        defaultBranch: "refs/heads/main",
        initialization: { initType: "Clean" },
    });
    const [deploy, other] = ["deploy", "other"].map((name) => {
        const repositoryOf = { repoType: "TfsGit", repoId: repository.id, ymlPath: "x.yml" };
        return new BuildDefinition(name, { projectId: project.id, name, repository: repositoryOf });
    });
    const { descriptor, originId } = new Group("release", {
        scope: project.id,
        displayName: "Release",
    });
    const pipelines = deploy ? [{ name: "deploy", id: deploy.id }] : [];
    return {
        pipelineIds: { deploy: deploy?.id, other: other?.id },
        guarded: {
            organization,
            project: "Shop",
            projectId: project.id,
            connection: "production",
            pipelines,
            checks: {
                approvers: [{ name: "release", descriptor, originId }],
                branches: ["refs/heads/main"],
            },
        },
    };
}

/** One service connection and the identity that trusts it. */
export function connectionProgram(signedBy: "entra" | "azureDevOps"): Record<string, unknown> {
    const group = new ResourceGroup("identities", { resourceGroupName: "rg-id", location });
    const { guarded, pipelineIds } = shop();
    new AzureServiceConnection("shop", {
        ...guarded,
        tenantId,
        subscriptionId,
        identityName: "id-shop",
        resourceGroupName: group.name,
        location,
        ...(signedBy === "azureDevOps"
            ? { issuer: azureDevOpsIssuer(organization), allowRetiringIssuer: true }
            : {}),
    });
    return pipelineIds;
}

/** A repository in the middle of a migration, with an identity to apply and one to plan. */
export function repositoryProgram(): Record<string, unknown> {
    const group = new ResourceGroup("identities", { resourceGroupName: "rg-id", location });
    const repository = new Repository("web", { name: "web", visibility: "private" });
    const subject = subjectsOf(repository);
    // Jobs of pull requests run on their merge commit; nobody approves, for they can only look.
    const plan = new GitHubEnvironment("plan", {
        organization,
        repository: repository.name,
        environment: "plan",
        reviewerTeams: [],
        allowNoReview: true,
        branches: ["refs/pull/*/merge"],
        ownerId: accountId(organization),
        repositoryId: repository.repoId,
    });
    const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const workflow = "acme/ci/.github/workflows/deploy.yml@refs/heads/main";
    const common = {
        repository: `${organization}/web`,
        resourceGroupName: group.name,
        location,
        subscriptionId,
    };
    new AzureFederatedIdentity(
        "apply",
        {
            ...common,
            environment: "eu:staging",
            credentials: [
                { name: "github", subject: subject("eu:staging") },
                { name: "reusable", subject: subject("eu:staging", { workflow }) },
            ],
            migrationUntil: inAMonth,
            identityName: "id-web",
            customRoles: [
                {
                    name: "slots",
                    scope: `/subscriptions/${subscriptionId}/resourceGroups/rg-id`,
                    actions: ["Microsoft.Web/sites/slots/write"],
                },
            ],
        },
        { dependsOn: [group] },
    );
    new AzureFederatedIdentity("plan", {
        ...common,
        environment: "plan",
        access: "plan",
        credentials: [{ name: "github", subject: plan.subject }],
        identityName: "id-web-plan",
        roles: [{ name: "reader", role: "Reader", scope: group.id }],
    });
    return {};
}

/** Exact subjects of a new repository, by environment. */
function subjectsOf(repository: Repository) {
    return (environment: string, more: { workflow?: string } = {}): pulumi.Output<string> =>
        pulumi.all([repository.name, repository.repoId]).apply(([name, repositoryId]) =>
            githubSubject({
                owner: organization,
                repository: name,
                ids: { ownerId: accountId(organization), repositoryId },
                context: { kind: "environment", name: environment },
                ...more,
            }),
        );
}

/** Roles of AWS for both hosts: one that demands more than the subject, one that cannot. */
export function awsProgram(): Record<string, unknown> {
    const accountId = "123456789012";
    const region = "eu-west-1";
    const repository = new Repository("web", { name: "web", visibility: "private" });
    const subject = subjectsOf(repository);
    const github = new AwsOidcProvider("github", { accountId });
    const role = { accountId, region, providerArn: github.arn, repository: `${organization}/web` };
    for (const [environment, access] of [
        ["staging", "apply"],
        ["plan", "plan"],
    ] as const) {
        new AwsFederatedRole(`web/${environment}`, {
            ...role,
            roleName: `web--${environment}`,
            environment,
            access,
            subject: subject(environment),
            repositoryId: repository.repoId,
            ...(access === "apply" ? { ref: "refs/heads/release" } : {}),
            ecrRepositories: [{ repository: "web" }],
        });
    }
    const issuer = azureDevOpsIssuer(organization);
    const azureDevOps = new AwsOidcProvider("azure-devops", { accountId, issuer });
    const { guarded, pipelineIds } = shop();
    new AwsServiceConnection("shop", {
        ...guarded,
        issuer,
        roleName: "shop",
        accountId,
        region,
        providerArn: azureDevOps.arn,
        ecrRepositories: [{ repository: "shop" }],
        installToolkit: true,
    });
    return pipelineIds;
}
