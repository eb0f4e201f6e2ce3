import type { Hosts } from "../../../support/people/prodHosts";

/** Shows on what was deployed that a promise is kept. Throws when it is not. */
export type Proof = (hosts: Hosts) => void;

/** A row of the page "GitHub and Azure DevOps, promise by promise". Without proof it is documented only. */
export interface HostPromise {
    readonly title: string;
    readonly gitHub?: Proof;
    readonly azureDevOps?: Proof;
}
