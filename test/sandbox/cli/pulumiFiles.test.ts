import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { parse } from "yaml";
import { cliError } from "../../../sandbox/cli/pulumiErrors";
import { resourcesOf } from "../../../sandbox/cli/pulumiState";
import { prepareWorkDir } from "../../../sandbox/cli/pulumiWorkDir";
import { projectFolder } from "../../support/cliRun";

describe("the real CLI's working folder", () => {
    let dir: string;
    let folder: string;
    const write = (name: string, text: string): void => {
        fs.writeFileSync(path.join(dir, name), text);
    };
    const prepared = (name: string): Record<string, unknown> => {
        prepareWorkDir(dir, "dev", folder);
        return parse(fs.readFileSync(path.join(folder, name), "utf8")) as Record<string, unknown>;
    };

    beforeEach(() => {
        dir = projectFolder();
        folder = path.join(dir, ".sandbox", "work");
        write("Pulumi.yaml", "name: p\nruntime: nodejs\nmain: ./scripts/program.cjs\n");
        write("Pulumi.dev.yaml", "config:\n  p:a: 1 # one\n");
    });
    afterEach(() => {
        fs.rmSync(dir, { recursive: true, force: true });
    });

    it("leads to the project's own program", () => {
        assert.equal(prepared("Pulumi.yaml").main, "project/scripts/program.cjs");
        assert.equal(fs.realpathSync(path.join(folder, "project")), fs.realpathSync(dir));
    });

    it("finds the program of a project that names none", () => {
        write("Pulumi.yaml", "name: p\nruntime: nodejs\n");
        assert.equal(prepared("Pulumi.yaml").main, "project");
    });

    it("finds plugins that the project names by a relative path", () => {
        const there = path.join(dir, "other");
        const named = `plugins: { providers: [{ name: a, path: ./a }, { name: b, path: ${there} }] }`;
        write("Pulumi.yaml", `name: p\nruntime: nodejs\n${named}\n`);
        const { providers } = prepared("Pulumi.yaml").plugins as { providers: unknown };
        assert.deepEqual(providers, [
            { name: "a", path: "project/a" },
            { name: "b", path: there },
        ]);
    });

    it("follows the project to another place", () => {
        prepareWorkDir(dir, "dev", folder);
        const moved = `${dir}-moved`;
        fs.renameSync(dir, moved);
        dir = moved;
        folder = path.join(moved, ".sandbox", "work");
        prepareWorkDir(dir, "dev", folder);
        assert.equal(fs.realpathSync(path.join(folder, "project")), fs.realpathSync(moved));
    });

    it("takes over changes of the stack file and keeps the salt the CLI added", () => {
        prepareWorkDir(dir, "dev", folder);
        fs.appendFileSync(path.join(folder, "Pulumi.dev.yaml"), "encryptionsalt: v1:abc\n");
        write("Pulumi.dev.yaml", "config: { p:a: 2 }\n");
        assert.deepEqual(prepared("Pulumi.dev.yaml"), {
            config: { "p:a": 2 },
            encryptionsalt: "v1:abc",
        });
    });

    it("prefers the salt of the user's own stack file", () => {
        prepareWorkDir(dir, "dev", folder);
        fs.appendFileSync(path.join(folder, "Pulumi.dev.yaml"), "encryptionsalt: v1:abc\n");
        write("Pulumi.dev.yaml", "encryptionsalt: v1:own\n");
        assert.deepEqual(prepared("Pulumi.dev.yaml"), { encryptionsalt: "v1:own" });
    });

    it("never touches the project's files", () => {
        prepareWorkDir(dir, "dev", folder);
        const text = fs.readFileSync(path.join(dir, "Pulumi.dev.yaml"), "utf8");
        assert.equal(text, "config:\n  p:a: 1 # one\n");
    });
});

describe("errors of the real CLI", () => {
    it("are told by their error lines, each once", () => {
        const output =
            "code: 255\n stdout: Previewing update (dev):\n    error: boom\n stderr: error: boom\n\n err?: \n";
        assert.equal(cliError(new Error(output)), "boom");
    });

    it("are told by stderr when no line says error", () => {
        const output = "code: 1\n stdout: \n stderr: passphrase must be set\n\n err?: Error: x\n";
        assert.equal(cliError(new Error(output)), "passphrase must be set");
    });

    it("are told whole when they are of another form", () => {
        assert.equal(cliError(new Error("spawn ENOENT")), "spawn ENOENT");
        assert.equal(cliError("text"), "text");
    });
});

describe("an exported state", () => {
    it("gives its resources without those waiting to be deleted, secrets hidden", () => {
        const secret = {
            "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
            plaintext: '"hunter2"',
        };
        const resources = [
            { urn: "u", type: "t", custom: true, id: "i", outputs: { token: secret } },
            { urn: "v", type: "t", custom: true, delete: true },
        ];
        const state = { version: 3, deployment: { resources } };
        assert.deepEqual(resourcesOf(state), [
            {
                ...{ urn: "u", type: "t", id: "i", parent: "", custom: true, inputs: {} },
                outputs: { token: "[secret]" },
            },
        ]);
    });

    it("gives nothing for a stack that never had any", () => {
        assert.deepEqual(resourcesOf({ version: 3, deployment: {} }), []);
    });
});
