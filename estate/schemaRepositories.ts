import { z } from "zod";

import { defaults } from "./defaults";
import { limits } from "./facts";
import { awsTargets } from "./schemaClouds";
import { branch } from "./schemaHosts";
import { choice, list, named, optional, section, text, weakening, whole } from "./schemaParts";
import { shapes } from "./shapes";

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
    aws: awsTargets
        .optional()
        .describe(
            "What the environment deploys in AWS, in place of a resource group in Azure. Needs the estate's `aws`, and on Azure DevOps `azureDevOps.aws`.",
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
export const shared = {
    environments: list(environment, "a list of environments"),
    reviews: whole(0, limits.reviews),
    checks: list(check, "a list of checks"),
    codeOwners: teamName,
    allowedActions: list(text(shapes.action), "a list of actions"),
};

export const repository = section(
    "a repository, for example { name: web, host: github, team: web }",
    {
        name: text(shapes.repository).describe("Name of the repository, without its owner."),
        host: choice(["github", "azureDevOps"]).describe(
            "Where the repository lives: github or azureDevOps.",
        ),
        team: teamName.describe("Team that may push and owns the code."),
        description: optional(
            named("a sentence"),
            "What the repository is for.",
            defaults.description,
        ),
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
        environments: shared.environments
            .optional()
            .describe(
                "Environments of this repository, in place of the estate's. An empty list: it deploys nowhere.",
            ),
        reviews: shared.reviews
            .optional()
            .describe(
                "Approving reviews a merge to the default branch needs, in place of the estate's.",
            ),
        checks: shared.checks.optional().describe("Required checks, in place of the estate's."),
        codeOwners: shared.codeOwners
            .optional()
            .describe("Code owners' team, in place of the estate's."),
        allowedActions: shared.allowedActions
            .optional()
            .describe("Allowed actions, in place of the estate's."),
        branches: optional(
            list(branch, "a list of branches"),
            "Branches that are guarded beside the default one, which is always guarded in full.",
            defaults.guardedBranches,
        ),
        leads: teamName
            .optional()
            .describe(
                "Team of which one member must approve every change of production branches, besides the code owners. On Azure DevOps, where everybody in the project may vote, it is the repository's own team if none is given.",
            ),
        adopt: optional(
            z.boolean("true or false"),
            "The repository exists already: it is imported, and a preview says what hardening will change once this is taken away. On Azure DevOps its project stands by then: made by the estate, or adopted in this run or before.",
            defaults.adopt,
        ),
        plan: optional(
            z.boolean("true or false"),
            "Adds an identity that only reads, for previews of pull requests, behind an environment of its own called plan.",
            defaults.plan,
        ),
        allowBypass: weakening(
            "Lets administrators of the repository push past the rules.",
            defaults.allowBypass,
        ),
        allowStaleReviews: weakening(
            "Keeps approvals when new commits are pushed.",
            defaults.allowStaleReviews,
        ),
    },
).meta({ id: "repository" });
