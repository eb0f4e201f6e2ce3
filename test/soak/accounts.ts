import fs from "node:fs";
import path from "node:path";
import { openCloudStore } from "../../sandbox/cloud";

interface StateFile {
    readonly checkpoint: {
        readonly latest: {
            readonly resources?: readonly {
                readonly urn: string;
                readonly custom: boolean;
                readonly type: string;
                readonly id?: string;
                readonly delete?: boolean;
                readonly external?: boolean;
            }[];
            readonly pending_operations?: readonly unknown[];
        };
    };
}

/** What state and cloud of a sandbox say after a run that came to its end. */
export interface Accounts {
    /** Resources at providers that the state holds: "type id". */
    readonly state: readonly string[];
    /** Everything that stands in the cloud. */
    readonly cloud: readonly string[];
    /** URNs that the state holds more than once, pending deletes and pending operations. */
    readonly loose: readonly string[];
}

export function accountsOf(dir: string): Accounts {
    const file = path.join(dir, "state", ".pulumi", "stacks", "gatehouse", "soak.json");
    const { latest } = (JSON.parse(fs.readFileSync(file, "utf8")) as StateFile).checkpoint;
    const resources = latest.resources ?? [];
    const urns = resources.map(({ urn }) => urn);
    return {
        state: resources
            .filter(({ custom, type }) => custom && !type.startsWith("pulumi:"))
            .map(({ type, id }) => `${type} ${id ?? ""}`)
            .sort(),
        cloud: openCloudStore(path.join(dir, "cloud"))
            .list()
            .map(({ type, id }) => `${type} ${id}`)
            .sort(),
        loose: [
            ...urns.filter((urn, i) => urns.indexOf(urn) !== i),
            ...resources.filter((one) => one.delete === true).map(({ urn }) => `deleted ${urn}`),
            ...(latest.pending_operations ?? []).map(() => "pending operation"),
            ...(fs.existsSync(file.replace(/\.json$/, ".journal")) ? ["journal"] : []),
        ],
    };
}

/** Number of things of each type. */
function byType(lines: readonly string[]): Map<string, number> {
    const counts = new Map<string, number>();
    for (const line of lines) {
        const [type = ""] = line.split(" ");
        counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return counts;
}

/**
 * What is wrong with accounts, measured on those of runs that nobody disturbed: lost is in the state and does
 * not stand, orphaned stands and is in no state (beyond what services leave by themselves), twice and missing
 * is more or less of a type than there should be. Empty when all is well.
 * @param partial what was cut off did not come far enough for all that a whole run leaves behind.
 */
export function wrongs(seen: Accounts, sound: Accounts, partial = false): string[] {
    const cloud = new Set(seen.cloud);
    const state = new Set(seen.state);
    const own = new Set(sound.state);
    const leftByServices = byType(sound.cloud.filter((line) => !own.has(line)));
    const orphans = byType(seen.cloud.filter((line) => !state.has(line)));
    const wrong = [
        ...seen.loose.map((line) => `loose: ${line}`),
        ...seen.state.filter((line) => !cloud.has(line)).map((line) => `lost: ${line}`),
    ];
    for (const [type, count] of orphans) {
        const expected = leftByServices.get(type) ?? 0;
        if (count > expected) wrong.push(`orphaned: ${count - expected} ${type}`);
    }
    const should = byType(sound.cloud);
    const stands = byType(seen.cloud);
    for (const type of new Set([...should.keys(), ...stands.keys()])) {
        const [wanted, there] = [should.get(type) ?? 0, stands.get(type) ?? 0];
        if (there > wanted) wrong.push(`twice: ${there} ${type}, not ${wanted}`);
        if (there < wanted && !partial) wrong.push(`missing: ${there} ${type}, not ${wanted}`);
    }
    return wrong;
}
