import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { openCloudStore } from "../../../sandbox/cloud";
import { openCliProject, type CliProject } from "../../support/cliProcess";

// Real processes; one story: what stands at first must stand at the end.
describe("the command line on a state it cannot use, or a disk that is full", function () {
    this.timeout(120_000);
    let project: CliProject;
    let checkpoint: string;
    let sound: string;
    before(async () => {
        project = openCliProject("bad-input");
        checkpoint = project.journal.replace(/journal$/, "json");
        project.program(`new Repository("web", { name: "web" });`);
        const made = await project.run(["up"]);
        assert.equal(made.code, 0, made.output);
        sound = fs.readFileSync(checkpoint, "utf8");
    });
    after(() => {
        project.close();
    });

    const states: readonly (readonly [string, (text: string) => string, RegExp])[] = [
        ["is cut short", (t) => t.slice(0, -100), /dev\.json: is not JSON: it was cut short/],
        [
            "is of a foreign version",
            (t) => t.replace('"version": 3', '"version": 4'),
            /has version 4 of the deployment format, this engine reads version 3/,
        ],
    ];
    for (const [what, damage, message] of states) {
        it(`ends with 1 and touches nothing when the state ${what}`, async () => {
            const damaged = damage(sound);
            fs.writeFileSync(checkpoint, damaged);
            const { code, output } = await project.run(["up"]);
            assert.equal(code, 1);
            assert.match(output, message);
            assert.doesNotMatch(output, /\n\s+at /);
            assert.equal(fs.readFileSync(checkpoint, "utf8"), damaged);
            fs.writeFileSync(checkpoint, sound);
        });
    }

    it("ends with 2 under another passphrase", async () => {
        const { code, output } = await project.run(["outputs", "--json"], {
            PULUMI_CONFIG_PASSPHRASE: "wrong",
        });
        assert.equal(code, 2);
        assert.match(output, /wrong passphrase\. Set PULUMI_CONFIG_PASSPHRASE/);
        assert.equal(fs.readFileSync(checkpoint, "utf8"), sound);
    });

    it("says that the disk is full, keeps what was durable, and goes on when there is room", async function () {
        if (process.platform === "win32") this.skip();
        // About 20 kB, once in the operation begun and twice in the resource made: more than fits.
        project.program(`
            new Repository("web", { name: "web" });
            new Repository("api", { name: "api", description: "x".repeat(20000) });
        `);
        const { code, output } = await project.runCramped(56, ["up"]);
        assert.equal(code, 1, output);
        assert.match(output, /Cannot write .*dev\.journal/);
        assert.equal(fs.readFileSync(checkpoint, "utf8"), sound);
        const next = await project.run(["up"]);
        assert.equal(next.code, 0, next.output);
        assert.match(next.output, /Interrupted while creating urn:.*::api/);
        const names = openCloudStore(project.cloud).list("github:index/repository:Repository");
        assert.deepEqual(names.map(({ id }) => id).sort(), ["api", "web"]);
        assert.equal(fs.existsSync(project.journal), false);
        assert.deepEqual(fs.readdirSync(path.dirname(checkpoint)).sort(), [
            "dev.json",
            "dev.json.bak",
        ]);
    });
});
