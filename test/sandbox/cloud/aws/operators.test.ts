import assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { isLike, operatorOf, satisfies } from "../../../../sandbox/cloud/aws/policy/operators";

type Row = readonly [
    operator: string,
    seen: string[] | undefined,
    wanted: string[],
    holds: boolean,
];

const rows: readonly Row[] = [
    ["StringEquals", ["a"], ["a"], true],
    ["StringEquals", ["a"], ["b", "a"], true],
    ["StringEquals", ["A"], ["a"], false],
    ["StringEquals", ["ab"], ["a*"], false],
    ["StringEquals", undefined, ["a"], false],
    ["StringEquals", ["a", "a"], ["a"], false],
    ["StringEqualsIfExists", undefined, ["a"], true],
    ["StringEqualsIfExists", ["b"], ["a"], false],
    ["StringNotEquals", ["b"], ["a"], true],
    ["StringNotEquals", ["b"], ["a", "b"], false],
    ["StringNotEquals", undefined, ["a"], true],
    ["StringEqualsIgnoreCase", ["A"], ["a"], true],
    ["StringNotEqualsIgnoreCase", ["A"], ["a"], false],
    ["StringLike", ["repo:acme/web:ref:x"], ["repo:acme/*"], true],
    ["StringLike", ["repo:Acme/web"], ["repo:acme/*"], false],
    ["StringLike", ["ac"], ["a?c"], false],
    ["StringLike", ["abc"], ["a?c"], true],
    ["StringNotLike", ["abc"], ["a*"], false],
    ["StringLikeIfExists", undefined, ["a*"], true],
    ["ForAnyValue:StringEquals", ["a", "b"], ["b"], true],
    ["ForAnyValue:StringEquals", ["a"], ["b"], false],
    ["ForAnyValue:StringEquals", undefined, ["b"], false],
    ["ForAnyValue:StringEquals", [], ["b"], false],
    ["ForAllValues:StringEquals", ["a", "b"], ["b", "a"], true],
    ["ForAllValues:StringEquals", ["a", "c"], ["b", "a"], false],
    ["ForAllValues:StringEquals", undefined, ["a"], true],
    ["ForAllValues:StringNotEquals", ["c", "d"], ["a"], true],
    ["ForAllValues:StringNotEquals", ["a", "d"], ["a"], false],
    ["ForAnyValue:StringNotEquals", ["a", "d"], ["a"], true],
    ["ForAnyValue:StringNotEquals", undefined, ["a"], false],
    ["ForAnyValue:StringLike", ["amr1", "x"], ["amr*"], true],
    ["Null", undefined, ["true"], true],
    ["Null", ["a"], ["true"], false],
    ["Null", ["a"], ["false"], true],
    ["Null", undefined, ["False"], false],
    ["Bool", ["true"], ["True"], true],
    ["Bool", undefined, ["true"], false],
    ["BoolIfExists", undefined, ["true"], true],
    ["NumericLessThanEquals", ["10"], ["9"], false],
    ["NumericLessThanEquals", ["9"], ["10"], true],
    ["NumericGreaterThan", [""], ["0"], false],
    ["NumericNotEquals", ["1.0"], ["1"], false],
    ["DateGreaterThan", ["2026-11-21T00:00:00Z"], ["2026-11-20T00:00:00Z"], true],
    ["DateLessThan", ["1700000000"], ["2026-11-20T00:00:00Z"], true],
    ["ArnLike", ["arn:aws:iam::123456789012:role/a/b"], ["arn:aws:iam::*:role/*"], true],
    ["ArnEquals", ["arn:aws:iam::123456789012:role/a"], ["arn:*"], false],
    ["ArnNotLike", ["arn:aws:iam::123456789012:role/a"], ["arn:aws:iam::*:role/b"], true],
];

const operator = (name: string) => {
    const found = operatorOf(name);
    assert.ok(found, name);
    return found;
};

describe("IAM's condition operators", () => {
    for (const [name, seen, wanted, holds] of rows) {
        const what = seen === undefined ? "a missing key" : JSON.stringify(seen);
        it(`${holds ? "hold" : "do not hold"} ${what} against ${name} ${JSON.stringify(wanted)}`, () => {
            assert.equal(satisfies(operator(name), seen, wanted), holds);
        });
    }

    it("are only those IAM knows, in its spelling", () => {
        for (const name of [
            "stringEquals",
            "StringIs",
            "NullIfExists",
            "ForEachValue:StringEquals",
            "ForAllValuesStringEquals",
            "",
        ]) {
            assert.equal(operatorOf(name), undefined, name);
        }
    });

    const text = fc.string({
        unit: fc.constantFrom("a", "b", ":", "/", "*", "?", "A"),
        maxLength: 12,
    });
    const bare = fc.string({ unit: fc.constantFrom("a", "b", ":", "/", "A"), maxLength: 12 });

    it("match patterns as the same pattern would as a regular expression", () => {
        fc.assert(
            fc.property(bare, text, (seen, pattern) => {
                const source = pattern
                    .replaceAll(/[/:]/g, "\\$&")
                    .replaceAll("*", ".*")
                    .replaceAll("?", ".");
                assert.equal(isLike(seen, pattern), new RegExp(`^${source}$`, "s").test(seen));
            }),
        );
    });

    it("equal nothing but the text itself, where it has no wildcard", () => {
        fc.assert(
            fc.property(bare, bare, (seen, wanted) => {
                assert.equal(
                    satisfies(operator("StringEquals"), [seen], [wanted]),
                    seen === wanted,
                );
                assert.equal(satisfies(operator("StringLike"), [seen], [wanted]), seen === wanted);
            }),
        );
    });

    it("say the opposite when negated, for one value that is there", () => {
        const pairs = ["Equals", "Like", "EqualsIgnoreCase"];
        fc.assert(
            fc.property(
                bare,
                fc.array(text, { minLength: 1 }),
                fc.constantFrom(...pairs),
                (seen, wanted, kind) => {
                    const yes = satisfies(operator(`String${kind}`), [seen], wanted);
                    assert.equal(satisfies(operator(`StringNot${kind}`), [seen], wanted), !yes);
                },
            ),
        );
    });

    it("come to an end on a pattern that makes backtracking explode", () => {
        assert.equal(isLike("a".repeat(3000), `${"a*".repeat(200)}b`), false);
    });
});
