import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";

import {
    absent,
    is,
    known,
    map,
    pathSegments,
    read,
    readFlag,
    readList,
    readNumber,
    readText,
    readTexts,
    unknown,
    UNKNOWN,
    type PropertyTree,
    withDefault,
} from "../../model/known";

const tree: PropertyTree = {
    on: true,
    text: "web",
    count: 3,
    nothing: null,
    later: UNKNOWN,
    nested: { later: UNKNOWN, list: ["a", UNKNOWN, { name: "b" }], "a.b": 1 },
};

describe("reading a property", () => {
    it("tells known, absent and unknown apart", () => {
        assert.deepEqual(read(tree, "nested.list[2].name"), known("b"));
        assert.deepEqual(read(tree, "missing"), absent);
        assert.deepEqual(read(tree, "nothing"), absent);
        assert.deepEqual(read(tree, "nested.later"), unknown);
    });

    it("says unknown below an unknown value, and absent below a missing one", () => {
        assert.deepEqual(read(tree, "later.below.it"), unknown);
        assert.deepEqual(read(tree, "missing.below.it"), absent);
        assert.deepEqual(read(tree, "text.below.it"), absent);
        assert.deepEqual(read(tree, "nested.list[7]"), absent);
    });

    it("reads keys with dots by the list form, and nothing an object inherits", () => {
        assert.deepEqual(read(tree, ["nested", "a.b"]), known(1));
        assert.deepEqual(read(tree, "constructor"), absent);
        assert.deepEqual(read(tree, "nested.__proto__"), absent);
    });

    it("splits paths into keys and positions", () => {
        assert.deepEqual(pathSegments("a.b[0].c"), ["a", "b", 0, "c"]);
        assert.deepEqual(pathSegments(["a.b"]), ["a.b"]);
    });

    it("keeps a list's length when elements are unknown", () => {
        const list = readList(tree, "nested.list");
        assert.ok(list.state === "known");
        assert.equal(list.value.length, 3);
        assert.deepEqual(list.value[1], unknown);
    });

    it("takes a single value for a list of one, as bridged providers flatten such lists", () => {
        assert.deepEqual(readTexts(tree, "text"), known([known("web")]));
    });

    it("accepts the words true and false, and digits, from providers that send text", () => {
        assert.deepEqual(readFlag({ on: "true" }, "on"), known(true));
        assert.deepEqual(readFlag({ on: "false" }, "on"), known(false));
        assert.deepEqual(readNumber({ n: "2" }, "n"), known(2));
        assert.deepEqual(readText(tree, "count"), known("3"));
    });

    it("refuses a value of the wrong kind, naming the path and not the value", () => {
        const odd = {
            secret: ["hunter2"],
            flag: "hunter2",
            number: "hunter2",
            list: [["hunter2"]],
        };
        const reads = [
            () => readText(odd, "secret"),
            () => readFlag(odd, "flag"),
            () => readNumber(odd, "number"),
            () => readTexts(odd, "list"),
        ];
        for (const one of reads) {
            assert.throws(one, (error: Error) => {
                assert.match(error.message, /^expected .+ at (secret|flag|number|list)$/);
                return error instanceof TypeError;
            });
        }
    });

    it("never turns unknown into a default, a match or a changed value", () => {
        fc.assert(
            fc.property(fc.anything(), (value) => {
                assert.deepEqual(withDefault(unknown, value), unknown);
                assert.equal(is(unknown, value), false);
                assert.deepEqual(
                    map(unknown, () => value),
                    unknown,
                );
                assert.deepEqual(withDefault(absent, value), known(value));
            }),
        );
    });
});
