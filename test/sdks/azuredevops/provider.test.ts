import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { before, describe, it } from "mocha";
import * as azuredevops from "../../../sdks/azuredevops/index";

describe("the provider of the azuredevops binding", () => {
    const seen: pulumi.runtime.MockResourceArgs[] = [];
    before(async () => {
        await pulumi.runtime.setMocks({
            newResource: (args) => {
                seen.push(args);
                return { id: `${args.name}-id`, state: args.inputs as object };
            },
            call: () => ({}),
        });
    });

    it("sends what is no text as JSON, and secrets as secrets", async () => {
        const provider = new azuredevops.Provider("acme", {
            orgServiceUrl: "https://dev.azure.com/acme",
            clientSecret: "correct horse",
            useOidc: true,
            auxiliaryTenantIds: ["t1"],
        });
        await new Promise((resolve) => provider.id.apply(resolve));
        const sent = seen.find(({ type }) => type === "pulumi:providers:azuredevops")?.inputs as
            Record<string, unknown> | undefined;
        assert.equal(sent?.orgServiceUrl, "https://dev.azure.com/acme");
        assert.equal(sent.useOidc, "true");
        assert.equal(sent.auxiliaryTenantIds, '["t1"]');
        assert.deepEqual(sent.clientSecret, {
            "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
            value: "correct horse",
        });
        assert.ok(azuredevops.Provider.isInstance(provider));
    });

    it("tells its own resources from others", () => {
        const pool = new azuredevops.Pool("agents", { name: "agents" });
        assert.ok(azuredevops.Pool.isInstance(pool));
        assert.ok(!azuredevops.Queue.isInstance(pool));
        assert.ok(!azuredevops.Pool.isInstance("agents"));
    });

    it("keeps passwords secret on the way out", async () => {
        const endpoint = new azuredevops.ServiceEndpointGeneric("gate", {
            projectId: "p",
            serviceEndpointName: "gate",
            serverUrl: "https://gate.example",
            password: "correct horse",
        });
        assert.equal(await pulumi.isSecret(endpoint.password), true);
    });
});
