import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { networkName } from "../../../components/estate/networkName";

describe("networkName", () => {
    it("is the organization's and what it is for", () => {
        assert.equal(networkName("ACME-Corp", "agents", 32), "acme-corp-agents");
    });

    it("fits where the organization's is long, and differs from others", () => {
        const names = ["agents", "builds"].map((one) => networkName("a".repeat(39), one, 32));
        for (const name of names) {
            assert.match(name, /^(?=.{3,32}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
        }
        assert.equal(new Set(names).size, 2);
    });

    it("begins with a letter where the organization's begins with a digit", () => {
        assert.match(networkName("3scale", "agents", 32), /^n-3scale-agents-[0-9a-f]{8}$/);
    });
});
