import { conclude, type Finding, type Verdict } from "../../model/finding";
import { is, type Known } from "../../model/known";

/** One demand on a resource. */
export interface Demand {
    readonly property: string;
    readonly seen: Known<unknown>;
    /** Whether the demand is met, as far as known. */
    readonly met: Known<boolean>;
    readonly wanted: string;
    /** The change to make, when the rule's general one can be said more exactly. */
    readonly change?: string;
}

/** The verdict on a resource that has to meet every demand. */
export function judgeDemands(demands: readonly Demand[], production = false): Verdict {
    return conclude(
        demands.filter(({ met }) => is(met, false)).map(findingOf),
        demands.filter(({ met }) => met.state === "unknown").map(({ property }) => property),
        production,
    );
}

export function findingOf({ property, seen, wanted, change }: Demand): Finding {
    return { property, seen, wanted, ...(change === undefined ? {} : { change }) };
}
