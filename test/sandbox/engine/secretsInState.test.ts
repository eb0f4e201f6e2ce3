import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import { up } from "../../../sandbox/engine";
import { ignoreChanges } from "../../../sandbox/engine/ignoreChanges";
import { markSecrets } from "../../../sandbox/engine/secretMarks";
import { flattenOutputs, reveal, secret } from "../../../sandbox/engine/wire";
import { errorsOf, openTestStack, Thing, type TestStack } from "../../support/engineRun";

/** Every file of the state folder as one text: checkpoint, backup, history. */
function written(stack: TestStack): string {
    const dir = path.join(stack.dir, "state");
    return fs
        .readdirSync(dir, { recursive: true, encoding: "utf8" })
        .map((file) => path.join(dir, file))
        .filter((file) => fs.statSync(file).isFile())
        .map((file) => fs.readFileSync(file, "utf8"))
        .join("\n");
}

function checkpoint(stack: TestStack): string {
    const file = path.join(stack.dir, "state", ".pulumi", "stacks", "proj", "dev.json");
    return fs.readFileSync(file, "utf8");
}

describe("secrets in the state of the embedded engine", () => {
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
    });
    afterEach(() => {
        stack.close();
    });

    it("encrypts a value that only became secret, though nothing else changed", async () => {
        const box = (note: pulumi.Input<string>) => (): undefined => {
            new pulumi.ComponentResource("test:index:Box", "box", { note });
        };
        const open = await stack.run("up", box("once-in-clear"));
        assert.ok(open.ok, errorsOf(open));
        assert.match(checkpoint(stack), /once-in-clear/);
        const hidden = await stack.run("up", () => box(pulumi.secret("once-in-clear"))());
        assert.ok(hidden.ok, errorsOf(hidden));
        assert.doesNotMatch(checkpoint(stack), /once-in-clear/);
    });

    it("keeps what additionalSecretOutputs named secret through a refresh", async () => {
        const program = (): undefined => {
            new Thing("a", { note: "drifting" }, { additionalSecretOutputs: ["note"] });
        };
        const made = await stack.run("up", program);
        assert.ok(made.ok, errorsOf(made));
        const [id] = [...stack.provider.standing.keys()];
        stack.provider.standing.set(id ?? "", { size: 7, note: "drifting" });
        const result = await stack.run("refresh");
        assert.ok(result.ok, errorsOf(result));
        const thing = result.resources.find(({ type }) => type === "test:index:Thing");
        assert.equal(thing?.outputs.note, "[secret]");
        assert.equal(thing.outputs.size, 7);
    });

    it("knows as secret again what a plugin without secrets gives back", async () => {
        const plain = await openTestStack(false);
        try {
            const result = await plain.run("up", () => {
                new Thing("a", { note: pulumi.secret("given-in-clear") });
            });
            assert.ok(result.ok, errorsOf(result));
            assert.equal(plain.provider.standing.get("id-1")?.note, "given-in-clear");
            const thing = result.resources.find(({ type }) => type === "test:index:Thing");
            assert.equal(thing?.inputs.note, "[secret]");
            assert.equal(thing.outputs.note, "[secret]");
            assert.doesNotMatch(written(plain), /given-in-clear/);
        } finally {
            plain.close();
        }
    });

    it("keeps a secret that holds nothing", () => {
        const nothing = secret(null);
        const values = { nothing, none: null };
        assert.deepEqual(flattenOutputs(values, new Set()), values);
    });

    it("encrypts a secret setting of a default provider", async () => {
        fs.writeFileSync(
            path.join(stack.dir, "Pulumi.yaml"),
            'name: proj\nruntime: nodejs\nconfig:\n  test:password:\n    value: "pass-of-the-provider"\n    secret: true\n',
        );
        const { projectDir, stateDir, plugin, passphrase } = {
            passphrase: "test",
            ...stack.options,
        };
        const result = await up({
            ...{ projectDir, stateDir, plugin, passphrase, stack: "dev" },
            program: () => {
                new Thing("a");
                return Promise.resolve(undefined);
            },
        });
        assert.ok(result.ok, errorsOf(result));
        assert.doesNotMatch(written(stack), /pass-of-the-provider/);
        assert.doesNotMatch(JSON.stringify(result), /pass-of-the-provider/);
    });

    it("leaves a secret container secret when ignoreChanges looks inside it", () => {
        const news = { config: secret({ user: "new", pass: "new" }) };
        const olds = { config: secret({ user: "old", pass: "old" }) };
        const { inputs: kept } = ignoreChanges(news, olds, ["config.user"]);
        assert.deepEqual(kept, { config: secret({ user: "old", pass: "new" }) });
        assert.deepEqual(reveal(kept), { config: { user: "old", pass: "new" } });
    });

    it("marks outputs like the inputs of the same name, inside plain objects too", () => {
        const outputs = { a: "1", b: { c: "2", d: "3" }, e: "4", f: secret("5") };
        const inputs = { a: secret("1"), b: { c: secret("2"), d: "3" }, f: "5" };
        assert.deepEqual(markSecrets(outputs, inputs, ["e"]), {
            a: secret("1"),
            b: { c: secret("2"), d: "3" },
            e: secret("4"),
            f: secret("5"),
        });
    });
});
