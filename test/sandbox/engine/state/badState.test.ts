import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { EngineError } from "../../../../sandbox/engine/api";
import { openStack } from "../../../../sandbox/engine/state";
import {
    checkpointPath,
    checkpointText,
    deploy,
    journalPath,
    open,
    PASSPHRASE,
    resource,
    secret,
    temporaryFolder,
    within,
} from "./support";

/** A sound state with a secret in it. */
async function soundState(): Promise<string> {
    const folder = temporaryFolder();
    await deploy(folder, resource("a", { inputs: { key: secret("hunter2") } }), resource("b"));
    return folder;
}

/** What is wrong with a state file, and what the refusal must say. */
const damages: Record<string, readonly [(text: string) => string, RegExp]> = {
    "is empty": [() => "", /is not JSON: it was cut short or damaged\. .*dev\.json\.bak/],
    "is cut short": [(t) => t.slice(0, t.length / 2), /is not JSON/],
    "is not JSON": [() => "hunter2", /is not JSON/],
    "is something else": [() => "[1]", /is not a Pulumi deployment/],
    "lacks its stack": [
        (t) => t.replace('"stack"', '"stock"'),
        /checkpoint\.stack: .*found nothing/,
    ],
    "is of a newer version": [
        (t) => t.replace('"version": 3', '"version": 4'),
        /has version 4 .*newer/,
    ],
    "is of an older version": [
        (t) => t.replace('"version": 3', '"version": 2'),
        /has version 2 .*convert/,
    ],
    "is another stack's": [
        (t) => t.replace("organization/shop/dev", "organization/shop/prod"),
        /is the state of stack organization\/shop\/prod, not of organization\/shop\/dev/,
    ],
    "has a manifest changed by hand": [
        (t) => t.replace(/"magic": "[0-9a-f]{8}/, '"magic": "00000000'),
        /manifest\.magic does not fit/,
    ],
    "has a resource without a type and one with a wrong id": [
        (t) => t.replace('"type": "demo:index:Thing"', '"tipe": "x"').replace('"id-b"', "7"),
        /resources\.0\.type: .*found nothing\)\n.*resources\.1\.id: .*found a number/,
    ],
    "holds a resource twice": [
        (t) => t.replaceAll("Thing::b", "Thing::a"),
        /not consistent[^]*Thing::a: is there twice/,
    ],
    "has a secret that was damaged": [
        (t) => t.replace(/("ciphertext": "v1:[^:]+:)..../, "$1AAAA"),
        /Thing::a: inputs\.key: an encrypted value does not decrypt/,
    ],
    "has a secret of a foreign form": [
        (t) => t.replace(/"ciphertext": "v1:/, '"ciphertext": "v7:'),
        /inputs\.key: an encrypted value is not of the form/,
    ],
    "keeps its secrets with a cloud": [
        (t) => t.replace('"type": "passphrase"', '"type": "cloud"'),
        /kept by the provider "cloud"/,
    ],
    "has lost its salt": [(t) => t.replace('"salt"', '"sugar"'), /secrets_providers\.state\.salt/],
};

describe("a state that cannot be used", () => {
    for (const [what, [damage, message]] of Object.entries(damages)) {
        it(`is refused and left alone when it ${what}`, async () => {
            const folder = await soundState();
            const text = damage(checkpointText(folder));
            assert.notEqual(text, checkpointText(folder), "the damage must be one");
            writeFileSync(checkpointPath(folder), text);
            const files = readdirSync(dirname(checkpointPath(folder)));
            await assert.rejects(open(folder), (error) => {
                assert.ok(error instanceof EngineError, String(error));
                assert.equal(error.exitCode, 1);
                assert.match(error.message, message);
                assert.doesNotMatch(error.message, /hunter2/);
                return true;
            });
            assert.equal(checkpointText(folder), text);
            assert.deepEqual(readdirSync(dirname(checkpointPath(folder))), files);
            writeFileSync(checkpointPath(folder), damage(text)); // the lock was given back
            await assert.rejects(open(folder), EngineError);
        });
    }

    it("is refused under a wrong passphrase, as the user's mistake", async () => {
        const folder = await soundState();
        const text = checkpointText(folder);
        await assert.rejects(open(folder, { passphrase: "wrong" }), (error) => {
            assert.ok(error instanceof EngineError);
            assert.equal(error.exitCode, 2);
            assert.match(error.message, /dev\.json: wrong passphrase/);
            return true;
        });
        assert.equal(checkpointText(folder), text);
        await within(folder, (store) => assert.equal(store.snapshot().resources.length, 2));
    });

    it("is refused when its journal belongs to another version of it", async () => {
        const folder = await soundState();
        const store = await open(folder);
        await store.begin("up");
        await store.record({ kind: "put", resource: resource("c") });
        await store.close();
        const journal = readFileSync(journalPath(folder));
        writeFileSync(checkpointPath(folder), checkpointText(folder).replace("id-b", "id-x"));
        await assert.rejects(open(folder), /dev\.journal: belongs to another version of the state/);
        assert.deepEqual(readFileSync(journalPath(folder)), journal);
    });

    for (const [what, line, message] of [
        ["is no entry", '{"op":"explode"}', /line 2 is not an entry .*\(op\)/],
        ["does not fit", '{"op":"remove","slot":9}', /line 2 does not fit.*no resource number 9/],
    ] as const) {
        it(`is refused when a journal line ${what}`, async () => {
            const folder = await soundState();
            const store = await open(folder);
            await store.begin("up");
            await store.close();
            const header = readFileSync(journalPath(folder), "utf8");
            writeFileSync(journalPath(folder), `${header}${line}\n{"op":"end","operation":0}\n`);
            await assert.rejects(open(folder), message);
        });
    }

    for (const name of ["", "..", "a/b", "a\0b", "x".repeat(101)]) {
        it(`is never looked for under the name ${JSON.stringify(name.slice(0, 9))}`, async () => {
            const stateDir = temporaryFolder();
            const names = { organization: "o", project: name, stack: name };
            await assert.rejects(
                openStack({ stateDir, passphrase: PASSPHRASE, ...names }),
                (error) => {
                    assert.ok(error instanceof EngineError);
                    assert.equal(error.exitCode, 2);
                    assert.match(error.message, /\n {2}project: .*\n {2}stack: /);
                    return true;
                },
            );
            assert.equal(existsSync(`${stateDir}/.pulumi`), false);
        });
    }
});
