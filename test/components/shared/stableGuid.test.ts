import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { shaped } from "../../../components/shared/shapes";
import { stableGuid } from "../../../components/shared/stableGuid";

const parts = fc.array(fc.string(), { minLength: 1, maxLength: 4 });

describe("a stable GUID", () => {
    it("is one, and always the same for the same parts", () => {
        fc.assert(
            fc.property(parts, (given) => {
                assert.deepEqual(shaped("", stableGuid(...given), "guid"), []);
                assert.equal(stableGuid(...given), stableGuid(...given));
            }),
        );
    });

    it("is another one for other parts", () => {
        const made = [["a", "b"], ["ab"], ["a", "b", ""], ["b", "a"]].map((one) =>
            stableGuid(...one),
        );
        assert.equal(new Set(made).size, made.length);
    });
});
