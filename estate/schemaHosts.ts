import { z } from "zod";

import { defaults } from "./defaults";
import { auditSink } from "./schemaAudit";
import { packages } from "./schemaPackages";
import { choice, list, named, optional, section, text } from "./schemaParts";
import { shapes } from "./shapes";

// What the estate says of its two hosts, GitHub and Azure DevOps.

const teamName = named("the name of a team of this estate");

const requiredWorkflow = section(
    "a workflow, for example { repository: platform, path: .github/workflows/scan.yml }",
    {
        repository: named("the name of a repository of this estate").describe(
            "Repository that holds the workflow.",
        ),
        path: text(shapes.workflowPath).describe("Its path there."),
        ref: optional(
            text(shapes.fullRef),
            "Reference at which it is taken, a branch or tag in full.",
            defaults.workflowRef,
        ),
    },
).meta({ id: "requiredWorkflow" });

/** Settings of the GitHub organisation. */
export const github = section("an object with billingEmail", {
    billingEmail: text(shapes.email).describe(
        "Address that GitHub sends its bills to. GitHub takes no settings of an organization without it.",
    ),
    securityTeam: teamName
        .optional()
        .describe("Team whose members see security alerts of every repository, and only read."),
    requiredWorkflows: optional(
        list(requiredWorkflow, "a list of workflows"),
        "Workflows that must pass before a merge to the default branch of any repository of the estate, those that hold one aside. Until such a file is there, nobody merges in the others.",
        defaults.requiredWorkflows,
    ),
});

/** What deployments from there to AWS need. */
const devOpsAws = section("an object with organizationId", {
    organizationId: text(shapes.guid).describe(
        "Id of the Azure DevOps organization: its tokens for AWS are signed under it. Found under Organization settings, Overview. The issuer, `https://vstoken.dev.azure.com/` with this id, retires on 2027-07-01, of which every run warns; the AWS toolkit knows no other yet.",
    ),
    adoptProvider: optional(
        z.boolean("true or false"),
        "Uses the OIDC provider for the organization that the AWS account has already.",
        defaults.adoptProvider,
    ),
    adoptToolkit: optional(
        z.boolean("true or false"),
        "The organization has the extension AWS Toolkit already. Otherwise the estate installs it, for the whole organization, and leaves it there when it goes.",
        defaults.adoptToolkit,
    ),
});

/** The Azure DevOps organisation. */
export const azureDevOps = section("an object with organization, project and authorEmails", {
    organization: text(shapes.devOpsOrganization).describe("Azure DevOps organization."),
    project: text(shapes.devOpsProject).describe(
        "Project of the estate's pools and of its repositories on Azure DevOps, made by the estate.",
    ),
    groups: optional(
        z.record(text(shapes.team), text(shapes.guid), "ids of Entra groups by name of the team"),
        "Object id of the Entra group that a team is on Azure DevOps, by the team's name. Needed by every team that has to do with a repository there. Its people have to be those whom `teams` lists: these are compared, the group's are not looked up.",
        defaults.groups,
    ),
    authorEmails: list(text(shapes.authorEmail), "a list of addresses")
        .min(1, "at least one address, such as *@acme.example")
        .describe(
            "Addresses that authors of commits to its repositories may have, such as `*@acme.example`.",
        ),
    aws: devOpsAws
        .optional()
        .describe("What deployments from there to AWS need. Without it nothing deploys there."),
    packages: packages
        .optional()
        .describe("Feeds that the pipelines of the project get packages from."),
    audit: auditSink
        .optional()
        .describe(
            "Where pushes, steps of pull requests, runs and changes of connections are sent, as they happen.",
        ),
    auditStream: optional(
        z.boolean("true or false"),
        "Keeps the audit log of the whole Azure DevOps organization in a workspace of its own, which takes keys: Azure DevOps has no other way in.",
        defaults.auditStream,
    ),
    adopt: optional(
        z.boolean("true or false"),
        "The project exists already: it is imported, and a preview says what hardening will change once this is taken away. It is not given again afterwards, not even to adopt a repository: the project is the estate's then.",
        defaults.adopt,
    ),
    infrastructurePrincipalId: text(shapes.guid)
        .optional()
        .describe(
            "Object id of the tenant's service principal DevOpsInfrastructure, which joins managed pools to their network. Without it, it has the rights to do so already.",
        ),
});

/** Branches that are guarded beside the default one. */
export const branch = section('branches, for example { pattern: "release/*", tier: production }', {
    pattern: text(shapes.branch).describe(
        "Name of the branch, or a pattern of names. On Azure DevOps people make no guarded branch, because the maker of a branch may rewrite it and manage its permissions: the estate makes those that are named, beside a pattern or without one, from the default branch. One that is taken off the list stays.",
    ),
    exists: optional(
        z.boolean("true or false"),
        "The branch stands already, as in a repository that was adopted: the estate on Azure DevOps does not make it, which would be refused. While the repository's `adopt` is true none is made.",
        defaults.exists,
    ),
    tier: choice(["feature", "integration", "production"]).describe(
        "How they are guarded: feature (whoever may push does), integration (pull request, a review, green checks) or production (as the default branch).",
    ),
}).meta({ id: "branch" });

/** Plan that the GitHub organisation pays for. */
export const githubPlan = optional(
    choice(["free", "team", "enterprise"]),
    "GitHub plan of the organization. What it does not include is refused before anything runs.",
    defaults.githubPlan,
);

/** The NCSC's preliminary question. */
export const developerDevices = optional(
    choice(["trusted", "untrusted"]),
    "Do you trust the devices code is written on? docs/developer-devices.md says what each answer changes.",
    defaults.developerDevices,
);

export type GitHubForm = z.infer<typeof github>;
export type AzureDevOpsForm = z.infer<typeof azureDevOps>;
