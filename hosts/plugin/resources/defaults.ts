/** What the hosts set where nobody says anything: deleted settings go back to it. */
export const hostDefaults = {
    /**
     * Approval for first-time contributors; no workflows for forks of private repositories.
     * source: GitHub's documentation, "Managing GitHub Actions settings for a repository"; date: 2026-11-21
     */
    approvalPolicy: "first_time_contributors",
    privateForks: {
        run_workflows_from_fork_pull_requests: false,
        send_write_tokens_to_workflows: false,
        send_secrets_and_variables: false,
        require_approval_for_fork_pr_workflows: true,
    },
    /**
     * Repositories created since then have subjects with ids.
     * source: GitHub's documentation, "OpenID Connect reference"; date: 2026-11-21
     */
    immutableSubjectsSince: "2026-07-15T00:00:00Z",
} as const;
