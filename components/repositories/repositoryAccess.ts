import { getCollaborators } from "@pulumi/github/getCollaborators";
import { getRepositoryTeams } from "@pulumi/github/getRepositoryTeams";
import type { Repository } from "@pulumi/github/repository";
import { RepositoryCollaborators } from "@pulumi/github/repositoryCollaborators";
import * as pulumi from "@pulumi/pulumi";

import { inform } from "../shared/messages";
import type { GitHubRepositoryGuardArgs } from "./githubRepositoryGuardArgs";

/** What a team may do. */
interface TeamGrant {
    slug: string;
    teamId: pulumi.Input<string>;
    permission: string;
}

/** What a person may do. */
interface UserGrant {
    username: string;
    permission: string;
}

/** GitHub's roles of a repository, each with all the one before it may. */
const permissions = ["pull", "triage", "push", "maintain", "admin"];

/**
 * All who have access by name: the teams, and people from outside. Whoever is added by hand, or made
 * an administrator for having created the repository, is taken off by the next run.
 */
export function createAccess(
    parent: pulumi.Resource,
    name: string,
    args: GitHubRepositoryGuardArgs,
    repository: Repository,
): void {
    const wanted = { teams: teamGrants(args), users: userGrants(args) };
    const grants = args.adopt === true ? withStanding(parent, args, wanted) : wanted;
    const access = pulumi.output(grants);
    new RepositoryCollaborators(
        `${name}-access`,
        {
            repository: repository.name,
            teams: access.teams.apply((teams) =>
                teams.map(({ teamId, permission }) => ({ teamId, permission })),
            ),
            users: access.users,
            ignoreTeams: (args.otherTeams ?? []).map(({ id }) => ({ teamId: id })),
        },
        { parent },
    );
}

/** A team that may push is not listed as a reader again: it has one grant, the greater one. */
function teamGrants(args: GitHubRepositoryGuardArgs): TeamGrant[] {
    const grants = new Map<string, TeamGrant>();
    for (const { slug, id } of args.readers ?? []) {
        grants.set(slug, { slug, teamId: id, permission: "pull" });
    }
    // GitHub counts an approval only from those who may push.
    const { creators = [] } = args.releaseTags ?? {};
    const leads = args.leads === undefined ? [] : [args.leads];
    for (const { slug, id } of [args.team, args.codeOwners, ...leads, ...creators]) {
        grants.set(slug, { slug, teamId: id, permission: "push" });
    }
    return [...grants.values()];
}

function userGrants({ outsideCollaborators = [] }: GitHubRepositoryGuardArgs): UserGrant[] {
    return outsideCollaborators.map(({ login, permission }) => ({ username: login, permission }));
}

/** While a repository is adopted, whoever has access keeps it; who will lose it is said. */
async function withStanding(
    parent: pulumi.Resource,
    args: GitHubRepositoryGuardArgs,
    wanted: { teams: TeamGrant[]; users: UserGrant[] },
): Promise<{ teams: TeamGrant[]; users: UserGrant[] }> {
    const { organization: owner, repository } = args;
    const [{ teams }, { collaborators }] = await Promise.all([
        getRepositoryTeams({ fullName: `${owner}/${repository}` }, { parent }),
        getCollaborators({ owner, repository, affiliation: "direct" }, { parent }),
    ]);
    const others = new Set(args.otherTeams?.map(({ slug }) => slug));
    const standing = {
        teams: teams
            .filter(({ slug }) => !others.has(slug))
            .map(({ slug, permission }) => ({ slug, teamId: slug, permission })),
        users: collaborators.map(({ login, permission }) => ({ username: login, permission })),
    };
    const name = ({ slug }: TeamGrant): string => `team ${slug}`;
    const login = ({ username }: UserGrant): string => username.toLowerCase();
    return {
        teams: kept(args, wanted.teams, standing.teams, name),
        users: kept(args, wanted.users, standing.users, login),
    };
}

/** Each of `wanted` and `standing` once, with the greater of its permissions. */
function kept<T extends { permission: string }>(
    { organization, repository }: GitHubRepositoryGuardArgs,
    wanted: T[],
    standing: T[],
    nameOf: (grant: T) => string,
): T[] {
    const grants = new Map(wanted.map((grant) => [nameOf(grant), grant]));
    for (const grant of standing) {
        const name = nameOf(grant);
        const ours = grants.get(name);
        if (ours !== undefined && rank(ours) >= rank(grant)) {
            continue;
        }
        grants.set(name, { ...grant, ...ours, permission: grant.permission });
        const line = `${organization}/${repository}: ${name} has "${grant.permission}"; without adopt it becomes ${ours === undefined ? "no access" : `"${ours.permission}"`}`;
        inform(line);
    }
    return [...grants.values()];
}

/** A role of the organisation's own making counts as more than any other: it is not narrowed. */
function rank({ permission }: { permission: string }): number {
    const found = permissions.indexOf(permission);
    return found === -1 ? permissions.length : found;
}
