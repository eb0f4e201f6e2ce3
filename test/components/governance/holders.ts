import * as pulumi from "@pulumi/pulumi";
import { Roles, type RoleHolder, type RolesArgs } from "../../../components/index";
import { record, refusal } from "../../support/mocks";

/** An Entra group that is always the same for the same number. */
export const groupId = (n: number): string =>
    `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** A day from now on, in UTC. */
export const inDays = (days: number): string =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export const developers: RoleHolder = {
    role: "developer",
    name: "web",
    members: ["linus", "margaret"],
};
export const leads: RoleHolder = { role: "teamLead", name: "web-leads", members: ["margaret"] };
export const reviewers: RoleHolder = { role: "reviewer", name: "reviewers", members: ["alan"] };
export const releasers: RoleHolder = {
    role: "releaseManager",
    name: "release",
    members: ["barbara", "katherine"],
};
export const security: RoleHolder = { role: "security", name: "security", members: ["radia"] };
export const platform: RoleHolder = {
    role: "platform",
    name: "platform",
    members: ["ada", "grace"],
};
export const breakGlass: RoleHolder = { role: "breakGlass", name: "break-glass", members: [] };

/** Every role once, nobody in two that must be separate. */
export const everybody = [developers, leads, reviewers, releasers, security, platform, breakGlass];

/** Everybody, with an Entra group each. */
export const everybodyInEntra = everybody.map((holder, i) => ({
    ...holder,
    entraGroupId: groupId(i + 1),
}));

const subscriptionId = "11111111-2222-4333-8444-555555555555";

/** Id of a resource group. */
export const scopeOf = (group: string): string =>
    `/subscriptions/${subscriptionId}/resourceGroups/${group}`;

export const azure = {
    subscriptionId,
    scopes: [
        { name: "staging", tier: "staging", scope: scopeOf("rg-staging") },
        { name: "production", tier: "production", scope: scopeOf("rg-production") },
    ],
    breakGlassAccountIds: [groupId(99)],
};

export const aws = {
    accountId: "123456789012",
    samlProviderArn: "arn:aws:iam::123456789012:saml-provider/entra",
};

export const args: RolesArgs = { organization: "acme", holders: everybody };

/** What comes out, and what is warned of meanwhile. */
export async function build(more: Partial<RolesArgs> = {}) {
    const warnings: string[] = [];
    const { warn } = pulumi.log;
    Object.assign(pulumi.log, { warn: (message: string) => void warnings.push(message) });
    try {
        return { ...(await record(() => new Roles("people", { ...args, ...more }))), warnings };
    } finally {
        Object.assign(pulumi.log, { warn });
    }
}

/** Lines of the error with which the arguments are refused, the first left out. */
export async function refused(more: Partial<RolesArgs>): Promise<string[]> {
    const message = await refusal(() => new Roles("people", { ...args, ...more }));
    return message
        .split("\n")
        .slice(1)
        .map((line) => line.trim());
}
