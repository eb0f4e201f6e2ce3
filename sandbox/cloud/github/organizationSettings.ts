import type { Scope } from "../resourceType";
import { flag, matching, oneOf, required, text } from "../shape";
import type { CloudStore } from "../store/store";
import { type Values, without } from "../values";
import { accountId } from "./account";
import { planHas } from "./plan";
import { restType } from "./rest";

const token = "github:index/organizationSettings:OrganizationSettings";

/** What the provider sets where the program says nothing. */
const defaults = {
    advancedSecurityEnabledForNewRepositories: false,
    defaultRepositoryPermission: "read",
    dependabotAlertsEnabledForNewRepositories: false,
    dependabotSecurityUpdatesEnabledForNewRepositories: false,
    dependencyGraphEnabledForNewRepositories: false,
    hasOrganizationProjects: true,
    hasRepositoryProjects: true,
    membersCanCreatePages: true,
    membersCanCreatePrivatePages: true,
    membersCanCreatePrivateRepositories: true,
    membersCanCreatePublicPages: true,
    membersCanCreatePublicRepositories: true,
    membersCanCreateRepositories: true,
    membersCanForkPrivateRepositories: false,
    secretScanningEnabledForNewRepositories: false,
    secretScanningPushProtectionEnabledForNewRepositories: false,
    webCommitSignoffRequired: false,
} as const;

/** One per organisation: it stands already, so that creating it overwrites. */
export const organizationSettings = restType({
    token,
    inputs: {
        advancedSecurityEnabledForNewRepositories: flag,
        billingEmail: required(matching(/@/, "an e-mail address")),
        blog: text,
        company: text,
        defaultRepositoryPermission: oneOf("read", "write", "admin", "none"),
        dependabotAlertsEnabledForNewRepositories: flag,
        dependabotSecurityUpdatesEnabledForNewRepositories: flag,
        dependencyGraphEnabledForNewRepositories: flag,
        description: text,
        email: text,
        hasOrganizationProjects: flag,
        hasRepositoryProjects: flag,
        location: text,
        membersCanCreateInternalRepositories: flag,
        membersCanCreatePages: flag,
        membersCanCreatePrivatePages: flag,
        membersCanCreatePrivateRepositories: flag,
        membersCanCreatePublicPages: flag,
        membersCanCreatePublicRepositories: flag,
        membersCanCreateRepositories: flag,
        membersCanForkPrivateRepositories: flag,
        name: text,
        secretScanningEnabledForNewRepositories: flag,
        secretScanningPushProtectionEnabledForNewRepositories: flag,
        twitterUsername: text,
        webCommitSignoffRequired: flag,
    },
    defaults,
    id: (_inputs, scope) => settingsId(scope),
    // The provider sends what is for enterprises only to such.
    outputs: ({ scope }): Values =>
        planHas(scope, "internalRepositories", "private")
            ? {}
            : { membersCanCreateInternalRepositories: false },
});

function settingsId({ owner }: Pick<Scope, "owner">): string {
    return String(accountId(owner));
}

/** The settings an organisation was given, if any. */
export function organizationSettingsOf(store: CloudStore, owner: string): Values {
    const found = store.find(token, settingsId({ owner }), owner);
    return found === undefined ? {} : without(found.outputs, "name");
}
