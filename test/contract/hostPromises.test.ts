import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { rowsBelow } from "../integration/people/page";
import { promises } from "../integration/people/promises";

const rows = rowsBelow("Promises");

describe("the page about both hosts", () => {
    it("has a row for each promise, in the order of the tests", () => {
        assert.deepEqual(
            rows.map(([promise]) => promise),
            promises.map(({ title }) => title),
        );
        assert.equal(new Set(promises.map(({ title }) => title)).size, promises.length);
    });

    for (const [promise = "", gitHub = "", azureDevOps = ""] of rows) {
        it(`says truly what of "${promise}" is tested`, () => {
            const proven = promises.find(({ title }) => title === promise);
            const documented = (cell: string) => cell.startsWith("Documented only");
            assert.equal(documented(gitHub), proven?.gitHub === undefined, "GitHub");
            assert.equal(
                documented(azureDevOps),
                proven?.azureDevOps === undefined,
                "Azure DevOps",
            );
        });
    }

    it("says for each promise what differs, and which plan it takes", () => {
        for (const [promise, ...cells] of rows) {
            assert.equal(cells.length, 4, promise);
            assert.ok(
                cells.every((cell) => cell.length > 0),
                promise,
            );
            assert.match(cells.at(-1) ?? "", /^(Free|Team|Enterprise)\b/, promise);
        }
    });
});
