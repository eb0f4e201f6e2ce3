import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { known } from "../../support/mocks";
import { gitGrants, recordGuard } from "../../support/devOpsGuard";

describe("the repository of AzureDevOpsRepositoryGuard", () => {
    it("the repository is protected from deletion", async () => {
        const { recording } = await recordGuard({
            branches: [{ pattern: "develop", tier: "integration", create: true }],
        });
        // A branch may be taken off the list: it stays, and is nobody's to protect.
        assert.equal(recording.one("GitRepositoryBranch").protect, false);
        assert.equal(recording.one("GitRepositoryBranch").retainOnDelete, true);
        assert.equal(recording.one("Git").protect, true);
        for (const [key, { permissions }] of gitGrants(recording)) {
            const { DeleteRepository } = permissions as Record<string, string>;
            assert.notEqual(DeleteRepository, "Allow", key);
        }
    });

    it("begins with a default branch, on which nothing hangs but its name", async () => {
        const { recording } = await recordGuard();
        assert.deepEqual(recording.one("Git").inputs, {
            projectId: "11111111-2222-3333-4444-555555555555",
            name: "web",
            defaultBranch: "refs/heads/main",
            disabled: false,
            initialization: { initType: "Clean" },
        });
        const other = (await recordGuard({ defaultBranch: "trunk" })).recording;
        assert.equal(other.one("Git").inputs.defaultBranch, "refs/heads/trunk");
        assert.deepEqual(recording.one("Git").ignoreChanges, []);
    });

    it("can be deleted with allowDestroy", async () => {
        const { recording } = await recordGuard({
            allowDestroy: true,
            branches: [{ pattern: "develop", tier: "integration", create: true }],
        });
        assert.equal(recording.one("GitRepositoryBranch").retainOnDelete, false);
        assert.equal(recording.one("Git").protect, false);
    });

    it("gives out ids, names and the default branch", async () => {
        const { recording, result } = await recordGuard({
            checks: [{ name: "build" }, { name: "secrets" }],
        });
        assert.equal(await known(result.repositoryName), "web");
        assert.equal(await known(result.fullName), "Shop/web");
        assert.equal(await known(result.defaultBranch), "refs/heads/main");
        assert.match(await known(result.repositoryId), /^\d+$/);
        const ids = await known(result.pipelineIds);
        assert.deepEqual(Object.keys(ids), ["build", "secrets"]);
        for (const id of Object.values(ids)) assert.match(id, /^\d+$/);
        const outputs = recording.outputs.get("gatehouse:index:AzureDevOpsRepositoryGuard web");
        assert.deepEqual(Object.keys(outputs ?? {}).sort(), [
            "defaultBranch",
            "fullName",
            "pipelineIds",
            "repositoryId",
            "repositoryName",
        ]);
    });

    it("puts everything it makes under itself", async () => {
        const { recording } = await recordGuard();
        const [, ...children] = recording.resources;
        assert.ok(children.length > 20);
        for (const { parent, name } of children) {
            assert.equal(parent, "gatehouse:index:AzureDevOpsRepositoryGuard web", name);
        }
    });
});

describe("pushes to a repository under AzureDevOpsRepositoryGuard", () => {
    it("files with private keys, files that are too large and names that some system cannot hold are refused when pushed", async () => {
        const { recording } = await recordGuard();
        const { id } = { id: recording.one("RepositoryPolicyMaxFileSize").inputs.repositoryIds };
        const common = {
            projectId: "11111111-2222-3333-4444-555555555555",
            repositoryIds: id,
            enabled: true,
            blocking: true,
        };
        assert.equal((id as string[]).length, 1);
        const inputs = (kind: string) => recording.one(`RepositoryPolicy${kind}`).inputs;
        assert.deepEqual(inputs("MaxFileSize"), { ...common, maxFileSize: 10 });
        assert.deepEqual(inputs("MaxPathLength"), { ...common, maxPathLength: 248 });
        assert.deepEqual(inputs("CaseEnforcement"), { ...common, enforceConsistentCase: true });
        assert.deepEqual(inputs("ReservedNames"), common);
        assert.deepEqual(inputs("CheckCredentials"), common);
        const { filepathPatterns, ...rest } = inputs("FilePathPattern");
        assert.deepEqual(rest, common);
        for (const pattern of ["*.pfx", "*.p12", "*/id_ed25519", "*/.env"]) {
            assert.ok((filepathPatterns as string[]).includes(pattern), pattern);
        }
        assert.deepEqual(recording.all("RepositoryPolicyAuthorEmailPattern"), []);
    });

    it("a push that holds a secret is refused, when secretProtection is on", async () => {
        const { recording } = await recordGuard({ secretProtection: true });
        const { repositoryId, ...settings } = recording.one("AzureDevOpsAdvancedSecurity").inputs;
        assert.equal(typeof repositoryId, "string");
        assert.deepEqual(settings, {
            projectId: "11111111-2222-3333-4444-555555555555",
            secretProtectionEnabled: true,
            blockPushes: true,
        });
        const without = (await recordGuard()).recording;
        assert.deepEqual(without.all("AzureDevOpsAdvancedSecurity"), []);
    });

    it("are judged by authors, sizes and paths of the arguments", async () => {
        const { recording } = await recordGuard({
            authorEmails: ["*@acme.example"],
            maxFileSize: 50,
            maxPathLength: 100,
            blockedPaths: ["/vendor/*"],
        });
        const inputs = (kind: string) => recording.one(`RepositoryPolicy${kind}`).inputs;
        assert.deepEqual(inputs("AuthorEmailPattern").authorEmailPatterns, ["*@acme.example"]);
        assert.equal(inputs("MaxFileSize").maxFileSize, 50);
        assert.equal(inputs("MaxPathLength").maxPathLength, 100);
        assert.deepEqual(inputs("FilePathPattern").filepathPatterns, ["/vendor/*"]);
    });
});
