import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { BuildDefinition, Git, Group, Pool, Project } from "@pulumi/azuredevops";
import {
    AwsOidcProvider,
    AwsServiceConnection,
    AzureDevOpsEnvironment,
    AzureDevOpsQueue,
    AzureServiceConnection,
    KeyVaultVariables,
} from "../../../../components/index";
import type { RunResult } from "../../../../sandbox/engine/api";
import { openCloudStack, standingAs, type CloudStack } from "../../../support/cloudStack";
import { complaints } from "../../../support/sandbox";
import { awsArgs, azureArgs, environmentArgs, queueArgs, variablesArgs } from "./samples";

/** Everything that is protected, in a project that is made with it. */
function program(): Promise<Record<string, unknown>> {
    const project = new Project("shop", { name: "Shop" });
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
    });
    const groupOf = (name: string) => {
        const made = new Group(name, { scope: project.id, displayName: name });
        return { name, descriptor: made.descriptor, originId: made.originId };
    };
    const guarded = {
        projectId: project.id,
        checks: {
            approvers: [groupOf("release"), groupOf("operations")],
            branches: ["refs/heads/main"],
            requiredTemplate: { repository: "Shop/x", ref: "refs/heads/main", path: "x.yml" },
            businessHours: { days: ["monday"], from: "08:00", to: "16:00" },
            exclusiveLock: true,
        },
        pipelines: [{ name: "deploy", id: deploy.id }],
        administrators: [groupOf("platform")],
        users: [groupOf("web")],
    };
    const place = { resourceGroupName: "rg-identities", location: "uksouth" };
    const group = new ResourceGroup("identities", place);
    new AzureDevOpsEnvironment("production", { ...environmentArgs, ...guarded });
    new AzureServiceConnection("azure", {
        ...azureArgs,
        ...guarded,
        resourceGroupName: group.name,
        roles: [{ name: "look", role: "Reader", scope: group.id }],
    });
    const { issuer, accountId } = awsArgs;
    const provider = new AwsOidcProvider("azure-devops", { accountId, issuer, allowDestroy: true });
    new AwsServiceConnection("aws", {
        ...awsArgs,
        ...guarded,
        connection: "aws",
        providerArn: provider.arn,
        installToolkit: true,
    });
    new KeyVaultVariables("secrets", { ...variablesArgs, ...guarded });
    const pool = new Pool("deploy", { name: "shop-production" });
    new AzureDevOpsQueue("agents", { ...queueArgs, ...guarded, poolId: pool.id });
    return Promise.resolve({});
}

describe("protected resources of Azure DevOps on the emulated clouds", function () {
    this.timeout(120_000);
    let stack: CloudStack;
    const config = {
        "azure-native:subscriptionId": azureArgs.subscriptionId,
        "azuredevops:orgServiceUrl": "https://dev.azure.com/acme",
    };

    before(() => {
        stack = openCloudStack();
    });
    after(() => stack.close());

    const run = async (kind: "preview" | "up" | "destroy"): Promise<RunResult> => {
        const result = await stack.run(kind, "", { program, config });
        assert.ok(result.ok, complaints(result));
        return result;
    };

    it("what is trusted is an input of a component that is always known, so that policies can judge it before the connection exists", async () => {
        const { resources } = await run("preview");
        const declared = resources
            .filter(({ type }) => /:(AzureFederatedIdentity|AwsFederatedRole)$/.test(type))
            .map(({ inputs }) => {
                const { organization, project, connection } =
                    inputs.azureDevOps as typeof azureArgs;
                return [organization, project, connection, inputs.issuer, inputs.audience];
            })
            // The two connections are registered side by side: which comes first is chance.
            .sort((one, other) => String(one[2]).localeCompare(String(other[2])));
        const audience = "api://AzureADTokenExchange";
        const entra = `https://login.microsoftonline.com/${azureArgs.tenantId}/v2.0`;
        assert.deepEqual(declared, [
            ["acme", "Shop", "aws", awsArgs.issuer, audience],
            ["acme", "Shop", "production", entra, audience],
        ]);
    });

    it("come up in an empty organisation in one go, and go the other way round", async () => {
        const made = await run("up");
        const named = (type: string) =>
            made.resources.filter((one) => one.type.endsWith(`:${type}`));
        assert.equal(named("PipelineAuthorization").length, 5);
        assert.equal(named("CheckApproval").length, 5);
        // The role is known by its name before it stands.
        const [connection] = named("ServiceEndpointAws");
        const [role] = named("Role");
        assert.equal(connection?.inputs.roleToAssume, role?.outputs.arn);
        await run("destroy");
        // The toolkit is the whole organisation's: it stays.
        assert.deepEqual(standingAs(stack), [
            "azuredevops:index/extension:Extension AmazonWebServices/aws-vsts-tools",
        ]);
    });
});
