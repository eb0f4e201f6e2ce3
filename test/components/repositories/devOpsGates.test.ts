import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { branchesOf, leads, policySettings, readers, recordGuard } from "../../support/devOpsGuard";

const branches = [{ pattern: "develop", tier: "integration", create: true }];
const authorId = "99999999-2222-3333-4444-555555555555";

describe("gates under AzureDevOpsRepositoryGuard", () => {
    it("a change of a guarded branch needs every gate green on the newest state of both branches, and every status from the identity named for it", async () => {
        const { recording } = await recordGuard({
            branches,
            checks: [{ name: "build" }, { name: "scan" }],
            statusChecks: [{ name: "secrets", genre: "scanner", authorId }],
        });
        for (const name of ["build", "scan"]) {
            const policy = `web-gate/${name}`;
            const { scopes, buildDefinitionId, ...settings } = policySettings(
                recording,
                "BranchPolicyBuildValidation",
                policy,
            );
            assert.deepEqual(branchesOf({ scopes }), ["main", "develop"]);
            assert.equal(typeof buildDefinitionId, "number");
            assert.deepEqual(settings, {
                displayName: name,
                manualQueueOnly: false,
                validDuration: 0,
                queueOnSourceUpdateOnly: false,
            });
            const definition = `azuredevops:index/buildDefinition:BuildDefinition web-pipeline/${name}`;
            const { dependencies } = recording.named("BranchPolicyBuildValidation", policy);
            assert.ok(dependencies.includes(definition), dependencies.join(", "));
        }
        const { scopes, ...status } = policySettings(recording, "BranchPolicyStatusCheck");
        assert.deepEqual(branchesOf({ scopes }), ["main", "develop"]);
        assert.deepEqual(status, {
            name: "secrets",
            genre: "scanner",
            displayName: "scanner/secrets",
            authorId,
            invalidateOnUpdate: true,
            applicability: "default",
        });
    });

    it("gates run what stands in the repository, with the rights of their project, and hold no variables that could be set or stolen", async () => {
        const { recording } = await recordGuard();
        const { repository, ...definition } = recording.one("BuildDefinition").inputs;
        assert.deepEqual(definition, {
            projectId: "11111111-2222-3333-4444-555555555555",
            name: "web-build",
            path: "\\web",
            agentPoolName: "Azure Pipelines",
            ciTrigger: { useYaml: true },
            jobAuthorizationScope: "project",
            queueStatus: "enabled",
            variables: [],
        });
        const { repoId, ...source } = repository as Record<string, unknown>;
        assert.match(String(repoId), /^\d+$/);
        assert.deepEqual(source, {
            repoType: "TfsGit",
            branchName: "refs/heads/main",
            ymlPath: ".azuredevops/build.yml",
            reportBuildStatus: true,
        });
    });

    it("stand in the folder, run from the file and on the pool of the arguments", async () => {
        const { recording } = await recordGuard({
            pipelineFolder: "gates",
            agentPool: "acme-linux",
            checks: [{ name: "build", pipelineFile: "ci/build.yml" }],
        });
        assert.equal(recording.one("BuildFolder").inputs.path, "\\gates");
        const { path, agentPoolName, repository } = recording.one("BuildDefinition").inputs;
        assert.deepEqual([path, agentPoolName], ["\\gates", "acme-linux"]);
        assert.equal((repository as Record<string, unknown>).ymlPath, "ci/build.yml");
    });

    it("nobody edits, deletes or creates a gate by hand, or decides over its result", async () => {
        const { recording } = await recordGuard({ leads, readers: [readers] });
        const refused = [
            "AdministerBuildPermissions",
            "DeleteBuildDefinition",
            "DeleteBuilds",
            "DestroyBuilds",
            "EditBuildDefinition",
            "OverrideBuildCheckInValidation",
        ];
        const [named, born] = ["BuildDefinitionPermissions", "BuildFolderPermissions"];
        const denied = (type: string, more: string) =>
            recording.all(type).map(({ inputs }) => {
                const permissions = inputs.permissions as Record<string, string>;
                for (const permission of [...refused, more]) {
                    assert.equal(permissions[permission], "Deny", permission);
                }
                assert.equal(inputs.replace, true);
                return [String(inputs.principal), permissions.QueueBuilds ?? "-"];
            });
        assert.deepEqual(
            Object.fromEntries(denied(named, "EditPipelineQueueConfigurationPermission")),
            {
                "vssgp.auditors": "-",
                "vssgp.leads": "-",
                "vssgp.web": "Allow",
                "vssgp.platform": "Allow",
            },
        );
        assert.deepEqual(Object.fromEntries(denied(born, "CreateBuildDefinition")), {
            "vssgp.Contributors": "-",
            "vssgp.Build Administrators": "-",
        });
        for (const { inputs } of recording.all(born)) assert.equal(inputs.path, "\\web");
    });

    it("the text of a pipeline is written before the policies stand, which would refuse the write", async () => {
        const { recording } = await recordGuard({
            branches,
            checks: [{ name: "build", pipeline: "steps: []\n" }, { name: "scan" }],
        });
        const { repositoryId, ...file } = recording.one("GitRepositoryFile").inputs;
        assert.match(String(repositoryId), /^\d+$/);
        assert.deepEqual(file, {
            file: ".azuredevops/build.yml",
            content: "steps: []\n",
            branch: "refs/heads/main",
            commitMessage: "Add pipeline build",
            overwriteOnCreate: false,
        });
        const written = [
            "azuredevops:index/gitRepositoryFile:GitRepositoryFile web-pipeline-file/build",
            "azuredevops:index/gitRepositoryBranch:GitRepositoryBranch web-branch/develop",
        ];
        const rules = recording.resources.filter(({ type }) =>
            /:(BranchPolicy|RepositoryPolicy|GitPermissions)/.test(type),
        );
        assert.ok(rules.length > 15);
        for (const { name, dependencies } of rules) {
            for (const one of written) assert.ok(dependencies.includes(one), `${name}: ${one}`);
        }
    });

    it("may be none with allowNoChecks", async () => {
        const { recording } = await recordGuard({ checks: [], allowNoChecks: true });
        assert.deepEqual(recording.all("BranchPolicyBuildValidation"), []);
        assert.deepEqual(recording.all("BuildDefinition"), []);
    });
});
