import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { known, type Recording } from "../../support/mocks";
import { born, build, permissions, principalsWith, standard } from "./projectCases";

const everybody = [...Object.values(born), "vssgp.platform"].sort();

/** Whom something is given, on repositories, pipelines, library and connections. */
const allowed = (recording: Recording, type: string, permission: string) =>
    principalsWith(recording, type, permission, "Allow");

const denied = (recording: Recording, permission: string) =>
    principalsWith(recording, "GitPermissions", permission, "Deny");

describe("permissions in AzureDevOpsProject", () => {
    it("nobody bypasses a policy, edits policies or permissions of repositories, or rewrites history of branches others made, project administrators included", async () => {
        const { recording } = await standard();
        for (const permission of [
            "ForcePush",
            "PolicyExempt",
            "PullRequestBypassPolicy",
            "EditPolicies",
            "ManagePermissions",
        ]) {
            assert.deepEqual(denied(recording, permission), everybody, permission);
        }
        for (const { inputs } of recording.all("GitPermissions")) {
            assert.equal(inputs.replace, false, "what members of a built-in group may do is gone");
            assert.deepEqual([inputs.repositoryId, inputs.branchName], [undefined, undefined]);
        }
        const pipelines = "BuildFolderPermissions";
        const passing = "OverrideBuildCheckInValidation";
        assert.deepEqual(
            principalsWith(recording, pipelines, passing, "Deny"),
            everybody.filter((one) => one !== born.readers),
        );
    });

    it("the identity of jobs writes nothing to repositories, votes on nothing, and neither edits nor starts pipelines", async () => {
        const { recording } = await standard();
        const git = permissions(recording, "GitPermissions");
        const pipelines = permissions(recording, "BuildFolderPermissions");
        for (const bot of [born.jobs, born.otherJobs]) {
            const refused = (states: unknown) =>
                Object.entries(states as object)
                    .filter(([, state]) => state === "Deny")
                    .map(([name]) => name);
            assert.deepEqual(refused(git[bot]), Object.keys(git[bot] as object), bot);
            for (const name of [
                "GenericContribute",
                "CreateBranch",
                "CreateTag",
                "PullRequestContribute",
            ]) {
                assert.ok(refused(git[bot]).includes(name), name);
            }
            assert.deepEqual(
                refused(pipelines[bot]).sort(),
                [
                    "AdministerBuildPermissions",
                    "CreateBuildDefinition",
                    "DeleteBuildDefinition",
                    "DestroyBuilds",
                    "EditBuildDefinition",
                    "OverrideBuildCheckInValidation",
                    "QueueBuilds",
                ],
                bot,
            );
        }
    });

    it("lets jobs start pipelines with allowJobsToQueue", async () => {
        const { recording } = await build({ allowJobsToQueue: true });
        const type = "BuildFolderPermissions";
        assert.deepEqual(principalsWith(recording, type, "QueueBuilds", "Deny"), []);
    });

    it("only groups that write or operate start pipelines, and only groups that operate edit them", async () => {
        const { recording } = await standard();
        const type = "BuildFolderPermissions";
        for (const { inputs } of recording.all(type)) assert.equal(inputs.path, "\\");
        const writers = [born.contributors, "vssgp.platform"];
        assert.deepEqual(allowed(recording, type, "QueueBuilds"), writers);
        for (const edit of ["CreateBuildDefinition", "EditBuildDefinition"]) {
            assert.deepEqual(allowed(recording, type, edit), ["vssgp.platform"], edit);
        }
        assert.deepEqual(allowed(recording, type, "AdministerBuildPermissions"), []);
        for (const { inputs } of recording.all(type)) {
            const bot = [born.jobs, born.otherJobs].includes(String(inputs.principal));
            assert.equal(inputs.replace, !bot, "what Azure DevOps gave would stay");
        }
    });

    it("only groups that operate create service connections and variable groups, and nobody administers them or reads the secrets in them", async () => {
        const { recording } = await standard();
        for (const type of ["ServiceendpointPermissions", "LibraryPermissions"]) {
            assert.deepEqual(allowed(recording, type, "Create"), ["vssgp.platform"], type);
            assert.deepEqual(allowed(recording, type, "Use"), ["vssgp.platform"], type);
            for (const nobodys of ["Administer", "ViewSecrets", "ViewAuthorization", "Owner"]) {
                assert.deepEqual(allowed(recording, type, nobodys), [], `${type} ${nobodys}`);
            }
        }
        for (const permission of ["Create", "Administer", "ViewAuthorization"]) {
            assert.deepEqual(
                principalsWith(recording, "ServiceendpointPermissions", permission, "Deny"),
                [born.buildAdministrators, born.contributors, born.administrators],
                permission,
            );
        }
    });

    it("nobody may make environments and agent queues, whose maker could edit their checks", async () => {
        const { recording, result } = await standard();
        const resourceId = await known(result.projectId);
        assert.deepEqual(
            recording.all("SecurityroleAssignment").map(({ inputs }) => inputs),
            [
                "distributedtask.globalenvironmentreferencerole",
                "distributedtask.globalagentqueuerole",
            ].map((scope) => ({
                scope,
                resourceId,
                identityId: "id of Contributors",
                roleName: "Reader",
            })),
        );
    });

    it("nobody but the administrators of the organisation renames the project, deletes it, makes it public or stops its events", async () => {
        const { recording } = await standard();
        const refused = (...names: string[]) => ({
            [born.administrators]: Object.fromEntries(names.map((name) => [name, "Deny"])),
        });
        assert.deepEqual(
            permissions(recording, "ProjectPermissions"),
            refused("DELETE", "RENAME", "UPDATE_VISIBILITY"),
        );
        assert.deepEqual(
            permissions(recording, "ServicehookPermissions"),
            refused("EditSubscriptions", "DeleteSubscriptions"),
        );
    });
});

describe("weakened permissions in AzureDevOpsProject", () => {
    it("leave Project Administrators what they have with allowProjectAdministrators, but no bypass", async () => {
        const { recording } = await build({ allowProjectAdministrators: true });
        const git = permissions(recording, "GitPermissions");
        assert.deepEqual(git[born.administrators], {
            ForcePush: "Deny",
            PolicyExempt: "Deny",
            PullRequestBypassPolicy: "Deny",
        });
        for (const type of [
            "BuildFolderPermissions",
            "LibraryPermissions",
            "ServiceendpointPermissions",
            "ProjectPermissions",
            "ServicehookPermissions",
        ]) {
            const of = Object.keys(permissions(recording, type));
            assert.ok(!of.includes(born.administrators), type);
        }
    });

    it("let groups that operate administer with allowOperatorsToAdminister, and nobody else", async () => {
        const { recording } = await build({ allowOperatorsToAdminister: true });
        for (const [type, permission] of [
            ["BuildFolderPermissions", "AdministerBuildPermissions"],
            ["LibraryPermissions", "Administer"],
            ["ServiceendpointPermissions", "Administer"],
        ] as const) {
            assert.deepEqual(allowed(recording, type, permission), ["vssgp.platform"], type);
        }
    });
});
