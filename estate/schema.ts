import { z } from "zod";

import { defaults } from "./defaults";
import { agents } from "./schemaAgents";
import { secret, signingKey, state } from "./schemaClouds";
import { azureDevOps, developerDevices, github, githubPlan } from "./schemaHosts";
import { list, optional, section, text, weakening, whole } from "./schemaParts";
import { repository, shared } from "./schemaRepositories";
import { roles } from "./schemaRoles";
import { shapes } from "./shapes";

/**
 * What a user writes under `gatehouse:estate`.
 *
 * Error texts say what is allowed; `schemaProblems.ts` adds path and value. For an unknown key the
 * text of an object is its known keys, separated by commas.
 */

const vault = section("a vault, for example { name: kv-acme }", {
    name: text(shapes.vault).describe("Name of the vault, unique in the world."),
    allowPurge: weakening(
        "Leaves purge protection off: a deleted vault can be erased at once.",
        defaults.allowPurge,
    ),
    allowPublicNetwork: weakening(
        "Opens the vault's public endpoint.",
        defaults.allowPublicNetwork,
    ),
    allowAccessPolicies: weakening(
        "Uses access policies instead of Azure RBAC.",
        defaults.allowAccessPolicies,
    ),
});

const azure = section("an object with tenantId, subscriptionId and location", {
    tenantId: text(shapes.guid).describe("Id of the Entra tenant."),
    subscriptionId: text(shapes.guid).describe("Id of the Azure subscription."),
    location: text(shapes.location).describe("Azure region of everything in the estate."),
});

const aws = section("an object with accountId and region", {
    accountId: text(shapes.awsAccount).describe("Id of the AWS account."),
    region: text(shapes.awsRegion).describe("AWS region of everything the estate has there."),
    adoptProvider: optional(
        z.boolean("true or false"),
        "Uses the OIDC provider for GitHub that the account has already, and never changes it.",
        defaults.adoptProvider,
    ),
});

const principals = section("an object with azure or aws", {
    azure: optional(
        list(text(shapes.guid), "a list of Entra object ids"),
        "Entra object ids of accounts or identities.",
        defaults.principals,
    ),
    aws: optional(
        list(text(shapes.roleArn), "a list of ARNs of roles"),
        "ARNs of IAM roles.",
        defaults.principals,
    ),
}).meta({ id: "principals" });

const githubApp = section("an object with clientId and installationId", {
    clientId: text(shapes.appClientId).describe("Client id of the GitHub App."),
    installationId: whole(1, 2 ** 31 - 1).describe("Id of its installation in the organization."),
});

/** The estate as a user writes it: what `gatehouse:estate` holds. */
export const estateSchema = section("an object; docs/configuration.md describes it", {
    organization: text(shapes.organization).describe("GitHub organization of the repositories."),
    azure: azure.describe("Where the estate's Azure resources live."),
    teams: z
        .record(
            text(shapes.team),
            list(text(shapes.login), "a list of GitHub logins"),
            "teams by name, each a list of GitHub logins",
        )
        .describe("Teams of the organization by name, each with the GitHub logins of its members."),
    aws: aws.optional().describe("AWS account of what the estate has there."),
    azureDevOps: azureDevOps
        .optional()
        .describe(
            "Azure DevOps project of pools and repositories. Needed by whatever is on Azure DevOps.",
        ),
    github: github
        .optional()
        .describe("Settings of the GitHub organization. Without it the estate leaves them alone."),
    githubPlan,
    developerDevices,
    githubApp: githubApp
        .optional()
        .describe(
            "GitHub App by which self-hosted runners register. Needed by pools of ephemeral GitHub runners.",
        ),
    contacts: list(text(shapes.email), "a list of e-mail addresses")
        .min(1, "at least one address: an alert that nobody gets is none")
        .describe("Whom the audit trail alerts."),
    auditDays: optional(whole(90, 730), "Days that the audit trail is kept.", defaults.auditDays),
    appliedBy: principals
        .optional()
        .describe(
            "Who runs `pulumi up`: what anyone else changes in roles or trust raises an alert. Without it every such change does. Needed in the cloud of `state`, which nobody else may write, and for keys in AWS.",
        ),
    breakGlass: principals
        .optional()
        .describe("Accounts and roles for emergencies. Any use of them raises an alert."),
    roles: roles
        .optional()
        .describe(
            "Which teams hold which role (docs/roles.md), and what they are in the clouds. A team that is not named holds that of developers. Without it people have nothing in the clouds, and no roles are kept apart.",
        ),
    agents: agents.optional().describe("Networks and pools of self-hosted agents."),
    state: state.optional().describe("Where Pulumi keeps the estate's own state."),
    signingKeys: optional(
        list(signingKey, "a list of signing keys"),
        "Keys that sign releases and never leave their vault.",
        defaults.signingKeys,
    ),
    secrets: optional(
        list(secret, "a list of secrets"),
        "Secrets that deployments read. Their values are never in the configuration.",
        defaults.secrets,
    ),
    vault: vault.describe("The estate's Key Vault."),
    environments: optional(
        shared.environments,
        "Environments of every repository that does not give its own.",
        defaults.environments,
    ),
    reviews: optional(
        shared.reviews,
        "Approving reviews a merge to the default branch needs.",
        defaults.reviews,
    ),
    checks: optional(
        shared.checks,
        "Checks that must be green before a merge: a name means a check of GitHub Actions.",
        defaults.checks,
    ),
    codeOwners: optional(
        shared.codeOwners,
        "Team that owns pipelines, policies and the CODEOWNERS file itself.",
        defaults.codeOwners,
    ),
    allowedActions: optional(
        shared.allowedActions,
        "Actions allowed besides those of GitHub itself.",
        defaults.allowedActions,
    ),
    repositories: list(repository, "a list of repositories").describe(
        "The repositories, each with everything that guards it.",
    ),
    allowDestroy: weakening(
        "Lets Pulumi delete the vault, the audit log and the resource groups that are deployed to, and erase repositories in place of archiving them.",
        defaults.allowDestroy,
    ),
});

export type EstateForm = z.infer<typeof estateSchema>;
export type RepositoryForm = EstateForm["repositories"][number];
export type EnvironmentForm = NonNullable<EstateForm["environments"]>[number];
export type BranchForm = NonNullable<RepositoryForm["branches"]>[number];
export type CheckForm = NonNullable<EstateForm["checks"]>[number];

/** What `Pulumi.<stack>.yaml` holds: the estate beside whatever else Pulumi keeps there. */
export const stackFileSchema = z.looseObject({
    config: z.looseObject({
        "gatehouse:estate": estateSchema.describe("The estate."),
    }),
});
