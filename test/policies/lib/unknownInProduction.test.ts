import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { undecidable } from "../../../model/finding";
import { runRule, type CaseInput } from "../../support/ruleCases";
import { sampleStackRule } from "../../support/sampleRules";

const thing = "test:index:Thing";

/** Levels of what a stack rule says that cannot decide in a stack of this name. */
function levels(stack: string, more: Partial<CaseInput> = {}, production?: boolean) {
    const rule = sampleStackRule(undecidable(["size"], production));
    const urn = `urn:pulumi:${stack}::shop::${thing}::one`;
    const resources = [{ type: thing, name: "one", urn, props: {} }];
    return runRule(rule, { resources, ...more }).map(({ level }) => level);
}

describe("a stack rule that cannot decide, and does not say of what", () => {
    it("blocks in a production stack, by name or by tag, and warns elsewhere", () => {
        assert.deepEqual(levels("dev"), ["advisory"]);
        assert.deepEqual(levels("prod"), ["mandatory"]);
        const stackTags = { "gatehouse:tier": "production" };
        assert.deepEqual(levels("dev", { stackTags }), ["mandatory"]);
    });

    it("takes for production what the settings do", () => {
        const config = { productionPattern: "^blue$", productionTags: ["tier"] };
        assert.deepEqual(levels("blue", { config }), ["mandatory"]);
        assert.deepEqual(levels("prod", { config }), ["advisory"]);
        assert.deepEqual(levels("dev", { config, stackTags: { tier: "blue" } }), ["mandatory"]);
    });

    it("warns in a production stack of what a rule says is not production's", () => {
        assert.deepEqual(levels("prod", {}, false), ["advisory"]);
    });
});
