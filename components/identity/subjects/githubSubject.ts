import { shaped } from "../../shared/shapes";
import { text, type Problem } from "../../shared/validate";
import { subjectNames } from "./names";
import { exactly } from "./written";

/** Numbers GitHub never gives out twice, unlike names. */
export interface GitHubIds {
    /** Numeric id of the owner. */
    ownerId: number;
    /** Numeric id of the repository. */
    repositoryId: number;
}

/** The jobs of GitHub Actions that carry one subject. */
export interface GitHubJobs {
    /** Account that owns the repository. */
    owner: string;
    /** Repository name, without the owner. */
    repository: string;
    /**
     * With them the form of repositories created, renamed or transferred since 2026-07-15; without
     * them the older form by name alone.
     */
    ids?: GitHubIds;
    /** Where the job runs. An environment hides the branch or tag. */
    context: { kind: "environment" | "branch" | "tag"; name: string };
    /**
     * Reusable workflow the job comes from, where the repository's claim template adds it:
     * "acme/ci/.github/workflows/deploy.yml@refs/heads/main".
     */
    workflow?: string;
}

/**
 * The subject GitHub writes into the token of a job:
 * `repo:acme@101/web@202:environment:production`, by name `repo:acme/web:environment:production`;
 * `…:ref:refs/heads/main` and `…:ref:refs/tags/v1` for a job without environment; with
 * `:job_workflow_ref:…` at the end for a repository with the claim template repo, context,
 * job_workflow_ref. A colon inside a value becomes `%3A`, as GitHub does it; case is kept. A pull
 * request or a wildcard cannot be expressed.
 *
 * @throws RangeError for a value that GitHub would not accept as such a name or id
 */
export function githubSubject(jobs: GitHubJobs): string {
    return exactly(problemsOf(jobs), () => written(jobs));
}

/** The jobs that carry a subject; undefined for a text that `githubSubject` does not write. */
export function parseGitHubSubject(subject: string): GitHubJobs | undefined {
    const found = form.exec(subject)?.groups;
    if (found === undefined) {
        return undefined;
    }
    const { owner = "", ownerId, repository = "", repositoryId } = found;
    const ids = { ownerId: Number(ownerId), repositoryId: Number(repositoryId) };
    const jobs: GitHubJobs = {
        owner,
        repository,
        ...(ownerId === undefined ? {} : { ids }),
        context: contextOf(found),
        ...(found.workflow === undefined ? {} : { workflow: found.workflow }),
    };
    // Whatever reads back differently was not written by GitHub.
    return problemsOf(jobs).length === 0 && written(jobs) === subject ? jobs : undefined;
}

const form =
    /^repo:(?<owner>[^/:@]+)(@(?<ownerId>\d+))?\/(?<repository>[^/:@]+)(@(?<repositoryId>\d+))?:(environment:(?<environment>[^:]+)|ref:refs\/heads\/(?<branch>[^:]+)|ref:refs\/tags\/(?<tag>[^:]+))(:job_workflow_ref:(?<workflow>[^:]+))?$/;

function contextOf(found: Record<string, string | undefined>): GitHubJobs["context"] {
    const { environment, branch, tag = "" } = found;
    if (environment !== undefined) {
        return { kind: "environment", name: environment.replaceAll("%3A", ":") };
    }
    return branch === undefined ? { kind: "tag", name: tag } : { kind: "branch", name: branch };
}

function problemsOf({ owner, repository, ids, context, workflow }: GitHubJobs): Problem[] {
    const { ref, ordinal } = subjectNames;
    const whole = (path: string, id: number): Problem[] =>
        text(path, Number.isSafeInteger(id) ? String(id) : id, ordinal.shape, ordinal.allowed);
    return [
        ...shaped("owner", owner, "owner"),
        ...shaped("repository", repository, "repository"),
        ...(ids === undefined ? [] : whole("ownerId", ids.ownerId)),
        ...(ids === undefined ? [] : whole("repositoryId", ids.repositoryId)),
        ...(context.kind === "environment"
            ? shaped("environment", context.name, "environment")
            : text(context.kind, context.name, ref.shape, ref.allowed)),
        ...(workflow === undefined
            ? []
            : text(
                  "workflow",
                  workflow,
                  subjectNames.workflow.shape,
                  subjectNames.workflow.allowed,
              )),
    ];
}

function written({ owner, repository, ids, context, workflow }: GitHubJobs): string {
    const where =
        ids === undefined
            ? `${owner}/${repository}`
            : `${owner}@${ids.ownerId}/${repository}@${ids.repositoryId}`;
    const prefixes = {
        environment: "environment:",
        branch: "ref:refs/heads/",
        tag: "ref:refs/tags/",
    };
    const what = `${prefixes[context.kind]}${context.name.replaceAll(":", "%3A")}`;
    return `repo:${where}:${what}${workflow === undefined ? "" : `:job_workflow_ref:${workflow}`}`;
}
