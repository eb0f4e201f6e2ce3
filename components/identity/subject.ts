import { problem, type Problem } from "../shared/validate";
import { shaped } from "../shared/shapes";
import { federation } from "./federation";

/** The one environment of the one repository a token comes from. */
export interface GitHubPlace {
    /** Account that owns the repository. */
    owner: string;
    /** Repository name, without the owner. */
    repository: string;
    /** GitHub environment that the job runs in. */
    environment: string;
}

/** Numbers GitHub never gives out twice, unlike names. */
export interface GitHubIds {
    /** Numeric id of the owner. */
    ownerId: number;
    /** Numeric id of the repository. */
    repositoryId: number;
}

/**
 * The subject GitHub writes into the token of a job that runs in an environment.
 *
 * With `ids` the form of repositories created since 2026-07-15,
 * `repo:acme@101/web@202:environment:production`; without them the older form by name alone,
 * `repo:acme/web:environment:production`. A colon inside a value becomes `%3A`, as GitHub does it.
 * Trust by branch, tag or pull request cannot be expressed, and neither can a wildcard.
 *
 * @throws RangeError for a value that GitHub would not accept as such a name or id
 */
export function githubSubject(place: GitHubPlace, ids?: GitHubIds): string {
    const problems = [
        ...shaped("owner", place.owner, "owner"),
        ...shaped("repository", place.repository, "repository"),
        ...shaped("environment", place.environment, "environment"),
        ...(ids ? [...idProblem("ownerId", ids.ownerId)] : []),
        ...(ids ? [...idProblem("repositoryId", ids.repositoryId)] : []),
    ];
    const first = problems[0];
    if (first) {
        throw new RangeError(`${first.path}: got ${first.seen}, allowed: ${first.allowed}`);
    }
    const owner = ids ? `${place.owner}@${ids.ownerId}` : place.owner;
    const repository = ids ? `${place.repository}@${ids.repositoryId}` : place.repository;
    return `repo:${owner}/${repository}:environment:${escapeColons(place.environment)}`;
}

/**
 * No problem when `subject` is exactly that of a job in `environment` of `repository`
 * ("owner/name"), in either form. A subject that GitHub was told to extend by the reusable workflow
 * (`…:job_workflow_ref:acme/ci/.github/workflows/deploy.yml@refs/heads/main`) is accepted too.
 */
export function subjectProblems(
    path: string,
    subject: unknown,
    repository: string,
    environment: string,
): Problem[] {
    const [owner = "", name = ""] = repository.split("/").map(escapeForPattern);
    const context = escapeForPattern(escapeColons(environment));
    const workflow = String.raw`:job_workflow_ref:[\w.-]+/[\w.-]+/\.github/workflows/[\w.-]+\.ya?ml@refs/(heads|tags)/[\w./-]+`;
    const exact = new RegExp(
        `^repo:(${owner}/${name}|${owner}@\\d+/${name}@\\d+):environment:${context}(${workflow})?$`,
    );
    const fits =
        typeof subject === "string" &&
        subject.length <= federation.longestClaim &&
        exact.test(subject);
    const allowed = `the exact subject of environment ${JSON.stringify(environment)} in ${repository}, at most ${federation.longestClaim} characters`;
    return fits ? [] : [problem(path, subject, allowed)];
}

function idProblem(path: string, id: number): Problem[] {
    return Number.isSafeInteger(id) && id > 0 ? [] : [problem(path, id, "a positive whole number")];
}

function escapeColons(value: string): string {
    return value.replaceAll(":", "%3A");
}

function escapeForPattern(value: string): string {
    return value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
