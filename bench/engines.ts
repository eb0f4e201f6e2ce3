// `npm run bench -- --engines`: what a resource costs in the embedded engine, against the real CLI where there is one
// on the PATH: the same program in this process, the same provider, plain resources and nothing else.
import fs from "node:fs";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { pulumiVersion } from "../sandbox/cli/choose";
import type { Bench, Program } from "../test/conformance/support/case";
import { cliBench, emptyStack } from "../test/conformance/support/cliBench";
import { embeddedBench } from "../test/conformance/support/embeddedBench";
import { startWorld, type World } from "../test/conformance/support/provider";
import { Thing } from "../test/conformance/support/things";

/** Two sizes: their difference leaves out what a run costs before its first resource. */
const [few, many] = [100, 400] as const;

interface Figures {
    /** Milliseconds for one more resource, when it is made and when it is the same. */
    readonly create: number;
    readonly same: number;
}

interface Sample {
    readonly create: number;
    readonly same: number;
    readonly heap: number;
}

const round = (value: number): number => Number(value.toFixed(2));

const program =
    (count: number): Program =>
    () => {
        for (let index = 0; index < count; index++) new Thing(`r${index}`, { size: index });
    };

/** What is live, not what waits to be collected: so the look at it costs time, and is not for runs that are timed. */
function liveHeap(): number {
    setFlagsFromString("--expose-gc");
    (runInNewContext("gc") as () => void)();
    return process.memoryUsage().heapUsed;
}

async function sample(
    open: (world: World) => Bench,
    count: number,
    look: () => number = () => 0,
): Promise<Sample> {
    const world = await startWorld();
    const bench = open(world);
    let heap = 0;
    const timer = setInterval(() => (heap = Math.max(heap, look())), 250);
    const time = async (): Promise<number> => {
        heap = 0;
        const started = process.hrtime.bigint();
        const { ok, errors } = await bench.run({ kind: "up", program: program(count) });
        if (!ok) throw new Error(errors.join("\n"));
        return Number(process.hrtime.bigint() - started) / 1e6;
    };
    try {
        return { create: await time(), same: await time(), heap };
    } finally {
        clearInterval(timer);
        bench.close();
        world.close();
    }
}

async function figures(open: (world: World) => Bench): Promise<Figures> {
    // The first run of a process compiles what all later ones use.
    await sample(open, 10);
    const [small, large] = [await sample(open, few), await sample(open, many)];
    const perResource = (key: keyof Sample): number => (large[key] - small[key]) / (many - few);
    return { create: perResource("create"), same: perResource("same") };
}

async function main(): Promise<void> {
    const dir = path.join(__dirname, "..", ".sandbox", "bench", "engines");
    fs.rmSync(dir, { recursive: true, force: true });
    const embedded = await figures((world) => embeddedBench(path.join(dir, "embedded"), world));
    const version = await pulumiVersion(process.env);
    let cli: Figures | undefined;
    if (version !== undefined) {
        const template = path.join(dir, "template");
        await emptyStack(template);
        cli = await figures((world) => cliBench(path.join(dir, "cli"), template, world));
        console.log(`embedded engine against pulumi v${version}, for one more resource:`);
        console.log(`  created: ${round(embedded.create / cli.create)} of its time`);
        console.log(`  unchanged: ${round(embedded.same / cli.same)} of its time`);
    } else console.log("no pulumi CLI found: the embedded engine has nothing to be compared with");
    const growth = await heapGrowth(dir);
    console.log(`memory for one more resource, ${many * 3} resources against ${many}: ${growth}`);
    const file = path.join(dir, "results.json");
    fs.mkdirSync(dir, { recursive: true });
    fs.writeFileSync(file, JSON.stringify({ embedded, cli, growth }, null, 4));
    console.log(`figures: ${path.relative(path.join(__dirname, ".."), file)}`);
}

/** Heap for a resource in a large state, as a ratio to that in a small one: 1 when memory grows with the state and no faster. */
async function heapGrowth(dir: string): Promise<number> {
    const open = (world: World): Bench => embeddedBench(path.join(dir, "growth"), world);
    const [none, small, large] = [
        await sample(open, 10, liveHeap),
        await sample(open, many, liveHeap),
        await sample(open, many * 3, liveHeap),
    ];
    return round((large.heap - none.heap) / 3 / (small.heap - none.heap));
}

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
