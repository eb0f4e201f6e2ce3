import { Team } from "@pulumi/github/team";
import {
    GitHubEnvironment,
    GitHubOrganization,
    GitHubRepositoryGuard,
    Roles,
} from "../../../components/index";
import type { ComponentWeakenings } from "./weakening";

/** Reckoned from today: `Roles` refuses a day that has passed, and one too far ahead. */
const inFiveDays = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);

function guard(name: string, args: object = {}): void {
    const team = (slug: string) => ({
        slug,
        id: new Team(`${name}-${slug}`, { name: slug, privacy: "closed" }).id,
    });
    new GitHubRepositoryGuard(name, {
        organization: "acme",
        repository: name,
        team: team("web"),
        codeOwners: team("platform"),
        checks: [{ context: "build", integrationId: 15368 }],
        ...args,
    });
}

const repositoryGuard: ComponentWeakenings = {
    of: "GitHubRepositoryGuard",
    build: (weakened) => {
        guard("shop", weakened);
    },
    weakenings: [
        {
            argument: "allowNoChecks",
            args: { allowNoChecks: true, checks: [] },
            rules: ["ruleset-status-checks"],
        },
        { argument: "allowBypass", rules: ["ruleset-no-standing-bypass"] },
        { argument: "allowStaleReviews", rules: ["ruleset-reviews"] },
        { argument: "allowForkWorkflows", rules: ["fork-workflows-contained"] },
        { argument: "allowAnyFile", rules: ["pushed-files-judged"] },
    ],
};

const environment: ComponentWeakenings = {
    of: "GitHubEnvironment",
    build: (weakened) => {
        new GitHubEnvironment("shop/production", {
            organization: "acme",
            repository: "shop",
            environment: "production",
            reviewerTeams: [17],
            pushTeams: [18],
            branches: ["main"],
            ownerId: 101,
            repositoryId: 202,
            ...weakened,
        });
    },
    weakenings: [
        {
            argument: "allowNoReview",
            args: { allowNoReview: true, reviewerTeams: [] },
            rules: ["gh-env-reviewers"],
        },
        { argument: "allowSelfReview", rules: ["gh-env-no-self-or-admin-bypass"] },
        { argument: "allowAdminBypass", rules: ["gh-env-no-self-or-admin-bypass"] },
        { argument: "allowAnyBranch", rules: ["gh-env-branch-limited"] },
    ],
};

const organization: ComponentWeakenings = {
    of: "GitHubOrganization",
    build: (weakened) => {
        new GitHubOrganization("acme", {
            organization: "acme",
            billingEmail: "bills@acme.example",
            guardedRepositories: ["shop"],
            ...weakened,
        });
        guard("shop");
    },
    weakenings: [
        { argument: "allowMemberRepositories", rules: ["org-member-defaults"] },
        { argument: "allowNoAdvancedSecurity", rules: ["org-member-defaults"] },
        { argument: "allowUnguardedRepositories", rules: ["every-repo-protected"] },
    ],
};

const teams: ComponentWeakenings = {
    of: "Roles",
    build: (weakened) => {
        new Roles("teams", {
            organization: "acme",
            holders: [{ role: "breakGlass", name: "break-glass", members: [] }],
            ...weakened,
        });
    },
    weakenings: [
        {
            argument: "allowBreakGlassMembers",
            args: {
                allowBreakGlassMembers: true,
                breakGlassUntil: inFiveDays,
                holders: [{ role: "breakGlass", name: "break-glass", members: ["ada"] }],
            },
            rules: ["emergency-team-empty"],
        },
    ],
};

/** Components of GitHub. */
export const github: readonly ComponentWeakenings[] = [
    repositoryGuard,
    environment,
    organization,
    teams,
];
