import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { AzureDevOpsEnvironment, AzureDevOpsQueue } from "../../../components/index";
import { known, record, refusal } from "../../support/mocks";
import {
    checks,
    developers,
    environmentArgs,
    platform,
    project,
    queueArgs,
} from "../shared/protection/samples";

const build = (more = {}) =>
    record(() => new AzureDevOpsEnvironment("prod", { ...environmentArgs, ...more }));

describe("AzureDevOpsEnvironment", () => {
    it("one run at a time deploys, unless exclusiveLock is false", async () => {
        const { recording } = await build();
        const { inputs } = recording.one("CheckExclusiveLock");
        assert.equal(inputs.targetResourceType, "environment");
        const open = await build({ checks: { ...checks, exclusiveLock: false } });
        assert.equal(open.recording.all("CheckExclusiveLock").length, 0);
    });

    it("groups are given the roles asked for, and each group one", async () => {
        const environment = await build();
        const { result } = environment;
        const place = `${project}_${await known(result.environmentId)}`;
        assert.deepEqual(rolesIn(environment.recording), [
            ["distributedtask.environmentreferencerole", place, platform.originId, "Administrator"],
            ["distributedtask.environmentreferencerole", place, developers.originId, "User"],
        ]);
        const queue = await record(() => new AzureDevOpsQueue("agents", queueArgs));
        const own = `${project}_${await known(queue.result.queueId)}`;
        const ofQueue = rolesIn(queue.recording).filter(([scope]) =>
            String(scope).endsWith("queuerole"),
        );
        assert.deepEqual(ofQueue, [
            ["distributedtask.agentqueuerole", own, platform.originId, "Administrator"],
            ["distributedtask.agentqueuerole", own, developers.originId, "User"],
        ]);
    });

    it("gives out its id and its name", async () => {
        const { recording, result } = await build({ description: "where it lands" });
        assert.deepEqual(recording.one("Environment").inputs, {
            projectId: project,
            name: "production",
            description: "where it lands",
        });
        assert.match(await known(result.environmentId), /^\d+$/);
        assert.equal(await known(result.environmentName), "production");
    });

    it("refuses what Azure DevOps refuses, all at once", async () => {
        const message = await refusal(
            () =>
                new AzureDevOpsEnvironment("prod", {
                    projectId: "Shop",
                    environment: "eu/production",
                    description: "x".repeat(1025),
                    checks: { approvers: [], branches: [] },
                    pipelines: [{ name: "", id: "7" }],
                }),
        );
        const lines = message.split("\n").map((line) => line.trim().split(": got")[0]);
        assert.deepEqual(lines, [
            'AzureDevOpsEnvironment "prod": 6 arguments are not acceptable',
            "environment",
            "description",
            "projectId",
            "checks.approvers",
            "checks.branches",
            "pipelines[0].name",
        ]);
    });
});

/** Scope, resource, identity and role of each assignment. */
function rolesIn(recording: { all(type: string): { inputs: Record<string, unknown> }[] }) {
    return recording
        .all("SecurityroleAssignment")
        .map(({ inputs }) => [inputs.scope, inputs.resourceId, inputs.identityId, inputs.roleName]);
}
