import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { GitHubForkApproval, GitHubImmutableSubject, Provider } from "gatehouse-hosts";
import * as engine from "../../sandbox/engine";
import type { EngineOptions, RunKind } from "../../sandbox/engine/api";
import { errorsOf, stepsOf } from "../support/engineRun";
import { githubHandler, newGitHub } from "./github";
import { startLoopback, type Loopback } from "./loopback";

const root = path.join(__dirname, "..", "..");
const hosts = path.join(root, "hosts");
const hush = "ghp_hush0123456789";

describe("the plugin of gatehouse-hosts as a process, driven by the embedded engine", () => {
    const dir = path.join(root, ".sandbox", `test-hosts-${process.pid}`);
    const state = newGitHub();
    let host: Loopback;
    let options: EngineOptions;
    before(async () => {
        (
            createRequire(__filename)("../../scripts/build.cjs") as { ensureBuilt: () => void }
        ).ensureBuilt();
        host = await startLoopback();
        host.answer(githubHandler(state));
        fs.mkdirSync(dir, { recursive: true });
        fs.writeFileSync(path.join(dir, "Pulumi.yaml"), "name: proj\nruntime: nodejs\n");
        options = {
            projectDir: dir,
            stack: "dev",
            stateDir: path.join(dir, "state"),
            plugin: {
                packages: ["gatehouse-hosts"],
                command: {
                    path: path.join(hosts, "pulumi-resource-gatehouse-hosts"),
                    args: [],
                    env: { GITHUB_TOKEN: hush },
                },
            },
            config: {},
            passphrase: "test",
        };
    });
    after(async () => {
        await host.close();
        fs.rmSync(dir, { recursive: true, force: true });
    });

    const program = () => {
        const provider = new Provider("hosts", {
            githubOwner: "acme",
            githubApiUrl: host.url,
            requestsPerMinute: 900,
        });
        const more = { provider };
        const web = { repository: "web" };
        new GitHubForkApproval("forks", { ...web, runWorkflowsFromForkPullRequests: false }, more);
        const { subjectPrefix } = new GitHubImmutableSubject("subject", web, more);
        return Promise.resolve({ subjectPrefix });
    };
    /** "create forks, create subject": they may begin in any order. */
    const steps = (result: Awaited<ReturnType<typeof run>>) =>
        stepsOf(result).split(", ").sort().join(", ");
    const run = async (kind: RunKind) => {
        const result = await engine[kind]({
            ...options,
            ...(kind === "destroy" ? {} : { program }),
        });
        assert.equal(errorsOf(result), "");
        return result;
    };

    it("previews without asking anybody, and creates what it said", async () => {
        await run("preview");
        assert.deepEqual(host.arrived, []);
        const result = await run("up");
        assert.equal(steps(result), "create forks, create subject");
        assert.equal(result.outputs.subjectPrefix, "repo:acme@1/web@5");
        const forks = state.repositories.get("web")?.forks as Record<string, boolean>;
        assert.equal(forks.send_secrets_and_variables, false);
    });

    it("changes nothing the second time, and repairs what somebody changed", async () => {
        assert.equal(steps(await run("up")), "same forks, same subject");
        const web = state.repositories.get("web");
        assert.ok(web);
        web.forks = { ...web.forks, run_workflows_from_fork_pull_requests: true };
        await run("refresh");
        assert.equal(steps(await run("up")), "same subject, update forks");
        const forks = web.forks as Record<string, boolean>;
        assert.equal(forks.run_workflows_from_fork_pull_requests, false);
    });

    it("writes its token nowhere", () => {
        const files = fs.readdirSync(dir, { recursive: true, encoding: "utf8" });
        const texts = files
            .map((file) => path.join(dir, file))
            .filter((file) => fs.statSync(file).isFile())
            .map((file) => fs.readFileSync(file, "utf8"));
        assert.ok(texts.some((text) => text.includes("GitHubForkApproval")));
        assert.ok(!texts.some((text) => text.includes(hush)));
    });

    it("gives back the defaults at the end", async () => {
        assert.equal(steps(await run("destroy")), "delete forks, delete subject");
        assert.equal(state.template.web?.immutable, true);
    });
});
