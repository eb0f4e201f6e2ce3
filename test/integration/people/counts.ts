import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { lenient, strict, type Coalition, type Reading } from "../../support/people/coalitions";
import { fewest, type Host } from "../../support/people/host";
import type { Hosts } from "../../support/people/prodHosts";
import { rowsBelow } from "./page";

type Question = (who: Coalition, reading: Reading) => string | undefined;

/** What is counted for each repository, column by column of the page. */
function questions(host: Host, repository: string): Question[] {
    const pipeline = {
        GitHub: ".github/workflows/deploy.yml",
        "Azure DevOps": "/.azuredevops/deploy.yml",
    };
    return [
        (who, reading) => host.merges(who, repository, reading),
        (who, reading) => host.merges(who, repository, reading, pipeline[host.name]),
        (who, reading) => host.releases(who, repository, "production", reading),
        (who, reading) => host.readsSecrets(who, repository, "production", reading),
        (who) => host.forkRuns(who, repository),
    ];
}

/** "2 (3)": the strict count, and what it takes when nobody rides on a colleague's request. */
function counted(host: Host, question: Question): string {
    const [least, honest] = [strict, lenient].map((reading) =>
        fewest(host, (who) => question(who, reading)),
    );
    return least ? `${least.people} (${honest?.people ?? "nobody"})` : "nobody";
}

/** Counts everything for every repository and compares with the page. */
export function provesCounts(hosts: () => Hosts): void {
    describe("how many insiders it takes", () => {
        it("is what the page says, repository by repository", () => {
            const found = hosts().both.flatMap((host) =>
                [...host.repositories]
                    .sort()
                    .map((repository) => [
                        repository,
                        host.name,
                        ...questions(host, repository).map((question) => counted(host, question)),
                    ]),
            );
            assert.deepEqual(rowsBelow("How many people it takes"), found);
        });

        it("is two everywhere on the way to production, or the page says why not", () => {
            const explained = rowsBelow("Where it is not two").map(([where = ""]) => where);
            const steps = ["merge", "pipelines", "release", "secret"];
            const others = hosts().both.flatMap((host) =>
                host.repositories.flatMap((repository) =>
                    questions(host, repository)
                        .slice(0, steps.length)
                        .flatMap((question, i) => {
                            const found = fewest(host, (who) => question(who, strict));
                            return found?.people === 2
                                ? []
                                : [`${repository}: ${steps[i]}, ${found?.people ?? "nobody"}`];
                        }),
                ),
            );
            const previews = hosts().both.flatMap((host) =>
                host.repositories.flatMap((repository) =>
                    host
                        .environments(repository)
                        .filter((name) => ["plan", "plan-aws"].includes(name))
                        .map((name) => {
                            const found = fewest(host, (who) =>
                                host.releases(who, repository, name, strict),
                            );
                            return `${repository}: ${name}, ${found?.people ?? "nobody"}`;
                        }),
                ),
            );
            assert.deepEqual([...explained].sort(), [...others, ...previews].sort());
        });
    });
}
