import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "mocha";

import { checkStackFile, EstateError, loadEstate, type Problem } from "../../estate";
import { azureDevOps, onDevOps } from "./devOpsSample";
import { sample } from "./sample";

describe("estate: stack files", () => {
    let folder: string;
    before(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-estate-"));
    });
    after(() => fs.rmSync(folder, { recursive: true }));

    /** What is wrong with a `Pulumi.test.yaml` of this text. */
    function refused(text: string): EstateError {
        const file = path.join(folder, "Pulumi.test.yaml");
        fs.writeFileSync(file, text);
        const checked = checkStackFile(file);
        assert.ok(checked instanceof EstateError, "it was accepted");
        return checked;
    }

    function lines(text: string): [string, number | undefined][] {
        return refused(text).problems.map(({ where, line }: Problem) => [where, line]);
    }

    /** JSON is YAML. */
    function written(content: unknown): string {
        const file = path.join(folder, "Pulumi.good.yaml");
        fs.writeFileSync(file, JSON.stringify(content));
        return file;
    }

    it("reads the estate under its full key and under the short one", () => {
        const whole = loadEstate(sample());
        for (const key of ["gatehouse:estate", "estate"]) {
            const file = written({
                encryptionsalt: "v1:x",
                config: { [key]: sample(), "aws:region": "x" },
            });
            assert.deepEqual(checkStackFile(file), whole);
        }
    });

    it("says at which line each problem stands, in the order of lines", () => {
        const text = `config:
  gatehouse:estate:
    organization: acme dev
    azure: { tenantId: x, subscriptionId: 66666666-7777-8888-9999-000000000000, location: uksouth }
    teams:
      platform: [ada]
      web:
        - linus
        - "@margaret"
    contacts: [security@acme.example]
    vault:
      name: kv-acme
      colour: red
    repositories:
      - name: web
        host: github
      - { name: Web, host: github, team: wbe }
`;
        assert.deepEqual(lines(text), [
            ["organization", 3],
            ["azure.tenantId", 4],
            ["teams.web[1]", 9],
            ["vault.colour", 13],
            ["repositories[0].team", 15],
            ["repositories[1].team", 17],
            ["repositories[1].name", 17],
        ]);
        assert.match(refused(text).message, /^Pulumi\.test\.yaml has 7 problems:\n/);
        assert.match(refused(text).message, /\n {2}vault\.colour \(line 13\)\n/);
    });

    it("wants the password of the sink among the stack's secrets, with everything else it wants", () => {
        const form = (contacts: string[]) => ({ ...onDevOps({}, audited), contacts });
        const audited = {
            azureDevOps: {
                ...azureDevOps,
                audit: { url: "https://events.acme.example", username: "devops" },
            },
        };
        const stack = (estate: unknown, more: object) =>
            JSON.stringify({ config: { "gatehouse:estate": estate, ...more } });
        const error = refused(stack(form(["nobody"]), {}));
        assert.deepEqual(error.problems.map(({ where }) => where).sort(), [
            "azureDevOps.audit",
            "contacts[0]",
        ]);
        assert.match(error.message, /config set --secret gatehouse:azureDevOpsAuditPassword/);
        for (const key of ["gatehouse:azureDevOpsAuditPassword", "azureDevOpsAuditPassword"]) {
            const file = path.join(folder, "Pulumi.audited.yaml");
            const secure = "v1:ZZ==";
            fs.writeFileSync(file, stack(form(["security@acme.example"]), { [key]: { secure } }));
            assert.ok(!(checkStackFile(file) instanceof Error), key);
        }
    });

    it("follows anchors and merge keys, so that environments can be shared", () => {
        const text = `config:
  gatehouse:estate:
    organization: acme
    azure: { tenantId: 11111111-2222-3333-4444-555555555555, subscriptionId: 66666666-7777-8888-9999-000000000000, location: uksouth }
    teams: { platform: [ada], release: [barbara] }
    contacts: [security@acme.example]
    vault: { name: kv-acme }
    environments: [&live { name: live, tier: production, reviewers: [release] }]
    repositories:
      - name: web
        host: github
        team: platform
        environments: [{ <<: *live, waitMinutes: 5 }, { <<: *live, name: eu, waitMinutes: -1 }]
`;
        assert.deepEqual(lines(text), [["repositories[0].environments[1].waitMinutes", 13]]);
        const file = path.join(folder, "Pulumi.merged.yaml");
        fs.writeFileSync(file, text.replace(", waitMinutes: -1", ""));
        const checked = checkStackFile(file);
        if (checked instanceof Error) throw checked;
        const [live, eu] = checked.repositories[0]?.environments ?? [];
        assert.deepEqual([live?.waitMinutes, eu?.name, eu?.reviewers], [5, "eu", ["release"]]);
    });

    it("reports every break in the YAML with its line, without quoting the file", () => {
        const text = 'config:\n  a: [1\n  b: 2\n  c: "x" hunter2\n  b: 3\n';
        const error = refused(text);
        assert.ok(error.problems.length >= 2);
        for (const { where, line, seen } of error.problems) {
            assert.equal(where, "the file");
            assert.ok(line !== undefined && line >= 2 && line <= 5);
            assert.match(seen, /^broken YAML: /);
        }
        assert.equal(error.message.includes("hunter2"), false);
    });

    it("takes a key given twice for a mistake", () => {
        assert.deepEqual(lines("config:\n  a: 1\n  a: 2\n"), [["the file", 3]]);
    });

    it("explains a pattern without quotes, which YAML takes for an alias", () => {
        const error = refused("config:\n  a: 1\n  actions: [*docker/login@x]\n");
        assert.deepEqual(
            error.problems.map(({ line }) => line),
            [3],
        );
        assert.match(error.message, /starts with \* but is no alias/);
        assert.match(error.message, /patterns need quotes/);
        assert.equal(error.message.includes("docker"), false);
    });

    it("refuses aliases without end", () => {
        assert.match(refused("config: &a\n  estate: [*a]\n").message, /contain themselves/);
    });

    it("names the stacks there are when the stack has no file", () => {
        fs.writeFileSync(path.join(folder, "Pulumi.production.yaml"), "");
        const checked = checkStackFile(path.join(folder, "Pulumi.prodution.yaml"));
        assert.ok(checked instanceof EstateError);
        assert.match(checked.message, /^Pulumi\.prodution\.yaml has 1 problem:/);
        assert.match(checked.message, /no such file/);
        assert.match(checked.message, /there are: .*Pulumi\.production\.yaml/);
        assert.match(checked.message, /Did you mean the stack production\?/);
    });

    it("says so when there is no stack at all, or the file is a folder", () => {
        const nowhere = checkStackFile(path.join(folder, "nowhere", "Pulumi.dev.yaml"));
        assert.ok(nowhere instanceof EstateError);
        assert.match(nowhere.message, /none yet/);
        const aFolder = checkStackFile(folder);
        assert.ok(aFolder instanceof EstateError);
        assert.match(aFolder.message, /cannot be read \(EISDIR\)/);
    });

    for (const [title, text, seen] of [
        ["an empty file", "", "nothing"],
        ["a file without config", "encryptionsalt: v1:x\n", "nothing"],
        ["a config that is a list", "config: [1]\n", "a list of 1"],
        ["a config without keys", "config: {}\n", "nothing"],
        ["a config without an estate", "config: { 'aws:region': x }\n", 'the keys "aws:region"'],
    ] as const) {
        it(`refuses ${title}`, () => {
            const [found, ...more] = refused(text).problems;
            assert.deepEqual(more, []);
            assert.equal(found?.where, "config");
            assert.equal(found.seen, seen);
            assert.match(found.allowed, /gatehouse:estate/);
        });
    }

    it("suggests the key for a misspelt one", () => {
        const [found] = refused("config: { 'gatehouse:estat': {} }\n").problems;
        assert.equal(found?.meant, "gatehouse:estate");
    });
});
