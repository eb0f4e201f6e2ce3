import assert from "node:assert/strict";
import { mock } from "node:test";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { Diagnostic } from "../../../sandbox/engine/api";
import { Hearing } from "../../../sandbox/engine/hearing";

describe("what a program says", () => {
    let told: string[];
    let hearing: Hearing;
    const hear = (severity: Diagnostic["severity"], message: string): void => {
        hearing.hear({ severity, message });
    };

    beforeEach(() => {
        mock.timers.enable({ apis: ["setTimeout"] });
        told = [];
        hearing = new Hearing(({ message }) => told.push(message));
    });
    afterEach(() => {
        mock.timers.reset();
    });

    it("is kept until it is asked for, and told once, in order", () => {
        hear("info", "one");
        hear("warning", "two");
        assert.deepEqual(told, []);
        hearing.tell();
        hearing.tell();
        assert.deepEqual(told, ["one", "two"]);
    });

    it("is told at once with an error, which comes last", () => {
        hear("warning", "before");
        hear("error", "the reason");
        hear("info", "after");
        assert.deepEqual(told, ["before", "the reason"]);
    });

    it("is told after ten seconds of a program that does not end, and again after ten more", () => {
        hear("info", "one");
        mock.timers.tick(9_000);
        hear("info", "two");
        assert.deepEqual(told, []);
        mock.timers.tick(1_000);
        assert.deepEqual(told, ["one", "two"]);
        hear("info", "three");
        mock.timers.tick(9_999);
        assert.deepEqual(told, ["one", "two"]);
        mock.timers.tick(1);
        assert.deepEqual(told, ["one", "two", "three"]);
    });
});
