import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { Vault } from "@pulumi/azure-native/keyvault";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { SigningKey } from "../../../components/index";
import type { RunResult } from "../../../sandbox/engine/api";
import { openCloudStack, type CloudStack } from "../../support/cloudStack";
import { complaints } from "../../support/sandbox";
import { inAws, inAzure, subscriptionId } from "./signingKeys";

interface Change {
    expires?: string;
    generation?: number;
}

/** A key in each cloud, used by nobody yet. */
function program({ expires = "2027-11-21", generation = 1 }: Change) {
    const location = "uksouth";
    const group = new ResourceGroup("group", { resourceGroupName: "rg", location });
    const vault = new Vault("vault", {
        vaultName: "kv-acme",
        resourceGroupName: group.name,
        location,
        properties: {
            tenantId: subscriptionId,
            sku: { family: "A", name: "premium" },
            enableRbacAuthorization: true,
        },
    });
    const at = { vaultName: vault.name, vaultId: vault.id, resourceGroupName: group.name };
    new SigningKey("azure", {
        today: "2026-11-21",
        azure: { ...inAzure.azure, ...at, expires, signers: [], verifiers: [] },
    });
    new SigningKey("aws", { aws: { ...inAws.aws, generation } });
    return Promise.resolve({});
}

describe("SigningKeys in the emulated clouds", function () {
    this.timeout(120_000);
    let stack: CloudStack;

    before(() => {
        stack = openCloudStack();
    });
    after(() => stack.close());

    const up = (change: Change): Promise<RunResult> =>
        stack.run("up", "", { program: () => program(change) });
    const changes = async (change: Change): Promise<string[]> => {
        const result = await up(change);
        assert.ok(result.ok, complaints(result));
        return result.steps
            .filter(({ op, type }) => op !== "same" && !/^(pulumi|gatehouse):/.test(type))
            .map(({ op, name }) => `${op} ${name}`)
            .sort();
    };

    it("stand, and another end of the first version does not replace the key", async () => {
        assert.ok((await changes({})).includes("create azure-key"));
        assert.deepEqual(await changes({}), []);
        assert.deepEqual(await changes({ expires: "2028-01-31" }), []);
    });

    it("get a next generation by a new key, a moved alias, and an older key that only verifies", async () => {
        assert.deepEqual(await changes({ generation: 2 }), [
            "create aws-key-2",
            "update aws-alias",
            "update aws-key-1",
        ]);
    });
});
