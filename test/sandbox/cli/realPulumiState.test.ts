import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { main } from "../../../sandbox/cli";
import { pulumiVersion } from "../../../sandbox/cli/choose";
import type { previewReport } from "../../../sandbox/cli/json";
import { openCliProject, type CliProject } from "../../support/cliProcess";

const urn = "urn:pulumi:dev::tiny::github:index/repository:Repository::web";
const program = (size: number): string => `
const web = new Repository("web", {
    name: "web", hasWiki: ${size > 1}, topics: ["a"], description: pulumi.secret("secret-words"),
});
${size > 1 ? 'new Repository("api", { name: "api", homepageUrl: web.htmlUrl });' : ""}
exports.url = web.htmlUrl;
`;

interface Told {
    readonly code: number;
    readonly text: string;
}

// One story in order: the same commands on both engines, in one project.
describe("the command line with the real CLI, where there is one", function () {
    this.timeout(180_000);
    let project: CliProject;

    before(async function () {
        if ((await pulumiVersion(process.env)) === undefined) this.skip();
        project = openCliProject("real-state");
        project.program(program(1));
    });
    after(() => {
        (project as CliProject | undefined)?.close();
    });

    const env = (engine: string): NodeJS.ProcessEnv => ({
        ...process.env,
        GATEHOUSE_ENGINE: engine,
        GATEHOUSE_SANDBOX_DIR: path.join(project.dir, ".sandbox"),
        PULUMI_CONFIG_PASSPHRASE: "test",
    });
    async function told(engine: string, ...argv: string[]): Promise<Told> {
        let stdout = "";
        let stderr = "";
        const code = await main(argv, {
            stdout: { write: (text) => (stdout += text) },
            stderr: { write: (text) => (stderr += text) },
            isTTY: false,
            env: env(engine),
            projectDir: project.dir,
        });
        return { code, text: argv.includes("--json") ? stdout : stdout + stderr };
    }
    const plan = (engine: string): string => path.join(project.dir, `plan-${engine}.json`);
    const document = ({ code, text }: Told): ReturnType<typeof previewReport> => {
        const read = JSON.parse(text) as ReturnType<typeof previewReport>;
        assert.equal(read.exitCode, code, text);
        return read;
    };
    /** Without what each run makes anew. */
    const essence = (read: ReturnType<typeof previewReport>): unknown => ({
        config: read.config,
        changeSummary: read.changeSummary,
        exitCode: read.exitCode,
        steps: (read.steps as Record<string, Record<string, unknown>>[]).map((step) => ({
            op: step.op,
            urn: step.urn,
            diffReasons: step.diffReasons,
            replaceReasons: step.replaceReasons,
            detailedDiff: step.detailedDiff,
            oldInputs: step.oldState?.inputs,
            newInputs: step.newState?.inputs,
            parent: step.newState?.parent,
        })),
    });
    const both = async (...argv: string[]): Promise<[Told, Told]> => [
        await told("pulumi", ...argv),
        await told("embedded", ...argv),
    ];

    it("prints the same preview document, and again after a deployment", async () => {
        const [real, own] = await both("preview", "--json");
        assert.deepEqual(essence(document(own)), essence(document(real)));
        for (const up of await both("up")) assert.equal(up.code, 0, up.text);
        project.program(program(2));
        const [realNext, ownNext] = await both("preview", "--json");
        assert.deepEqual(essence(document(ownNext)), essence(document(realNext)));
        assert.doesNotMatch(realNext.text + ownNext.text, /secret-words/);
    });

    it("holds an up to its plan, each engine to its own", async () => {
        for (const engine of ["pulumi", "embedded"]) {
            const saved = await told(engine, "preview", "--save-plan", plan(engine));
            assert.equal(saved.code, 0, saved.text);
        }
        project.program(program(2).replace("true", "false"));
        for (const engine of ["pulumi", "embedded"]) {
            const held = await told(engine, "up", "--plan", plan(engine));
            assert.equal(held.code, 1, held.text);
            assert.match(held.text, /hasWiki/);
        }
        const [real, own] = [plan("embedded"), plan("pulumi")];
        const foreign = [
            await told("pulumi", "up", "--plan", real),
            await told("embedded", "up", "--plan", own),
        ];
        for (const { code, text } of foreign) {
            assert.equal(code, 2, text);
            assert.match(text, /is a plan of/);
        }
        project.program(program(2));
        for (const engine of ["pulumi", "embedded"]) {
            const held = await told(engine, "up", "--plan", plan(engine));
            assert.equal(held.code, 0, held.text);
            assert.match(held.text, /1 created/);
        }
        assert.doesNotMatch(fs.readFileSync(plan("embedded"), "utf8"), /secret-words/);
    });

    it("sees a tampered cloud as drift", async () => {
        for (const engine of ["pulumi", "embedded"]) {
            const done = await told(engine, "tamper", urn, "hasWiki=false");
            assert.equal(done.code, 0, done.text);
            const seen = await told(engine, "refresh", "--diff");
            assert.match(seen.text, /~ hasWiki: true => false/, engine);
        }
    });

    it("exchanges states: each engine takes the other's and finds what it would change itself", async () => {
        const files = {
            pulumi: path.join(project.dir, "p.json"),
            embedded: path.join(project.dir, "e.json"),
        };
        for (const [engine, file] of Object.entries(files)) {
            assert.equal((await told(engine, "export", file)).code, 0);
            assert.doesNotMatch(fs.readFileSync(file, "utf8"), /secret-words/);
        }
        const [real, own] = await both("preview", "--json");
        assert.equal((await told("embedded", "import", files.pulumi)).code, 0);
        const imported = await told("pulumi", "import", files.embedded);
        assert.equal(imported.code, 0, imported.text);
        const [realNext, ownNext] = await both("preview", "--json");
        assert.deepEqual(essence(document(realNext)), essence(document(own)));
        assert.deepEqual(essence(document(ownNext)), essence(document(real)));
    });

    it("tells the history", async () => {
        for (const engine of ["pulumi", "embedded"]) {
            const { text } = await told(engine, "history", "--json");
            const kinds = (JSON.parse(text) as { kind: string; result: string }[])
                .filter(({ result }) => result === "succeeded")
                .map(({ kind }) => kind);
            const ups = kinds.filter((kind) => kind === "up").length;
            assert.deepEqual(
                [ups, kinds.includes("refresh")],
                [2, true],
                `${engine}: ${kinds.join()}`,
            );
        }
    });
});
