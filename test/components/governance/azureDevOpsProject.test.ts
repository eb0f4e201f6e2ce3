import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { Pool } from "@pulumi/azuredevops";
import { AzureDevOpsProject, devOpsGroup } from "../../../components/index";
import { isSecret, known, record, type Recorded } from "../../support/mocks";
import { args, build, standard } from "./projectCases";

const eventOf = ({ inputs }: Recorded): string =>
    Object.entries(inputs).find(
        ([, value]) => typeof value === "object" && !isSecret(value),
    )?.[0] ?? "";

describe("AzureDevOpsProject", () => {
    it("the project is private, offers only the features listed, and Pulumi does not delete it", async () => {
        const project = (await build({ features: ["repositories"] })).recording.one("Project");
        assert.deepEqual(project.inputs, {
            name: "Shop",
            visibility: "private",
            features: {
                artifacts: "disabled",
                boards: "disabled",
                pipelines: "disabled",
                repositories: "enabled",
                testplans: "disabled",
            },
            versionControl: "Git",
            workItemTemplate: "Agile",
        });
        assert.equal(project.protect, true);
    });

    it("offers repositories and pipelines unless told otherwise, and can be deleted with allowDestroy", async () => {
        const { inputs, protect } = (await build({ allowDestroy: true })).recording.one("Project");
        const on = Object.entries(inputs.features as object).filter(([, s]) => s === "enabled");
        assert.deepEqual(
            on.map(([feature]) => feature),
            ["pipelines", "repositories"],
        );
        assert.equal(protect, false);
    });

    it("a job's token reaches this project only, and in it the repositories its YAML names, and only variables meant for it can be set when a run is started", async () => {
        const { recording, result } = await standard();
        assert.deepEqual(recording.one("ProjectPipelineSettings").inputs, {
            projectId: await known(result.projectId),
            enforceJobScope: true,
            enforceJobScopeForRelease: true,
            enforceReferencedRepoScopedToken: true,
            enforceSettableVar: true,
            publishPipelineMetadata: true,
            statusBadgesArePrivate: true,
        });
    });

    it("nobody makes a classic pipeline, and a pull request from a fork starts nothing and gets no secret", async () => {
        const { recording, result } = await standard();
        assert.deepEqual(recording.one("AzureDevOpsPipelineSettings").inputs, {
            projectId: await known(result.projectId),
            forkProtectionEnabled: true,
            buildsEnabledForForks: false,
            enforceJobAuthScopeForForks: true,
            enforceNoAccessToSecretsFromForks: true,
            isCommentRequiredForPullRequest: true,
            requireCommentsForNonTeamMembersOnly: false,
            requireCommentsForNonTeamMemberAndNonContributors: false,
            disableClassicBuildPipelineCreation: true,
            disableClassicReleasePipelineCreation: true,
            disableImpliedYAMLCiTrigger: true,
            enableShellTasksArgsSanitizing: true,
            auditEnforceSettableVar: true,
        });
    });

    it("buys what it is told to buy", async () => {
        const { recording, result } = await build({ secretProtection: true });
        assert.deepEqual(recording.one("AzureDevOpsAdvancedSecurity").inputs, {
            projectId: await known(result.projectId),
            enableSecretProtectionOnCreate: true,
            enableBlockPushesOnCreate: true,
            enableCodeSecurityOnCreate: false,
            enableDependencyScanningInjectionOnCreate: false,
        });
        const code = (await build({ codeSecurity: true })).recording;
        const { inputs } = code.one("AzureDevOpsAdvancedSecurity");
        assert.equal(inputs.enableDependencyScanningInjectionOnCreate, true);
        assert.equal(inputs.enableSecretProtectionOnCreate, false);
        const none = (await standard()).recording;
        assert.deepEqual(none.all("AzureDevOpsAdvancedSecurity"), []);
        assert.deepEqual(none.all("AzureDevOpsAuditStream"), []);
    });

    it("streams the organisation's audit log with a key that is kept as a secret", async () => {
        const workspaceId = "11111111-2222-4333-8444-555555555509";
        const { recording } = await build({ auditStream: { workspaceId, sharedKey: "x" } });
        const { azureMonitorLogs } = recording.one("AzureDevOpsAuditStream").inputs;
        // A secret inside makes all of it one, on its way to the engine.
        assert.ok(isSecret(azureMonitorLogs));
        // The component's own arguments stand in the state as well.
        assert.ok(isSecret(recording.one("index:AzureDevOpsProject").inputs.auditStream));
    });

    it("a push with an author, a path, a file name, a size or a credential that is not allowed is refused in every repository", async () => {
        const { recording, result } = await build({ blockedPaths: ["*.pfx"] });
        const id = await known(result.projectId);
        const policies = recording.resources.filter(({ type }) => type.includes(":Repository"));
        const special = policies.map(({ type, inputs }) => {
            const { projectId, enabled, blocking, repositoryIds, ...rest } = inputs;
            assert.deepEqual([projectId, enabled, blocking], [id, true, true], type);
            assert.equal(repositoryIds, undefined, type);
            return [type.split(":RepositoryPolicy")[1], rest];
        });
        assert.deepEqual(Object.fromEntries(special), {
            AuthorEmailPattern: { authorEmailPatterns: ["*@acme.example"] },
            CaseEnforcement: { enforceConsistentCase: true },
            CheckCredentials: {},
            FilePathPattern: { filepathPatterns: ["*.pfx"] },
            MaxFileSize: { maxFileSize: 10 },
            MaxPathLength: { maxPathLength: 248 },
            ReservedNames: {},
        });
    });

    it("takes commits of anybody with allowAnyAuthor", async () => {
        const { recording } = await build({ authorEmails: [], allowAnyAuthor: true });
        assert.deepEqual(recording.all("RepositoryPolicyAuthorEmailPattern"), []);
    });

    it("with `audit`, every push, step of a pull request, run and change of a repository or connection is sent to the sink, over TLS, with a password that is kept as a secret", async () => {
        const url = "https://events.acme.example/devops";
        const { recording } = await build({ audit: { url, username: "devops", password: "x" } });
        const hooks = recording.all("ServicehookWebhookTfs");
        assert.deepEqual(hooks.map(eventOf).sort(), [
            "buildCompleted",
            "gitPullRequestCreated",
            "gitPullRequestMergeAttempted",
            "gitPullRequestUpdated",
            "gitPush",
            "repositoryCreated",
            "repositoryDeleted",
            "repositoryForked",
            "repositoryRenamed",
            "repositoryStatusChanged",
            "serviceConnectionCreated",
            "serviceConnectionUpdated",
        ]);
        for (const { name, inputs } of hooks) {
            assert.deepEqual([inputs.url, inputs.acceptUntrustedCerts], [url, false], name);
            assert.ok(isSecret(inputs.basicAuthPassword), name);
            assert.equal(inputs.resourceDetailsToSend, "all", name);
        }
        assert.ok(isSecret(recording.one("index:AzureDevOpsProject").inputs.audit));
        assert.deepEqual((await standard()).recording.all("ServicehookWebhookTfs"), []);
    });

    it("gives out its ids and its groups", async () => {
        const { result } = await standard();
        assert.ok(await known(result.projectId));
        assert.equal(await known(result.projectName), "Shop");
        const { groupDescriptors, groupOriginIds, buildServiceDescriptor } = result;
        assert.deepEqual(Object.keys(await known(groupDescriptors)), [
            "developers",
            "platform",
            "releasers",
        ]);
        assert.equal((await known(groupOriginIds)).releasers, "id of releasers");
        assert.equal(await known(buildServiceDescriptor), "svc.Shop Build Service (acme)");
        const { name, descriptor, originId } = devOpsGroup(result, "releasers");
        assert.equal(name, "releasers");
        assert.equal(await known(pulumi.output(descriptor)), "vssgp.releasers");
        assert.equal(await known(pulumi.output(originId)), "id of releasers");
    });

    it("waits for what the component waits for", async () => {
        const { recording } = await record(() => {
            const dependsOn = [new Pool("first", { name: "agents" })];
            return new AzureDevOpsProject("shop", args, { dependsOn });
        });
        const { dependencies } = recording.one("Project");
        assert.deepEqual(dependencies, ["azuredevops:index/pool:Pool first"]);
    });
});
