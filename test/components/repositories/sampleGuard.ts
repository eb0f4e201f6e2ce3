import { GitHubRepositoryGuard, type GitHubRepositoryGuardArgs } from "../../../components/index";
import { record, refusal, type Recording } from "../../support/mocks";

export type Values = Record<string, unknown>;

/** The least a guard is given. */
export const args: GitHubRepositoryGuardArgs = {
    organization: "acme",
    repository: "web",
    team: { slug: "web", id: "11" },
    codeOwners: { slug: "platform", id: "12" },
    checks: [{ context: "build", integrationId: 15368 }],
};

/** What a guard with these arguments registers. */
export const build = (more: Partial<GitHubRepositoryGuardArgs> = {}) =>
    record(() => new GitHubRepositoryGuard("web", { ...args, ...more }));

/** What it says of arguments it refuses. */
export const refused = (more: Partial<GitHubRepositoryGuardArgs>) =>
    refusal(() => new GitHubRepositoryGuard("web", { ...args, ...more }));

/** A ruleset by its key, for example "branch" for "web-branch-rules". */
export function rulesOf(recording: Recording, key = "branch") {
    const ruleset = recording.named("RepositoryRuleset", `web-${key}-rules`).inputs;
    const rules = ruleset.rules as Values;
    return { ruleset, rules, review: rules.pullRequest as Values };
}

/** Keys of all rulesets that were made. */
export function ruleKeys(recording: Recording): string[] {
    return recording
        .all("RepositoryRuleset")
        .map(({ name }) => name.replace(/^web-|-rules$/g, ""))
        .toSorted();
}

/** Permission of each team by its id. */
export function grantsOf(recording: Recording): Record<string, string> {
    const { teams } = recording.one("RepositoryCollaborators").inputs as {
        teams: { teamId: string; permission: string }[];
    };
    return Object.fromEntries(teams.map(({ teamId, permission }) => [teamId, permission]));
}
