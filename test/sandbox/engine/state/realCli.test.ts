import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
    exportDeployment,
    importDeployment,
    type ResourceState,
} from "../../../../sandbox/engine/state";
import { deploy, PASSPHRASE, resource, secret, temporaryFolder, urn, within } from "./support";

const PROVIDER = urn("default", "pulumi:providers:demo");

const estate: readonly ResourceState[] = [
    {
        urn: "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
        custom: false,
        type: "pulumi:pulumi:Stack",
        outputs: { token: secret("hunter2"), size: 3 },
    },
    { urn: PROVIDER, custom: true, type: "pulumi:providers:demo", id: "p1" },
    resource("a", { provider: `${PROVIDER}::p1`, inputs: { key: secret({ deep: ["hunter2"] }) } }),
    resource("b", {
        provider: `${PROVIDER}::p1`,
        dependencies: [urn("a")],
        propertyDependencies: { x: [urn("a")], y: [] },
    }),
];

/** The CLI in a project folder of its own, its state in `backend`. */
function cli(backend: string): (...args: string[]) => string {
    const cwd = temporaryFolder();
    const home = join(cwd, "home");
    mkdirSync(home);
    writeFileSync(join(cwd, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    const env = {
        ...process.env,
        PULUMI_HOME: home,
        PULUMI_BACKEND_URL: `file://${backend}`,
        PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
        PULUMI_SKIP_UPDATE_CHECK: "true",
    };
    return (...args) =>
        execFileSync("pulumi", [...args, "--non-interactive"], {
            cwd,
            env,
            encoding: "utf8",
            stdio: ["ignore", "pipe", "pipe"],
        });
}

describe("the real Pulumi CLI", function () {
    this.timeout(120_000);

    before(function () {
        const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
        const found = spawnSync("pulumi", ["version"], { env, timeout: 5000, encoding: "utf8" });
        if (found.status !== 0 || !/^v\d+\.\d+\.\d+/.test(found.stdout)) {
            this.skip();
        }
    });

    it("imports a state exported here, and what it exports is imported here", async () => {
        const [ours, exchange] = [temporaryFolder(), temporaryFolder()];
        await deploy(ours, ...estate);
        const document = await within(ours, exportDeployment);
        const path = join(exchange, "state.json");
        writeFileSync(path, JSON.stringify(document));
        const pulumi = cli(exchange);
        pulumi("stack", "init", "dev");
        pulumi("stack", "import", "--file", path);
        assert.deepEqual(JSON.parse(pulumi("stack", "output", "--show-secrets", "--json")), {
            token: "hunter2",
            size: 3,
        });
        const theirs: unknown = JSON.parse(pulumi("stack", "export"));
        await deploy(ours);
        await within(ours, async (store) => {
            await importDeployment(store, theirs);
            assert.deepEqual(store.snapshot().resources, estate);
        });
    });

    it("reads the state folder as its own file backend, history included", async () => {
        const ours = temporaryFolder();
        await deploy(ours, ...estate);
        const pulumi = cli(ours);
        const options = ["--stack", "organization/shop/dev"];
        const output = pulumi("stack", "output", "--show-secrets", "--json", ...options);
        assert.deepEqual(JSON.parse(output), { token: "hunter2", size: 3 });
        const history = JSON.parse(pulumi("stack", "history", "--json", ...options)) as object[];
        assert.deepEqual(
            history.map((entry) => (entry as { kind: string }).kind),
            ["update"],
        );
    });
});
