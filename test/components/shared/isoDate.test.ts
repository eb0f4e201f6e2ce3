import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
    aheadProblems,
    dateProblems,
    today,
    unixSeconds,
} from "../../../components/shared/isoDate";

const dayMs = 86_400_000;
const day = fc.integer({ min: 0, max: 40_000 });
const isoOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

describe("dates as arguments", () => {
    it("are days that exist", () => {
        fc.assert(fc.property(day, (number) => dateProblems("d", isoOf(number)).length === 0));
        for (const wrong of [
            "2027-02-29",
            "2027-13-01",
            "27-01-01",
            "2027-1-1",
            "",
            5,
            undefined,
        ]) {
            assert.equal(dateProblems("d", wrong).length, 1, String(wrong));
        }
    });

    it("begin at midnight in UTC", () => {
        fc.assert(fc.property(day, (number) => unixSeconds(isoOf(number)) === number * 86_400));
    });

    it("lie ahead exactly when they are 1 to so many days after the other", () => {
        fc.assert(
            fc.property(day, fc.integer({ min: -400, max: 400 }), (number, ahead) => {
                const found = aheadProblems(
                    "d",
                    isoOf(number + 400 + ahead),
                    isoOf(number + 400),
                    90,
                );
                return (found.length === 0) === (ahead >= 1 && ahead <= 90);
            }),
        );
    });

    it("have a today", () => {
        assert.deepEqual(dateProblems("d", today()), []);
        assert.ok(Math.abs(unixSeconds(today()) * 1000 - Date.now()) <= dayMs);
    });
});
