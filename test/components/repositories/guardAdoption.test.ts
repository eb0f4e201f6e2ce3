import assert from "node:assert/strict";
import { Repository } from "@pulumi/github/repository";
import { RepositoryCollaborator } from "@pulumi/github/repositoryCollaborator";
import { Team } from "@pulumi/github/team";
import { TeamRepository } from "@pulumi/github/teamRepository";
import { after, before, describe, it } from "mocha";
import { GitHubRepositoryGuard } from "../../../components/index";
import type { RunResult } from "../../../sandbox/engine/api";
import { complaints, openSandbox, type Sandbox } from "../../support/sandbox";
import { args } from "./sampleGuard";

type Outputs = Record<string, unknown>;

const config = { "github:owner": "acme", "gatehouse-hosts:githubOwner": "acme" };

/** A repository as it grew: open to forks, with a wiki, and with people who administer it. */
function grown(): Promise<Outputs> {
    const team = (name: string) => new Team(name, { name, privacy: "closed" });
    const [web, platform, old] = [team("web"), team("platform"), team("old-hands")];
    const repository = new Repository("web", {
        name: "web",
        description: "Grown",
        visibility: "private",
        autoInit: true,
        hasWiki: true,
        allowForking: true,
    });
    const of = { repository: repository.name };
    new TeamRepository("old", { ...of, teamId: old.id, permission: "admin" });
    new TeamRepository("web", { ...of, teamId: web.id, permission: "maintain" });
    new RepositoryCollaborator("eve", { ...of, username: "eve", permission: "admin" });
    return Promise.resolve({ web: web.id, platform: platform.id });
}

describe("a repository that GitHubRepositoryGuard adopts", function () {
    this.timeout(120_000);
    let sandbox: Sandbox;
    let teams: Outputs;

    const run = (kind: "preview" | "up", stack: string, program: () => Promise<Outputs>) =>
        sandbox.run(kind, {}, { stack, program, config, policyPacks: [] });
    const guard = (kind: "preview" | "up", adopt: boolean) =>
        run(kind, "guard", () => {
            const [web, platform] = [String(teams.web), String(teams.platform)];
            new GitHubRepositoryGuard("web", {
                ...args,
                adopt,
                team: { slug: "web", id: web },
                codeOwners: { slug: "platform", id: platform },
            });
            return Promise.resolve({});
        });
    const standing = ({ resources }: RunResult, name: string) => {
        const found = resources.find(({ urn }) => urn.endsWith(`::${name}`));
        assert.ok(found, name);
        return found.outputs as Outputs;
    };
    const steps = (result: RunResult) => {
        assert.ok(result.ok, complaints(result));
        return result.steps.filter(({ op }) => op !== "same" && op !== "read");
    };
    const told = ({ diagnostics }: RunResult) =>
        diagnostics.filter(({ severity }) => severity === "info").map(({ message }) => message);

    before(async () => {
        sandbox = await openSandbox("guard-adoption");
        const made = await run("up", "grown", grown);
        assert.ok(made.ok, complaints(made));
        teams = made.outputs;
    });
    after(() => sandbox.close());

    it("adopting replaces and deletes nothing, keeps settings and access as they are, and says what hardening will change", async () => {
        const planned = await guard("preview", true);
        const repository = steps(planned).filter(({ name }) => name === "web-repository");
        assert.deepEqual(
            repository.map(({ op }) => op),
            ["import"],
        );
        for (const line of [
            "acme/web: hasWiki is true; without adopt it becomes false",
            "acme/web: allowForking is true; without adopt it becomes false",
            'acme/web: description is "Grown"; without adopt it becomes ""',
            'acme/web: team old-hands has "admin"; without adopt it becomes no access',
            'acme/web: team web has "maintain"; without adopt it becomes "push"',
            'acme/web: eve has "admin"; without adopt it becomes no access',
        ]) {
            assert.ok(told(planned).includes(line), `${line} in\n${told(planned).join("\n")}`);
        }
        assert.ok(!told(planned).some((line) => line.includes("visibility")));

        const adopted = await guard("up", true);
        const ops = new Set(steps(adopted).map(({ op }) => op));
        assert.deepEqual([...ops].toSorted(), ["create", "import"]);
        const { hasWiki, allowForking, description } = standing(adopted, "web-repository");
        assert.deepEqual([hasWiki, allowForking, description], [true, true, "Grown"]);
        const access = standing(adopted, "web-access");
        assert.deepEqual(access.users, [{ username: "eve", permission: "admin" }]);
        assert.deepEqual(
            new Map((access.teams as Outputs[]).map((one) => [one.teamId, one.permission])),
            new Map([
                [teams.web, "maintain"],
                [teams.platform, "push"],
                ["old-hands", "admin"],
            ]),
        );
        assert.deepEqual(steps(await guard("preview", true)), []);
    });

    it("is hardened by plain updates once adopt is taken away", async () => {
        const hardened = await guard("up", false);
        assert.deepEqual(
            steps(hardened)
                .map(({ op, name }) => `${op} ${name}`)
                .toSorted(),
            ["update web", "update web-access", "update web-repository"],
        );
        const { hasWiki, allowForking, repoId } = standing(hardened, "web-repository");
        assert.deepEqual([hasWiki, allowForking], [false, false]);
        assert.ok(Number(repoId) > 0);
        assert.deepEqual(standing(hardened, "web-access").users, []);
        assert.deepEqual(steps(await guard("preview", false)), []);
    });
});
