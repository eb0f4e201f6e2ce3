import assert from "node:assert/strict";
import type { Value } from "../../../../sandbox/cloud/values";
import { only, settings, text } from "../../../support/people/deployed";
import { policiesFor } from "../../../support/people/devops/landing";
import { rulesFor, type Review } from "../../../support/people/github/rules";
import { named, type Host } from "../../../support/people/host";
import type { Hosts } from "../../../support/people/prodHosts";
import type { Proof } from "./promise";

/** GitHub of both. */
export const ofGitHub = ({ both }: Hosts): Host => named(both, "GitHub");
/** Azure DevOps of both. */
export const ofDevOps = ({ both }: Hosts): Host => named(both, "Azure DevOps");

/** The same proof for both, asked by questions that do not differ. */
export const alike = (proof: (host: Host) => void): { gitHub: Proof; azureDevOps: Proof } => ({
    gitHub: (hosts) => {
        proof(ofGitHub(hosts));
    },
    azureDevOps: (hosts) => {
        proof(ofDevOps(hosts));
    },
});

/** All people a host knows. */
export const everybody = ({ classes }: Host): string[] => classes.flat();

/** What each default branch asks of a request on GitHub: one review at least. */
export function reviewsOf({ gitHub }: Hosts): Review[] {
    return gitHub.repositories.flatMap((repository) => {
        const ref = `refs/heads/${repository.defaultBranch}`;
        const found = rulesFor(gitHub.standing, gitHub.people, repository, ref);
        const asked = found.flatMap(({ review }) => review ?? []);
        assert.ok(asked.length > 0, repository.name);
        return asked;
    });
}

/** The policies of a kind on each default branch of Azure DevOps: one at least. */
export function policiesOf({ azureDevOps }: Hosts, kind: string) {
    return azureDevOps.repositories.flatMap((repository) => {
        const change = { repository, ref: repository.defaultBranch };
        const found = policiesFor(azureDevOps.standing, kind, change);
        assert.ok(found.length > 0, `${repository.name} has no ${kind}`);
        return found;
    });
}

/** What a ruleset of each repository says about one rule. */
export function ruleOf({ gitHub }: Hosts, rule: string): (Value | undefined)[] {
    const rulesets = settings(gitHub.standing, "RepositoryRuleset");
    return gitHub.repositories.map(({ name }) => {
        const found = rulesets.find(
            (is) => text(is.repository) === name && only(is.rules)?.[rule] !== undefined,
        );
        assert.ok(found, `${name} has no ${rule}`);
        return only(found.rules)?.[rule];
    });
}

/** No person and no job has a Git permission on a default branch. */
export function nobodyMay(
    { azureDevOps: { people, git, repositories } }: Hosts,
    permission: string,
): void {
    for (const { id, name, defaultBranch } of repositories) {
        for (const person of [...people.people, people.born("Build Service")]) {
            assert.equal(
                git.may(person, permission, id, defaultBranch),
                false,
                `${person} ${name}`,
            );
        }
    }
}
