import {
    is,
    known,
    map,
    read,
    readList,
    readNumber,
    readText,
    readTexts,
    withDefault,
    type Known,
    type PropertyTree,
} from "../known";
import { flagAt, readingAt, type Reading } from "../reading";
import type { Resource } from "../resource";
import { rulesetTypes } from "./githubRuleset";

/** What a guard asks of checks before a merge. */
export interface CheckDemand {
    /** How many checks there are to pass. */
    readonly count: Reading<number>;
    /** Whether they ran on what the branch will hold: an up-to-date branch, or a merge queue. */
    readonly strict: Reading<boolean>;
}

/** A check of a ruleset and the app that has to report it. */
export interface CheckSource {
    readonly context: Known<string>;
    /** Absent when any app, and any token that may write statuses, can report it. */
    readonly app: Reading<number>;
}

/** The checks a guard of branches demands; absent when it demands none. */
export function checkDemand({ type, props }: Resource): Reading<CheckDemand> {
    const isRuleset = rulesetTypes.some((one) => one === type);
    return isRuleset ? rulesetChecks(props) : protectionChecks(type, props);
}

function rulesetChecks(props: PropertyTree): Reading<CheckDemand> {
    const path = "rules.requiredStatusChecks";
    const [checks, strict] = [`${path}.requiredChecks`, `${path}.strictRequiredStatusChecksPolicy`];
    // A queue tests each change with those before it, whatever the flag says.
    const queued = read(props, "rules.mergeQueue").state === "known";
    return {
        path,
        value: map(read(props, path), () => ({
            count: { path: checks, value: length(readList(props, checks)) },
            strict: queued ? { path: strict, value: known(true) } : flagAt(props, strict, false),
        })),
    };
}

function protectionChecks(type: string, props: PropertyTree): Reading<CheckDemand> {
    // BranchProtection writes the one block as a list, the older resource as an object.
    const older = type === "github:index:BranchProtectionV3";
    const path = older ? "requiredStatusChecks" : "requiredStatusChecks[0]";
    const lists = older ? ["checks", "contexts"] : ["contexts"];
    const counts = lists.map((list) => length(readList(props, `${path}.${list}`)));
    return {
        path: "requiredStatusChecks",
        value: map(read(props, path), () => ({
            count: { path: `${path}.${lists[0] ?? ""}`, value: greatest(counts) },
            strict: flagAt(props, `${path}.strict`, false),
        })),
    };
}

function length(list: Known<readonly unknown[]>): Known<number> {
    return withDefault(
        map(list, (items) => items.length),
        0,
    );
}

/** One list that is known to hold something is enough. */
function greatest(counts: readonly Known<number>[]): Known<number> {
    return (
        counts.find((one) => one.state === "known" && one.value > 0) ??
        counts.find((one) => one.state === "unknown") ?? { state: "known", value: 0 }
    );
}

/** Workflows of the organisation that have to pass: checks under another name. */
export function requiresWorkflows({ props }: Pick<Resource, "props">): Known<boolean> {
    const workflows = readList(props, "rules.requiredWorkflows.requiredWorkflows");
    return map(length(workflows), (count) => count > 0);
}

/** The checks of a ruleset, each with its source. */
export function checkSources({ props }: Pick<Resource, "props">): Known<readonly CheckSource[]> {
    const path = "rules.requiredStatusChecks.requiredChecks";
    return map(readList(props, path), (checks) =>
        checks.map((check, i) => {
            const app = check.state === "known" ? readNumber(check.value, "integrationId") : check;
            return {
                context: check.state === "known" ? readText(check.value, "context") : check,
                // The provider writes 0 where the program names no app.
                app: { path: `${path}[${i}].integrationId`, value: is(app, 0) ? noApp : app },
            };
        }),
    );
}

const noApp: Known<number> = { state: "absent" };

/** What a guard does against the rewriting of a branch's history. */
export interface HistoryGuard {
    /** Settings that have to be true, and are false where nobody sets them. */
    readonly demands: readonly Reading<boolean>[];
    /** Settings that must not be true. */
    readonly permits: readonly Reading<boolean>[];
    /** Who may force a push all the same. */
    readonly exempt: Reading<readonly Known<string>[]>;
}

export function historyGuard({ type, props }: Resource): HistoryGuard {
    const flag = (path: string) => flagAt(props, path, false);
    const exempt = readingAt(props, "forcePushBypassers", readTexts);
    if (rulesetTypes.some((one) => one === type)) {
        return {
            demands: ["rules.nonFastForward", "rules.deletion"].map(flag),
            permits: [],
            exempt,
        };
    }
    return { demands: [], permits: ["allowsForcePushes", "allowsDeletions"].map(flag), exempt };
}
