import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import { exportState } from "../../../sandbox/engine";
import {
    errorsOf,
    openTestStack,
    stepsOf,
    Thing,
    type Program,
    type TestStack,
} from "../../support/engineRun";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("assets and archives under the embedded engine", () => {
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
        write("data/a.txt", "hello");
        write("data/sub/b.txt", "x".repeat(600));
        write("data/sub.txt", "1");
        write("data/.pulumi/ours.txt", "never part of an archive");
    });
    afterEach(() => {
        stack.close();
    });
    const write = (name: string, text: string): void => {
        const file = path.join(stack.dir, name);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, text);
    };
    const { AssetArchive, FileArchive, FileAsset, StringAsset } = pulumi.asset;
    const program: Program = () => {
        new Thing("a", {
            text: new StringAsset("text"),
            file: new FileAsset("data/a.txt"),
            folder: new FileArchive("data"),
            parts: new AssetArchive({
                "b.txt": new StringAsset("b"),
                a: new FileArchive("data/sub"),
            }),
        });
        return { out: new StringAsset("out") };
    };
    const hashes = async (): Promise<Record<string, string>> => {
        const { resources = [] } = (await exportState(stack.options)).deployment;
        const inputs = resources.find(({ urn }) => urn.endsWith("::a"))?.inputs ?? {};
        const all = Object.entries(inputs as Record<string, { hash: string }>);
        return Object.fromEntries(all.map(([key, { hash }]) => [key, hash]));
    };

    it("keeps the hashes the real engine keeps", async () => {
        const result = await stack.run("up", program);
        assert.ok(result.ok, errorsOf(result));
        assert.deepEqual(await hashes(), {
            text: sha256("text"),
            file: sha256("hello"),
            // As the real CLI 3.260 wrote them for these files.
            folder: "8269e5f25b9c74c5b600fadf19a8eb9cfd65e42c717fa2e897885170931b59e3",
            parts: "4a7c6a5961ccd520585ed90e7c91e2c3a377c806eff661463c0808f062437554",
        });
        assert.equal((result.outputs.out as { hash: string }).hash, sha256("out"));
    });

    it("updates what holds a file or folder whose contents changed, and nothing else", async () => {
        await stack.run("up", program);
        const before = await hashes();
        assert.equal(stepsOf(await stack.run("up", program)), "same a");
        write("data/a.txt", "changed");
        const result = await stack.run("up", program);
        assert.equal(stepsOf(result), "update a");
        const after = await hashes();
        const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
        assert.deepEqual(changed.sort(), ["file", "folder"]);
    });

    it("names a file that is not there", async () => {
        const result = await stack.run("up", () => {
            new Thing("a", { file: new FileAsset("nowhere.txt") });
            return undefined;
        });
        assert.match(errorsOf(result), /nowhere\.txt/);
    });
});
