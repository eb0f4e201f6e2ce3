import type {
    EstateAgents,
    EstateAws,
    EstateAwsTargets,
    EstateGitHubApp,
    EstatePrincipals,
    EstateSecret,
    EstateSigningKey,
    EstateState,
} from "./estateCloudArgs";
import type { EstateAzureDevOps, EstateBranch, EstateGitHub } from "./estateHostArgs";
import type { EstateRoles } from "./estateRolesArgs";

/** Where the estate's Azure resources live. */
export interface EstateAzure {
    /** Entra tenant id, a GUID. */
    tenantId: string;
    /** Subscription id, a GUID. */
    subscriptionId: string;
    /** Azure region, for example "uksouth". */
    location: string;
}

/** A team: on GitHub the logins of its members, on Azure DevOps a group of Entra. */
export interface EstateTeam {
    /** Team name; also its slug: lower case letters, digits and hyphens. */
    name: string;
    /** GitHub logins. */
    members: string[];
    /**
     * Object id of the Entra group that the team is in Azure and on Azure DevOps.
     * @default none: the team has to do with nothing there
     */
    groupId?: string;
}

/** The estate's Key Vault. The `allow…` arguments weaken it; the policy pack still judges. */
export interface EstateVault {
    /** Globally unique vault name, 3-24 characters. */
    name: string;
    /** Leaves purge protection off: a deleted vault can be purged at once. */
    allowPurge: boolean;
    /** Opens the vault's public endpoint. */
    allowPublicNetwork: boolean;
    /** Uses access policies instead of Azure RBAC. */
    allowAccessPolicies: boolean;
}

/** A role given to an environment's deployment identity on that environment's resource group. */
export interface EstateRole {
    /** Built-in role name, for example "Website Contributor". */
    role: string;
}

/** One deployment environment of one repository. */
export interface EstateEnvironment {
    /** GitHub environment name, for example "production". */
    name: string;
    /** "development", "staging" or "production". */
    tier: string;
    /** Teams of which one member must approve each deployment. Empty: nobody approves. */
    reviewers: string[];
    /** Minutes to wait before a deployment may start, 0..43200. */
    waitMinutes: number;
    /** Branches that may deploy, for example "main". */
    branches: string[];
    /** Roles of the deployment identity, on the environment's own resource group. */
    roles: EstateRole[];
    /**
     * What the environment deploys in AWS, in place of a resource group in Azure.
     * @default nothing: it deploys in Azure
     */
    aws?: EstateAwsTargets;
    /** Lets whoever started a deployment approve it. */
    allowSelfReview: boolean;
    /** Lets repository administrators skip the approval. */
    allowAdminBypass: boolean;
    /** Lets any branch deploy; `branches` is then ignored. */
    allowAnyBranch: boolean;
}

/** A status check that must be green before a merge, and the app that may report it. */
export interface EstateCheck {
    /** Check context, for example "build". */
    context: string;
    /** GitHub App id allowed to report it; 15368 is GitHub Actions. */
    integrationId: number;
}

/** One repository and everything that guards it. */
export interface EstateRepository {
    /** Repository name, without the owner. */
    name: string;
    /** "github" or "azureDevOps". */
    host: string;
    /** Team that may push. */
    team: string;
    /** Team that owns pipelines, policies and CODEOWNERS itself. */
    codeOwners: string;
    description: string;
    /** "private" or "internal". */
    visibility: string;
    /**
     * Form of the OIDC subject: "id" (owner and repository ids, the default of repositories created
     * since 2026-07-15) or "name".
     */
    subjectFormat: string;
    /**
     * Branches that are guarded beside the default one.
     * @default none
     */
    branches?: EstateBranch[];
    /**
     * Team of which one member must approve every change of production branches.
     * @default on GitHub none: approvals of those who may write count, and no other. On Azure DevOps, where
     * everybody in the project may vote, the repository's own team
     */
    leads?: string;
    /**
     * The repository exists already and is imported.
     * @default false
     */
    adopt?: boolean;
    /** Approving reviews a merge to the default branch needs. */
    reviews: number;
    /** Checks that must be green before a merge. */
    checks: EstateCheck[];
    /** Actions allowed besides GitHub's own, as "owner/repo@*" patterns. */
    allowedActions: string[];
    environments: EstateEnvironment[];
    /**
     * Adds an identity that only reads, for previews of pull requests, behind an environment of its
     * own called "plan".
     * @default false
     */
    plan?: boolean;
    /** Lets repository administrators push past the ruleset. */
    allowBypass: boolean;
    /** Keeps approvals when new commits are pushed. */
    allowStaleReviews: boolean;
}

/** The whole estate, normalised: every default applied, every reference checked. */
export interface PipelineEstateArgs {
    /** GitHub organisation that owns the repositories. */
    organization: string;
    azure: EstateAzure;
    teams: EstateTeam[];
    vault: EstateVault;
    /** E-mail addresses of those whom the audit trail alerts. */
    contacts: string[];
    /**
     * Days that the audit trail is kept.
     * @default 365
     */
    auditDays?: number;
    /**
     * Who runs `pulumi up`: what anyone else changes in roles or trust raises an alert.
     * @default nobody: every such change does
     */
    appliedBy?: EstatePrincipals;
    /**
     * Accounts and roles for emergencies. Any use of them raises an alert.
     * @default none
     */
    breakGlass?: EstatePrincipals;
    /**
     * Which teams hold which role, in Azure and AWS as well.
     * @default nobody: people have nothing in the clouds
     */
    roles?: EstateRoles;
    /**
     * AWS account of what the estate has there.
     * @default the estate has nothing in AWS
     */
    aws?: EstateAws;
    /**
     * Settings of the GitHub organisation.
     * @default the estate leaves them alone
     */
    github?: EstateGitHub;
    /**
     * GitHub plan of the organisation: "free", "team" or "enterprise".
     * @default "enterprise"
     */
    githubPlan?: string;
    /**
     * Whether the devices code is written on are trusted: "trusted" or "untrusted".
     * @default "trusted"
     */
    developerDevices?: string;
    /**
     * Azure DevOps project of pools and repositories.
     * @default none
     */
    azureDevOps?: EstateAzureDevOps;
    /**
     * GitHub App by which self-hosted runners register.
     * @default none
     */
    githubApp?: EstateGitHubApp;
    /**
     * Self-hosted agents in Azure.
     * @default none
     */
    azureAgents?: EstateAgents;
    /**
     * Self-hosted runners in AWS.
     * @default none
     */
    awsAgents?: EstateAgents;
    /**
     * Where Pulumi keeps the estate's own state.
     * @default the estate makes no place for it
     */
    state?: EstateState;
    /**
     * Keys that sign releases.
     * @default none
     */
    signingKeys?: EstateSigningKey[];
    /**
     * Secrets that deployments read.
     * @default none
     */
    secrets?: EstateSecret[];
    repositories: EstateRepository[];
    /**
     * Lets Pulumi delete what holds state: the vault with its lock, the audit log, the resource groups
     * that are deployed to, the repositories. Otherwise repositories are archived, and the others
     * are protected resources: removing one from the program (an environment from the estate, too),
     * and `pulumi destroy`, fail.
     * @default false
     */
    allowDestroy?: boolean;
}
