import assert from "node:assert/strict";
import { mock } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, describe, it } from "mocha";
import {
    egressProfile,
    type EgressProfile,
} from "../../../../components/agents/egress/egressProfile";
import { egressProfiles } from "../../../../components/agents/egress/egressProfiles";
import {
    ageInDays,
    staleProfiles,
    warnOfStaleProfiles,
} from "../../../../components/agents/egress/staleness";
import { record } from "../../../support/mocks";

const profile = (more: Partial<EgressProfile> = {}): EgressProfile =>
    egressProfile({ name: "one", opens: "one", source: "a page", date: "2026-01-01", ...more });
const day = (date: string) => new Date(`${date}T12:00:00Z`);

/** What a component warns of that uses the profiles on the day. */
async function warnings(profiles: EgressProfile[], today: Date): Promise<unknown[][]> {
    const warn = mock.method(pulumi.log, "warn", () => Promise.resolve());
    await record(() => {
        warnOfStaleProfiles('AgentNetwork "net"', profiles, today);
    });
    return warn.mock.calls.map((call) => call.arguments as unknown[]);
}

describe("the age of the egress profiles", () => {
    it("is at most 180 days today: compare older ones with their source, then set `renewed`", () => {
        const stale = staleProfiles(egressProfiles, new Date());
        assert.deepEqual(
            stale.map(({ name, source }) => `${name}: ${source}`),
            [],
        );
    });

    it("is told by real days that are not to come", () => {
        for (const { name, date, renewed } of egressProfiles) {
            for (const one of [date, ...(renewed === undefined ? [] : [renewed.date])]) {
                assert.equal(new Date(one).toISOString().slice(0, 10), one, name);
                assert.ok(Date.parse(one) <= Date.now(), name);
            }
            assert.ok(renewed === undefined || renewed.date > date, name);
        }
    });
});

describe("a stale egress profile", () => {
    it("is one of which 181 days have passed since the source was read", () => {
        assert.equal(ageInDays(profile(), day("2026-06-30")), 180);
        assert.deepEqual(staleProfiles([profile()], day("2026-06-30")), []);
        assert.deepEqual(staleProfiles([profile()], day("2026-07-01")), [profile()]);
    });

    it("is fresh again when it was compared with the source and renewed", () => {
        const renewed = { date: "2026-06-01", how: "compared with the live page" };
        assert.deepEqual(staleProfiles([profile({ renewed })], day("2026-07-01")), []);
        assert.equal(staleProfiles([profile({ renewed })], day("2026-12-01")).length, 1);
    });
});

describe("the warning of stale egress profiles", () => {
    afterEach(() => {
        mock.restoreAll();
    });

    it("comes once, in the component's name, for all that are stale, with their age", async () => {
        const old = profile({ name: "two", date: "2025-12-31" });
        const fresh = profile({ name: "three", date: "2026-06-30" });
        const [warning, ...others] = await warnings([profile(), old, fresh], day("2026-07-10"));
        assert.deepEqual(others, []);
        const [text, ...more] = warning ?? [];
        assert.match(String(text), /^AgentNetwork "net": .*one \(190 days\), two \(191 days\)/);
        assert.doesNotMatch(String(text), /three/);
        assert.deepEqual(more, []);
    });

    it("does not come when nothing is stale", async () => {
        assert.deepEqual(await warnings([profile()], day("2026-01-02")), []);
    });
});
