import { before, describe } from "mocha";
import { committedEstate } from "../../support/sandbox";
import type { ProdEstate } from "../../support/prodEstate";
import { provesEachTrust } from "./proof";
import { everyTrust, type Trusted } from "./trusted";

/** Every trust of the prod estate lets its own job in, and nobody else. */
export function provesProdTrusts(prod: () => ProdEstate): void {
    describe("who gets into its clouds", () => {
        let trusts: Trusted[];

        before(() => {
            const { azureDevOps, organization } = committedEstate("prod") as {
                azureDevOps?: { organization?: string };
                organization: string;
            };
            const organizations = [azureDevOps?.organization ?? organization];
            trusts = everyTrust(prod().cloud, organizations);
        });

        provesEachTrust(["Azure DevOps by ids", "Azure DevOps by names", "GitHub"], () => trusts);
    });
}
