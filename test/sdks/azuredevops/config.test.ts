import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import * as azuredevops from "../../../sdks/azuredevops/index";
import { config as facts } from "../../support/azureDevOpsConfigFacts.json";
import { errorsOf, openTestStack } from "../../support/engineRun";
import { interfaceOf } from "./sources";

describe("the configuration of the azuredevops binding", () => {
    let outer: string | undefined;
    beforeEach(() => {
        outer = process.env.AZDO_ORG_SERVICE_URL;
        delete process.env.AZDO_ORG_SERVICE_URL;
    });
    afterEach(() => {
        pulumi.runtime.setAllConfig({});
        if (outer === undefined) delete process.env.AZDO_ORG_SERVICE_URL;
        else process.env.AZDO_ORG_SERVICE_URL = outer;
    });

    it("has the variables of the published package, each of its type and documented", () => {
        const declared = interfaceOf("config", "Config");
        const types = declared.map(({ name, type }) => [name, type.replace(" | undefined", "")]);
        assert.deepEqual(Object.fromEntries(types), facts);
        assert.ok(declared.every(({ documented }) => documented));
        assert.deepEqual(Object.keys(azuredevops.config).sort(), Object.keys(facts));
    });

    it("is what the stack says when it is asked for, and undefined where it says nothing", () => {
        assert.deepEqual(Object.values(azuredevops.config).filter(Boolean), []);
        const values: Record<string, unknown> = { boolean: false, "string[]": ["t1", "t2"] };
        for (const [name, type] of Object.entries(facts)) {
            const wanted = values[type] ?? `the ${name}`;
            const text = typeof wanted === "string" ? wanted : JSON.stringify(wanted);
            pulumi.runtime.setConfig(`azuredevops:${name}`, text);
            assert.deepEqual((azuredevops.config as unknown as typeof values)[name], wanted);
        }
    });

    it("takes the organisation's address from the environment where the stack has none", () => {
        process.env.AZDO_ORG_SERVICE_URL = "";
        assert.equal(azuredevops.config.orgServiceUrl, undefined);
        process.env.AZDO_ORG_SERVICE_URL = "https://dev.azure.com/from-environment";
        assert.equal(azuredevops.config.orgServiceUrl, "https://dev.azure.com/from-environment");
        pulumi.runtime.setConfig("azuredevops:orgServiceUrl", "https://dev.azure.com/acme");
        assert.equal(azuredevops.config.orgServiceUrl, "https://dev.azure.com/acme");
    });
});

describe("a provider's configuration for Terraform", () => {
    it("is what that provider answers, and no other is asked", async () => {
        const stack = await openTestStack();
        try {
            const plugin = { packages: ["azuredevops"], address: stack.provider.address };
            const program = (): Record<string, unknown> => {
                const provider = new azuredevops.Provider("acme", { tenantId: "t" });
                return { tenant: provider.tenantId, told: provider.terraformConfig() };
            };
            const result = await stack.run("up", program, { plugin });
            assert.ok(result.ok, errorsOf(result));
            const { tenant, told } = result.outputs as { tenant: string; told: object };
            assert.equal(tenant, "t");
            assert.deepEqual(told, {
                said: "pulumi:providers:azuredevops/terraformConfig",
                result: { "azuredevops:config:tenantId": "t" },
            });
            const providers = result.steps.filter(({ type }) => type.includes(":providers:"));
            assert.deepEqual(
                providers.map(({ name }) => name),
                ["acme"],
            );
        } finally {
            stack.close();
        }
    });
});
