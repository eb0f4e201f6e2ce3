import { is, known, unknown, type Known } from "./known";

/** True when all are, false as soon as one is known not to be. Absent counts as false. */
export function every(values: readonly Known<boolean>[]): Known<boolean> {
    if (values.some((one) => one.state === "absent" || is(one, false))) return known(false);
    return values.some((one) => one.state === "unknown") ? unknown : known(true);
}

/** True as soon as one is known to be, false when none is. Absent counts as false. */
export function some(values: readonly Known<boolean>[]): Known<boolean> {
    if (values.some((one) => is(one, true))) return known(true);
    return values.some((one) => one.state === "unknown") ? unknown : known(false);
}

export function not(value: Known<boolean>): Known<boolean> {
    return value.state === "known" ? known(!value.value) : value;
}
