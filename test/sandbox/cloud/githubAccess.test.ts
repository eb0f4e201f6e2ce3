import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openBench, refusal, type Bench, type Props } from "./support";

const token = (name: string) =>
    `github:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;

describe("who has access to an emulated repository", () => {
    let bench: Bench;
    const up = (name: string, inputs: Props) => bench.engine.up(token(name), inputs);
    const ask = (name: string, args: Props) =>
        bench.engine.invoke(`github:index/${name}:${name}`, args);
    const teams = async () => (await ask("getRepositoryTeams", { name: "web" })).teams as Props[];
    const people = async () => {
        const said = await ask("getCollaborators", { owner: "acme", repository: "web" });
        return (said.collaborators as Props[]).map(({ login, permission }) => [login, permission]);
    };

    beforeEach(async () => {
        bench = await openBench();
        await up("Repository", { name: "web", visibility: "private", autoInit: true });
    });
    afterEach(() => bench.close());

    it("is told team by team and person by person", async () => {
        const team = await up("Team", { name: "Web Team" });
        await up("TeamRepository", { teamId: team.id, repository: "web", permission: "push" });
        await up("RepositoryCollaborator", { username: "ada", repository: "web" });
        assert.deepEqual(await teams(), [
            { name: "Web Team", slug: "web-team", permission: "push" },
        ]);
        assert.deepEqual(await people(), [["ada", "push"]]);
    });

    it("is what the authoritative list says, where there is one", async () => {
        const old = await up("Team", { name: "Old" });
        await up("Team", { name: "New" });
        await up("TeamRepository", { teamId: old.id, repository: "web" });
        await up("RepositoryCollaborators", {
            repository: "web",
            teams: [{ teamId: "new", permission: "pull" }],
            users: [{ username: "eve", permission: "triage" }],
        });
        assert.deepEqual(await teams(), [{ name: "New", slug: "new", permission: "pull" }]);
        assert.deepEqual(await people(), [["eve", "triage"]]);
    });

    it("is nothing to tell where no repository stands", async () => {
        const asked = ask("getRepositoryTeams", { fullName: "acme/none" });
        assert.match(await refusal(asked), /404 Not Found/);
    });
});
