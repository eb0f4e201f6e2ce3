import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { shaped, type Shape } from "../../../components/shared/shapes";

const accepted: [Shape, string[]][] = [
    ["guid", ["11111111-2222-3333-4444-555555555555", "ABCDEF01-2222-3333-4444-555555555555"]],
    ["location", ["uksouth", "westeurope", "eastus2"]],
    ["vault", ["kv-acme-dev", "abc", "a".repeat(24)]],
    ["owner", ["acme", "acme-dev", "A1"]],
    ["login", ["ada", "grace-h", "ada_acme"]],
    ["repository", ["web", ".github", "Web.Api_2"]],
    ["team", ["platform", "web-team", "team_a"]],
    ["environment", ["production", "Prod EU", "review/42", "eu:west"]],
    ["identity", ["id-web--production", "id_web", "id-web-2", "2_ids", "a".repeat(124)]],
];

const refused: [Shape, string[]][] = [
    ["guid", ["", "1111", "11111111-2222-3333-4444-55555555555g"]],
    ["location", ["UK South", "uk-south", ""]],
    ["vault", ["kv", "9kv", "kv--acme", "kv-", "a".repeat(25), "kv_acme"]],
    ["owner", ["", "-acme", "acme-", "ac--me", "acme/web", "acme*", "a".repeat(40)]],
    ["login", ["", "ada@acme", "ada_", "ada lovelace"]],
    ["repository", ["", ".", "..", "a/b", "web*", "web api", "a".repeat(101)]],
    ["team", ["", "Web", "web team", "-web", "web*"]],
    ["environment", ["", "*", "prod?", " prod", "prod ", "pr'od", "a".repeat(256), "line\nbreak"]],
    ["identity", ["id", "-id", "id web", "id-web_2", "id_web_10", "a".repeat(125)]],
];

describe("names as the services accept them", () => {
    for (const [shape, values] of accepted) {
        it(`accept as ${shape}: ${values.join(", ")}`, () => {
            assert.deepEqual(
                values.flatMap((value) => shaped("value", value, shape)),
                [],
            );
        });
    }

    for (const [shape, values] of refused) {
        it(`refuse as ${shape}: ${values.map((value) => JSON.stringify(value).slice(0, 12)).join(", ")}`, () => {
            for (const value of values) {
                assert.equal(shaped("value", value, shape).length, 1, JSON.stringify(value));
            }
        });
    }

    it("refuse what is no text at all", () => {
        assert.equal(shaped("value", undefined, "owner").length, 1);
        assert.equal(shaped("value", 12, "guid").length, 1);
    });
});
