/**
 * Claims of which a repository can make up the OIDC subject of its jobs, so that `githubSubject` writes
 * what GitHub writes: GitHub's own, and the one that names the reusable workflow as well.
 *
 * source: GitHub Docs, "OpenID Connect reference" (customising the subject)
 * date: 2026-11-21
 */
export const claimTemplates: readonly (readonly string[])[] = [
    ["repo", "context"],
    ["repo", "context", "job_workflow_ref"],
];
