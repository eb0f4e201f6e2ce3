import type { Duty } from "./roleDuties";

/** Where a line of the table holds. */
export type RolePlatform = "github" | "azureDevOps" | "cloud";

/** What a role may do on one platform. */
export interface RoleLine {
    platform: RolePlatform;
    may: string;
    reason: string;
}

/** What a scope in Azure or an account in AWS serves. */
export const roleTiers = ["development", "staging", "production", "platform"] as const;

/** One of the tiers. */
export type RoleTier = (typeof roleTiers)[number];

/** Roles of the clouds that a role of the table gets where a tier is served. */
export interface RoleGrant {
    tiers: readonly RoleTier[];
    /** Name in `azureAccess`. */
    azure: string;
    /** Name in `awsAccess`. */
    aws: string;
    /** Given only where the devices code is written on are trusted. */
    onlyTrusted?: true;
    reason: string;
}

/** One role: its duties, its lines, what it gets in the clouds. */
export interface RoleRow {
    title: string;
    duties: readonly Duty[];
    /** What a group of the role may do in a project: the `access` of `AzureDevOpsProject`. */
    devOpsAccess?: "read" | "write" | "operate";
    lines: readonly RoleLine[];
    grants: readonly RoleGrant[];
}

const looksAtTests: RoleGrant = {
    tiers: ["development", "staging"],
    azure: "Reader",
    aws: "ViewOnlyAccess",
    reason: "Sees why a test failed; what runs there was put there by a pipeline.",
};

const looksAtProduction: RoleGrant = {
    tiers: ["production"],
    azure: "Reader",
    aws: "ViewOnlyAccess",
    onlyTrusted: true,
    reason: "On a device that is not trusted, what its user can read is read by others too.",
};

const nothingInCloud = (reason: string): RoleLine => ({
    platform: "cloud",
    may: "nothing",
    reason,
});

/**
 * Who may do what, and why; docs/roles.md is written from it. No role writes to a cloud, break-glass
 * excepted: pipelines do.
 *
 * source: as in `duties`; NCSC, "Secure the build and deployment pipeline". The lines are Gatehouse's own
 * date: 2026-11-21
 */
export const roleTable = {
    developer: {
        title: "Developer",
        duties: ["write", "approveChange"],
        devOpsAccess: "write",
        lines: [
            {
                platform: "github",
                may: "write to the repositories of the team; review each other",
                reason: "Branch rules stand between a push and production.",
            },
            {
                platform: "azureDevOps",
                may: "contribute, start pipelines; edit no pipeline, policy or permission",
                reason: "A pipeline that its users edit is no control.",
            },
        ],
        grants: [looksAtTests, looksAtProduction],
    },
    reviewer: {
        title: "Reviewer",
        duties: ["write", "approveChange"],
        devOpsAccess: "read",
        lines: [
            {
                platform: "github",
                may: "write, in order that the approvals count",
                reason: "GitHub counts only approvals of those who may write; so a reviewer counts as one who writes.",
            },
            {
                platform: "azureDevOps",
                may: "contribute to pull requests, not to branches",
                reason: "Voting is a permission of its own there.",
            },
            nothingInCloud("Judges the change, not the running system."),
        ],
        grants: [],
    },
    teamLead: {
        title: "Team lead",
        duties: ["write", "approveChange"],
        devOpsAccess: "write",
        lines: [
            {
                platform: "github",
                may: "write; one lead's approval is needed on every change of a production branch",
                reason: "Somebody answers for what the team ships; a lead's own change needs another lead.",
            },
            {
                platform: "azureDevOps",
                may: "contribute; required reviewer of production branches",
                reason: "The same, as an automatic reviewer.",
            },
        ],
        grants: [looksAtTests, looksAtProduction],
    },
    releaseManager: {
        title: "Release manager",
        duties: ["approveRelease"],
        devOpsAccess: "read",
        lines: [
            {
                platform: "github",
                may: "read; reviewer of production environments",
                reason: "A reviewer has to be able to read, and must not be able to push.",
            },
            {
                platform: "azureDevOps",
                may: "read; approver of production environments and connections, never of own runs",
                reason: "The requester cannot approve.",
            },
        ],
        grants: [
            {
                tiers: ["staging", "production"],
                azure: "Reader",
                aws: "ViewOnlyAccess",
                reason: "Compares what is about to be released with what runs.",
            },
        ],
    },
    security: {
        title: "Security",
        duties: ["approveRelease", "watch"],
        devOpsAccess: "read",
        lines: [
            {
                platform: "github",
                may: "read all repositories and security alerts; approve releases where named; own the code of the platform's repository alone",
                reason: "Owners of code have write access: in that one repository others approve the release, which the estate checks.",
            },
            {
                platform: "azureDevOps",
                may: "read; required reviewer of pipeline paths",
                reason: "What pipelines run is looked at by those who do not write it.",
            },
        ],
        grants: [
            {
                tiers: roleTiers,
                azure: "Reader",
                aws: "ViewOnlyAccess",
                reason: "Compares what is with what was declared.",
            },
            {
                tiers: roleTiers,
                azure: "Security Reader",
                aws: "SecurityAudit",
                reason: "Reads findings and their settings, and changes none.",
            },
        ],
    },
    platform: {
        title: "Platform",
        duties: ["write", "approveChange", "guard", "operate"],
        devOpsAccess: "operate",
        lines: [
            {
                platform: "github",
                may: "write; code owner of pipelines, policies and CODEOWNERS",
                reason: "Pipelines change with the consent of those who run them.",
            },
            {
                platform: "azureDevOps",
                may: "operate: edit pipelines, create connections and variable groups; required reviewer of pipeline paths",
                reason: "Pipelines are run by those who cannot approve a release.",
            },
        ],
        grants: [
            {
                tiers: roleTiers,
                azure: "Reader",
                aws: "ViewOnlyAccess",
                reason: "Answers for all of it and changes it through the estate's own pipeline.",
            },
        ],
    },
    breakGlass: {
        title: "Break-glass",
        duties: ["repair"],
        lines: [
            {
                platform: "github",
                may: "nothing: the team exists and is empty",
                reason: "Branch rules have no bypass; an emergency change takes the same two people.",
            },
            {
                platform: "azureDevOps",
                may: "nothing",
                reason: "The same.",
            },
            {
                platform: "cloud",
                may: "repair production: in Azure a role to be activated, in AWS a role that nobody may take until persons are named; both end on a given day",
                reason: "When pipelines are what is broken, somebody has to get in, and everybody has to hear of it.",
            },
        ],
        grants: [],
    },
} as const satisfies Record<string, RoleRow>;

/** One of the roles. */
export type RoleName = keyof typeof roleTable;

/** Names of all roles. */
export const roleNames = Object.keys(roleTable) as RoleName[];
