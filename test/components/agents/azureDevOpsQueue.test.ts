import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { AzureDevOpsQueue, type AzureDevOpsQueueArgs } from "../../../components/index";
import { known, record, refusal } from "../../support/mocks";
import { developers, platform, project, queueArgs } from "../shared/protection/samples";

const build = (more: Partial<AzureDevOpsQueueArgs> = {}) =>
    record(() => new AzureDevOpsQueue("agents", { ...queueArgs, ...more }));

describe("AzureDevOpsQueue", () => {
    it("those who administer the queue administer its pool, and users see the pool and no more", async () => {
        const { recording } = await build();
        const roles = recording
            .all("SecurityroleAssignment")
            .filter(({ inputs }) => inputs.scope === "distributedtask.agentpoolrole")
            .map(({ inputs }) => [inputs.resourceId, inputs.identityId, inputs.roleName]);
        assert.deepEqual(roles, [
            ["12", platform.originId, "Administrator"],
            ["12", developers.originId, "Reader"],
        ]);
    });

    it("offers the pool to the project", async () => {
        const { recording, result } = await build();
        assert.deepEqual(recording.one("Queue").inputs, { projectId: project, agentPoolId: 12 });
        assert.match(await known(result.queueId), /^\d+$/);
    });

    it("guards a queue that stands", async () => {
        const { recording, result } = await build({ queueId: "31" });
        assert.equal(recording.all("Queue").length, 0);
        assert.equal(await known(result.queueId), "31");
        for (const type of ["CheckApproval", "CheckBranchControl"]) {
            assert.equal(recording.one(type).inputs.targetResourceId, "31");
        }
        assert.equal(recording.all("PipelineAuthorization")[0]?.inputs.resourceId, "31");
    });

    it("takes numbers, and no lock unless asked for", async () => {
        const message = await refusal(
            () =>
                new AzureDevOpsQueue("agents", {
                    ...queueArgs,
                    projectId: "Shop",
                    poolId: "agents",
                    queueId: "0",
                }),
        );
        for (const path of ["projectId", "poolId", "queueId"]) {
            assert.match(message, new RegExp(`^  ${path}: got `, "m"));
        }
        const { recording } = await build();
        assert.equal(recording.all("CheckExclusiveLock").length, 0);
    });
});
