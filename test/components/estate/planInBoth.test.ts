import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { complaints, openSandbox } from "../../support/sandbox";
import { aws } from "../../estate/cloudSamples";
import { withRepository } from "../../estate/sample";

describe("a repository that deploys to both clouds", function () {
    this.timeout(300_000);

    it("has one plan, which reads the state in Azure where it is named", async () => {
        const sandbox = await openSandbox("estate-plan-in-both");
        try {
            const lambdaAliases = [{ function: "thumbnails", alias: "live" }];
            const environments = [
                { name: "staging", tier: "staging" },
                { name: "functions", tier: "staging", aws: { lambdaAliases } },
            ];
            const estate = {
                ...withRepository({ plan: true, environments }),
                aws,
                appliedBy: { azure: ["aaaaaaaa-0000-4000-8000-000000000001"] },
                state: { cloud: "azure", name: "stacmestate", planners: ["web/plan"] },
            };
            const result = await sandbox.run("up", estate);
            assert.ok(result.ok, complaints(result));
            const readers = result.resources.filter(({ urn }) =>
                /::estate-state.*web--plan/.test(urn),
            );
            assert.ok(readers.length > 0, "the plan has no role on the state");
        } finally {
            await sandbox.close();
        }
    });
});
