/**
 * A process of its own that runs every n-th case on the real CLI, and the same case on the embedded engine:
 * programs of two runs at once would catch each other's errors in one process. It takes the place of a mocha
 * run for the CLI's long waits; one line of JSON for each case goes to standard output.
 */
import assert from "node:assert/strict";
import path from "node:path";
import { subjects } from "../cases";
import type { Case, Outcome } from "./case";
import { cliBench } from "./cliBench";
import { differences } from "./differences";
import { embeddedBench } from "./embeddedBench";
import { judge } from "./judge";
import { startWorld } from "./provider";

/** What the worker says of one case: no error means both engines did as expected and agree. */
export interface Verdict {
    readonly subject: string;
    readonly title: string;
    readonly error?: string;
}

/** Holds the case to its expectations on the real engine, then finds the embedded engine agreed with it in full. */
async function check(each: Case, folder: string): Promise<void> {
    const seen: Outcome[][] = [];
    for (const engine of ["cli", "embedded"]) {
        const world = await startWorld();
        const bench =
            engine === "cli"
                ? cliBench(`${folder}-cli`, path.join(path.dirname(folder), "template"), world)
                : embeddedBench(`${folder}-embedded`, world);
        try {
            seen.push(await judge(each, bench, world));
        } catch (error) {
            const words = error instanceof Error ? error.message : String(error);
            throw new Error(`${engine}: ${words}`, { cause: error });
        } finally {
            bench.close();
            world.close();
        }
    }
    const [cli = [], embedded = []] = seen;
    assert.deepEqual(differences(cli, embedded), [], "the engines ended differently");
}

async function main(folder: string, shard: number, shards: number, only: string): Promise<void> {
    const all = Object.entries(subjects).flatMap(([subject, cases]) =>
        cases.map((each) => ({ subject, each })),
    );
    const wanted = all.filter(({ subject, each }) => `${subject} ${each.title}`.includes(only));
    for (const [index, { subject, each }] of wanted.entries()) {
        if (index % shards !== shard) continue;
        const problem = await check(each, path.join(folder, String(index))).then(
            () => undefined,
            (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
        const verdict: Verdict = {
            subject,
            title: each.title,
            ...(problem === undefined ? {} : { error: problem }),
        };
        process.stdout.write(`${JSON.stringify(verdict)}\n`);
    }
}

if (require.main === module) {
    const [folder = "", shard = "0", shards = "1", only = ""] = process.argv.slice(2);
    main(folder, Number(shard), Number(shards), only).then(
        () => process.exit(0),
        (error: unknown) => {
            console.error(error);
            process.exit(1);
        },
    );
}
