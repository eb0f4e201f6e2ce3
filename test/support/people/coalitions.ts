/** Insiders that act together, by their names: their accounts and their votes. */
export type Coalition = readonly string[];

/** How cautiously is reckoned. */
export interface Reading {
    /**
     * Laws L4 and L7: an insider pushes onto a colleague's request and approves it, and a run is
     * started by whoever. Without it a member of the coalition opens the request, starts the run, and counts for
     * neither's approval.
     */
    readonly hijack: boolean;
    /** Law L10: whoever may edit a guard has passed it. */
    readonly edits: boolean;
}

/** The least that could be enough. */
export const strict: Reading = { hijack: true, edits: true };
/** What it takes when nobody rides on a colleague's request. */
export const lenient: Reading = { hijack: false, edits: true };
/** Strict, of those who leave the guards as they are. */
export const guardsLeftAlone: Reading = { hijack: true, edits: false };

/** The fewest insiders that get there, one such group of them, and by which way; nobody gets there without. */
export interface Least {
    readonly people: number;
    readonly who: Coalition;
    readonly way: string;
}

/** Says by which way a coalition gets there, if it does. */
export type Goal = (who: Coalition) => string | undefined;

/** More than anybody asks of an attack; nobody is told apart from so many. */
const most = 4;

/**
 * Tries every group of people, small ones first (law L1: more people never get less far). Those who are
 * in the same groups are tried as often as there are of them, and no more.
 */
export function least(classes: readonly Coalition[], goal: Goal): Least | undefined {
    for (let size = 0; size <= most; size += 1) {
        for (const who of chosen(classes, size)) {
            const way = goal(who);
            if (way !== undefined) {
                return { people: size, who, way };
            }
        }
    }
    return undefined;
}

/** All ways to choose so many, where members of one class are alike. */
function* chosen(classes: readonly Coalition[], size: number): Generator<Coalition> {
    const [first, ...rest] = classes;
    if (size === 0 || first === undefined) {
        if (size === 0) yield [];
        return;
    }
    for (let taken = Math.min(size, first.length); taken >= 0; taken -= 1) {
        for (const others of chosen(rest, size - taken)) {
            yield [...first.slice(0, taken), ...others];
        }
    }
}

/** People grouped by what they belong to. */
export function classesOf(
    people: readonly string[],
    belongsTo: (person: string) => readonly string[],
): Coalition[] {
    const classes = new Map<string, string[]>();
    for (const person of people) {
        const key = [...belongsTo(person)].sort().join(" ");
        classes.set(key, [...(classes.get(key) ?? []), person]);
    }
    return [...classes.values()];
}

/**
 * Laws L2, L3 and L4: how many approvals have to come from the coalition. What bots may give is
 * given, and an approval that outlives a push was given to something else.
 */
export function informed(given: {
    required: number;
    dismissed: boolean;
    lastPush: boolean;
    bots: boolean;
}): number {
    const { required, dismissed, lastPush, bots } = given;
    const effective = dismissed ? required : lastPush ? Math.min(required, 1) : 0;
    return Math.max(0, effective - (bots ? 1 : 0));
}
