import fs from "node:fs";
import path from "node:path";
import { after, describe, it } from "mocha";
import { subjects } from "./cases";
import { CasePacks, embeddedBench } from "./support/embeddedBench";
import { judge } from "./support/judge";
import { startWorld } from "./support/provider";

const folder = path.join(__dirname, "..", "..", ".sandbox", `conformance-${process.pid}`);
let count = 0;

describe("conformance of the embedded engine", function () {
    this.timeout(120_000);
    const packs = new CasePacks(path.join(folder, "packs"));
    after(() => {
        packs.close();
        fs.rmSync(folder, { recursive: true, force: true });
    });
    for (const [subject, cases] of Object.entries(subjects)) {
        describe(subject, () => {
            for (const each of cases) {
                it(each.title, async () => {
                    count += 1;
                    const world = await startWorld();
                    const bench = embeddedBench(path.join(folder, String(count)), world, packs);
                    try {
                        await judge(each, bench, world);
                    } finally {
                        bench.close();
                        world.close();
                    }
                });
            }
        });
    }
});
