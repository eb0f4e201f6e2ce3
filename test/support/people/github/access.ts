import { all, objects, settings, text, type Deployed } from "../deployed";

const levels = ["none", "pull", "triage", "push", "maintain", "admin"] as const;
export type Level = (typeof levels)[number];

/** What the host's own names for permissions are. Unknown ones count as the highest. */
function levelOf(name: string): Level {
    const known = { read: "pull", write: "push" }[name] ?? name;
    return levels.find((level) => level === known) ?? "admin";
}

export function atLeast(level: Level, wanted: Level): boolean {
    return levels.indexOf(level) >= levels.indexOf(wanted);
}

/** A repository and who reaches it how. */
export interface Repository {
    readonly name: string;
    readonly repositoryId: string;
    readonly nodeId: string;
    readonly defaultBranch: string;
    readonly visibility: string;
    readonly forkable: boolean;
    /** Whether workflows run in it. */
    readonly actions: boolean;
    readonly level: (person: string) => Level;
}

/** Teams and organisation of GitHub. */
export interface Directory {
    /** Everybody in any team. */
    readonly people: readonly string[];
    readonly teams: (person: string) => readonly string[];
    /** Whether a person is in the team of this id or slug. */
    readonly inTeam: (person: string, team: string) => boolean;
}

export function directory(standing: Deployed): Directory {
    const slugs = new Map<string, string>();
    for (const { id, is } of all(standing, "Team")) {
        const slug = text(is.slug) || text(is.name);
        slugs.set(id, slug).set(slug, slug);
    }
    const members = new Map<string, Set<string>>();
    const add = (team: string, person: string): void => {
        const slug = slugs.get(team) ?? team;
        members.set(slug, (members.get(slug) ?? new Set()).add(person));
    };
    for (const is of settings(standing, "TeamMembers")) {
        for (const { username } of objects(is.members)) {
            add(text(is.teamSlug) || text(is.teamId), text(username));
        }
    }
    for (const is of settings(standing, "TeamMembership")) {
        add(text(is.teamId), text(is.username));
    }
    return {
        people: [...new Set([...members.values()].flatMap((team) => [...team]))],
        teams: (person) => [...members].flatMap(([slug, team]) => (team.has(person) ? [slug] : [])),
        inTeam: (person, team) => members.get(slugs.get(team) ?? team)?.has(person) ?? false,
    };
}

/** Repositories with the highest permission each person has by any way. */
export function repositories(standing: Deployed, { inTeam, people }: Directory): Repository[] {
    // Absent settings are GitHub's own: members read everything.
    const base = text(settings(standing, "OrganizationSettings")[0]?.defaultRepositoryPermission);
    return settings(standing, "Repository").map((is) => {
        const name = text(is.name);
        const grants = grantsOf(standing, name);
        const actions = settings(standing, "ActionsRepositoryPermissions").find(
            ({ repository }) => text(repository) === name,
        );
        return {
            name,
            repositoryId: text(is.repoId),
            nodeId: text(is.nodeId),
            defaultBranch: text(is.defaultBranch) || "main",
            visibility: text(is.visibility),
            forkable: is.allowForking === true,
            actions: actions?.enabled !== false,
            level: (person) => {
                const given = grants.flatMap((grant) =>
                    (grant.team === undefined ? grant.user === person : inTeam(person, grant.team))
                        ? [grant.level]
                        : [],
                );
                const member = people.includes(person) ? [levelOf(base || "read")] : [];
                return highest([...given, ...member]);
            },
        };
    });
}

interface Grant {
    readonly team?: string;
    readonly user?: string;
    readonly level: Level;
}

function grantsOf(standing: Deployed, repository: string): Grant[] {
    const here = (kind: string) =>
        settings(standing, kind).filter((is) => text(is.repository) === repository);
    const grant = (is: { permission?: unknown }, to: object): Grant => ({
        ...to,
        level: levelOf(typeof is.permission === "string" ? is.permission : "push"),
    });
    return [
        ...here("RepositoryCollaborators").flatMap((is) => [
            ...objects(is.teams).map((one) => grant(one, { team: text(one.teamId) })),
            ...objects(is.users).map((one) => grant(one, { user: text(one.username) })),
        ]),
        ...here("TeamRepository").map((is) => grant(is, { team: text(is.teamId) })),
        ...here("RepositoryCollaborator").map((is) => grant(is, { user: text(is.username) })),
    ];
}

function highest(given: readonly Level[]): Level {
    return levels.findLast((level) => given.includes(level)) ?? "none";
}

/** Owners of a path by CODEOWNERS, as names of teams and people: the last line that matches. */
export function ownersOf(standing: Deployed, repository: string, path: string): string[] {
    const file = settings(standing, "RepositoryFile").find(
        (is) => text(is.repository) === repository && text(is.file).endsWith("CODEOWNERS"),
    );
    const lines = text(file?.content)
        .split("\n")
        .filter((line) => /^[^#\s]/.test(line));
    const found = lines.findLast((line) => ownerPattern(line.split(/\s+/)[0] ?? "").test(path));
    return (found ?? "").split(/\s+/).slice(1);
}

/** Patterns of CODEOWNERS: without a slash at any depth, a folder with all in it. */
function ownerPattern(pattern: string): RegExp {
    const source = pattern
        .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
        .replace(/\*\*|\*/g, (wild) => (wild === "**" ? ".*" : "[^/]*"))
        .replace(/^\//, "^");
    return new RegExp(
        `${source.startsWith("^") ? "" : "(^|/)"}${source}${source.endsWith("/") ? "" : "(/|$)"}`,
    );
}

/** Whether a person is among owners written as "@org/team" or "@person". */
export function isOwner({ inTeam }: Directory, person: string, owners: readonly string[]): boolean {
    return owners.some((owner) =>
        owner.includes("/") ? inTeam(person, owner.split("/")[1] ?? "") : owner === `@${person}`,
    );
}

/** Whether a bot's approval counts in the repository: it may, and the organisation lets it (law L2). */
export function botsApprove(standing: Deployed, repository: string): boolean {
    const here = settings(standing, "WorkflowRepositoryPermissions").find(
        (is) => text(is.repository) === repository,
    );
    const above = settings(standing, "ActionsOrganizationWorkflowPermissions")[0];
    const allowed = (is: typeof here) =>
        is === undefined || is.canApprovePullRequestReviews === true;
    // Nobody said anything: organisations made before 2022 let them.
    return allowed(here) && (here !== undefined || allowed(above));
}
