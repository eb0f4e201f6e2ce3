/** Who owns which part of a repository. */
export interface CodeownersFacts {
    /** Organisation that owns repository and teams. */
    organization: string;
    /** Slug of the team that owns the code. */
    team: string;
    /** Slug of the team that owns pipelines, policies and the CODEOWNERS file itself. */
    guardians: string;
}

/**
 * Paths that decide what a pipeline runs and who has to review it, as CODEOWNERS patterns.
 *
 * source: GitHub Docs, "About code owners" (places of the file) and "Workflow syntax"; Azure
 * Pipelines and Pulumi documentation (names of their files)
 * date: 2026-11-21
 */
export const guardedPaths: readonly string[] = [
    "/.github/",
    "/.github/workflows/",
    "/.github/CODEOWNERS",
    "/CODEOWNERS",
    "/docs/CODEOWNERS",
    "action.yml",
    "action.yaml",
    "azure-pipelines*.yml",
    "azure-pipelines*.yaml",
    "/.azuredevops/",
    "Pulumi.yaml",
    "Pulumi.*.yaml",
    "/policies/",
];

/** Where GitHub looks for the file first, so that no other copy of it counts. */
export const codeownersPath = ".github/CODEOWNERS";

/**
 * Text of a CODEOWNERS file that leaves no path without an owner: the last pattern that matches
 * counts, so everything belongs to the team, and what guards the repository to the guardians.
 */
export function codeowners(facts: CodeownersFacts): string {
    const team = `@${facts.organization}/${facts.team}`;
    const guardians = `@${facts.organization}/${facts.guardians}`;
    return [
        "# Managed by Gatehouse. Change the estate's configuration, not this file.",
        `* ${team}`,
        ...guardedPaths.map((path) => `${path} ${guardians}`),
        "",
    ].join("\n");
}
