import { before, describe, it } from "mocha";
import { deployed } from "../../support/people/deployed";
import { hostsOf, type Hosts } from "../../support/people/prodHosts";
import type { ProdEstate } from "../../support/prodEstate";
import { provesCounts } from "./counts";
import { provesOrder } from "./order";
import { promises } from "./promises";
import { provesRoles } from "./roles";
import { provesWeaknesses } from "./weaknesses";

/** Who may what on both hosts, how many insiders it takes, and that the host's order was kept. */
export function provesPeople(prod: () => ProdEstate): void {
    let hosts: Hosts;

    before(() => {
        hosts = hostsOf(deployed(prod().cloud.list()));
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
    provesOrder(() => prod().creations);
}
