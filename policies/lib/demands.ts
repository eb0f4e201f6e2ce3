import { conclude, type Finding, type Verdict } from "../../model/finding";
import { is, known, map, type Known } from "../../model/known";
import type { Reading } from "../../model/reading";

/** One demand on a resource. */
export interface Demand {
    /** What an exemption names; the property when not given. */
    readonly id?: string;
    readonly property: string;
    readonly seen: Known<unknown>;
    /** Whether the demand is met, as far as known. */
    readonly met: Known<boolean>;
    readonly wanted: string;
    /** The change to make, when the rule's general one can be said more exactly. */
    readonly change?: string;
}

/** The verdict on a resource that has to meet every demand. */
export function judgeDemands(demands: readonly Demand[], production?: boolean): Verdict {
    return conclude(
        demands.filter(({ met }) => is(met, false)).map(findingOf),
        demands.filter(({ met }) => met.state === "unknown").map(({ property }) => property),
        production,
    );
}

export function findingOf({ id, property, seen, wanted, change }: Demand): Finding {
    return {
        ...(id === undefined ? {} : { id }),
        property,
        seen,
        wanted,
        ...(change === undefined ? {} : { change }),
    };
}

/** A property that has to be as `isSound` says. Left out it is not: defaults are the view's to fill in. */
export function demand<T>(
    { path, value }: Reading<T>,
    isSound: (value: T) => boolean,
    wanted: string,
): Demand {
    const met = value.state === "absent" ? known(false) : map(value, isSound);
    return { property: path, seen: value, met, wanted };
}

/** A property that may be left out, and has to be as `isSound` says where it is not. */
export function ifThere<T>(
    place: Reading<T>,
    isSound: (value: T) => boolean,
    wanted: string,
): Demand[] {
    return place.value.state === "absent" ? [] : [demand(place, isSound, wanted)];
}

/** A flag that has to be on. */
export function on(place: Reading<boolean>): Demand {
    return demand(place, (value) => value, "true");
}

/** A flag that has to be off. */
export function off(place: Reading<boolean>): Demand {
    return demand(place, (value) => !value, "false");
}
