import { accountId } from "../github/account";
import { guid, hex, nodeId, ordinal } from "../identifiers";
import type { GitHubRepository } from "./githubRepository";
import type { Claims, Token } from "./token";

export { recreated, renamed, standingRepository, type GitHubRepository } from "./githubRepository";

/** source: GitHub's documentation, "OpenID Connect reference", example token; date: 2026-11-21 */
const seconds = { notBefore: 600, lifetime: 300 } as const;

/** One job of a workflow run. */
export interface GitHubJob {
    readonly repository: GitHubRepository;
    /** "refs/heads/main", "refs/tags/v1"; of a pull request it follows from that. */
    readonly ref?: string;
    /** @default "pull_request" for a pull request, else "push" */
    readonly event?: string;
    readonly pullRequest?: {
        readonly number: number;
        readonly head: string;
        readonly base: string;
        /** Owner of the fork it comes from; from the repository itself when not given. */
        readonly forkOwner?: string;
    };
    /** Environment the job names, as the workflow spells it. */
    readonly environment?: string;
    /** Path of the workflow that runs. @default ".github/workflows/deploy.yml" */
    readonly workflow?: string;
    /** Reusable workflow the job comes from: "acme/shared/.github/workflows/x.yml@refs/heads/main". */
    readonly reusableWorkflow?: string;
    /** @default the address of the owner */
    readonly audience?: string;
    /** @default "octocat" */
    readonly actor?: string;
    /** @default "github-hosted" */
    readonly runner?: "github-hosted" | "self-hosted";
    /** @default now */
    readonly issuedAt?: Date;
}

/**
 * The token GitHub gives to a job that may write `id-token`. A job of a fork's pull request gets
 * one only in a private repository that hands out tokens to forks: throws otherwise.
 */
export function jobToken(job: GitHubJob): Token {
    const { repository, pullRequest } = job;
    const fromFork = pullRequest?.forkOwner !== undefined && eventOf(job) === "pull_request";
    const handsOut = repository.tokensForForks === true && repository.visibility !== "public";
    if (fromFork && !handsOut) {
        throw new Error(
            `GitHub gives no token to a job of a fork's pull request in ${repository.owner}/${repository.name} (emulated)`,
        );
    }
    const claims = claimsOf(job);
    return { claims: { ...claims, sub: subjectOf(job, claims) } };
}

/** The issuer of a repository's tokens. */
export function issuerOf({ enterprise, dataResidencyHost }: GitHubRepository): string {
    const shared = `https://token.actions.${dataResidencyHost ?? "githubusercontent.com"}`;
    return enterprise?.ownIssuer === true ? `${shared}/${enterprise.slug}` : shared;
}

function eventOf({ event, pullRequest }: GitHubJob): string {
    return event ?? (pullRequest === undefined ? "push" : "pull_request");
}

/** A pull request runs on its merge commit; `pull_request_target` on the branch it aims at. */
function refOf(job: GitHubJob): string {
    const { ref, pullRequest } = job;
    if (pullRequest === undefined) {
        return ref ?? "refs/heads/main";
    }
    return eventOf(job) === "pull_request"
        ? `refs/pull/${pullRequest.number}/merge`
        : `refs/heads/${pullRequest.base}`;
}

function claimsOf(job: GitHubJob): Record<string, string | number> {
    const { repository, pullRequest, environment } = job;
    const fullName = `${repository.owner}/${repository.name}`;
    const ref = refOf(job);
    const sha = hex(40, "commit", fullName, ref);
    const workflow = job.workflow ?? ".github/workflows/deploy.yml";
    const workflowRef = `${fullName}/${workflow}@${ref}`;
    const actor = job.actor ?? "octocat";
    const host = repository.dataResidencyHost ?? "github.com";
    const issued = Math.floor((job.issuedAt ?? new Date()).getTime() / 1000);
    const { enterprise } = repository;
    return {
        iss: issuerOf(repository),
        aud: job.audience ?? `https://${host}/${repository.owner}`,
        iat: issued,
        nbf: issued - seconds.notBefore,
        exp: issued + seconds.lifetime,
        jti: guid("job", fullName, ref, String(issued)),
        actor,
        actor_id: String(accountId(actor)),
        base_ref: pullRequest?.base ?? "",
        event_name: eventOf(job),
        head_ref: pullRequest?.head ?? "",
        job_workflow_ref: job.reusableWorkflow ?? workflowRef,
        job_workflow_sha: job.reusableWorkflow === undefined ? sha : hex(40, job.reusableWorkflow),
        ref,
        ref_type: ref.startsWith("refs/tags/") ? "tag" : "branch",
        repository: fullName,
        repository_id: String(repository.id),
        repository_owner: repository.owner,
        repository_owner_id: String(repository.ownerId),
        repository_visibility: repository.visibility,
        run_attempt: "1",
        run_id: String(ordinal("run", fullName, ref)),
        run_number: "1",
        runner_environment: job.runner ?? "github-hosted",
        sha,
        workflow,
        workflow_ref: workflowRef,
        workflow_sha: sha,
        ...(environment === undefined
            ? {}
            : { environment, environment_node_id: nodeId("EN", fullName, environment) }),
        ...(enterprise === undefined
            ? {}
            : {
                  enterprise: enterprise.slug,
                  enterprise_id: String(ordinal("enterprise", enterprise.slug)),
              }),
    };
}

/** A colon in a value would look like the end of it. */
function escaped(value: string): string {
    return value.replaceAll(":", "%3A");
}

/**
 * The subject: repository and context, or the claims of the repository's template in their order.
 * An environment hides branch, tag and pull request; ids stay with the repository's name.
 */
function subjectOf(job: GitHubJob, claims: Claims): string {
    const { repository, environment } = job;
    const { owner, ownerId, name, id, subjectFormat } = repository;
    const parts: Record<string, string> = {
        repo:
            subjectFormat === "id"
                ? `repo:${owner}@${ownerId}/${name}@${id}`
                : `repo:${owner}/${name}`,
        context:
            environment !== undefined
                ? `environment:${escaped(environment)}`
                : eventOf(job) === "pull_request"
                  ? "pull_request"
                  : `ref:${escaped(refOf(job))}`,
    };
    const keys = repository.template ?? ["repo", "context"];
    return keys
        .map((key) => parts[key] ?? `${key}:${escaped(String(claims[key] ?? ""))}`)
        .join(":");
}
