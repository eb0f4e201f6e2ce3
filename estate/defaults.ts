import { githubActionsAppId } from "./facts";

/** A value used when the configuration gives none, and why it is this one. */
export interface Default<T> {
    value: T;
    reason: string;
}

/**
 * Every default of the configuration, by the name of its key.
 *
 * A key that both a repository and the estate can give is looked for in this order: repository, estate, here.
 */
export const defaults = {
    allowDestroy: off(
        "What holds state outlives a mistaken `pulumi destroy`, and an environment deleted from this file by mistake.",
    ),
    allowPurge: off("Whoever deletes the vault cannot erase it before 90 days have passed."),
    allowPublicNetwork: off("The vault is reached through its private endpoint only."),
    allowAccessPolicies: off("Access policies let a Contributor give themselves access."),

    adoptProvider: given(false, "A new account has none. AWS allows one for each issuer."),
    adoptToolkit: given(
        false,
        "A new organization has none, and without it knows no connections to AWS.",
    ),
    packagesProject: given("packages", "People and pipelines of no other project write there."),
    collectors: given<string[]>([], "Nobody can be guessed."),
    publishers: given<string[]>([], "Nobody can be guessed."),
    sources: given<never[]>([], "What is not listed is not let in."),
    exists: given(false, "In a repository that the estate makes there is none yet."),
    auditStream: given(false, "The log is the whole organization's: one of its estates keeps it."),
    auditDays: given(365, "A year, as auditors ask for it."),
    principals: given<string[]>([], "Nobody can be guessed."),
    signingKeys: given<never[]>([], "Nobody can guess what is signed."),
    secrets: given<never[]>([], "With federated identities most deployments need none."),
    verifiers: given<string[]>([], "Whoever may sign may verify as well."),
    passRoles: given<string[]>([], "No role is passed on unless it is named."),
    ecsServices: given<never[]>([], "What is not listed cannot be deployed."),
    lambdaAliases: given<never[]>([], "What is not listed cannot be deployed."),
    s3Sites: given<never[]>([], "What is not listed cannot be written."),
    ecrRepositories: given<never[]>([], "What is not listed cannot be pushed to."),
    cloud: given("azure" as const, "The vault of every estate stands in Azure."),
    plan: given(false, "A preview that nobody runs needs no identity."),
    planners: given<string[]>(
        [],
        "State holds secrets, and a preview of a pull request would read them.",
    ),
    stacks: given<string[]>([], "The command to log in is given out in any case."),
    workflows: given<string[]>(
        [],
        "Only GitHub Enterprise can tell workflows apart; a production pool needs it.",
    ),
    maximum: given(4, "Enough for a team, and an upper limit to what a mistake costs."),
    host: given("github" as const, "Most pools run the jobs of GitHub."),
    azureEgress: given(
        "firewall" as const,
        "GitHub publishes names for its Actions services and no addresses, and only a firewall tells names apart.",
    ),
    azureAddresses: given("10.65.0.0/22", "Beside the network of the vault's endpoint."),
    awsEgress: given(
        "firewall" as const,
        "AWS knows rules by name in its firewall only, and GitHub has no fixed addresses.",
    ),
    awsAddresses: given("10.66.0.0/20", "Apart from the networks in Azure."),

    githubPlan: given(
        "enterprise" as const,
        "Reviewers of environments in private repositories, which production needs, are in no lesser plan.",
    ),
    developerDevices: given(
        "trusted" as const,
        "Devices are managed by most who ask the question.",
    ),
    workflowRef: given("refs/heads/main", "The default branch is guarded."),
    requiredWorkflows: given<never[]>([], "No workflow can be guessed."),
    groups: given<Record<string, never>>({}, "Nobody can be guessed."),
    roleTeams: given<string[]>([], "Nobody can be guessed: who is not named is a developer."),
    guardedBranches: given<never[]>([], "Work is merged to the default branch."),
    adopt: given(false, "What the estate makes is hardened from its first minute."),

    environments: given<never[]>([], "A library is built, not deployed."),
    reviews: given(
        2,
        "A colleague may push to the author's pull request and approve it: one review can be one person.",
    ),
    checks: given(
        [{ context: "build", integrationId: githubActionsAppId }],
        "Nothing is merged unbuilt, and only GitHub Actions may say that it was built.",
    ),
    codeOwners: given(
        "platform",
        "Pipelines belong to a team that does not deliver with them. Without a team of this name the key must be given.",
    ),
    allowedActions: given<string[]>([], "Actions of GitHub itself are always allowed."),
    description: given("", "GitHub does without, too."),
    visibility: given("private" as const, "Code is shown to those who work on it."),
    subjectFormat: given(
        "id" as const,
        "GitHub's own form for repositories created since 2026-07-15: ids are never used again, names are.",
    ),
    allowBypass: off("A rule that administrators may ignore protects against nobody."),
    allowStaleReviews: off("An approval is for what was read, not for what is pushed later."),

    reviewers: given<string[]>(
        [],
        "Nobody can be guessed. The policy pack refuses a production environment without reviewers.",
    ),
    waitMinutes: given(0, "The approval is the brake."),
    branches: given(["main"], "What is deployed has been reviewed and merged."),
    roles: given(
        ["Website Contributor"],
        "Enough to deploy a web app or a function, too little to read secrets or to give roles away.",
    ),
    allowSelfReview: off("Two people take part in every deployment."),
    allowAdminBypass: off("An administrator's account is the first one an attacker looks for."),
    allowAnyBranch: off("Unreviewed code stays out."),
    allowReviewersWhoCanPush: off(
        "Whoever can push and approve needs no second person to reach production.",
    ),

    integrationId: given(githubActionsAppId, "Checks named briefly are those of GitHub Actions."),
} as const;

function given<T>(value: T, reason: string): Default<T> {
    return { value, reason };
}

function off(reason: string): Default<false> {
    return given(false, reason);
}
