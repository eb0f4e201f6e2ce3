import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openBench, refusal, type Bench, type Props } from "./support";

const token = (name: string) =>
    `github:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
const invoked = (name: string) => `github:index/${name}:${name}`;

describe("rules of the emulated GitHub organisation", () => {
    let bench: Bench;
    const up = (name: string, inputs: Props) => bench.engine.up(token(name), inputs);
    const refused = async (name: string, inputs: Props, words: RegExp) =>
        assert.match(await refusal(up(name, inputs)), words);
    beforeEach(async () => {
        bench = await openBench();
        await up("Repository", { name: "web", visibility: "private", autoInit: true });
    });
    afterEach(() => bench.close());

    it("say in getOrganization what was set", async () => {
        await up("OrganizationSettings", {
            billingEmail: "bills@acme.example",
            defaultRepositoryPermission: "write",
        });
        const said = await bench.engine.invoke(invoked("getOrganization"), { name: "acme" });
        assert.equal(said.defaultRepositoryPermission, "write");
        assert.equal(said.membersCanCreateRepositories, true);
        assert.equal(said.name, "acme");
    });

    it("void a setting for enterprises elsewhere", async () => {
        await bench.close();
        bench = await openBench(undefined, { githubPlan: "team" });
        const made = await up("OrganizationSettings", {
            billingEmail: "bills@acme.example",
            membersCanCreateInternalRepositories: true,
        });
        assert.equal(made.outputs.membersCanCreateInternalRepositories, false);
    });

    it("give roles that exist, and keep one that is held", async () => {
        await up("Team", { name: "Auditors" });
        const role = await up("OrganizationRole", { name: "auditor", permissions: [] });
        const twin = { name: "AUDITOR", permissions: [] };
        await refused("OrganizationRole", twin, /422 .*already been taken/);
        await refused("OrganizationRoleTeam", { roleId: 5, teamSlug: "auditors" }, /404 Not Found/);
        const held = { roleId: Number(role.id), teamSlug: "auditors" };
        const given = await up("OrganizationRoleTeam", held);
        const asked = bench.engine.delete(token("OrganizationRole"), role.id);
        assert.match(await refusal(asked), /still assigned/);
        await bench.engine.delete(token("OrganizationRoleTeam"), given.id);
        await bench.engine.delete(token("OrganizationRole"), role.id);
        const { roles } = await bench.engine.invoke(invoked("getOrganizationRoles"), {});
        assert.ok(JSON.stringify(roles).includes('"all_repo_read"'));
        assert.ok(!JSON.stringify(roles).includes('"auditor"'));
    });

    it("hold a commit back by a ruleset above, where its conditions say so", async () => {
        const property = { propertyName: "tier", valueType: "string" };
        await up("OrganizationCustomProperties", property);
        await up("OrganizationRuleset", {
            name: "above",
            target: "branch",
            enforcement: "active",
            conditions: {
                refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] },
                repositoryProperty: { includes: [{ name: "tier", propertyValues: ["gold"] }] },
            },
            rules: { pullRequest: { requiredApprovingReviewCount: 2 } },
        });
        const file = (name: string) => ({ repository: "web", file: name, content: "x" });
        await up("RepositoryFile", file("early"));
        await up("RepositoryCustomProperty", {
            repository: "web",
            propertyName: "tier",
            propertyType: "string",
            propertyValues: ["gold"],
        });
        await refused("RepositoryFile", file("late"), /409 .*organization ruleset "above"/);
    });

    it("want properties, repositories and groups that exist", async () => {
        const repository = { repository: "web" };
        const value = { propertyName: "none", propertyType: "string", propertyValues: ["x"] };
        await refused("RepositoryCustomProperty", { ...repository, ...value }, /does not exist/);
        const ids = { visibility: "selected", selectedRepositoryIds: [7] };
        await refused("ActionsRunnerGroup", { name: "g", ...ids }, /Repository 7 was not found/);
        const secret = { secretName: "A", value: "b", ...ids };
        await refused("ActionsOrganizationSecret", secret, /Repository 7 was not found/);
        const runner = { name: "r", image: { id: "1" }, size: "4-core", runnerGroupId: 9 };
        await refused("ActionsHostedRunner", runner, /Runner group 9 does not exist/);
        const list = { variableName: "NONE", selectedRepositoryIds: [] };
        await refused("ActionsOrganizationVariableRepositories", list, /404 Not Found/);
        const settings = { teamId: "none", notify: true };
        await refused("TeamSettings", settings, /404 Not Found/);
        const people = { ...repository, teams: [{ teamId: "none" }] };
        await refused("RepositoryCollaborators", people, /404 Not Found/);
    });

    it("take a value of a list only where the list has it", async () => {
        await up("OrganizationCustomProperties", {
            propertyName: "tier",
            valueType: "single_select",
            allowedValues: ["a"],
        });
        const value = {
            repository: "web",
            propertyName: "tier",
            propertyType: "single_select",
            propertyValues: ["z"],
        };
        await refused("RepositoryCustomProperty", value, /"z" is not allowed/);
    });

    it("take a deploy key once in all of GitHub, a name once per kind", async () => {
        const key = { repository: "web", title: "k", key: "ssh-ed25519 AAAA one" };
        await up("RepositoryDeployKey", key);
        await up("Repository", { name: "shop" });
        const again = { ...key, repository: "shop", key: "ssh-ed25519 AAAA two" };
        await refused("RepositoryDeployKey", again, /key is already in use/);
        const variable = { variableName: "A", value: "b", visibility: "all" };
        await up("ActionsOrganizationVariable", variable);
        await refused("ActionsOrganizationVariable", variable, /409 Already exists/);
        const group = { name: "g", visibility: "all" };
        await up("ActionsRunnerGroup", group);
        await refused("ActionsRunnerGroup", group, /409 .*already exists/);
        const link = {
            repository: "web",
            keyPrefix: "A-",
            targetUrlTemplate: "https://x.example/<num>",
        };
        await up("RepositoryAutolinkReference", link);
        await refused("RepositoryAutolinkReference", link, /key_prefix A- already exists/);
    });

    it("open the workflows of closed repositories only", async () => {
        await up("Repository", { name: "open", visibility: "public" });
        const asked = { repository: "open", accessLevel: "organization" };
        await refused("ActionsRepositoryAccessLevel", asked, /422 .*the repository is public/);
    });

    it("have branch policies of the older type under the same rules", async () => {
        const policy = { repository: "web", environmentName: "production", name: "main" };
        await refused("RepositoryDeploymentBranchPolicy", policy, /404 Not Found/);
        await up("RepositoryEnvironment", {
            repository: "web",
            environment: "production",
            deploymentBranchPolicy: { protectedBranches: false, customBranchPolicies: true },
        });
        await up("RepositoryDeploymentBranchPolicy", policy);
        const newer = { repository: "web", environment: "production", branchPattern: "main" };
        const type = "RepositoryEnvironmentDeploymentPolicy";
        await refused(type, newer, /409 .*already exists/);
    });

    it("answer the endpoints they know, and refuse others by name", async () => {
        const read = async (endpoint: string) => {
            const answer = await bench.engine.invoke(invoked("getRestApi"), { endpoint });
            return { code: answer.code, body: JSON.parse(String(answer.body)) as Props };
        };
        const web = await bench.engine.read(token("Repository"), "web");
        const { id } = await bench.engine.invoke(invoked("getOrganization"), { name: "acme" });
        const { body } = await read("repos/acme/web/actions/oidc/customization/sub");
        const prefix = `repo:acme@${String(id)}/web@${String(web.outputs.repoId)}`;
        assert.equal(body.sub_claim_prefix, prefix);
        assert.equal((await read("/repos/acme/web")).body.id, web.outputs.repoId);
        assert.equal((await read("repos/acme/none")).code, 404);
        assert.equal((await read("orgs/acme")).body.login, "acme");
        assert.match(
            await refusal(read("enterprises/acme/audit-log/streams")),
            /GET \/enterprises\/acme\/audit-log\/streams: 501 this endpoint is not emulated/,
        );
    });

    it("tell addresses by what they are for", async () => {
        const said = await bench.engine.invoke(invoked("getIpRanges"), {});
        assert.ok((said.apiIpv4s as string[]).every((range) => range.includes(".")));
        assert.ok((said.webIpv6s as string[]).every((range) => range.includes(":")));
        assert.deepEqual(said.actions, said.actionsIpv4s);
    });
});
