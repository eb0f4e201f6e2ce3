import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";

import { normaliseType } from "../../model/typeFamilies";

const word = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,12}$/);
const version = fc
    .tuple(fc.integer({ min: 20100101, max: 20301231 }), fc.constantFrom("", "preview"))
    .map(([date, suffix]) => `v${date}${suffix}`);

describe("normalising a type token", () => {
    const examples: Record<string, string> = {
        "azure-native:keyvault:Vault": "azure-native:keyvault:Vault",
        "azure-native:keyvault/v20230701:Vault": "azure-native:keyvault:Vault",
        "azure-native:keyvault/v20200401preview:Vault": "azure-native:keyvault:Vault",
        "azure-native_keyvault_v20240401:keyvault/v20240401:Vault": "azure-native:keyvault:Vault",
        "azure-nextgen:keyvault/latest:Vault": "azure-native:keyvault:Vault",
        "azure:keyvault/keyVault:KeyVault": "azure:keyvault:KeyVault",
        "github:index/repository:Repository": "github:index:Repository",
        "github:index/branchProtectionV3:BranchProtectionV3": "github:index:BranchProtectionV3",
        "aws:s3/bucketV2:BucketV2": "aws:s3:Bucket",
        "aws:s3/bucket:Bucket": "aws:s3:Bucket",
        "gatehouse:index:HardenedVault": "gatehouse:index:HardenedVault",
        "pulumi:pulumi:Stack": "pulumi:pulumi:Stack",
    };
    for (const [token, type] of Object.entries(examples)) {
        it(`brings ${token} to ${type}`, () => assert.equal(normaliseType(token), type));
    }

    it("keeps packages apart that only look alike", () => {
        const impostors = ["azure-native-evil", "azure-native_keyvault", "xazure-native"];
        for (const name of impostors) {
            assert.notEqual(normaliseType(`${name}:keyvault:Vault`), "azure-native:keyvault:Vault");
        }
    });

    it("gives every version and package form of an Azure type the same result", () => {
        fc.assert(
            fc.property(word, word, version, (module, name, api) => {
                const plain = normaliseType(`azure-native:${module}:${name}`);
                const lower = module.toLowerCase();
                assert.equal(normaliseType(`azure-native:${module}/${api}:${name}`), plain);
                assert.equal(
                    normaliseType(`azure-native_${lower}_${api}:${module}/${api}:${name}`),
                    plain,
                );
            }),
        );
    });

    it("changes nothing the second time, and returns a token of another form as it is", () => {
        fc.assert(
            fc.property(fc.string(), (token) => {
                const once = normaliseType(token);
                assert.equal(normaliseType(once), once);
                if (token.split(":").length !== 3) assert.equal(once, token);
            }),
        );
    });
});
