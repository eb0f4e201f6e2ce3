import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { isProductionName, productionNames } from "../../model/production";

describe("names of production environments", () => {
    const isProduction = (name: string) => isProductionName(name, productionNames);

    it("are recognised alone, in any case, and set apart by separators or digits", () => {
        for (const name of [
            "prod",
            "production",
            "Production",
            "PRD",
            "live",
            "prod-eu",
            "eu_production",
            "web.live.1",
            "prod1",
            "2prod",
            "eu/prod",
        ]) {
            assert.ok(isProduction(name), name);
        }
    });

    it("are not found within other words", () => {
        for (const name of [
            "product",
            "reproduction",
            "delivery",
            "olive",
            "prods",
            "staging",
            "",
        ]) {
            assert.equal(isProduction(name), false, name);
        }
    });

    it("are not found in what comes before production", () => {
        for (const name of ["pre-prod", "preprod", "non-production", "eu_pre_prod", "not prod"]) {
            assert.equal(isProduction(name), false, name);
        }
    });
});
