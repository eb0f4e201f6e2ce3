// `npm run bench [-- 10 100 400]`: the cost of an estate, against a bare program that registers the
// same plain resources on the same engine with the SDK's default settings.
import fs from "node:fs";
import path from "node:path";
import { bareProject, estateProject, type BareResource } from "./estates";
import { measure, type Measured } from "./measure";

interface Row {
    readonly repositories: number;
    readonly resources: number;
    readonly components: number;
    readonly seconds: number;
    readonly megabytes: number;
    readonly cpuSeconds: number;
    readonly resourcesPerSecond: number;
    /** Share of the CPU seconds that the policy pack adds. */
    readonly packShare: number;
    readonly bareSeconds: number;
    readonly bareMegabytes: number;
    readonly bareCpuSeconds: number;
    /** Estate with pack to bare program, in seconds and in CPU seconds. */
    readonly ratio: number;
    readonly cpuRatio: number;
}

const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** The better of two runs: the machine's other work only ever adds time. */
async function best(run: () => Promise<Measured>): Promise<Measured> {
    const first = await run();
    const second = await run();
    return first.seconds <= second.seconds ? first : second;
}

async function row(root: string, repositories: number): Promise<Row> {
    const dir = path.join(root, ".sandbox", "bench", String(repositories));
    const estate = estateProject(root, path.join(dir, "estate"), repositories);
    const resourcesFile = path.join(dir, "resources.json");
    const request = { projectDir: estate.dir, stack: estate.stack };
    const pack = path.join(root, "policies");
    const whole = await best(() => measure(root, { ...request, pack }));
    const without = await best(() => measure(root, { ...request, writeResources: resourcesFile }));
    const plain = JSON.parse(fs.readFileSync(resourcesFile, "utf8")) as BareResource[];
    const bare = bareProject(root, path.join(dir, "bare"), plain);
    const yardstick = await best(() => measure(root, { projectDir: bare.dir, stack: bare.stack }));
    return {
        repositories,
        resources: whole.resources,
        components: whole.components,
        seconds: round(whole.seconds),
        megabytes: whole.megabytes,
        cpuSeconds: round(whole.cpuSeconds, 1),
        resourcesPerSecond: round(whole.resources / whole.seconds, 0),
        packShare: round((whole.cpuSeconds - without.cpuSeconds) / whole.cpuSeconds),
        bareSeconds: round(yardstick.seconds),
        bareMegabytes: yardstick.megabytes,
        bareCpuSeconds: round(yardstick.cpuSeconds, 1),
        ratio: round(whole.seconds / yardstick.seconds),
        cpuRatio: round(whole.cpuSeconds / yardstick.cpuSeconds),
    };
}

async function main(): Promise<void> {
    const root = path.join(__dirname, "..");
    const asked = process.argv.slice(2).map(Number);
    const sizes = asked.length > 0 ? asked : [10, 100, 400];
    const rows: Row[] = [];
    for (const size of sizes) {
        rows.push(await row(root, size));
        console.table(rows.slice(-1));
    }
    const perResource = (wanted: number): number | undefined => {
        const found = rows.find(({ repositories }) => repositories === wanted);
        return found && found.cpuSeconds / found.resources;
    };
    const [hundred, fourHundred] = [perResource(100), perResource(400)];
    if (hundred !== undefined && fourHundred !== undefined) {
        const growth = round(fourHundred / hundred);
        console.log(`CPU per resource, 400 repositories against 100: ${growth} (below 1.3 wanted)`);
    }
    console.log("estate with pack against the bare program:");
    for (const { repositories, ratio, cpuRatio } of rows) {
        console.log(`  ${repositories} repositories: ${ratio} of its time, ${cpuRatio} of its CPU`);
    }
    const file = path.join(root, ".sandbox", "bench", "results.json");
    fs.writeFileSync(file, JSON.stringify({ node: process.version, rows }, null, 4));
    console.log(`figures: ${path.relative(root, file)}`);
}

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
