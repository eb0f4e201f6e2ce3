import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openBench, refusal, type Bench, type Props } from "./support";

const token = (name: string) =>
    `github:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
const repository = token("Repository");
const file = token("RepositoryFile");
const ruleset = token("RepositoryRuleset");

describe("rules of the emulated GitHub", () => {
    let bench: Bench;
    const up = (type: string, inputs: Props) => bench.engine.up(type, inputs);
    const guard = (name: string, more: Props = {}) =>
        up(ruleset, {
            name,
            repository: "web",
            target: "branch",
            enforcement: "active",
            conditions: { refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] } },
            rules: { pullRequest: { requiredApprovingReviewCount: 1 } },
            ...more,
        });
    const write = (path: string, more: Props = {}) =>
        up(file, { repository: "web", file: path, content: "x", ...more });
    beforeEach(async () => {
        bench = await openBench();
        await up(repository, { name: "web", visibility: "private", autoInit: true });
    });
    afterEach(() => bench.close());

    it("give a repository name once per owner, whatever its case", async () => {
        assert.match(await refusal(up(repository, { name: "WEB" })), /422 .*already exists/);
    });

    it("never use a repository's number again", async () => {
        const first = await up(repository, { name: "second" });
        await bench.engine.delete(repository, "second");
        const again = await up(repository, { name: "second" });
        assert.ok(Number(again.outputs.repoId) > Number(first.outputs.repoId));
    });

    it("archive on deletion where asked to: the name stays taken, writes are refused", async () => {
        await up(repository, { name: "old", archiveOnDestroy: true });
        await bench.engine.delete(repository, "old");
        assert.match(await refusal(up(repository, { name: "old" })), /already exists/);
        assert.match(await refusal(write("a", { repository: "old" })), /403 .*archived/);
    });

    it("have nothing of a repository without the repository", async () => {
        for (const [type, more] of [
            [file, { file: "a", content: "x" }],
            [token("RepositoryEnvironment"), { environment: "production" }],
            [token("ActionsVariable"), { variableName: "A", value: "b" }],
            [token("WorkflowRepositoryPermissions"), {}],
        ] as const) {
            assert.match(await refusal(up(type, { repository: "none", ...more })), /404 Not Found/);
        }
    });

    it("take everything of a repository along with it", async () => {
        const made = await write("README.md");
        await bench.engine.delete(repository, "web");
        assert.equal((await bench.engine.read(file, made.id)).id, "");
    });

    it("refuse a commit straight to a guarded branch, not one made before", async () => {
        const before = await write("CODEOWNERS");
        const rules = await guard("trunk");
        assert.match(await refusal(write("late.txt")), /409 .*"trunk" \(pullRequest\) guards main/);
        const change = bench.engine.update(file, before.id, { ...before.inputs, content: "y" });
        assert.match(await refusal(change), /guards main/);
        assert.match(await refusal(bench.engine.delete(file, before.id)), /guards main/);
        await bench.engine.delete(ruleset, rules.id);
        assert.ok((await write("late.txt")).id);
    });

    it("let a commit pass that the ruleset does not concern", async () => {
        await guard("others", {
            conditions: { refName: { includes: ["refs/heads/release/*"], excludes: [] } },
        });
        await guard("asleep", { enforcement: "evaluate" });
        await guard("tags", {
            target: "tag",
            conditions: { refName: { includes: ["~ALL"], excludes: [] } },
        });
        await guard("owners pass", {
            bypassActors: [{ actorType: "OrganizationAdmin", bypassMode: "always" }],
        });
        assert.ok((await write("free.txt")).id);
    });

    it("name rulesets of a repository apart", async () => {
        await guard("trunk");
        assert.match(await refusal(guard("trunk")), /422 .*Name must be unique/);
    });

    it("let teams review that exist", async () => {
        const team = await up(token("Team"), { name: "Release" });
        const ask = (id: number) =>
            up(token("RepositoryEnvironment"), {
                repository: "web",
                environment: "production",
                reviewers: [{ teams: [id] }],
            });
        assert.match(await refusal(ask(1)), /422 .*Team 1 is not a valid reviewer/);
        assert.ok((await ask(Number(team.id))).id);
    });

    it("have branch policies where an environment has its own, each once", async () => {
        const environment = token("RepositoryEnvironment");
        const type = token("RepositoryEnvironmentDeploymentPolicy");
        const policy = { repository: "web", environment: "production", branchPattern: "main" };
        assert.match(await refusal(up(type, policy)), /404 Not Found/);
        await up(environment, { repository: "web", environment: "production" });
        assert.match(await refusal(up(type, policy)), /no custom branch policies/);
        const deploymentBranchPolicy = { protectedBranches: false, customBranchPolicies: true };
        const inputs = { repository: "web", environment: "production", deploymentBranchPolicy };
        await bench.engine.update(environment, "web:production", inputs);
        await up(type, policy);
        assert.match(await refusal(up(type, policy)), /409 .*already exists/);
        const { failures } = await bench.engine.check(type, { ...policy, tagPattern: "v*" });
        assert.match(failures.join(), /exactly one of branchPattern, tagPattern/);
    });

    it("have variables and secrets of an environment that exists, variables once", async () => {
        const type = token("ActionsEnvironmentVariable");
        const inputs = { repository: "web", environment: "staging", variableName: "A", value: "b" };
        assert.match(await refusal(up(type, inputs)), /404 Not Found/);
        await up(token("RepositoryEnvironment"), { repository: "web", environment: "staging" });
        await up(type, inputs);
        assert.match(await refusal(up(type, inputs)), /409 Already exists/);
        await bench.engine.delete(token("RepositoryEnvironment"), "web:staging");
        assert.equal((await bench.engine.read(type, "web:staging:A")).id, "");
    });

    it("switch security updates on only where alerts are on", async () => {
        const updates = token("RepositoryDependabotSecurityUpdates");
        const asked = up(updates, { repository: "web", enabled: true });
        assert.match(await refusal(asked), /Vulnerability alerts must be enabled/);
        await up(token("RepositoryVulnerabilityAlerts"), { repository: "web", enabled: true });
        assert.ok((await up(updates, { repository: "web", enabled: true })).id);
    });

    it("have members and grants of a team that exists, and one team of a name", async () => {
        const member = { teamId: "web-team", username: "ada" };
        assert.match(await refusal(up(token("TeamMembership"), member)), /404 Not Found/);
        const team = await up(token("Team"), { name: "Web Team" });
        assert.equal(team.outputs.slug, "web-team");
        assert.match(await refusal(up(token("Team"), { name: "web team" })), /must be unique/);
        const granted = await up(token("TeamRepository"), { teamId: team.id, repository: "web" });
        await bench.engine.delete(token("Team"), team.id);
        assert.equal((await bench.engine.read(token("TeamRepository"), granted.id)).id, "");
    });

    it("make a branch the default only if it is there, and files only on such", async () => {
        const wanted = { repository: "web", branch: "trunk" };
        const asked = up(token("BranchDefault"), wanted);
        assert.match(await refusal(asked), /422 The branch trunk was not found/);
        assert.match(await refusal(write("a", { branch: "trunk" })), /404 Branch trunk not found/);
        await up(token("Branch"), wanted);
        await up(token("BranchDefault"), wanted);
        assert.equal((await write("a")).outputs.branch, "trunk");
    });

    it("overwrite a file only when told to", async () => {
        await write("README.md");
        assert.match(await refusal(write("README.md")), /refusing to overwrite/);
        assert.ok((await write("README.md", { overwriteOnCreate: true })).id);
    });

    it("rename a repository and keep its number", async () => {
        const made = await bench.engine.read(repository, "web");
        const renamed = await bench.engine.update(repository, "web", {
            ...made.inputs,
            name: "shop",
        });
        assert.equal(renamed.fullName, "acme/shop");
        assert.equal(renamed.repoId, made.outputs.repoId);
        assert.ok((await up(repository, { name: "web2" })).id);
    });
});
