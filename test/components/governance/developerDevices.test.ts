import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { devicesProblems, underDevices } from "../../../components/index";
import { devicesSettings } from "../../../components/governance/developerDevices";

describe("developerDevices", () => {
    it("is trusted or untrusted", () => {
        assert.deepEqual(devicesProblems("developerDevices", "trusted"), []);
        assert.deepEqual(devicesProblems("developerDevices", "untrusted"), []);
        assert.deepEqual(devicesProblems("developerDevices", "some"), [
            {
                path: "developerDevices",
                seen: '"some"',
                allowed: '"trusted" or "untrusted"',
            },
        ]);
    });

    it("untrusted: two reviews, none of them cached, and the check of signatures", () => {
        assert.deepEqual(underDevices("repositories[0]", "untrusted", {}), {
            guard: { reviews: 2, allowStaleReviews: false },
            checks: ["verify signatures"],
            problems: [],
        });
        const more = underDevices("repositories[0]", "untrusted", { reviews: 3 });
        assert.equal(more.guard.reviews, 3);
        assert.deepEqual(more.problems, []);
    });

    it("untrusted: what a repository says against it is refused, all at once", () => {
        const given = { reviews: 1, allowStaleReviews: true };
        const { guard, problems } = underDevices("repositories[2]", "untrusted", given);
        assert.deepEqual(guard, { reviews: 2, allowStaleReviews: false });
        assert.deepEqual(
            problems.map(({ path, seen, allowed }) => `${path}: ${seen}, ${allowed}`),
            [
                'repositories[2].reviews: 1, 2 or more, as developerDevices is "untrusted"',
                'repositories[2].allowStaleReviews: true, false, as developerDevices is "untrusted"',
            ],
        );
    });

    it("trusted: leaves a repository what it says", () => {
        const given = { reviews: 1, allowStaleReviews: true };
        assert.deepEqual(underDevices("repositories[0]", "trusted", given), {
            guard: given,
            checks: [],
            problems: [],
        });
    });

    it("says for every setting what each answer means, on both hosts", () => {
        assert.ok(devicesSettings.length >= 4);
        for (const one of devicesSettings) {
            for (const text of Object.values(one)) assert.match(text as string, /\S/, one.setting);
            assert.notEqual(one.trusted, one.untrusted);
        }
    });
});
