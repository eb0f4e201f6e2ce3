/**
 * Claims of a GitHub Actions token that a customised subject can be made of, besides the custom
 * properties of a repository (`repo_property_<name>`).
 *
 * source: GitHub Docs, "OpenID Connect reference", token claims and customising the subject
 * date: 2026-11-21
 */
export const githubClaims: ReadonlySet<string> = new Set([
    "actor",
    "actor_id",
    "base_ref",
    "check_run_id",
    "enterprise",
    "enterprise_id",
    "environment",
    "environment_node_id",
    "event_name",
    "head_ref",
    "job_workflow_ref",
    "job_workflow_sha",
    "ref",
    "ref_protected",
    "ref_type",
    "repo",
    "repository",
    "repository_id",
    "repository_owner",
    "repository_owner_id",
    "repository_visibility",
    "run_attempt",
    "run_id",
    "run_number",
    "runner_environment",
    "sha",
    "workflow",
    "workflow_ref",
    "workflow_sha",
]);
