import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import { describe, it } from "mocha";
import { withoutVersionAliases } from "../../../components/shared/versionAliases";

const type = "azure-native:keyvault:Vault";

function kept(aliases: pulumi.Input<string | pulumi.Alias>[] | undefined): unknown {
    const result = withoutVersionAliases({
        resource: undefined as never,
        name: "v",
        props: { a: 1 },
        type,
        opts: { protect: true, aliases },
    });
    assert.ok(result);
    assert.deepEqual(result.props, { a: 1 });
    assert.equal(result.opts.protect, true);
    return result.opts.aliases;
}

describe("aliases of API versions", () => {
    it("are dropped", () => {
        assert.deepEqual(
            kept([
                { type: "azure-native:keyvault/v20230701:Vault" },
                { type: "azure-native:keyvault/v20180214preview:Vault" },
            ]),
            [],
        );
    });

    it("are nothing without aliases", () => {
        assert.deepEqual(kept(undefined), []);
    });

    it("do not include those of another type, module or provider, or with a name or parent", () => {
        const others = [
            { type: "azure-native:keyvault/v20230701:ManagedHsm" },
            { type: "azure-native:security/v20230701:Vault" },
            { type: "azure-native:oldvault:Vault" },
            { type: "azure:keyvault/keyVault:KeyVault" },
            { type: "azure-native:keyvault/v20230701:Vault", name: "old" },
            { name: "old" },
            "urn:pulumi:dev::p::azure-native:keyvault/v20230701:Vault::v",
        ];
        assert.deepEqual(kept(others), others);
    });
});
