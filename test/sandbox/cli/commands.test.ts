import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import { deletedVaultType } from "../../../sandbox/cloud/azure/vault";
import { CloudStore } from "../../../sandbox/cloud/store/store";
import { EngineError, type PolicyViolation } from "../../../sandbox/engine/api";
import { cli, projectFolder, resultOf, step } from "../../support/cliRun";

const vault = "azure-native:keyvault:Vault";
const unchanged = step("same", "github:index/team:Team", "t");
const created = [step("create", vault, "vault"), unchanged];

const finding: PolicyViolation = {
    pack: "pack",
    packVersion: "1.0.0",
    policy: "kv-purge-protection",
    enforcement: "mandatory",
    severity: "high",
    message:
        "kv-purge-protection (A01, high): cannot be erased\n  seen      nothing\n  wanted    true",
    urn: "urn:pulumi:dev::p::azure-native:keyvault:Vault::vault",
};

describe("the sandbox's command line", () => {
    it("without a command previews, deploys and says what stands", async () => {
        const up = resultOf("up", {
            steps: created,
            resources: [
                {
                    urn: "u",
                    type: vault,
                    id: "i",
                    parent: "",
                    custom: true,
                    inputs: {},
                    outputs: {},
                },
            ],
        });
        const { code, stdout, kinds } = await cli([], { up });
        assert.equal(code, 0);
        assert.deepEqual(kinds, ["preview", "up"]);
        assert.match(stdout, /^Gatehouse sandbox: fake engine, clouds emulated\n/);
        assert.match(stdout, /Stack dev: 1 resource, 1 created/);
        assert.match(stdout, /Resources +Azure +1 +1 Vault/);
        assert.match(stdout, /Policies +pack 1\.0\.0 \(2 policies, 5 resources\): no mandatory/);
        assert.match(stdout, /emulated: nothing was created outside this folder/);
        assert.match(stdout, /Next/);
    });

    it("says so when there is nothing to change", async () => {
        const { stdout } = await cli([], { up: resultOf("up", { steps: [unchanged] }) });
        assert.match(stdout, /Preview: no changes/);
        assert.match(stdout, /Stack dev: 0 resources, no changes/);
    });

    it("does not say so of what failed before it knew, but of what was blocked", async () => {
        const message = "could not be configured: the cloud is in use by process 17";
        const failed = { ok: false, diagnostics: [{ severity: "error", message }] } as const;
        const preview = await cli([], { preview: resultOf("preview", failed) });
        assert.match(preview.stdout, /Preview: not finished \(1\.2 s\)/);
        assert.match(preview.stdout, /Failed in the preview\. Nothing was changed\./);
        const up = await cli([], { up: resultOf("up", failed) });
        assert.match(up.stdout, /Done: not finished/);
        assert.doesNotMatch(preview.stdout, /no changes/);
        const blocked = { ok: false, steps: [unchanged], violations: [finding] };
        const { stdout } = await cli(["preview"], { preview: resultOf("preview", blocked) });
        assert.match(stdout, /Preview: no changes/);
    });

    it("stops at a blocked preview, shows the finding whole and exits with 1", async () => {
        const preview = resultOf("preview", { ok: false, steps: created, violations: [finding] });
        const { code, stdout, kinds } = await cli([], { preview });
        assert.equal(code, 1);
        assert.deepEqual(kinds, ["preview"]);
        assert.match(stdout, /x kv-purge-protection \(A01, high\): cannot be erased/);
        assert.match(stdout, /seen +nothing\n +wanted +true/);
        assert.match(stdout, /resource {2}urn:pulumi:dev::p::azure-native:keyvault:Vault::vault/);
        assert.match(stdout, /blocked by 1 mandatory finding, 0 notes/);
        assert.match(stdout, /Blocked\. Nothing was changed\./);
    });

    it("tells undecidable notes as one line a rule", async () => {
        const note = { ...finding, enforcement: "advisory", message: "undecidable: x" } as const;
        const preview = resultOf("preview", { violations: [note, note] });
        const { code, stdout } = await cli(["preview"], { preview });
        assert.equal(code, 0);
        assert.match(stdout, /Undecidable in preview[^]*kv-purge-protection {2}2 resources/);
        assert.match(stdout, /Nothing was changed\. To make it so: npm start -- up\n/);
    });

    it("says what was done and how to go on when a deployment fails", async () => {
        const up = resultOf("up", { ok: false, steps: created });
        const { code, stdout } = await cli(["up", "--stack", "prod"], { up });
        assert.equal(code, 1);
        assert.match(stdout, /\+ +Azure Vault vault/);
        assert.match(stdout, /Failed\. What is listed above was begun before the failure/);
        assert.match(stdout, /go on: npm start -- up --stack prod/);
    });

    it("shows updates with their paths, replacements and deletions each on a line", async () => {
        const steps = [
            step("update", vault, "v", ["tags.a"]),
            step("replace", vault, "w", ["name"]),
            step("delete", vault, "x"),
        ];
        const { stdout } = await cli(["preview"], { preview: resultOf("preview", { steps }) });
        assert.match(stdout, /Preview: 1 to update, 1 to replace, 1 to delete/);
        assert.match(stdout, /~ {2}Azure Vault v \[tags\.a\]\n {2}\+- Azure Vault w \[name\]\n/);
        assert.match(stdout, /- {2}Azure Vault x\n/);
    });

    for (const command of ["refresh", "destroy"] as const) {
        it(`${command} runs just that`, async () => {
            const { code, kinds } = await cli([command]);
            assert.equal(code, 0);
            assert.deepEqual(kinds, [command]);
        });
    }

    it("says after a destroy which vault keeps its name, and for how long", async () => {
        const projectDir = projectFolder();
        const vaultId = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/";
        const cloud = CloudStore.open(path.join(projectDir, ".sandbox", "cloud"));
        for (const [name, enablePurgeProtection] of [
            ["kv-kept", true],
            ["kv-erased", false],
            ["kv-earlier", true],
        ] as const) {
            const id = `/subscriptions/s/providers/Microsoft.KeyVault/deletedVaults/${name}`;
            const properties = { enablePurgeProtection, softDeleteRetentionInDays: 90 };
            const record = { key: id, type: deletedVaultType, id, inputs: { properties } };
            const rest = {
                outputs: { vaultId: vaultId + name },
                claims: [],
                parents: [],
                secrets: [],
            };
            cloud.write({ put: [{ ...record, ...rest }] });
        }
        cloud.close();
        const steps = ["kv-kept", "kv-erased"].map((name) => ({
            ...step("delete", vault, name),
            id: vaultId + name,
        }));
        try {
            const destroy = resultOf("destroy", { steps });
            const { code, stdout } = await cli(["destroy"], { destroy }, { projectDir });
            assert.equal(code, 0);
            const told = stdout.replaceAll(/\s+/g, " ");
            assert.match(
                told,
                /The vault kv-kept is purge-protected: its name stays taken for 90 d/,
            );
            assert.match(
                told,
                /refused by the emulated service as by the real one; deleting \.sandbox\//,
            );
            assert.doesNotMatch(told, /vault kv-e/);
        } finally {
            fs.rmSync(projectDir, { recursive: true, force: true });
        }
    });

    it("outputs prints the outputs alone, secrets hidden", async () => {
        const { stdout } = await cli(["outputs"]);
        assert.deepEqual(JSON.parse(stdout), { vaultUri: "https://v", token: "[secret]" });
    });

    it("--json prints one document on stdout and everything else on stderr", async () => {
        const { code, stdout, stderr } = await cli(["up", "--json"], {
            up: resultOf("up", { steps: created, outputs: { a: 1 } }),
        });
        const document = JSON.parse(stdout) as Record<string, unknown>;
        assert.equal(code, 0);
        assert.equal(document.exitCode, 0);
        assert.equal(document.emulated, true);
        assert.deepEqual(document.outputs, { a: 1 });
        assert.equal((document.runs as unknown[]).length, 2);
        assert.match(stderr, /Previewing dev/);
    });

    it("--json tells a blocked preview too", async () => {
        const preview = resultOf("preview", { ok: false, violations: [finding] });
        const { code, stdout } = await cli(["preview", "--json"], { preview });
        assert.equal(code, 1);
        const document = JSON.parse(stdout) as { exitCode: number; violations: PolicyViolation[] };
        assert.equal(document.exitCode, 1);
        assert.equal(document.violations[0]?.policy, "kv-purge-protection");
    });

    const wrong: readonly (readonly [string[], RegExp])[] = [
        [["prevew"], /unknown command "prevew"\. Did you mean preview\?\nallowed: preview, up/],
        [["preview", "--stak", "dev"], /unknown option '--stak'/],
        [["up", "--parallel", "none"], /allowed: 1 to 9999/],
        [["preview", "--stack", "staging"], /unknown stack "staging"\nstacks: dev, prod/],
        [["preview", "extra"], /too many arguments/],
        [["preview", "--target", "urn:x"], /option --target is not supported: .*whole stack/],
        [["up", "--target-dependents"], /option --target-dependents is not supported/],
        [["up", "--exclude=urn:x"], /option --exclude is not supported/],
        [["up", "-r"], /option -r is not supported: run npm start -- refresh before/],
        [["destroy", "--yes"], /option --yes is not supported: nothing asks here/],
        [["up", "--save-plan", "x"], /unknown option '--save-plan'/],
        [["import"], /missing required argument 'file'/],
        [["tamper", "urn:x"], /missing required argument 'path=value'/],
    ];
    for (const [argv, message] of wrong) {
        it(`answers "${argv.join(" ")}" with exit code 2 and runs nothing`, async () => {
            const { code, stderr, kinds } = await cli(argv);
            assert.equal(code, 2);
            assert.match(stderr, message);
            assert.doesNotMatch(stderr, /\n\s+at /);
            assert.deepEqual(kinds, []);
        });
    }

    it("passes on the exit code of what could not be run", async () => {
        const { code, stderr } = await cli(["preview"], {
            preview: new EngineError("the state is corrupt", 2),
        });
        assert.equal(code, 2);
        assert.equal(stderr, "the state is corrupt\n");
    });

    it("--help describes every command and exits with 0", async () => {
        const { code, stdout } = await cli(["--help"]);
        assert.equal(code, 0);
        for (const word of ["preview", "up", "refresh", "destroy", "outputs", "--stack"]) {
            assert.match(stdout, new RegExp(word));
        }
    });

    it("takes options before and behind the command", async () => {
        for (const argv of [
            ["--stack", "prod", "preview"],
            ["preview", "-s", "prod"],
        ]) {
            assert.match((await cli(argv)).stdout, /Previewing prod/, argv.join(" "));
        }
    });
});
