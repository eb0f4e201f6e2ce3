import { z } from "zod";

import { defaults, type Default } from "./defaults";
import { limits } from "./facts";
import { shapes, type Shape } from "./shapes";

/**
 * What a user writes under `gatehouse:estate`.
 *
 * Error texts say what is allowed; `schemaProblems.ts` adds path and value. For an unknown key the
 * text of an object is its known keys, separated by commas.
 */

const teamName = named("the name of a team of this estate");

const environment = section("an environment, for example { name: staging, tier: staging }", {
    name: text(shapes.environment).describe("Name of the GitHub environment."),
    tier: choice(["development", "staging", "production"]).describe(
        "Stage that the environment serves: development, staging or production.",
    ),
    reviewers: optional(
        list(teamName, "a list of teams").max(
            limits.reviewerTeams,
            `at most ${limits.reviewerTeams} teams`,
        ),
        "Teams of which one member must approve each deployment. In production nobody in them may be able to push to the repository.",
        defaults.reviewers,
    ),
    waitMinutes: optional(
        whole(0, limits.waitMinutes),
        "Minutes to wait before a deployment starts, at most thirty days.",
        defaults.waitMinutes,
    ),
    branches: optional(
        list(text(shapes.branch), "a list of branches").min(
            1,
            "at least one branch, or allowAnyBranch: true",
        ),
        "Branches that may deploy, exact names or patterns such as `release/*`.",
        defaults.branches,
    ),
    roles: optional(
        list(named("the name of an Azure role"), "a list of Azure roles"),
        "Azure roles of the environment's deployment identity, on the environment's own resource group. Built-in roles by name, other roles by the GUID of their definition.",
        defaults.roles,
    ),
    allowSelfReview: weakening(
        "Lets whoever started a deployment approve it.",
        defaults.allowSelfReview,
    ),
    allowAdminBypass: weakening(
        "Lets administrators of the repository skip the approval.",
        defaults.allowAdminBypass,
    ),
    allowAnyBranch: weakening(
        "Lets any branch deploy; `branches` is then ignored.",
        defaults.allowAnyBranch,
    ),
    allowReviewersWhoCanPush: weakening(
        "Accepts production reviewers who can push to the repository, as members of its team or of the code owners.",
        defaults.allowReviewersWhoCanPush,
    ),
}).meta({ id: "environment" });

const check = z.union(
    [
        text(shapes.check),
        section("a check", {
            context: text(shapes.check).describe("Name of the check."),
            integrationId: optional(
                whole(1, 2 ** 31 - 1),
                "Id of the GitHub App that may report the check.",
                defaults.integrationId,
            ),
        }),
    ],
    'the name of a check, or { context: "build", integrationId: 15368 }',
);

/** Keys that a repository may give, or the estate for all repositories. */
const shared = {
    environments: list(environment, "a list of environments").optional(),
    reviews: whole(0, limits.reviews).optional(),
    checks: list(check, "a list of checks").optional(),
    codeOwners: teamName.optional(),
    allowedActions: list(text(shapes.action), "a list of actions").optional(),
};

const repository = section("a repository, for example { name: web, host: github, team: web }", {
    name: text(shapes.repository).describe("Name of the repository, without its owner."),
    host: z
        .enum(["github"], '"github"; Azure DevOps is not supported yet')
        .describe("Where the repository lives: github."),
    team: teamName.describe("Team that may push and owns the code."),
    description: optional(named("a sentence"), "What the repository is for.", defaults.description),
    visibility: optional(
        choice(["private", "internal"]),
        "Who may read: private (its teams) or internal (the enterprise).",
        defaults.visibility,
    ),
    subjectFormat: optional(
        choice(["id", "name"]),
        'Form of the OIDC subject: "id" for repositories created since 2026-07-15, "name" for older ones.',
        defaults.subjectFormat,
    ),
    environments: shared.environments.describe(
        "Environments of this repository, in place of the estate's. An empty list: it deploys nowhere.",
    ),
    reviews: shared.reviews.describe(
        "Approving reviews a merge to the default branch needs, in place of the estate's.",
    ),
    checks: shared.checks.describe("Required checks, in place of the estate's."),
    codeOwners: shared.codeOwners.describe("Code owners' team, in place of the estate's."),
    allowedActions: shared.allowedActions.describe("Allowed actions, in place of the estate's."),
    allowBypass: weakening(
        "Lets administrators of the repository push past the rules.",
        defaults.allowBypass,
    ),
    allowStaleReviews: weakening(
        "Keeps approvals when new commits are pushed.",
        defaults.allowStaleReviews,
    ),
}).meta({ id: "repository" });

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
    vault: vault.describe("The estate's Key Vault."),
    environments: shared.environments.meta({
        description: "Environments of every repository that does not give its own.",
        default: defaults.environments.value,
    }),
    reviews: shared.reviews.meta({
        description: "Approving reviews a merge to the default branch needs.",
        default: defaults.reviews.value,
    }),
    checks: shared.checks.meta({
        description:
            "Checks that must be green before a merge: a name means a check of GitHub Actions.",
        default: defaults.checks.value,
    }),
    codeOwners: shared.codeOwners.meta({
        description: "Team that owns pipelines, policies and the CODEOWNERS file itself.",
        default: defaults.codeOwners.value,
    }),
    allowedActions: shared.allowedActions.meta({
        description: "Actions allowed besides those of GitHub itself.",
        default: defaults.allowedActions.value,
    }),
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
export type CheckForm = NonNullable<EstateForm["checks"]>[number];

/** What `Pulumi.<stack>.yaml` holds: the estate beside whatever else Pulumi keeps there. */
export const stackFileSchema = z.looseObject({
    config: z.looseObject({
        "gatehouse:estate": estateSchema.describe("The estate."),
    }),
});

function section<T extends z.ZodRawShape>(allowed: string, shape: T) {
    const known = Object.keys(shape).join(", ");
    return z.strictObject(shape, {
        error: (issue) => (issue.code === "unrecognized_keys" ? known : allowed),
    });
}

function named(allowed: string) {
    return z.string(allowed).meta({ title: allowed });
}

function text({ pattern, allowed }: Shape) {
    return z.string(allowed).regex(pattern, allowed);
}

function whole(least: number, most: number) {
    const allowed = `a whole number from ${least} to ${most}`;
    return z.int(allowed).min(least, allowed).max(most, allowed);
}

function choice<const T extends readonly string[]>(values: T) {
    return z.enum(values, `one of ${values.join(", ")}`);
}

function list<T extends z.ZodType>(item: T, allowed: string) {
    return z.array(item, allowed);
}

function optional<T extends z.ZodType>(schema: T, description: string, fallback: Default<unknown>) {
    return schema.optional().meta({ description, default: fallback.value });
}

function weakening(description: string, fallback: Default<false>) {
    return optional(z.boolean("true or false"), description, fallback);
}
