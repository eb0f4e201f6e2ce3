import { awsShapes } from "./shapesAws";

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
        // GitHub writes a colon as %3A into a subject: two environments must not share one.
        pattern: /^(?=.{1,255}$)(?! )(?!.*%[0-9A-Fa-f]{2})[^\p{Cc}'"`,;\\*?]+(?<! )$/u,
        allowed:
            "1 to 255 characters without quotes, commas, semicolons, backslashes, wildcards, escapes such as %3A or spaces at the ends",
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
    email: {
        pattern: /^[^\s@<>"]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/,
        allowed: "an e-mail address, for example security@acme.example",
    },
    authorEmail: {
        pattern: /^(\*|[^\s@*<>"!;]+)@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/,
        allowed: "an address, or all of a domain, for example *@acme.example",
    },
    appClientId: {
        pattern: /^Iv[A-Za-z0-9.]{10,40}$/,
        allowed: "the client id of a GitHub App, for example Iv23liAbCdEfGhIjKlMn",
    },
    stack: {
        pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
        allowed: "the name of a stack: letters, digits, dots, hyphens, underscores",
    },
    workflow: {
        pattern:
            /^[\w.-]+\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml@(refs\/(heads|tags)\/[\w./-]+|[0-9a-f]{40})$/,
        allowed:
            "a workflow at a full reference, for example acme/ci/.github/workflows/deploy.yml@refs/heads/main",
    },
    workflowPath: {
        pattern: /^\.github\/workflows\/[\w.-]+\.ya?ml$/,
        allowed: "the path of a workflow, for example .github/workflows/scan.yml",
    },
    fullRef: {
        pattern: /^refs\/(heads|tags)\/[\w./-]+$/,
        allowed: "a branch or tag in full, for example refs/heads/main",
    },
    image: {
        pattern:
            /^(\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/galleries\/[^/]+\/images\/[^/]+\/versions\/\d+\.\d+\.\d+|[\w.-]+:[\w.-]+:[\w.-]+:\d+\.\d+\.\d+|[a-z][a-z0-9.-]{2,60})$/,
        allowed:
            "publisher:offer:sku:version with an exact version, the id of a version in a gallery, or for a managed pool a name such as ubuntu-24.04",
    },
    pool: {
        pattern: /^(?=.{3,24}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
        allowed:
            "3 to 24 (in AWS 17) lower case letters, digits and single hyphens, starting with a letter",
    },
    key: {
        pattern: /^(?=.{1,64}$)[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/,
        allowed: "1 to 64 letters, digits and single hyphens, starting with a letter",
    },
    date: {
        pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
        allowed: "a date in quotes as `2027-06-30`",
    },
    range: {
        pattern: /^(10|172|192)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}\/(1[6-9]|2[0-4])$/,
        allowed: "a private IPv4 range of /16 to /24, for example 10.65.0.0/22",
    },
    devOpsOrganization: {
        pattern: /^(?=.{1,50}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
        allowed: "an Azure DevOps organization: 1 to 50 letters, digits and single hyphens",
    },
    devOpsProject: {
        pattern: /^(?=.{1,64}$)[A-Za-z0-9][A-Za-z0-9 ._-]*[A-Za-z0-9]$/,
        allowed: "a project name: up to 64 letters, digits, spaces, dots, hyphens, underscores",
    },
    devOpsRepository: {
        pattern: /^(?=.{1,64}$)[A-Za-z0-9][\w.-]*(?<!\.)$/,
        allowed:
            "1 to 64 letters, digits, dots, hyphens and underscores, starting with a letter or digit and not ending with a dot",
    },
    devOpsEnvironment: {
        pattern: /^(?=.{1,60}$)[^\p{Cc}",'/\\[\]:|<>+=;?*]+$/u,
        allowed: "1 to 60 characters without quotes, slashes, brackets and , : | < > + = ; ? *",
    },
    devOpsPipeline: {
        pattern: /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/,
        allowed:
            "the name of a pipeline: 1 to 64 letters, digits and hyphens, starting with a letter or digit",
    },
    feed: {
        pattern: /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,62}[A-Za-z0-9])?$/,
        allowed:
            "1 to 64 letters, digits, dots and hyphens, beginning and ending with a letter or digit",
    },
    httpsAddress: {
        pattern: /^https:\/\/[^\s/@]+(\/\S*)?$/,
        allowed: "an https address without a password",
    },
    basicUser: {
        pattern: /^[^\s:]+$/,
        allowed: "a user name without blanks and colons",
    },
    gitHubBranch: {
        pattern: /^(?!refs\/|\/)[\w./*?[\]!-]{1,200}(?<!\/)$/,
        allowed: "a branch or a pattern of branches such as `release/*`, without refs/heads/",
    },
    devOpsBranch: {
        pattern: /^(?!refs\/)(?!.*\.\.)(?!.*\.lock(\/|$))\w[\w.-]*(\/\w[\w.-]*)*(\/\*{1,2})?$/,
        allowed: "a branch such as develop, or a folder of branches such as `release/*`",
    },
    ...awsShapes,
} as const satisfies Record<string, Shape>;
