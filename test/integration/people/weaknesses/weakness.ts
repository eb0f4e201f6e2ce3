import type { Reading } from "../../../support/people/coalitions";
import type { Deployed } from "../../../support/people/deployed";

/** One thing less than what was deployed, and what follows by the laws of approval. */
export interface Weakness {
    /** What is weak, with the law. */
    readonly title: string;
    readonly goal: "merge" | "release" | "secret" | "fork";
    readonly repository: string;
    /** @default strict */
    readonly reading?: Reading;
    /** People it takes as deployed; nobody can, where there is none. */
    readonly from: number | undefined;
    /** People it takes then. */
    readonly to: number | undefined;
    readonly weaken: (standing: Deployed) => Deployed;
}
