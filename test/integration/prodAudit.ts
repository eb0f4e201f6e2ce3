import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { ProdEstate } from "../support/prodEstate";

/** Where the audit log of Azure DevOps goes. */
export function provesDevOpsAudit(prod: () => ProdEstate): void {
    const named = (name: string) =>
        prod().result.resources.find(({ urn }) => urn.endsWith(`::${name}`));

    describe("what its Azure DevOps keeps of what happens", () => {
        it("is kept apart from the trail, by a key that nobody is shown", () => {
            const own = named("estate-devops-audit");
            const trail = named("estate-audit-workspace");
            assert.deepEqual(named("estate-project-audit-stream")?.inputs.azureMonitorLogs, {
                workspaceId: own?.outputs.customerId,
                sharedKey: "[secret]",
            });
            const takesKeys = [own, trail].map((one) => {
                const { disableLocalAuth } = one?.inputs.features as { disableLocalAuth: boolean };
                return !disableLocalAuth;
            });
            assert.deepEqual(takesKeys, [true, false]);
        });
    });
}
