import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import { EngineError, type RunKind, type RunResult } from "../../../sandbox/engine";
import {
    errorsOf,
    Group,
    openTestStack,
    stepsOf,
    Thing,
    type Program,
    type TestStack,
} from "../../support/engineRun";
import { RunningPacks } from "../../support/runningPacks";
import { root } from "../../support/sandbox";

/** A pack in plain JavaScript, with one policy of every kind. */
const packSource = `
const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("test-pack", {
    policies: [
        {
            name: "size-limit", description: "d", enforcementLevel: "mandatory",
            configSchema: { properties: { most: { type: "integer", default: 10 } } },
            validateResource: (args, report) => {
                const { most } = args.getConfig();
                if (args.props.size > most) report("size " + args.props.size + " is over " + most);
            },
        },
        {
            name: "has-owner", description: "d", enforcementLevel: "advisory",
            validateResource: (args, report) => {
                if (args.type === "test:index:Thing" && !args.props.owner) report("no owner");
            },
        },
        {
            name: "closed", description: "d", enforcementLevel: "disabled",
            remediateResource: (args) => args.props.open ? { ...args.props, open: false } : undefined,
            validateResource: (args, report) => { if (args.props.open) report("open"); },
        },
        {
            name: "few-things", description: "d", enforcementLevel: "mandatory",
            validateStack: (args, report) => {
                const things = args.resources.filter((r) => r.type === "test:index:Thing");
                if (things.length > 3) report("more than three things", things[3].urn);
            },
        },
        {
            name: "sees-parents", description: "d", enforcementLevel: "disabled",
            validateResource: (args, report) => {
                if (args.opts.parent) report(args.name + " below " + args.opts.parent);
            },
        },
    ],
});
`;

function found(result: RunResult): string[] {
    // The SDK puts the policy's description ("d") in front of what the policy reports.
    return result.violations
        .map((v) => `${v.enforcement} ${v.policy}: ${v.message.replace(/^d\n/, "")}`)
        .sort();
}

describe("policy packs under the embedded engine", function () {
    this.timeout(120_000);
    let stack: TestStack;
    const pack = path.join(root, ".sandbox", `test-pack-${process.pid}`);
    const running = new RunningPacks(pack);
    /** Under the pack, started once for all tests. */
    const judged = (
        kind: RunKind,
        program: Program,
        config: Record<string, unknown> = {},
    ): Promise<RunResult> =>
        running.use((one) => stack.run(kind, program, { policyPacks: [{ ...one, config }] }));

    before(() => {
        fs.mkdirSync(pack, { recursive: true });
        fs.writeFileSync(path.join(pack, "index.js"), packSource);
        fs.writeFileSync(
            path.join(pack, "package.json"),
            JSON.stringify({ name: "test-pack", version: "1.2.3", main: "index.js" }),
        );
        fs.writeFileSync(path.join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\n");
    });
    after(() => {
        running.close();
        fs.rmSync(pack, { recursive: true });
    });
    beforeEach(async () => {
        stack = await openTestStack();
    });
    afterEach(() => {
        stack.close();
    });

    it("shows every finding in a preview and fails it", async () => {
        const result = await stack.run(
            "preview",
            () => {
                new Thing("a", { size: 11, owner: "x" });
                new Thing("b", { size: 12 });
                return undefined;
            },
            { policyPacks: [{ path: pack }] },
        );
        assert.equal(result.ok, false);
        assert.deepEqual(found(result), [
            "advisory has-owner: no owner",
            "mandatory size-limit: size 11 is over 10",
            "mandatory size-limit: size 12 is over 10",
        ]);
        assert.match(result.violations[0]?.urn ?? "", /test:index:Thing::/);
        assert.deepEqual(
            result.packs.map(({ name, version, policies }) => ({ name, version, policies })),
            [{ name: "test-pack", version: "1.2.3", policies: 3 }],
        );
    });

    it("stops an up before the resource is touched and keeps what was made before", async () => {
        const result = await judged("up", () => {
            const a = new Thing("a", { size: 1, owner: "x" });
            const b = new Thing("b", { size: 11, ref: a.arn, owner: "x" });
            new Thing("c", { ref: b.arn, owner: "x" });
            return undefined;
        });
        assert.equal(result.ok, false);
        assert.equal(stepsOf(result), "create a");
        assert.deepEqual([...stack.provider.standing.keys()], ["id-1"]);
        assert.deepEqual(found(result), ["mandatory size-limit: size 11 is over 10"]);
    });

    it("lets advisory findings pass", async () => {
        const program = (): undefined => {
            new Thing("a", { size: 1 });
            return undefined;
        };
        const result = await judged("up", program);
        assert.ok(result.ok, errorsOf(result));
        assert.deepEqual(found(result), ["advisory has-owner: no owner"]);
    });

    it("takes levels and values from configuration: own entry before all, before defaults", async () => {
        const program = (): undefined => {
            new Thing("a", { size: 11 });
            return undefined;
        };
        const config = { all: "mandatory", "size-limit": { most: 20 } };
        const result = await judged("preview", program, config);
        const own = found(result).filter((line) => !line.includes("sees-parents"));
        assert.deepEqual(own, ["mandatory has-owner: no owner"]);
        assert.ok(found(result).length > 1, "all did not reach a policy its pack had disabled");
    });

    it("refuses configuration of a policy the pack does not have, and unknown levels", async () => {
        await assert.rejects(
            judged("preview", () => undefined, { nope: "mandatory", closed: "maybe" }),
            (error) =>
                error instanceof EngineError &&
                error.exitCode === 2 &&
                /nope: .*\n.*closed: got "maybe"/.test(error.message),
        );
    });

    it("lets a remediating policy mend the inputs", async () => {
        const program = (): undefined => {
            new Thing("a", { open: true, owner: "x" });
            return undefined;
        };
        const result = await judged("up", program, { closed: "remediate" });
        assert.ok(result.ok, errorsOf(result));
        assert.deepEqual(stack.provider.standing.get("id-1"), { open: false, owner: "x" });
    });

    it("judges the whole stack in the preview", async () => {
        const program = (): undefined => {
            for (const name of ["a", "b", "c", "d"]) new Thing(name, { owner: "x" });
            return undefined;
        };
        const result = await judged("preview", program);
        assert.equal(result.ok, false);
        assert.deepEqual(found(result), ["mandatory few-things: more than three things"]);
    });

    it("keeps a rule that reads an unknown value from deciding, as the SDK does", async () => {
        const program = (): undefined => {
            const a = new Thing("a", { owner: "x" });
            new Thing("b", { size: a.arn, owner: "x" });
            return undefined;
        };
        const result = await judged("preview", program);
        assert.ok(result.ok, errorsOf(result));
        assert.match(found(result).join("\n"), /^advisory size-limit: can't run policy/);
    });

    it("tells a pack the parent of a resource and shows it components too", async () => {
        const program = (): undefined => {
            const parent = new Group("g");
            new Thing("a", { owner: "x" }, { parent });
            return undefined;
        };
        const result = await judged("preview", program, { "sees-parents": "advisory" });
        const parents = found(result).filter((line) => line.includes("below"));
        assert.equal(parents.length, 2);
        assert.match(parents[0] ?? "", /a below urn:pulumi:dev::proj::test:index:Group::g$/);
        assert.match(
            parents[1] ?? "",
            /g below urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev$/,
        );
    });

    it("says why a pack does not start", async () => {
        const broken = path.join(stack.dir, "broken");
        fs.cpSync(pack, broken, { recursive: true });
        fs.writeFileSync(path.join(broken, "index.js"), "throw new Error('the pack is broken');");
        await assert.rejects(
            stack.run("preview", () => undefined, { policyPacks: [{ path: broken }] }),
            /the pack is broken/,
        );
    });

    it("configures a pack that runs already for each run anew, and leaves it running", async () => {
        const program = (): undefined => {
            new Thing("a", { size: 11, owner: "x" });
        };
        const lenient = await judged("preview", program, { "size-limit": { most: 20 } });
        assert.ok(lenient.ok, errorsOf(lenient));
        const strict = await judged("preview", program);
        assert.deepEqual(found(strict), ["mandatory size-limit: size 11 is over 10"]);
        assert.deepEqual(
            strict.packs.map(({ name, analyses }) => ({ name, analyses })),
            lenient.packs.map(({ name, analyses }) => ({ name, analyses })),
        );
    });

    it("does not judge the stack when an update has failed in its deletions", async () => {
        const things = (names: string[], more: object) => (): undefined => {
            for (const name of names) new Thing(name, { owner: "o", ...more });
        };
        await stack.run("up", things(["e"], { fail: "delete" }));
        const result = await judged("up", things(["a", "b", "c", "d"], {}));
        assert.equal(result.ok, false);
        assert.match(errorsOf(result), /delete was told to fail/);
        assert.deepEqual(found(result), []);
    });
});
