import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe } from "mocha";
import { openCloudStore } from "../../../sandbox/cloud/index";
import { committedEstate, complaints, openSandbox, type Sandbox } from "../../support/sandbox";
import { provesEachTrust } from "./proof";
import { everyTrust, type Trusted } from "./trusted";

describe("who gets into the clouds of the prod estate", function () {
    this.timeout(180_000);
    let sandbox: Sandbox;
    let trusts: Trusted[];

    before(async () => {
        sandbox = await openSandbox("tokens-prod");
        const estate = committedEstate("prod");
        const result = await sandbox.run("up", estate, { stack: "prod" });
        assert.ok(result.ok, complaints(result));
        const { azureDevOps, organization } = estate as {
            azureDevOps?: { organization?: string };
            organization: string;
        };
        const organizations = [azureDevOps?.organization ?? organization];
        trusts = everyTrust(openCloudStore(path.join(sandbox.dir, "cloud")), organizations);
    });
    after(() => sandbox.close());

    provesEachTrust(["Azure DevOps by ids", "GitHub"], () => trusts);
});
