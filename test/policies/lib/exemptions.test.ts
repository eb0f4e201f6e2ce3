import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";

import { severities } from "../../../model/finding";
import type { Severity } from "../../../model/finding";
import {
    askExemptions,
    longestExemption,
    notApplied,
    readExemptions,
} from "../../../policies/lib/exemptions";
import { exemption, today } from "../../support/ruleCases";

const resource = { urn: "urn:pulumi:dev::gatehouse::t::one", name: "one" };
const dayMs = 24 * 60 * 60 * 1000;

interface Asked {
    readonly severity?: Severity;
    readonly now?: Date;
    readonly findingId?: string;
    readonly of?: { readonly urn: string; readonly name: string };
}

function ask(changes: Readonly<Record<string, unknown>>, asked: Asked = {}) {
    const { severity = "critical", now = today, findingId = "a.b", of = resource } = asked;
    const entries = readExemptions({ id: "some-rule", severity }, [exemption(changes)], now);
    return { ...askExemptions(entries, of, findingId), entries };
}

const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

describe("an exemption", () => {
    it("accepts the finding it names, on the resource it names", () => {
        assert.equal(ask({ finding: "a.b" }).accepted?.ticket, "SEC-42");
        assert.equal(ask({ finding: "a.c" }).accepted, undefined);
        assert.equal(ask({ resource: "other" }).accepted, undefined);
    });

    it("accepts every finding of the rule on the resource when it names none", () => {
        assert.ok(ask({}, { findingId: "anything" }).accepted);
    });

    it("names a resource by URN, by name, or by a glob over the name", () => {
        assert.ok(ask({ resource: resource.urn }).accepted);
        const of = { urn: "urn:x", name: "kv-web-dev" };
        assert.ok(ask({ resource: "kv-*-dev" }, { of }).accepted);
        assert.equal(ask({ resource: "kv.web.dev" }, { of }).accepted, undefined);
        assert.equal(ask({ resource: "kv-web" }, { of }).accepted, undefined);
    });

    it("must not name everything", () => {
        for (const all of ["*", "**", "a*", ""]) {
            const { accepted, entries } = ask({ resource: all }, { of: { urn: "u", name: "a" } });
            assert.equal(accepted, undefined);
            assert.match(notApplied(entries[0] ?? assert.fail()), /at least three characters/);
        }
    });

    it("holds through the last moment of its last day, UTC, and not a moment longer", () => {
        const last = new Date("2026-03-05T23:59:59.999Z");
        const after = new Date("2026-03-06T00:00:00.000Z");
        assert.ok(ask({}, { now: last }).accepted);
        const { accepted, notices } = ask({}, { now: after });
        assert.equal(accepted, undefined);
        assert.deepEqual(notices, ["exemption SEC-42 not applied: it expired on 2026-03-05"]);
    });

    it("does not hold before it was approved", () => {
        const { accepted, notices } = ask({ approvedOn: "2026-03-02" });
        assert.equal(accepted, undefined);
        assert.match(notices[0] ?? "", /approvedOn 2026-03-02 lies ahead/);
    });

    for (const severity of severities) {
        const days = longestExemption[severity];
        it(`lasts ${days} days at most for a ${severity} rule`, () => {
            const approved = today.getTime() - dayMs;
            const approvedOn = isoDay(approved);
            const longest = { approvedOn, expires: isoDay(approved + days * dayMs) };
            const longer = { approvedOn, expires: isoDay(approved + (days + 1) * dayMs) };
            assert.ok(ask(longest, { severity }).accepted);
            const { accepted, notices } = ask(longer, { severity });
            assert.equal(accepted, undefined);
            assert.match(notices[0] ?? "", new RegExp(`longer than ${days} days`));
        });
    }

    const malformed: [string, Readonly<Record<string, unknown>>, RegExp][] = [
        ["a date that does not exist", { expires: "2026-02-30" }, /expires must be a date/],
        ["a date in another form", { expires: "05/03/2026" }, /expires must be a date/],
        ["no expiry", { expires: undefined }, /expires must be/],
        ["no approval date", { approvedOn: "" }, /approvedOn must be a date/],
        ["no approver", { approver: " " }, /approver is missing/],
        ["no ticket", { ticket: "" }, /ticket is missing/],
        ["a reason that says nothing", { reason: "because" }, /reason must say why/],
        ["another rule's name", { rule: "other-rule" }, /names another rule, other-rule/],
        ["a misspelt field", { expiry: "2026-03-05" }, /unknown field expiry/],
        ["expiry before approval", { expires: "2026-02-26" }, /lies before approvedOn/],
        ["a number for a ticket", { ticket: 42 }, /ticket must be text/],
    ];
    for (const [what, changes, why] of malformed) {
        it(`with ${what} leaves the violation standing and says why`, () => {
            const { accepted, notices } = ask(changes);
            assert.equal(accepted, undefined);
            assert.equal(notices.length, 1);
            assert.match(notices[0] ?? "", why);
        });
    }

    it("that is malformed does not stand in the way of one that holds", () => {
        const both = [exemption({ reason: "" }), exemption()];
        const entries = readExemptions({ id: "some-rule", severity: "low" }, both, today);
        const { accepted, notices } = askExemptions(entries, resource, "a.b");
        assert.ok(accepted);
        assert.deepEqual(notices, []);
    });

    it("is marked once it has met a finding", () => {
        assert.equal(ask({}).entries[0]?.met, true);
        assert.equal(ask({ resource: "other" }).entries[0]?.met, false);
    });

    it("of any form whatever never throws, and accepts nothing without a date", () => {
        fc.assert(
            fc.property(fc.anything(), fc.string(), (raw, name) => {
                const entries = readExemptions({ id: "r", severity: "low" }, [raw], today);
                const { accepted } = askExemptions(entries, { urn: name, name }, "x");
                assert.equal(accepted, undefined);
            }),
        );
    });
});
