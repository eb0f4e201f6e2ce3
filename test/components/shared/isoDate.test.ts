import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
    dateProblems,
    daysUntil,
    today,
    unixSeconds,
    withinProblems,
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

    it("are so many days apart", () => {
        fc.assert(fc.property(day, day, (a, b) => daysUntil(isoOf(a), isoOf(b)) === a - b));
        assert.ok(Number.isNaN(daysUntil("2027-02-29", "2027-01-01")));
    });

    it("lie within so many days exactly when they are no later", () => {
        fc.assert(
            fc.property(day, fc.integer({ min: -400, max: 400 }), (number, ahead) => {
                const now = isoOf(number + 400);
                const found = withinProblems("d", isoOf(number + 400 + ahead), now, 90);
                return (found.length === 0) === ahead <= 90;
            }),
        );
        assert.equal(withinProblems("d", "2027-02-29", "2027-03-31", 90).length, 1);
    });

    it("have a today", () => {
        assert.deepEqual(dateProblems("d", today()), []);
        assert.ok(Math.abs(unixSeconds(today()) * 1000 - Date.now()) <= dayMs);
    });
});
