import { before, describe, it } from "mocha";
import { deployProd, hostsOf, type Creation, type Hosts } from "../../support/people/prodHosts";
import { provesCounts } from "./counts";
import { provesOrder } from "./order";
import { promises } from "./promises";
import { provesRoles } from "./roles";
import { provesWeaknesses } from "./weaknesses";

// One deployment for all that is asked of it.
describe("people and the prod estate, on both hosts", function () {
    this.timeout(120_000);
    let hosts: Hosts;
    let creations: Creation[];

    before(async () => {
        const prod = await deployProd();
        hosts = hostsOf(prod.standing);
        creations = prod.creations;
    });

    describe("GitHub", () => {
        for (const { title, gitHub } of promises) {
            if (gitHub) it(title, () => gitHub(hosts));
        }
    });

    describe("Azure DevOps", () => {
        for (const { title, azureDevOps } of promises) {
            if (azureDevOps) it(title, () => azureDevOps(hosts));
        }
    });

    provesRoles(() => hosts);
    provesCounts(() => hosts);
    provesWeaknesses(() => hosts);
    provesOrder(() => creations);
});
