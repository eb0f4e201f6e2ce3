import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { refusal, type Props } from "../support";
import { openOrganization, type Organization } from "./organization";
import { main, stranger, token } from "./samples";

describe("rules of the emulated Azure Repos", () => {
    let org: Organization;
    const write = (file: string, more: Props = {}) =>
        org.up("GitRepositoryFile", {
            repositoryId: org.repository,
            branch: main,
            file,
            content: "x",
            ...more,
        });
    const guard = (scope: Props, more: Props = {}) =>
        org.up(
            "BranchPolicyCommentResolution",
            org.here({ settings: { scopes: [scope] }, ...more }),
        );
    const trunk = () => ({ repositoryId: org.repository, repositoryRef: main });
    beforeEach(async () => {
        org = await openOrganization();
    });
    afterEach(() => org.bench.close());

    it("give project and repository names once, whatever their case", async () => {
        assert.match(await refusal(org.up("Project", { name: "SHOP" })), /TF200019: .*SHOP/);
        const again = org.here({ name: "WEB", initialization: { initType: "Clean" } });
        assert.match(await refusal(org.up("Git", again)), /TF400948: .*WEB already exists/);
    });

    it("give a repository to an import by project and name, and do not say how it began", async () => {
        const git = token("Git");
        const read = (id: string, inputs: Props = {}) => org.bench.engine.read(git, id, inputs);
        for (const id of ["Shop/web", `${org.project}/web`, `Shop/${org.repository}`]) {
            const { id: found, inputs } = await read(id);
            assert.equal(found, org.repository, id);
            assert.equal(inputs.name, "web");
            assert.ok(!("initialization" in inputs), id);
        }
        const initialization = { initType: "Import" };
        const known = await read(org.repository, { initialization });
        assert.deepEqual(known.inputs.initialization, initialization);
        assert.equal((await read("Shop/other")).id, "");
        assert.equal((await read("Other/web")).id, "");
        const { inputs: imported } = await read("Shop/web");
        const clean = { ...imported, initialization: { initType: "Clean" } };
        assert.deepEqual((await org.bench.engine.diff(git, imported, clean)).replaces, []);
    });

    it("give a project to an import by name and by id, whatever the case", async () => {
        const read = (id: string) => org.bench.engine.read(token("Project"), id, {});
        for (const id of ["Shop", "shop", org.project]) {
            assert.equal((await read(id)).id, org.project, id);
        }
        assert.equal((await read("Other")).id, "");
    });

    it("refuse names the service keeps or cannot take, and unknown features, at once", async () => {
        const said = await org.wrong("Project", {
            name: "_shop",
            features: { wiki: "enabled", boards: "off" },
            visibility: "internal",
        });
        assert.match(said, /features\.boards: "off" is not one of enabled, disabled/);
        assert.match(said, /visibility: "internal" is not one of private, public/);
        assert.match(await org.wrong("Project", { name: "_shop" }), /name: "_shop" is reserved/);
        assert.match(await org.wrong("Project", { name: "a/b" }), /name: "a\/b" must be/);
        const unknown = await org.wrong("Project", { features: { wiki: "enabled" } });
        assert.match(unknown, /features\["wiki"\]: unknown feature; known: artifacts/);
    });

    it("have nothing of a project without the project", async () => {
        for (const [name, more] of [
            ["Git", { initialization: { initType: "Clean" } }],
            ["Environment", { name: "production" }],
            ["Team", { name: "web" }],
        ] as const) {
            const asked = org.up(name, { projectId: stranger, ...more });
            assert.match(await refusal(asked), /VS800075: .*does not exist/, name);
        }
        assert.match(await org.wrong("Environment", { projectId: "Shop", name: "a" }), /a GUID/);
    });

    it("take everything of a project along with it", async () => {
        const file = await write("README.md");
        const policy = await guard(trunk());
        await org.bench.engine.delete(token("Project"), org.project);
        for (const [name, id] of [
            ["Git", org.repository],
            ["GitRepositoryFile", file.id],
            ["BranchPolicyCommentResolution", policy.id],
        ] as const) {
            assert.equal((await org.bench.engine.read(token(name), id)).id, "", name);
        }
        assert.ok((await org.up("Project", { name: "Shop" })).id);
    });

    it("refuse a push straight to a guarded branch, not one made before", async () => {
        const before = await write("CODEOWNERS");
        const policy = await guard(trunk());
        assert.match(await refusal(write("late")), /TF402455: .*use a pull request/);
        const type = token("GitRepositoryFile");
        const change = org.bench.engine.update(type, before.id, { ...before.inputs, content: "y" });
        assert.match(await refusal(change), /TF402455/);
        await org.bench.engine.delete(token("BranchPolicyCommentResolution"), policy.id);
        assert.ok((await write("late")).id);
    });

    it("let a push pass that no blocking policy concerns", async () => {
        await guard({ ...trunk(), repositoryRef: "refs/heads/release" });
        await guard({ repositoryRef: "refs/heads/release/", matchType: "Prefix" });
        await guard(trunk(), { blocking: false });
        await guard(trunk(), { enabled: false });
        assert.ok((await write("free")).id);
        await guard({ matchType: "DefaultBranch" });
        assert.match(await refusal(write("caught")), /TF402455/);
    });

    it("let who may skip policies push, and a denial win over it", async () => {
        await guard(trunk());
        const { descriptor } = await org.call("getServicePrincipal", {
            displayName: "provisioner",
        });
        const say = (principal: unknown, state: string) =>
            org.up(
                "GitPermissions",
                org.here({
                    repositoryId: org.repository,
                    principal,
                    permissions: { PolicyExempt: state },
                }),
            );
        await say(descriptor, "Allow");
        assert.ok((await write("allowed")).id);
        const group = await org.up("Group", {
            displayName: "Bound",
            members: [descriptor],
        });
        await say(group.id, "Deny");
        assert.match(await refusal(write("denied")), /TF402455/);
    });

    it("hold pushes to a repository's policies", async () => {
        const policy = (kind: string, more: Props) =>
            org.up(
                `RepositoryPolicy${kind}`,
                org.here({ repositoryIds: [org.repository], ...more }),
            );
        await policy("FilePathPattern", { filepathPatterns: ["*.exe", "!/tools/*"] });
        await policy("MaxPathLength", { maxPathLength: 20 });
        await policy("AuthorEmailPattern", { authorEmailPatterns: ["*@acme.example"] });
        assert.match(await refusal(write("a.exe")), /VS403654: .*matches \*\.exe/);
        assert.ok((await write("tools/a.exe")).id);
        assert.match(await refusal(write("long/".repeat(8))), /more than 20 characters/);
        const foreign = write("b", { authorEmail: "eve@other.example" });
        assert.match(await refusal(foreign), /address eve@other\.example matches none/);
        assert.match(
            await org.wrong("RepositoryPolicyMaxFileSize", org.here({ maxFileSize: 3 })),
            /maxFileSize: 3 is not one of 1, 2, 5, 10, 50, 100, 200/,
        );
    });

    it("have files on branches that stand, and overwrite only when told to", async () => {
        const elsewhere = write("a", { branch: "refs/heads/none" });
        assert.match(await refusal(elsewhere), /Branch not found. Name: refs\/heads\/none/);
        await write("a");
        assert.match(await refusal(write("a")), /Refusing to overwrite existing file/);
        assert.ok((await write("a", { overwriteOnCreate: true })).id);
        const branch = { repositoryId: org.repository, name: "release", refBranch: "gone" };
        assert.match(await refusal(org.up("GitRepositoryBranch", branch)), /No refs found/);
    });

    it("leave a disabled repository alone", async () => {
        const type = token("Git");
        const { inputs } = await org.bench.engine.read(type, org.repository);
        await org.bench.engine.update(type, org.repository, { ...inputs, disabled: true });
        assert.match(await refusal(write("a")), /TF401025: .*disabled/);
        const gone = org.bench.engine.delete(type, org.repository);
        assert.match(await refusal(gone), /A disabled repository cannot be deleted/);
        await org.bench.engine.update(type, org.repository, { ...inputs, disabled: false });
        await org.bench.engine.delete(type, org.repository);
    });

    it("replace a repository that had content by another start, not an empty one", async () => {
        const start = (initType: string) => org.here({ name: "x", initialization: { initType } });
        const compare = (from: string, to: string) =>
            org.bench.engine.diff(token("Git"), start(from), start(to));
        assert.deepEqual((await compare("Uninitialized", "Clean")).replaces, []);
        assert.deepEqual((await compare("Clean", "Uninitialized")).replaces, [
            "initialization.initType",
        ]);
    });

    it("refuse what branch policies cannot mean", async () => {
        const settings = (more: Props) => org.here({ settings: { scopes: [trunk()], ...more } });
        const both = { onLastIterationRequireVote: true, onPushResetAllVotes: true };
        const said = await org.wrong("BranchPolicyMinReviewers", settings(both));
        assert.match(said, /settings\.onPushResetAllVotes: conflicts with/);
        const anywhere = { scopes: [{ matchType: "DefaultBranch", repositoryRef: main }] };
        assert.match(
            await org.wrong("BranchPolicyWorkItemLinking", settings(anywhere)),
            /scopes\[0\]\.matchType: DefaultBranch takes neither/,
        );
        const none = settings({ buildDefinitionId: 99, displayName: "build" });
        assert.match(await refusal(org.up("BranchPolicyBuildValidation", none)), /99 not found/);
        const text = settings({ buildDefinitionId: "99", displayName: "build" });
        assert.match(
            await org.wrong("BranchPolicyBuildValidation", text),
            /buildDefinitionId: is a string, must be a number/,
        );
        const nobody = settings({ autoReviewerIds: [stranger] });
        assert.match(
            await refusal(org.up("BranchPolicyAutoReviewers", nobody)),
            /TF400813: .*originId is needed/,
        );
    });
});
