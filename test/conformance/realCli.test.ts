import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, it } from "mocha";
import { pulumiVersion } from "../../sandbox/cli/choose";
import { subjects } from "./cases";
import { emptyStack } from "./support/cliBench";
import type { Verdict } from "./support/cliWorker";

const folder = path.join(__dirname, "..", "..", ".sandbox", `conformance-cli-${process.pid}`);
const workers = 2;

/** GATEHOUSE_CONFORMANCE=<part of a subject and title> runs only those cases. */
const only = process.env.GATEHOUSE_CONFORMANCE ?? "";

/** Verdicts as the workers give them; a case waits for its own. */
class Verdicts {
    readonly #given = new Map<string, Verdict>();
    readonly #waiting = new Map<string, (verdict: Verdict) => void>();
    #ended: string | undefined;

    give(verdict: Verdict): void {
        const key = `${verdict.subject} ${verdict.title}`;
        this.#given.set(key, verdict);
        this.#waiting.get(key)?.(verdict);
    }

    /** No more will come: whoever still waits is told why. */
    end(reason: string): void {
        this.#ended = reason;
        for (const [title, resolve] of this.#waiting) {
            resolve(this.#given.get(title) ?? { subject: "", title, error: reason });
        }
    }

    of(subject: string, title: string): Promise<Verdict> {
        const key = `${subject} ${title}`;
        const given = this.#given.get(key);
        if (given !== undefined) return Promise.resolve(given);
        if (this.#ended !== undefined) {
            return Promise.resolve({ subject, title, error: this.#ended });
        }
        return new Promise((resolve) => this.#waiting.set(key, resolve));
    }
}

function startWorkers(verdicts: Verdicts): () => void {
    const script = path.join(__dirname, "support", "cliWorker.ts");
    let running = workers;
    const children = Array.from({ length: workers }, (_, shard) => {
        const args = ["-r", "tsx/cjs", script, folder, String(shard), String(workers), only];
        const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
        let complaints = "";
        child.stderr.on("data", (text: Buffer) => (complaints += text.toString()));
        createInterface({ input: child.stdout }).on("line", (line) => {
            // What programs print is not for here.
            if (line.startsWith('{"subject"')) verdicts.give(JSON.parse(line) as Verdict);
        });
        child.on("close", () => {
            running -= 1;
            if (running === 0) verdicts.end(`the workers ended without a verdict: ${complaints}`);
        });
        return child;
    });
    return () => {
        for (const child of children) child.kill();
    };
}

describe("conformance of the real CLI, where there is one", function () {
    // Cases wait for those before them in the same worker.
    this.timeout(600_000);
    const verdicts = new Verdicts();
    let stop = (): void => undefined;
    before(async function () {
        if ((await pulumiVersion(process.env)) === undefined) this.skip();
        await emptyStack(path.join(folder, "template"));
        stop = startWorkers(verdicts);
    });
    after(() => {
        stop();
        fs.rmSync(folder, { recursive: true, force: true });
    });

    for (const [subject, cases] of Object.entries(subjects)) {
        describe(subject, () => {
            for (const { title } of cases.filter((each) =>
                `${subject} ${each.title}`.includes(only),
            )) {
                it(title, async () => {
                    const { error } = await verdicts.of(subject, title);
                    if (error !== undefined) assert.fail(error);
                });
            }
        });
    }
});
