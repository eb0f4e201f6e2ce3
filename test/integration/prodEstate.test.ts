import { after, before, describe } from "mocha";
import { deployProd, type ProdEstate } from "../support/prodEstate";
import { provesAwsPackets } from "./awsPackets";
import { provesDevOpsAudit } from "./prodAudit";
import { provesClouds } from "./prodClouds";
import { provesPackets } from "./packets";
import { provesPeople } from "./people/proves";
import { provesProdTrusts } from "./tokens/prodTrusts";

// One deployment for all that is asked of it.
describe("the prod estate, deployed", function () {
    this.timeout(300_000);
    let prod: ProdEstate;
    before(async () => {
        prod = await deployProd();
    });
    after(() => prod.close());

    provesPackets(() => prod);
    provesAwsPackets(() => prod);
    provesProdTrusts(() => prod);
    provesPeople(() => prod);
    provesClouds(() => prod);
    provesDevOpsAudit(() => prod);
});
