import { Team } from "@pulumi/github/team";
import { TeamMembers } from "@pulumi/github/teamMembers";
import * as pulumi from "@pulumi/pulumi";

import { today } from "../shared/isoDate";
import { warn } from "../shared/messages";
import { shaped } from "../shared/shapes";
import { judged, refuse, text, type Problem } from "../shared/validate";
import { createAwsRoles } from "./awsRoles";
import { createAzureAccess } from "./azureAccess";
import { breakGlassArn, endedArgs } from "./breakGlass";
import { isMail, rolesProblems } from "./checkRoles";
import type { RoleHolder, RolesArgs } from "./rolesArgs";
import { slugOf } from "./separation";

/**
 * Who does what in an organisation: one table of roles, on GitHub, Azure DevOps, Azure and AWS. The table
 * with the reason for each line is on the page docs/roles.md.
 *
 * Guaranteed unless an `allow…` argument says otherwise:
 * - no role both writes production code and approves its release, and no team or group carries two such roles;
 * - nobody holds two roles that must be separate: one error names every such person and pair, before anything is created;
 * - teams made here are part of no other team and hold exactly the people given;
 * - people only read in Azure and AWS, break-glass excepted;
 * - developers, reviewers and leads read nothing of production unless developer devices are trusted;
 * - roles in Azure are given on a resource group or something narrower;
 * - roles in AWS can be taken through one SAML provider only;
 * - the break-glass role has no members, and nobody can take it in AWS;
 * - what the break-glass role may do in Azure has to be activated first, and ends on a given day at most 90 days ahead;
 * - once its day has come, the next run leaves the break-glass role empty and without power, and says so;
 * - with members the break-glass role ends within 7 days, and in AWS it asks for a second factor of the last hour;
 * - accounts and roles for emergencies are given out for `AuditTrail` to watch, before anybody can use them.
 *
 * Not covered: who is in the Entra groups, in teams that stood already and behind the SAML provider; one
 * person with two logins; what activating a role in Azure asks for (approval, second factor, hours: role
 * settings of Privileged Identity Management, which are kept by hand); owners of the GitHub organisation, administrators of Azure DevOps and the
 * directory, the root user. Privileged Identity Management needs Microsoft Entra ID P2 or Governance. What
 * a team may do in a repository is for `GitHubRepositoryGuard`; groups of a project on Azure DevOps are
 * made by `AzureDevOpsProject`, from what `roleProjectGroups` says of the same holders.
 *
 * All unacceptable arguments are reported in one error.
 */
export class Roles extends pulumi.ComponentResource {
    /** Id of the GitHub team, as text, by name of the holders. */
    public readonly teamIds: pulumi.Output<Record<string, string>>;
    /** Slug of the GitHub team, by name of the holders. */
    public readonly teamSlugs: pulumi.Output<Record<string, string>>;
    /** ARN of the role in AWS, by role. */
    public readonly awsRoleArns: pulumi.Output<Record<string, string>>;
    /** Object ids for `AuditTrail`'s `azure.breakGlassPrincipalIds`. */
    public readonly breakGlassPrincipalIds: pulumi.Output<string[]>;
    /** ARNs for `AuditTrail`'s `aws.breakGlassRoleArns`. The role need not exist yet. */
    public readonly breakGlassRoleArns: pulumi.Output<string[]>;

    constructor(name: string, args: RolesArgs, opts: pulumi.ComponentResourceOptions = {}) {
        super("gatehouse:index:Roles", name, args, opts);
        const checked = checkRoles(this, name, args);

        this.teamIds = pulumi.output(teamIds(this, name, checked.holders));
        this.teamSlugs = pulumi.output(byName(checked.holders, slugOf));
        createAzureAccess(this, name, checked, opts.dependsOn);
        this.awsRoleArns = pulumi.output(createAwsRoles(this, name, checked));
        this.breakGlassPrincipalIds = pulumi.output(checked.azure?.breakGlassAccountIds ?? []);
        this.breakGlassRoleArns = pulumi.output(checked.aws ? [breakGlassArn(checked)] : []);
        this.registerOutputs({
            teamIds: this.teamIds,
            teamSlugs: this.teamSlugs,
            awsRoleArns: this.awsRoleArns,
            breakGlassPrincipalIds: this.breakGlassPrincipalIds,
            breakGlassRoleArns: this.breakGlassRoleArns,
        });
    }
}

/** The arguments, with every value that is not known yet judged as soon as it is. */
function checkRoles(owner: pulumi.Resource, name: string, args: RolesArgs): RolesArgs {
    const what = `Roles "${name}"`;
    const problems = rolesProblems(args, today());
    const one = (
        path: string,
        value: pulumi.Input<string>,
        judge: (path: string, value: unknown) => Problem[],
    ): pulumi.Input<string> => judged(owner, what, value, (known) => judge(path, known), problems);
    const guid = (path: string, value: unknown): Problem[] => shaped(path, value, "guid");
    const checked: RolesArgs = {
        ...args,
        ...(args.azure && {
            azure: {
                ...args.azure,
                scopes: args.azure.scopes.map((scope, i) => ({
                    ...scope,
                    scope: one(`azure.scopes[${i}].scope`, scope.scope, scopeProblems),
                })),
                breakGlassAccountIds: (args.azure.breakGlassAccountIds ?? []).map((id, i) =>
                    one(`azure.breakGlassAccountIds[${i}]`, id, guid),
                ),
            },
        }),
    };
    refuse(owner, what, problems);
    const ended = endedArgs(checked, today());
    if (ended) {
        const text = `the break-glass role ended on ${String(args.breakGlassUntil)} and holds nobody and nothing; name another day, or none`;
        warn(`${what}: ${text}`);
    }
    return ended ?? checked;
}

function scopeProblems(path: string, value: unknown): Problem[] {
    const form = /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[^/]+(\/providers\/.+)?$/i;
    return text(path, value, form, "the id of a resource group or of a resource in one");
}

function byName<T>(holders: RoleHolder[], of: (holder: RoleHolder) => T): Record<string, T> {
    return Object.fromEntries(holders.map((holder) => [holder.name, of(holder)]));
}

/** Flat, because a team has all that the team above it has. Visible, because only such own code. */
function teamIds(
    parent: pulumi.Resource,
    name: string,
    holders: RoleHolder[],
): Record<string, pulumi.Input<string>> {
    return byName(holders, ({ name: slug, members, team }) => {
        if (team) {
            return team.id;
        }
        const made = new Team(
            `${name}-team/${slug}`,
            { name: slug, privacy: "closed" },
            { parent },
        );
        const logins = members.filter((one) => !isMail(one));
        new TeamMembers(
            `${name}-members/${slug}`,
            {
                teamSlug: made.slug,
                members: logins.map((username) => ({ username, role: "member" })),
            },
            { parent },
        );
        return made.id;
    });
}
