import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { EngineError } from "../../../../sandbox/engine/api";
import {
    exportDeployment,
    importDeployment,
    openStack,
    type ResourceState,
} from "../../../../sandbox/engine/state";
import {
    checkpointPath,
    checkpointText,
    deploy,
    resource,
    secret,
    SECRET,
    SIGNATURE,
    temporaryFolder,
    urn,
    within,
} from "./support";

const PROVIDER = urn("default", "pulumi:providers:demo");

const estate: readonly ResourceState[] = [
    { urn: PROVIDER, custom: true, type: "pulumi:providers:demo", id: "p1" },
    resource("a", { provider: `${PROVIDER}::p1`, inputs: { key: secret({ deep: "hunter2" }) } }),
    resource("b", { dependencies: [urn("a")], propertyDependencies: { x: [urn("a")] } }),
];

/** A document as another engine would export it. */
function document(resources: readonly object[], extra: object = {}): unknown {
    const version = "v3.248.0";
    const magic = createHash("sha256").update(version).digest("hex");
    return {
        version: 3,
        deployment: {
            manifest: { time: "2026-01-01T00:00:00Z", magic, version },
            resources,
            ...extra,
        },
    };
}

describe("export and import of a state", () => {
    it("carry a state into another stack's file unchanged, secrets encrypted all the way", async () => {
        const [from, to] = [temporaryFolder(), temporaryFolder()];
        await deploy(from, ...estate);
        const exported = await within(from, exportDeployment);
        const text = JSON.stringify(exported);
        assert.doesNotMatch(text, /hunter2/);
        assert.match(text, /"secrets_providers":\{"type":"passphrase","state":\{"salt":"v1:/);
        await within(to, (store) => importDeployment(store, JSON.parse(text)));
        await within(to, async (store) => {
            assert.deepEqual(store.snapshot().resources, estate);
            assert.equal((await store.history())[0]?.kind, "import");
        });
        assert.doesNotMatch(checkpointText(to), /hunter2/);
    });

    it("take a state under another salt of the same passphrase, and one that shows its secrets", async () => {
        const other = await openStack({
            stateDir: temporaryFolder(),
            organization: "organization",
            project: "shop",
            stack: "dev",
            // The salt line the real engine publishes; its passphrase is "password".
            encryptionSalt: "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==",
            passphrase: "password",
        });
        await other.begin("up");
        for (const thing of estate) {
            await other.record({ kind: "put", resource: thing });
        }
        await other.commit({ result: "succeeded" });
        const underOtherSalt = exportDeployment(other);
        const shown = { [SIGNATURE]: SECRET, plaintext: '"hunter2"' };
        await other.begin("up");
        await other.commit({ result: "succeeded" });
        await importDeployment(other, underOtherSalt);
        assert.deepEqual(other.snapshot().resources, estate);
        await importDeployment(other, document([resource("a", { inputs: { shown } })]));
        assert.deepEqual(other.snapshot().resources[0]?.inputs, { shown: secret("hunter2") });
        await other.close();
        const mine = temporaryFolder();
        await within(mine, (store) =>
            assert.rejects(importDeployment(store, underOtherSalt), (error) => {
                assert.ok(error instanceof EngineError);
                assert.match(error.message, /the deployment to import: wrong passphrase/);
                return true;
            }),
        );
    });

    it("keep what a newer engine wrote besides, and drop Go's nulls", async () => {
        const folder = temporaryFolder();
        const extra = { metadata: { integrity_error: { version: "v3" } }, extensions: { x: 1 } };
        const raw = { ...resource("a"), dependencies: null, propertyDependencies: { x: null } };
        await within(folder, (store) => importDeployment(store, document([raw], extra)));
        await deploy(folder, resource("b"));
        await within(folder, (store) => {
            const { metadata, extensions, resources } = store.deployment();
            assert.deepEqual({ metadata, extensions }, extra);
            assert.deepEqual(resources?.[0], resource("a", { propertyDependencies: { x: [] } }));
        });
    });

    it("put a state in the place of one that has no deployment yet", async () => {
        const folder = temporaryFolder();
        await deploy(folder, ...estate);
        const file = JSON.parse(checkpointText(folder)) as { checkpoint: { latest?: unknown } };
        delete file.checkpoint.latest;
        writeFileSync(checkpointPath(folder), JSON.stringify(file));
        await within(folder, async (store) => {
            assert.deepEqual(store.snapshot().resources, []);
            await importDeployment(store, document([resource("a")]));
        });
        await within(folder, (store) => assert.equal(store.snapshot().resources.length, 1));
    });

    it("lists every problem of an inconsistent state and changes nothing", async () => {
        const folder = temporaryFolder();
        await deploy(folder, ...estate);
        const before = checkpointText(folder);
        const bad = [
            resource("early", { dependencies: [urn("late")], parent: urn("nobody") }),
            resource("late", { provider: "urn:pulumi:dev::shop::pulumi:providers:x::y::id" }),
            resource("late"),
            resource("dying", { delete: true }),
            resource("dying", { delete: true }),
            resource("wrong", {
                type: "demo:index:Other",
                propertyDependencies: { p: [urn("no")] },
            }),
            { urn: urn("component"), custom: false, type: "demo:index:Thing", id: "x" },
            resource("elsewhere", { urn: "urn:pulumi:prod::shop::demo:index:Thing::x" }),
        ];
        await within(folder, (store) =>
            assert.rejects(importDeployment(store, document(bad)), (error) => {
                assert.ok(error instanceof EngineError);
                assert.equal(error.exitCode, 2);
                const lines = error.message.split("\n").slice(1);
                assert.deepEqual(
                    lines.map((line) =>
                        line.replaceAll("urn:pulumi:dev::shop::demo:index:Thing::", ""),
                    ),
                    [
                        "  early: its parent nobody is missing",
                        "  early: its dependency late is not before it",
                        "  late: its provider urn:pulumi:dev::shop::pulumi:providers:x::y::id is missing",
                        "  late: is there twice without being a pending delete",
                        "  wrong: its type is demo:index:Other, its URN says demo:index:Thing",
                        "  wrong: its dependency of property p no is missing",
                        "  component: has an id without being a custom resource",
                        "  urn:pulumi:prod::shop::demo:index:Thing::x: belongs to stack shop/prod, this one is shop/dev",
                    ],
                );
                return true;
            }),
        );
        assert.equal(checkpointText(folder), before);
        await within(folder, (store) => assert.equal(store.snapshot().resources.length, 3));
    });

    const refused: Record<string, readonly [unknown, RegExp]> = {
        "no document": [7, /is not a Pulumi deployment/],
        "no version": [{ deployment: {} }, /has no version/],
        "another version": [{ version: 1, deployment: {} }, /has version 1/],
        "no deployment": [{ version: 3 }, /deployment: .*found nothing/],
        "secrets of a cloud": [
            document([], { secrets_providers: { type: "awskms", state: {} } }),
            /kept by the provider "awskms"/,
        ],
        "a secret of another stack": [
            document([
                resource("a", {
                    inputs: {
                        k: {
                            [SIGNATURE]: SECRET,
                            ciphertext: `v1:${"A".repeat(16)}:${"A".repeat(40)}`,
                        },
                    },
                }),
            ]),
            /a: inputs\.k: an encrypted value does not decrypt/,
        ],
    };
    for (const [what, [value, message]] of Object.entries(refused)) {
        it(`refuse ${what}`, async () => {
            const folder = temporaryFolder();
            await deploy(folder, ...estate);
            const before = checkpointText(folder);
            await within(folder, async (store) => {
                await assert.rejects(importDeployment(store, value), (error) => {
                    assert.ok(error instanceof EngineError, String(error));
                    assert.match(error.message, message);
                    return true;
                });
                assert.deepEqual(store.snapshot().resources, estate);
            });
            assert.equal(checkpointText(folder), before);
        });
    }
});
