import assert from "node:assert/strict";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup";
import { after, before, describe, it } from "mocha";
import { openCloudStore } from "../../../sandbox/cloud";
import { connectionToken } from "../../../sandbox/cloud/tokens/azureDevOpsIssuer";
import { exchangeAtEntra } from "../../../sandbox/cloud/tokens/entra";
import { str } from "../../../sandbox/cloud/values";
import * as azuredevops from "../../../sdks/azuredevops/index";
import { openCloudStack, type CloudStack } from "../../support/cloudStack";

/** A project whose pipeline signs in to Azure without a key: identity, connection, credential. */
function program(): Record<string, unknown> {
    const provider = new azuredevops.Provider("acme", {
        orgServiceUrl: "https://dev.azure.com/acme",
        useCli: false,
    });
    const opts = { provider };
    const group = new ResourceGroup("rg", { resourceGroupName: "rg", location: "uksouth" });
    const identity = new managedidentity.UserAssignedIdentity("id", {
        resourceGroupName: group.name,
        resourceName: "id-web",
        location: "uksouth",
    });
    const project = new azuredevops.Project("shop", { name: "Shop" }, opts);
    const projectId = project.id;
    const repository = new azuredevops.Git(
        "web",
        {
            projectId,
            name: "web",
            defaultBranch: "refs/heads/main",
            initialization: { initType: "Clean" },
        },
        opts,
    );
    const pipeline = new azuredevops.BuildDefinition(
        "deploy",
        {
            projectId,
            name: "deploy",
            repository: { repoType: "TfsGit", repoId: repository.id, ymlPath: "deploy.yml" },
        },
        opts,
    );
    const connection = new azuredevops.ServiceEndpointAzureRM(
        "azure",
        {
            projectId,
            serviceEndpointName: "azure",
            serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
            azurermSpnTenantid: "11111111-2222-3333-4444-555555555555",
            azurermSubscriptionId: "s",
            azurermSubscriptionName: "shop",
            credentials: { serviceprincipalid: identity.clientId },
        },
        opts,
    );
    new managedidentity.FederatedIdentityCredential("azure", {
        resourceGroupName: group.name,
        resourceName: identity.name,
        federatedIdentityCredentialResourceName: "azure",
        issuer: connection.workloadIdentityFederationIssuer,
        subject: connection.workloadIdentityFederationSubject,
        audiences: ["api://AzureADTokenExchange"],
    });
    new azuredevops.PipelineAuthorization(
        "deploy",
        {
            projectId,
            type: "endpoint",
            resourceId: connection.id,
            pipelineId: pipeline.id.apply(Number),
        },
        opts,
    );
    const approvers = azuredevops
        .getGroupOutput({ projectId, name: "Project Administrators" }, opts)
        .apply(({ originId }) => [originId]);
    new azuredevops.CheckApproval(
        "azure",
        {
            projectId,
            targetResourceId: connection.id,
            targetResourceType: "endpoint",
            approvers,
        },
        opts,
    );
    return { pipeline: pipeline.id, clientId: identity.clientId };
}

describe("a program on the azuredevops binding and the emulated organisation", () => {
    let stack: CloudStack;
    const run = (kind: "preview" | "up" | "refresh" | "destroy") =>
        stack.run(kind, "", { program: () => Promise.resolve(program()) });
    const operations = (result: Awaited<ReturnType<typeof run>>) =>
        new Set(result.steps.map(({ op }) => op));
    before(() => {
        stack = openCloudStack();
    });
    after(() => stack.close());

    it("is previewed, deployed in the order it needs, and then left alone", async () => {
        assert.equal((await run("preview")).ok, true);
        const deployed = await run("up");
        assert.equal(deployed.ok, true, JSON.stringify(deployed.diagnostics));
        assert.deepEqual(operations(await run("up")), new Set(["same"]));
        assert.ok(!operations(await run("refresh")).has("update"));
    });

    it("lets its pipeline, and nobody else's, have the identity", () => {
        const cloud = openCloudStore(`${stack.dir}/cloud`);
        const clientId = str(
            cloud.list("azure-native:managedidentity:UserAssignedIdentity")[0]?.outputs,
            "clientId",
        );
        const job = { organization: "acme", project: "Shop", connection: "azure" };
        const token = connectionToken(cloud, { ...job, pipeline: 1 });
        assert.deepEqual(exchangeAtEntra(cloud, { token, clientId }), {
            accepted: true,
            identity: clientId,
        });
        assert.throws(() => connectionToken(cloud, { ...job, pipeline: 2 }), /may not use/);
    });

    it("is taken away whole", async () => {
        assert.equal((await run("destroy")).ok, true);
        assert.deepEqual(stack.standing(), []);
    });
});
