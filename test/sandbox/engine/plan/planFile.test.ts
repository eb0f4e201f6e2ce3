import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { after, before, describe, it } from "mocha";
import { EngineError } from "../../../../sandbox/engine/api";
import { planDifferences } from "../../../../sandbox/engine/plan/compare";
import { Digester } from "../../../../sandbox/engine/plan/digest";
import { readPlan, savePlan } from "../../../../sandbox/engine/plan/file";
import type { Plan } from "../../../../sandbox/engine/plan/format";
import { secret, unknown, type Json } from "../../../../sandbox/engine/wire";

const of = { project: "proj", stack: "dev" };
const urn = "urn:pulumi:dev::proj::test:index:Thing::a";
const digester = new Digester();

function planWith(inputs: Json): Plan {
    const goal = { inputs: digester.mask(inputs), options: { protect: true } };
    return {
        ...of,
        time: "2026-11-21T10:00:00Z",
        resources: { [urn]: { steps: ["create"], goal } },
    };
}

describe("a plan file", function () {
    this.timeout(120_000);
    let dir: string;
    let text: string;
    before(async () => {
        dir = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-plan-"));
        const plan = planWith({ size: 1, pin: secret(4711), made: unknown });
        await savePlan(path.join(dir, "good.json"), plan, digester, "test");
        text = fs.readFileSync(path.join(dir, "good.json"), "utf8");
    });
    after(() => {
        fs.rmSync(dir, { recursive: true, force: true });
    });
    const file = (contents: string): string => {
        const at = path.join(dir, "other.json");
        fs.writeFileSync(at, contents);
        return at;
    };

    it("comes back as it was saved, and only its owner may read it", async () => {
        const { plan } = await readPlan(path.join(dir, "good.json"), of, "test");
        assert.deepEqual(plan.resources[urn]?.steps, ["create"]);
        assert.equal(fs.statSync(path.join(dir, "good.json")).mode & 0o777, 0o600);
        assert.doesNotMatch(text, /4711/);
        assert.deepEqual(
            fs.readdirSync(dir).filter((name) => name.endsWith(".tmp")),
            [],
        );
    });

    const edited = (change: (text: string) => string) => (): string => change(text);
    const bad: readonly (readonly [string, () => string, RegExp])[] = [
        ["is cut short", edited((t) => t.slice(0, -20)), /not JSON: it was cut short/],
        [
            "is something else",
            () => '{"a":1}',
            /is not a plan\. Make one with: preview --save-plan/,
        ],
        ["is a list", () => "[]", /is not a plan/],
        [
            "is of the real CLI",
            () => '{"manifest":{},"resourcePlans":{}}',
            /plan of the Pulumi CLI/,
        ],
        [
            "is of a later version",
            edited((t) => t.replace('"gatehousePlan": 1', '"gatehousePlan": 2')),
            /is a plan of version 2, this engine reads version 1/,
        ],
        ["has lost a part", edited((t) => t.replace('"steps"', '"stops"')), /is a damaged plan/],
        [
            "was edited after the review",
            edited((t) => t.replace('"size": 1', '"size": 9')),
            /was changed after it was saved/,
        ],
        [
            "has a damaged key",
            edited((t) => t.replace(/("key": "v1:[^:]+:)..../, "$1AAAA")),
            /was damaged/,
        ],
    ];
    for (const [what, contents, message] of bad) {
        it(`is refused with exit code 2 when it ${what}`, async () => {
            const seen = contents();
            assert.notEqual(seen, text);
            await assert.rejects(readPlan(file(seen), of, "test"), (error) => {
                assert.ok(error instanceof EngineError, String(error));
                assert.equal(error.exitCode, 2);
                assert.match(error.message, message);
                return true;
            });
        });
    }

    it("is refused when it is not there, another stack's, or under another passphrase", async () => {
        const good = path.join(dir, "good.json");
        const refusals: readonly (readonly [Promise<unknown>, RegExp])[] = [
            [readPlan(path.join(dir, "none.json"), of, "test"), /there is no such plan/],
            [readPlan(good, { ...of, stack: "prod" }, "test"), /plan of stack proj\/dev/],
            [readPlan(good, of, "wrong"), /wrong passphrase/],
        ];
        for (const [reading, message] of refusals) {
            await assert.rejects(reading, (error) => {
                assert.ok(error instanceof EngineError);
                assert.equal(error.exitCode, 2);
                assert.match(error.message, message);
                return true;
            });
        }
    });
});

/** Values as they come from a program: null never stands in an object. */
const value = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
        { depthSize: "small" },
        fc.boolean(),
        fc.integer(),
        fc.string(),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), tie("value"), { maxKeys: 3 }),
        tie("value").map((inner) => secret(inner)),
    ),
})).value;

describe("what a plan allows", () => {
    const differences = (planned: Json, now: Json): string[] =>
        planDifferences(planWith({ x: planned }).resources, planWith({ x: now }).resources);

    it("is the same value, and any value in the place of an unknown one", () => {
        fc.assert(
            fc.property(value, (any) => {
                assert.deepEqual(differences(any, structuredClone(any)), []);
                assert.deepEqual(differences(unknown, any), []);
                assert.deepEqual(differences(secret(unknown), any), []);
            }),
        );
    });

    it("is no other value: each difference names the resource and the property", () => {
        fc.assert(
            fc.property(value, value, (a, b) => {
                fc.pre(JSON.stringify(a) !== JSON.stringify(b));
                const said = differences(a, b);
                fc.pre(!sameButForOrder(a, b));
                assert.ok(said.length > 0);
                for (const line of said) assert.ok(line.startsWith(`${urn}: inputs.x`), line);
            }),
        );
    });
});

function sameButForOrder(a: Json, b: Json): boolean {
    const sorted = (_: string, inner: unknown): unknown =>
        typeof inner === "object" && inner !== null && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
            : inner;
    return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}
