import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { parse } from "yaml";
import { signaturePipeline, signatureWorkflow } from "../../../components/index";
import { signatureScript } from "../../../components/governance/signatureCheck";

const tool = path.join(__dirname, "../../support/shellcheck.mjs");

interface Workflow {
    jobs: { signatures: { name: string; steps: { run?: string; uses?: string }[] } };
}

describe("the check of signatures, as text", function () {
    this.timeout(120_000);

    it("is clean for ShellCheck", () => {
        const input = `#!/bin/bash\n${signatureScript}`;
        const options = { input, encoding: "utf8", timeout: 110_000 } as const;
        const { status, stdout, stderr } = spawnSync(process.execPath, [tool], options);
        assert.equal(status, 0, stderr);
        assert.deepEqual(JSON.parse(stdout), []);
    });

    it("is the step of a workflow whose actions are pinned and whose token reads", () => {
        const workflow = parse(signatureWorkflow()) as Workflow;
        const { name, steps } = workflow.jobs.signatures;
        assert.equal(name, "verify signatures");
        assert.match(steps[0]?.uses ?? "", /^actions\/checkout@[0-9a-f]{40}$/);
        assert.equal(steps[1]?.run?.trim(), signatureScript.trim());
        const { permissions } = workflow as unknown as { permissions: object };
        assert.deepEqual(permissions, { contents: "read" });
        // An expression inside a script would be run as code.
        assert.doesNotMatch(signatureScript, /\$\{\{|\$\(System/);
    });

    it("is the step of a pipeline that keeps no credential", () => {
        const { steps } = parse(signaturePipeline()) as { steps: Record<string, unknown>[] };
        assert.equal(steps[0]?.persistCredentials, false);
        assert.equal(String(steps[1]?.bash).trim(), signatureScript.trim());
    });
});

describe("the check of signatures, run with git and ssh-keygen", function () {
    this.timeout(120_000);
    let folder: string;
    let origin: string;
    let work: string;

    const run = (command: string, args: string[], cwd = work) =>
        spawnSync(command, args, {
            cwd,
            encoding: "utf8",
            env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: "1" },
        });
    const git = (...args: string[]): string => {
        const { status, stdout, stderr } = run("git", args);
        assert.equal(status, 0, stderr);
        return stdout.trim();
    };
    const keyOf = (who: string): string => path.join(folder, who);
    const signer = (who: string): string =>
        `${who}@acme.example namespaces="git" ${fs.readFileSync(`${keyOf(who)}.pub`, "utf8")}`;
    const signersFile = (): string => path.join(work, ".github", "allowed_signers");

    /** A change of one commit, from the default branch; what the check says to it. */
    function check(
        who: string,
        key: string | undefined,
        signers?: string,
    ): { ok: boolean; said: string } {
        git("checkout", "--quiet", "-B", "change", "origin/main");
        if (signers !== undefined) fs.appendFileSync(signersFile(), signers);
        const as = ["-c", `user.name=${who}`, "-c", `user.email=${who}@acme.example`];
        const signing =
            key === undefined
                ? ["-c", "commit.gpgsign=false"]
                : [
                      "-c",
                      "gpg.format=ssh",
                      "-c",
                      `user.signingkey=${keyOf(key)}`,
                      "-c",
                      "commit.gpgsign=true",
                  ];
        git(
            ...as,
            ...signing,
            "commit",
            "--quiet",
            "--all",
            "--allow-empty",
            "--message",
            "change",
        );
        const { status, stdout } = spawnSync("bash", ["-c", signatureScript], {
            cwd: work,
            encoding: "utf8",
            env: {
                PATH: process.env.PATH,
                HOME: folder,
                TARGET: "refs/heads/main",
                HEAD: git("rev-parse", "HEAD"),
                SIGNERS: ".github/allowed_signers",
            },
        });
        return { ok: status === 0, said: stdout };
    }

    before(function () {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "signatures-"));
        origin = path.join(folder, "origin");
        work = path.join(folder, "work");
        for (const dir of [origin, work]) fs.mkdirSync(dir);
        if (run("git", ["--version"]).error || run("ssh-keygen", ["-?"]).error) this.skip();
        for (const who of ["ada", "linus", "mallory"]) {
            run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", keyOf(who)]);
        }
        run("git", ["init", "--quiet", "--bare", "--initial-branch=main"], origin);
        git("init", "--quiet", "--initial-branch=main");
        fs.mkdirSync(path.dirname(signersFile()));
        fs.writeFileSync(signersFile(), signer("ada") + signer("linus"));
        git("add", ".");
        git(
            "-c",
            "user.name=estate",
            "-c",
            "user.email=estate@acme.example",
            "commit",
            "--quiet",
            "--message",
            "keys",
        );
        git("remote", "add", "origin", origin);
        git("push", "--quiet", "origin", "main");
        git("fetch", "--quiet", "origin");
    });

    after(() => fs.rmSync(folder, { recursive: true, force: true }));

    it("passes a commit that its committer signed with a registered key", () => {
        const { ok, said } = check("ada", "ada");
        assert.equal(said.trim(), "every signature is of a registered key");
        assert.ok(ok);
    });

    it("refuses a commit without signature, and one of a key that is not registered", () => {
        for (const [who, key] of [
            ["ada", undefined],
            ["mallory", "mallory"],
        ] as const) {
            const { ok, said } = check(who, key);
            assert.equal(ok, false);
            assert.match(said, new RegExp(`refused: [0-9a-f]{40} by ${who}@acme.example has no`));
        }
    });

    it("refuses a registered key under another committer's name", () => {
        const { ok, said } = check("linus", "ada");
        assert.equal(ok, false);
        assert.match(said, /by linus@acme.example is signed with the key of ada@acme.example/);
    });

    it("refuses a change that registers the key it is signed with", () => {
        const { ok, said } = check("mallory", "mallory", signer("mallory"));
        assert.equal(ok, false);
        assert.match(said, /by mallory@acme.example has no signature of a registered key/);
    });

    it("refuses when the target branch has no registered keys", () => {
        git("checkout", "--quiet", "-B", "bare", "origin/main");
        git("rm", "--quiet", ".github/allowed_signers");
        git(
            "-c",
            "user.name=e",
            "-c",
            "user.email=e@acme.example",
            "commit",
            "--quiet",
            "--message",
            "none",
        );
        git("update-ref", "refs/remotes/origin/main", "HEAD");
        const { ok, said } = check("ada", "ada");
        assert.deepEqual([ok, said], [false, ""]);
    });
});
