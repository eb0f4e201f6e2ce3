import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openAzure, type AzureBench } from "./azureBench";
import { group } from "./everything";
import { subscription, tenant, type Props } from "./support";

const type = "authorization:PimRoleEligibilitySchedule";
const until = (endDateTime: string) => ({
    scheduleInfo: { expiration: { type: "AfterDateTime", endDateTime } },
});
const eligible = {
    scope: group,
    principalId: tenant,
    roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${tenant}`,
    ...until("2999-01-01T00:00:00Z"),
};

describe("roles to be activated in the emulated Azure", () => {
    let azure: AzureBench;
    beforeEach(async () => {
        azure = await openAzure();
    });
    afterEach(() => azure.bench.close());

    const refused = (more: Props, words: RegExp) =>
        azure.refused(type, { ...eligible, ...more }, words);

    it("are one for each group, role and scope, and can be had again once gone", async () => {
        const { id, outputs } = await azure.up(type, eligible);
        assert.equal(outputs.status, "Provisioned");
        await refused({ justification: "again" }, /"RoleAssignmentExists"/);
        await azure.bench.engine.delete(`azure-native:${type}`, id);
        assert.equal((await azure.up(type, eligible)).id, id);
    });

    it("end in the future, on a scope that exists", async () => {
        await refused(until("2020-01-01T00:00:00Z"), /expiration of the schedule is in the past/);
        await refused({ scope: `${group}-other` }, /"ResourceNotFound"/);
        await refused({ roleDefinitionId: "Contributor" }, /"InvalidRoleDefinitionId"/);
    });
});
