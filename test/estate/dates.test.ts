import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { dateProblems } from "../../estate/dates";
import { aws, awsPool, role, secret } from "./cloudSamples";
import { problems, refuses, sample, type Raw } from "./sample";

const key = (expires: string): Raw => ({ name: "release", expires, signers: ["web/production"] });

describe("estate: dates", () => {
    refuses([
        [
            "a day that does not exist",
            sample({ secrets: [{ ...secret, expires: "2027-02-31" }] }),
            "secrets[0].expires",
            '"2027-02-31"',
            /a day that exists/,
        ],
        [
            "the leap day of a year without one",
            sample({ signingKeys: [key("2027-02-29")] }),
            "signingKeys[0].expires",
            '"2027-02-29"',
            /a day that exists/,
        ],
        [
            "a day in another form",
            sample({ signingKeys: [key("30.6.2027")] }),
            "signingKeys[0].expires",
            '"30.6.2027"',
            /a date in quotes/,
        ],
        [
            "a secret that outlives its year",
            sample({ secrets: [{ ...secret, expires: "2099-06-30" }] }),
            "secrets[0].expires",
            '"2099-06-30"',
            /at most 365 days ahead/,
        ],
        [
            "a key that outlives its two years",
            sample({ signingKeys: [key("2099-06-30")] }),
            "signingKeys[0].expires",
            '"2099-06-30"',
            /at most 730 days ahead/,
        ],
    ]);

    it("may be as far ahead as a vault lets a secret and a key live, to the day", () => {
        const now = new Date("2026-11-21T23:59:00Z");
        const found = (secretEnds: string, keyEnds: string) =>
            dateProblems(
                { secrets: [{ expires: secretEnds }], signingKeys: [{ expires: keyEnds }] },
                now,
            ).map(({ where }) => where);
        assert.deepEqual(found("2027-11-21", "2028-11-20"), []);
        assert.deepEqual(found("2027-11-22", "2028-11-21"), [
            "signingKeys[0].expires",
            "secrets[0].expires",
        ]);
    });

    it("may be past: an estate that was committed is no worse for its age", () => {
        const old = { secrets: [{ ...secret, expires: "2020-02-29" }] };
        assert.deepEqual(problems(sample({ ...old, signingKeys: [key("2020-01-01")] })), []);
    });

    it("may be any in AWS, where they are a label", () => {
        const there = { ...secret, cloud: "aws", writer: role, readers: [], expires: "2099-06-30" };
        assert.deepEqual(problems(awsPool({}, { aws, secrets: [there] })), []);
    });
});
