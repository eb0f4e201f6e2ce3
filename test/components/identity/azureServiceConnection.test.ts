import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { AzureServiceConnection, type AzureServiceConnectionArgs } from "../../../components/index";
import { known, record, refusal } from "../../support/mocks";
import { azureArgs, project } from "../shared/protection/samples";

const build = (more: Partial<AzureServiceConnectionArgs> = {}) =>
    record(() => new AzureServiceConnection("shop", { ...azureArgs, ...more }));
const refusalOf = (more: Partial<AzureServiceConnectionArgs>): Promise<string> =>
    refusal(() => new AzureServiceConnection("shop", { ...azureArgs, ...more }));

describe("AzureServiceConnection", () => {
    it("the connection signs in with an identity of its own, by workload identity: there is no secret", async () => {
        const { recording, result } = await build({ description: "Deploys the shop." });
        const { tenantId, subscriptionId } = azureArgs;
        assert.deepEqual(recording.one("ServiceEndpointAzureRM").inputs, {
            projectId: project,
            serviceEndpointName: "production",
            description: "Deploys the shop.",
            serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
            credentials: { serviceprincipalid: await known(result.clientId) },
            azurermSpnTenantid: tenantId,
            azurermSubscriptionId: subscriptionId,
            azurermSubscriptionName: subscriptionId,
            features: { validate: false },
        });
        assert.equal(recording.one("UserAssignedIdentity").inputs.resourceName, "id-shop");
        const role = recording.one("RoleAssignment").inputs;
        assert.equal(role.principalId, await known(result.principalId));
    });

    it("the identity trusts this connection and no other, by the subject Azure DevOps gave it", async () => {
        const { recording, result } = await build();
        const { inputs } = recording.one("FederatedIdentityCredential");
        const subject = await known(result.subject);
        assert.equal(inputs.subject, subject);
        assert.ok(subject.endsWith(`/${await known(result.connectionId)}`));
        assert.equal(inputs.resourceName, "id-shop");
        assert.equal(inputs.issuer, `https://login.microsoftonline.com/${azureArgs.tenantId}/v2.0`);
        assert.deepEqual(inputs.audiences, ["api://AzureADTokenExchange"]);
    });

    it("tells its subscription and what a plan may do", async () => {
        const { recording } = await build({
            subscriptionName: "Shop",
            access: "plan",
            roles: [{ ...azureArgs.roles?.[0], name: "look", role: "Reader", scope: scopeOfShop }],
            tags: { owner: "shop" },
        });
        const endpoint = recording.one("ServiceEndpointAzureRM").inputs;
        assert.equal(endpoint.azurermSubscriptionName, "Shop");
        assert.equal(recording.one("AzureFederatedIdentity").inputs.access, "plan");
        assert.deepEqual(recording.one("UserAssignedIdentity").inputs.tags, { owner: "shop" });
    });

    it("refuses what cannot be trusted before anything is made, all at once", async () => {
        const message = await refusalOf({
            organization: "acme corp",
            project: "*",
            connection: "a/b",
            tenantId: "acme",
            subscriptionId: "shop",
            identityName: "x",
            access: "all",
            description: "x".repeat(1025),
            roles: [{ name: "all", role: "Owner", scope: "/subscriptions/x" }],
            customRoles: [{ name: "more", scope: "/", actions: ["*"] }],
            projectId: "Shop",
        });
        const lines = message.split("\n").map((line) => line.trim().split(": got")[0]);
        assert.deepEqual(lines, [
            'AzureServiceConnection "shop": 13 arguments are not acceptable',
            "organization",
            "project",
            "connection",
            "tenantId",
            "access",
            "identityName",
            "subscriptionId",
            "roles[0].role",
            "roles[0].scope",
            "customRoles[0].actions[0]",
            "customRoles[0].scope",
            "description",
            "projectId",
        ]);
    });

    it("trusts the retiring issuer only when told so", async () => {
        const issuer = "https://vstoken.dev.azure.com/44444444-4444-4444-8444-444444444444";
        assert.match(await refusalOf({ issuer }), /issuer: got .* with allowRetiringIssuer/);
        const { recording } = await record(() => {
            // The subject of this mock is Entra's, so only what is declared comes out.
            new AzureServiceConnection("shop", { ...azureArgs, allowRetiringIssuer: true });
        });
        const { azureDevOps } = recording.one("AzureFederatedIdentity").inputs;
        assert.equal((azureDevOps as Record<string, unknown>).allowRetiringIssuer, true);
    });
});

const scopeOfShop = `/subscriptions/${azureArgs.subscriptionId}/resourceGroups/rg-shop`;
