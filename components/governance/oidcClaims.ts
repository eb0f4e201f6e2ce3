/**
 * Claims that a template of GitHub's OIDC subject may be made of, beside `repo_property_` and a
 * property's name. Those of a custom template are joined in their order.
 *
 * source: GitHub Docs, "OpenID Connect reference", list of claims of the token and "Customizing the
 * subject claims for an organization or repository", from memory
 * date: 2026-11-21
 */
export const oidcClaims: readonly string[] = [
    "actor",
    "actor_id",
    "base_ref",
    "context",
    "enterprise",
    "enterprise_id",
    "environment",
    "event_name",
    "head_ref",
    "job_workflow_ref",
    "job_workflow_sha",
    "ref",
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
];

/** Without these two a subject stands for more than one repository, or for every one of its jobs. */
export const neededClaims: readonly string[] = ["repo", "context"];
