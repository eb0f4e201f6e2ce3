import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import type { ExportedState } from "../../../sandbox/cli/runner";
import { cli } from "../../support/cliRun";

const state: ExportedState = {
    version: 3,
    deployment: { resources: [{ urn: "urn:pulumi:dev::p::t:index:T::a", type: "t:index:T" }] },
};

describe("the commands about the state", () => {
    let dir: string;
    before(() => {
        dir = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-exchange-"));
    });
    after(() => {
        fs.rmSync(dir, { recursive: true, force: true });
    });
    const parts = { exportState: () => Promise.resolve(state) };

    it("export prints the document alone", async () => {
        const { code, stdout } = await cli(["export"], {}, {}, undefined, parts);
        assert.equal(code, 0);
        assert.deepEqual(JSON.parse(stdout), state);
    });

    it("export FILE writes it for its owner alone, import FILE hands it over", async () => {
        const file = path.join(dir, "state.json");
        const exported = await cli(["export", file], {}, {}, undefined, parts);
        assert.match(exported.stdout, /Stack dev is in .*state\.json, secrets encrypted/);
        assert.deepEqual(JSON.parse(fs.readFileSync(file, "utf8")), state);
        assert.equal(fs.statSync(file).mode & 0o777, 0o600);
        let taken: unknown;
        const imported = await cli(["import", file], {}, {}, undefined, {
            ...parts,
            importState: (document) => {
                taken = document;
                return Promise.resolve();
            },
        });
        assert.equal(imported.code, 0);
        assert.match(imported.stdout, /Imported .*state\.json: 1 resource in stack dev/);
        assert.deepEqual(taken, state);
    });

    for (const [what, contents] of [
        ["is not JSON", "hunter2 { cut short"],
        ["is not there", undefined],
    ] as const) {
        it(`import of a file that ${what} ends with 2, tells none of it and imports nothing`, async () => {
            const file = path.join(dir, "bad.json");
            fs.rmSync(file, { force: true });
            if (contents !== undefined) fs.writeFileSync(file, contents);
            let taken = false;
            const { code, stderr } = await cli(["import", file], {}, {}, undefined, {
                importState: () => {
                    taken = true;
                    return Promise.resolve();
                },
            });
            assert.equal(code, 2);
            assert.match(stderr, /bad\.json/);
            assert.doesNotMatch(stderr, /hunter2/);
            assert.equal(taken, false);
        });
    }

    it("history lists deployments, newest first, as they came", async () => {
        const record = {
            kind: "up",
            startTime: "2026-11-21T10:00:00.000Z",
            endTime: "2026-11-21T10:00:05.000Z",
            result: "failed",
            changes: { same: 2, create: 1 },
        } as const;
        const history = { history: () => Promise.resolve([record]) };
        const { stdout } = await cli(["history"], {}, {}, undefined, history);
        assert.match(stdout, /2026-11-21T10:00:00\.000Z {2}up +failed +5\.0 s {2}1 create, 2 same/);
        const json = await cli(["history", "--json"], {}, {}, undefined, history);
        assert.deepEqual(JSON.parse(json.stdout), [record]);
        assert.match((await cli(["history"])).stdout, /nothing was deployed yet/);
    });
});
