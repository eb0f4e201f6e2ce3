import * as pulumi from "@pulumi/pulumi";

import { refuse } from "../shared/validate";
import { organizationProblems } from "./checkOrganization";
import type { GitHubOrganizationArgs } from "./githubOrganizationArgs";
import { createAddresses, createAuditStream } from "./organizationEnterprise";
import { createProperties, createSecurityManagers } from "./organizationRoles";
import { createBranchRules, createTagRules } from "./organizationRules";
import { announceChanges, createSettings, lookUp } from "./organizationSettings";

/**
 * An organisation on GitHub in which nobody has access, makes a repository or goes around a review by
 * mere membership. It is made before its repositories: what it says holds for those nobody told it of.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - members reach a repository only through what a team or the repository itself gives them;
 * - members make no repositories, of which none would have an estate's guard;
 * - members fork no private repository and publish no pages;
 * - commits made in the browser are signed off by their author;
 * - new repositories start with secret scanning, push protection, dependency alerts and updates;
 * - in every repository without a guard of its own a change of the default branch needs two fresh reviews;
 * - in no repository is a tag, once pushed, moved or deleted;
 * - nobody bypasses the organisation's rules, owners included;
 * - only owners say what a repository is, where rules depend on it;
 * - what the organisation's plan would void is refused before anything is made;
 * - the hardened settings stay when the component goes.
 *
 * Not covered: a second factor for every member. No interface sets that; the component reads it, warns
 * where it is missing and gives it out as `twoFactorRequired`. Nor what owners do by hand, nor members
 * who were given a repository directly.
 *
 * The settings of an organisation exist always, so there is nothing to adopt: what differs is told
 * line by line in preview. From 6.9 to 6.13 the GitHub provider leaves out of its first write whatever
 * is to be false; the second preview shows it as a change, the second `pulumi up` makes it. The
 * enterprise's list of addresses holds nobody off until an owner switches it on. Streaming its audit
 * log needs a classic token with `admin:enterprise`: GitHub takes no app's there.
 *
 * Guards of repositories come after this component (`dependsOn`), because their files would be refused
 * by rules that do not leave them out yet. Actions, required workflows and the values of properties
 * come after the repositories: see `GitHubOrganizationActions`.
 *
 * All unacceptable arguments are reported in one error.
 */
export class GitHubOrganization extends pulumi.ComponentResource {
    /** Name of the organisation. */
    public readonly organization: pulumi.Output<string>;
    /** Numeric id of the organisation, part of the subjects of its workflows. */
    public readonly organizationId: pulumi.Output<number>;
    /** Whether GitHub requires a second factor of every member. */
    public readonly twoFactorRequired: pulumi.Output<boolean>;

    constructor(
        name: string,
        args: GitHubOrganizationArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:GitHubOrganization", name, withSecrets(args), opts);
        refuse(this, `GitHubOrganization "${name}"`, organizationProblems(args));
        const found = lookUp(this, args);
        announceChanges(args, found);
        createSettings(this, name, args);
        createSecurityManagers(this, name, args);
        createProperties(this, name, args);
        if (args.allowUnguardedRepositories !== true) {
            createBranchRules(this, name, args);
            createTagRules(this, name);
        }
        if (args.enterprise !== undefined) {
            createAddresses(this, name, args.enterprise);
            createAuditStream(this, name, args.enterprise);
        }

        this.organization = pulumi.output(args.organization);
        this.organizationId = found.id.apply(Number);
        this.twoFactorRequired = found.twoFactorRequirementEnabled;
        this.registerOutputs({
            organization: this.organization,
            organizationId: this.organizationId,
            twoFactorRequired: this.twoFactorRequired,
        });
    }
}

/** The arguments as the state keeps them: the connection string came in clear, perhaps. */
function withSecrets(args: GitHubOrganizationArgs): GitHubOrganizationArgs {
    const { enterprise } = args;
    const hub = enterprise?.auditEventHub;
    if (!enterprise || !hub) {
        return args;
    }
    const auditEventHub = { ...hub, connectionString: pulumi.secret(hub.connectionString) };
    return { ...args, enterprise: { ...enterprise, auditEventHub } };
}
