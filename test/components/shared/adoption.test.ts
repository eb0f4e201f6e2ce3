import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { after, before, describe, it } from "mocha";
import { adoption, announceHardening } from "../../../components/shared/adoption";
import { openTestStack, type TestStack } from "../../support/engineRun";

describe("adoption", () => {
    it("imports what exists and leaves its settings as they are", () => {
        assert.deepEqual(adoption(true, "web", ["visibility", "hasWiki"]), {
            import: "web",
            ignoreChanges: ["visibility", "hasWiki"],
        });
    });

    it("asks for nothing once it is taken away", () => {
        assert.deepEqual(adoption(undefined, "web", ["visibility"]), {});
        assert.deepEqual(adoption(false, "web", ["visibility"]), {});
    });
});

describe("what hardening will change", () => {
    let stack: TestStack;
    before(async () => {
        stack = await openTestStack();
    });
    after(() => stack.close());

    for (const kind of ["preview", "up"] as const) {
        it(`is said by ${kind}, setting by setting`, async () => {
            const { ok, diagnostics } = await stack.run(kind, () => {
                const found = Promise.resolve({ wiki: true, forks: false, merges: ["a", "b"] });
                announceHardening("web", found, {
                    wiki: pulumi.output(false),
                    forks: false,
                    merges: ["a"],
                    scanning: { status: "enabled" },
                });
                return undefined;
            });
            assert.ok(ok);
            assert.deepEqual(
                diagnostics.map(({ severity, message }) => `${severity} ${message}`).sort(),
                [
                    'info web: merges is ["a","b"]; without adopt it becomes ["a"]',
                    'info web: scanning cannot be seen beforehand; without adopt it becomes {"status":"enabled"}',
                    "info web: wiki is true; without adopt it becomes false",
                ],
            );
        });
    }
});
