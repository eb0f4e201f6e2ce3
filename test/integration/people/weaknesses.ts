import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Hosts } from "../../support/people/prodHosts";
import { hostsOf } from "../../support/people/prodHosts";
import { fewest, named, type Host } from "../../support/people/host";
import { strict, type Coalition, type Reading } from "../../support/people/coalitions";
import { devOpsMergeWeaknesses } from "./weaknesses/devOpsMerge";
import { devOpsReleaseWeaknesses } from "./weaknesses/devOpsRelease";
import { gitHubMergeWeaknesses } from "./weaknesses/githubMerge";
import { gitHubReleaseWeaknesses } from "./weaknesses/githubRelease";
import type { Weakness } from "./weaknesses/weakness";

const goals = {
    merge: (host: Host, repository: string) => (who: Coalition, reading: Reading) =>
        host.merges(who, repository, reading),
    release: (host: Host, repository: string) => (who: Coalition, reading: Reading) =>
        host.releases(who, repository, "production", reading),
    secret: (host: Host, repository: string) => (who: Coalition, reading: Reading) =>
        host.readsSecrets(who, repository, "production", reading),
    fork: (host: Host, repository: string) => (who: Coalition) => host.forkRuns(who, repository),
};

function peopleFor(
    hosts: Hosts,
    name: Host["name"],
    { goal, repository, reading = strict }: Weakness,
) {
    const host = named(hosts.both, name);
    const asked = goals[goal](host, repository);
    return fewest(host, (who) => asked(who, reading))?.people;
}

/** What was deployed with one thing less: the count drops to what the laws say. */
export function provesWeaknesses(hosts: () => Hosts): void {
    const tables = [
        ["GitHub", [...gitHubMergeWeaknesses, ...gitHubReleaseWeaknesses]],
        ["Azure DevOps", [...devOpsMergeWeaknesses, ...devOpsReleaseWeaknesses]],
    ] as const;
    for (const [name, table] of tables) {
        describe(`a weaker ${name} takes fewer people`, () => {
            for (const weakness of table) {
                const { title, goal, from, to } = weakness;
                const words = (people: number | undefined) => String(people ?? "nobody");
                it(`${title}: ${goal}, ${words(from)} to ${words(to)}`, () => {
                    assert.equal(peopleFor(hosts(), name, weakness), from, "as deployed");
                    const weaker = hostsOf(weakness.weaken(hosts().standing));
                    assert.equal(peopleFor(weaker, name, weakness), to, "weakened");
                });
            }
        });
    }
}
