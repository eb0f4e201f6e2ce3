import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { AzureDevOpsEnvironment, type DevOpsChecks } from "../../../../components/index";
import { judgedChecks } from "../../../../components/shared/protection/checkDevOpsChecks";
import { protect } from "../../../../components/shared/protection/protect";
import { record, refusal } from "../../../support/mocks";
import { checks, environmentArgs, project, release } from "./samples";

const build = (more: Partial<DevOpsChecks>) =>
    record(
        () =>
            new AzureDevOpsEnvironment("it", {
                ...environmentArgs,
                checks: { ...checks, ...more },
            }),
    );
/** Paths refused, in order. */
async function refused(more: Partial<DevOpsChecks>): Promise<string[]> {
    const message = await refusal(
        () =>
            new AzureDevOpsEnvironment("it", {
                ...environmentArgs,
                checks: { ...checks, ...more },
            }),
    );
    const lines = message.split("\n").slice(1);
    return lines.map((line) => line.trim().split(": got")[0] ?? "");
}

const hours = { days: ["monday"], from: "08:00", to: "16:30" };
const template = { repository: "Shop/templates", ref: "refs/heads/main", path: "release.yml" };

describe("the checks of a protected resource", () => {
    it("count each group once, and as many as are asked for", async () => {
        const one = await build({ minimumApprovers: 1, instructions: "Look at the change." });
        const { inputs } = one.recording.one("CheckApproval");
        assert.deepEqual(
            [inputs.minimumRequiredApprovers, inputs.instructions, inputs.timeout],
            [1, "Look at the change.", 4320],
        );
        for (const minimumApprovers of [0, 3, 1.5]) {
            assert.deepEqual(await refused({ minimumApprovers }), ["checks.minimumApprovers"]);
        }
        const twice = { ...release, name: "again", descriptor: "vssgp.again" };
        assert.deepEqual(await refused({ approvers: [release, twice] }), [
            "checks.approvers[1].originId",
        ]);
    });

    it("open in the given hours only", async () => {
        const { recording } = await build({ businessHours: hours, waitMinutes: 60 });
        const { inputs } = recording.one("CheckBusinessHours");
        const { displayName, targetResourceId, ...rest } = inputs;
        assert.ok(displayName !== undefined && targetResourceId !== undefined);
        assert.deepEqual(rest, {
            projectId: project,
            targetResourceType: "environment",
            monday: true,
            tuesday: false,
            wednesday: false,
            thursday: false,
            friday: false,
            saturday: false,
            sunday: false,
            startTime: "08:00",
            endTime: "16:30",
            timeZone: "UTC",
            timeout: 60,
        });
    });

    it("demand the template, of the branch and the repository given", async () => {
        const { recording } = await build({ requiredTemplate: template });
        assert.deepEqual(recording.one("CheckRequiredTemplate").inputs.requiredTemplates, [
            {
                repositoryType: "azuregit",
                repositoryName: "Shop/templates",
                repositoryRef: "refs/heads/main",
                templatePath: "release.yml",
            },
        ]);
    });

    it("ask a service of one's own, which calls back or whose answer decides", async () => {
        const service = { displayName: "Calendar", connection: "calendar" };
        const called = await build({ restApi: service });
        const { inputs } = called.recording.one("CheckRestApi");
        assert.deepEqual(
            [inputs.completionEvent, inputs.method, inputs.connectedServiceNameSelector],
            ["Callback", "POST", "connectedServiceName"],
        );
        assert.equal(inputs.retryInterval, undefined);
        const answers = { ...service, azure: true, method: "GET", urlSuffix: "open", body: "{}" };
        const asked = await build({
            restApi: {
                ...answers,
                headers: '{"accept":"text/plain"}',
                successCriteria: "eq(root['open'], true)",
                retryMinutes: 500,
            },
        });
        const answered = asked.recording.one("CheckRestApi").inputs;
        assert.deepEqual(
            [answered.completionEvent, answered.retryInterval, answered.method, answered.timeout],
            ["ApiResponse", 500, "GET", 4320],
        );
        assert.equal(answered.connectedServiceNameSelector, "connectedServiceNameARM");
        assert.deepEqual(
            [answered.urlSuffix, answered.body, answered.headers],
            ["open", "{}", '{"accept":"text/plain"}'],
        );
    });

    it("name a repository with its project before it", async () => {
        const { recording } = await record(() => {
            const owner = new pulumi.ComponentResource("test:index:Owner", "owner");
            const target = { kind: "repository", projectId: project, id: "repo" };
            return protect(owner, "it", target, judgedChecks(owner, "it", checks, []));
        });
        const { inputs } = recording.one("CheckApproval");
        assert.equal(inputs.targetResourceId, `${project}.repo`);
        assert.equal(recording.all("CheckExclusiveLock").length, 0);
    });
});

describe("the arguments of checks", () => {
    it("are refused all at once", async () => {
        const paths = await refused({
            approvers: [],
            instructions: "",
            branches: ["main", "refs/heads/main", "refs/heads/main", "refs/tags/v1"],
            waitMinutes: 43_201,
            businessHours: {
                days: ["monday", "monday", "noday"],
                from: "8",
                to: "7:00",
                timeZone: "GMT",
            },
            requiredTemplate: {
                repository: "templates",
                ref: "main",
                path: "x.txt",
                repositoryType: "svn",
            },
            restApi: {
                displayName: "",
                connection: "c",
                method: "CALL",
                headers: "a: b",
                retryMinutes: 5,
            },
        });
        assert.deepEqual(paths, [
            "checks.approvers",
            "checks.instructions",
            "checks.branches[0]",
            "checks.branches[3]",
            "checks.branches[2]",
            "checks.waitMinutes",
            "checks.businessHours.days[2]",
            "checks.businessHours.days[1]",
            "checks.businessHours.from",
            "checks.businessHours.to",
            "checks.businessHours.timeZone",
            "checks.requiredTemplate.repository",
            "checks.requiredTemplate.ref",
            "checks.requiredTemplate.path",
            "checks.requiredTemplate.repositoryType",
            "checks.restApi.displayName",
            "checks.restApi.method",
            "checks.restApi.headers",
            "checks.restApi.retryMinutes",
        ]);
    });

    it("hold a branch, hours that begin before they end, and a day", async () => {
        assert.deepEqual(await refused({ branches: [] }), ["checks.branches"]);
        assert.deepEqual(await refused({ businessHours: { ...hours, days: [], to: "08:00" } }), [
            "checks.businessHours.days",
            "checks.businessHours.to",
        ]);
    });

    it("take a template from a branch that runs may draw from, for the run would not pass", async () => {
        const other = { ...template, ref: "refs/heads/other" };
        assert.deepEqual(await refused({ requiredTemplate: other }), [
            "checks.requiredTemplate.ref",
        ]);
        for (const more of [
            { requiredTemplate: { ...other, repositoryType: "github" } },
            { requiredTemplate: other, allowAnyBranch: true },
        ]) {
            const { recording } = await build(more);
            assert.equal(recording.all("CheckRequiredTemplate").length, 1);
        }
    });

    it("try a service fewer than ten times, and only where its answer decides", async () => {
        const service = { displayName: "Calendar", connection: "c", successCriteria: "true" };
        for (const retryMinutes of [432, 4321, 0]) {
            assert.deepEqual(await refused({ restApi: { ...service, retryMinutes } }), [
                "checks.restApi.retryMinutes",
            ]);
        }
        assert.deepEqual(await refused({ restApi: { ...service, headers: "[1]" } }), [
            "checks.restApi.headers",
        ]);
    });

    it("never let a branch stand for others, whatever it is called", async () => {
        await fc.assert(
            fc.asyncProperty(
                fc.string({ unit: fc.constantFrom("a", "/", ".", "*", "?", ",", "[", " ", "\\") }),
                async (name) => {
                    const branch = `refs/heads/${name}`;
                    const plain = /^[a/.]+$/.test(name);
                    const { result } = await record(() => {
                        const owner = new pulumi.ComponentResource("test:index:Owner", "owner");
                        const problems: { path: string }[] = [];
                        const given = { ...checks, branches: [branch] };
                        judgedChecks(owner, "it", given, problems as never);
                        return problems.length;
                    });
                    assert.ok(plain || result === 1, branch);
                },
            ),
            { numRuns: 40 },
        );
    });
});
