import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { after, before, describe, it } from "mocha";
import { differences } from "../../../sandbox/cli/differences";
import { previewReport } from "../../../sandbox/cli/json";
import { parseOptions } from "../../../sandbox/cli/options";
import { paint } from "../../../sandbox/cli/text";
import type { RunResult, StepDetail } from "../../../sandbox/engine/api";
import { openTestStack, Thing, type TestStack } from "../../support/engineRun";
import { root } from "../../support/sandbox";

const config = { "proj:k": "v" };
const a = "urn:pulumi:dev::proj::test:index:Thing::a";

// One story: three resources, then one change of each kind.
describe("a preview told in full", () => {
    let stack: TestStack;
    let first: RunResult;
    let second: RunResult;
    before(async () => {
        stack = await openTestStack();
        const program = (): undefined => {
            const thing = new Thing("a", {
                size: 1,
                tags: { x: "1", gone: "g" },
                list: [1, 2],
                token: pulumi.secret("a-secret-token"),
            });
            const b = new Thing("b", { name: "n", of: thing.arn });
            new Thing("d", {}, { dependsOn: b });
        };
        first = await stack.run("preview", program, { config });
        assert.ok((await stack.run("up", program, { config })).ok);
        second = await stack.run(
            "preview",
            () => {
                const thing = new Thing("a", {
                    size: 2,
                    tags: { x: "2", "odd key": true },
                    list: [1, 3, 4],
                    token: pulumi.secret("another-secret"),
                });
                new Thing("b", { name: "m", of: thing.arn });
            },
            { config },
        );
    });
    after(() => {
        stack.close();
    });
    const documentOf = (result: RunResult): Record<string, unknown> =>
        previewReport(parseOptions(["preview", "--json"], root), 0, result);
    const stepsOf = (result: RunResult): readonly StepDetail[] =>
        documentOf(result).steps as readonly StepDetail[];

    it("has the shape of the real CLI's document, with exit code and findings beside it", () => {
        const document = documentOf(first);
        assert.deepEqual(document.config, config);
        assert.deepEqual(document.diagnostics, []);
        assert.equal(typeof document.duration, "number");
        assert.deepEqual(document.changeSummary, { create: 4 });
        assert.equal(document.exitCode, 0);
        assert.deepEqual(document.violations, []);
        // Default providers are not shown, the stack always is: as the real CLI does.
        assert.deepEqual(
            stepsOf(first).map(({ op, urn }) => `${op} ${urn.split("::").at(-1) ?? ""}`),
            ["create proj-dev", "create a", "create b", "create d"],
        );
    });

    it("tells a creation by its new state, values not known yet as Pulumi's sentinels", () => {
        const step = stepsOf(first).find(({ urn }) => urn.endsWith("Thing::b"));
        assert.equal(step?.oldState, undefined);
        assert.equal(step?.detailedDiff, null);
        assert.match(step.provider ?? "", /providers:test::default::04da6b54/);
        assert.deepEqual(step.newState?.inputs, {
            name: "n",
            of: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        });
        assert.deepEqual(step.newState.dependencies, [a]);
        assert.equal("created" in step.newState, false);
    });

    it("tells an update by both states, its reasons and the kind of each difference", () => {
        const step = stepsOf(second).find(({ urn }) => urn === a);
        assert.equal(step?.op, "update");
        assert.equal(step.oldState?.id, "id-1");
        assert.equal(step.oldState.inputs?.size, 1);
        assert.equal(step.newState?.inputs?.size, 2);
        assert.deepEqual(step.diffReasons, ["list", "size", "tags", "token"]);
        assert.equal(step.replaceReasons, undefined);
        assert.deepEqual(step.detailedDiff?.size, { kind: "update", inputDiff: true });
        assert.doesNotMatch(JSON.stringify(second), /a-secret-token|another-secret|key-of-test/);
        assert.equal(step.newState.inputs.token, "[secret]");
    });

    it("tells a replacement by its reasons, and a deletion by its old state alone", () => {
        const [replaced, deleted] = ["b", "d"].map((name) =>
            stepsOf(second).find(({ urn }) => urn.endsWith(`Thing::${name}`)),
        );
        assert.equal(replaced?.op, "replace");
        assert.deepEqual(replaced.replaceReasons, ["name"]);
        assert.deepEqual(replaced.detailedDiff, {
            name: { kind: "update-replace", inputDiff: true },
        });
        assert.equal(deleted?.op, "delete");
        assert.equal(deleted.newState, undefined);
        assert.equal(deleted.oldState?.id, "id-3");
        assert.deepEqual(documentOf(second).changeSummary, {
            same: 1,
            update: 1,
            replace: 1,
            delete: 1,
        });
    });

    it("shows property by property what differs, secrets hidden", () => {
        const text = differences(second, paint(false)).join("\n");
        assert.equal(
            text,
            [
                "",
                "~  test Thing a",
                "    [id=id-1]",
                "  ~ list[1]: 2 => 3",
                "  + list[2]: 4",
                "  ~ size: 1 => 2",
                '  - tags.gone: "g"',
                '  + tags["odd key"]: true',
                '  ~ tags.x: "1" => "2"',
                "  ~ token: [secret] => [secret]",
                "",
                "+- test Thing b",
                "    [id=id-2]",
                '  ~ name: "n" => "m"  (forces replacement)',
                "",
                "-  test Thing d",
                "    [id=id-3]",
            ].join("\n"),
        );
    });

    it("shows what is known only after the change as such", () => {
        const text = differences(first, paint(false)).join("\n");
        assert.match(
            text,
            /\+ {2}test Thing b\n {2}\+ name: "n"\n {2}\+ of: \(known after apply\)/,
        );
        assert.match(text, / {2}\+ token: \[secret\]/);
    });
});
