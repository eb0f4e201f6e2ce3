import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";

import { absent, known, unknown, type Known } from "../../model/known";
import { every, not, some } from "../../model/logic";

const part = fc.constantFrom<Known<boolean>>(known(true), known(false), unknown, absent);

/** What the parts may turn out to be: an unknown one either, an absent one false. */
function outcomes(parts: readonly Known<boolean>[]): boolean[][] {
    return parts.reduce<boolean[][]>(
        (sofar, one) => {
            const turns =
                one.state === "unknown" ? [true, false] : [one.state === "known" && one.value];
            return sofar.flatMap((values) => turns.map((turn) => [...values, turn]));
        },
        [[]],
    );
}

/** Known where every outcome agrees. */
function agreed(values: readonly boolean[]): Known<boolean> {
    const [first = false] = values;
    return values.every((value) => value === first) ? known(first) : unknown;
}

describe("logic of what may be unknown", () => {
    it("says of all and of some what every outcome agrees on", () => {
        fc.assert(
            fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
                const all = outcomes(parts).map((values) => values.every(Boolean));
                const any = outcomes(parts).map((values) => values.some(Boolean));
                assert.deepEqual(every(parts), agreed(all));
                assert.deepEqual(some(parts), agreed(any));
            }),
        );
    });

    it("turns what is known around, and nothing else", () => {
        assert.deepEqual(not(known(true)), known(false));
        assert.deepEqual(not(known(false)), known(true));
        assert.deepEqual([not(unknown), not(absent)], [unknown, absent]);
    });
});
