/** A pattern and the same in words. */
export interface Shape {
    pattern: RegExp;
    allowed: string;
}

/**
 * Names as GitHub and Azure accept them. None can hold a wildcard.
 *
 * source: GitHub Docs (accounts, enterprise managed users, repositories, teams, environments) and
 * Microsoft Learn, "Naming rules and restrictions for Azure resources"
 * date: 2026-11-21
 */
export const shapes = {
    guid: {
        pattern: /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/,
        allowed: "a GUID, for example 8c1f6f0e-3b7d-4f5e-9a52-6d0c7c1b2a90",
    },
    location: {
        pattern: /^[a-z][a-z0-9]{2,49}$/,
        allowed: "an Azure region in its short form, for example uksouth",
    },
    organization: {
        pattern: /^(?=.{1,39}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
        allowed: "a GitHub organization: 1 to 39 letters, digits and single hyphens",
    },
    login: {
        pattern: /^(?=.{1,39}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*(_[A-Za-z0-9]{3,8})?$/,
        allowed: "a GitHub login: 1 to 39 letters, digits and single hyphens, without @",
    },
    team: {
        pattern: /^(?=.{1,100}$)[a-z0-9]+([-_][a-z0-9]+)*$/,
        allowed: "a team name: lower case letters, digits and single hyphens",
    },
    repository: {
        pattern: /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/,
        allowed:
            "a repository name without its owner: 1 to 100 letters, digits, dots, hyphens and underscores",
    },
    vault: {
        pattern: /^(?=.{3,24}$)[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/,
        allowed:
            "3 to 24 letters, digits and single hyphens, starting with a letter and ending with a letter or digit",
    },
    environment: {
        pattern: /^(?=.{1,255}$)(?! )[^\p{Cc}'"`,;\\*?]+(?<! )$/u,
        allowed:
            "1 to 255 characters without quotes, commas, semicolons, backslashes, wildcards or spaces at the ends",
    },
    branch: {
        pattern: /^(?!\*+(\/\*+)*$)[^\s~^:\\]+$/,
        allowed: "a branch such as main or `release/*`, but not every branch (`*`)",
    },
    action: {
        pattern: /^[\w.-]+\/[\w.-]+(\/[\w./-]+)?@(\*|[0-9a-f]{40})$/,
        allowed:
            "one action, as `owner/repository@*` or with a full commit id in place of the star",
    },
    check: { pattern: /\S/, allowed: "the name of a check" },
} as const satisfies Record<string, Shape>;
