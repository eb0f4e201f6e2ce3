import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { azureName, type NamePrefix } from "../../../components/shared/naming";
import { shaped } from "../../../components/shared/shapes";

const prefixes: NamePrefix[] = ["rg", "id", "vnet", "snet", "nsg", "log"];
const longest = { rg: 90, id: 120, vnet: 64, snet: 80, nsg: 80, log: 63 };
const parts = fc.array(fc.string({ unit: "grapheme", maxLength: 120 }), {
    minLength: 1,
    maxLength: 4,
});
/** Names as people choose them, close enough to each other to clash if joined carelessly. */
const closeParts = fc.array(fc.stringMatching(/^[ab._-]{1,4}$/), { minLength: 1, maxLength: 3 });

describe("names of Azure resources", () => {
    it("stay readable for ordinary names", () => {
        assert.equal(azureName("rg", "acme", "web", "production"), "rg-acme--web--production");
        assert.equal(azureName("id", "web-api", "staging"), "id-web-api--staging");
    });

    it("ignore the case, as GitHub and Azure do", () => {
        assert.equal(azureName("rg", "Acme", "Web"), azureName("rg", "acme", "web"));
    });

    it("mark what had to be changed with a hash of the original", () => {
        assert.match(azureName("rg", "acme", "web.api"), /^rg-acme--web-api-[0-9a-f]{8}$/);
        assert.notEqual(azureName("rg", "web.api"), azureName("rg", "web_api"));
    });

    it("tell repository web-api in prod from repository web in api-prod", () => {
        assert.notEqual(azureName("rg", "web-api", "prod"), azureName("rg", "web", "api-prod"));
    });

    it("hold only what Azure accepts, within its length", () => {
        fc.assert(
            fc.property(fc.constantFrom(...prefixes), parts, (prefix, values) => {
                const name = azureName(prefix, ...values);
                assert.match(name, /^[a-z][a-z0-9-]*[a-z0-9]$/);
                assert.ok(name.length <= longest[prefix as keyof typeof longest]);
                assert.ok(name.startsWith(`${prefix}-`));
            }),
        );
    });

    it("are accepted as resource groups and identities", () => {
        fc.assert(
            fc.property(parts, (values) => {
                assert.deepEqual(shaped("", azureName("rg", ...values), "resourceGroup"), []);
                assert.deepEqual(shaped("", azureName("id", ...values), "identity"), []);
            }),
        );
    });

    it("differ whenever their parts differ", () => {
        const same = (a: string[], b: string[]): boolean =>
            JSON.stringify(a).toLowerCase() === JSON.stringify(b).toLowerCase();
        const pair = fc.oneof(fc.tuple(parts, parts), fc.tuple(closeParts, closeParts));
        fc.assert(
            fc.property(pair, ([left, right]) => {
                fc.pre(!same(left, right));
                assert.notEqual(azureName("rg", ...left), azureName("rg", ...right));
            }),
            { numRuns: 1000 },
        );
    });

    it("are the same every time", () => {
        fc.assert(
            fc.property(parts, (values) => {
                assert.equal(azureName("rg", ...values), azureName("rg", ...values));
            }),
        );
    });
});
