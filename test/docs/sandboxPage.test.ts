import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import { commands, type CommandSpec } from "../../sandbox/cli/commandTable";
import { refusedOption } from "../../sandbox/cli/refusedOptions";

const root = path.join(__dirname, "..", "..");
const page = fs.readFileSync(path.join(root, "docs", "sandbox.md"), "utf8");

describe("the page about the sandbox", () => {
    for (const [name, { options, args = [] }] of Object.entries<CommandSpec>(commands)) {
        it(`names ${name === "story" ? "npm start" : name} with its arguments and options`, () => {
            assert.ok(page.includes(name === "story" ? "`npm start`" : `npm start -- ${name}`));
            for (const { long } of options) assert.ok(page.includes(long ?? "?"), long ?? "");
            const line = page
                .split("\n")
                .find((text) => text.startsWith(`| \`npm start -- ${name}`));
            const words = args.map(([argument]) => argument.replaceAll(/[<>]/g, "").toUpperCase());
            for (const word of words) assert.ok(line?.includes(word), `${word} in ${line ?? ""}`);
        });
    }

    it("names as refused only what is refused", () => {
        const [, list = ""] = /^- (`--target`.*?);/ms.exec(page) ?? [];
        const named = [...list.matchAll(/`(--[\w-]+)`/g)].map(([, option = ""]) => option);
        assert.ok(named.length >= 5, list);
        for (const option of named) assert.match(refusedOption([option]) ?? "", /is not supported/);
    });
});
