import { getOrganizationOutput } from "@pulumi/github/getOrganization";
import * as pulumi from "@pulumi/pulumi";

import { refuse } from "../shared/validate";
import { estateProblems } from "./checkEstate";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import { createPlatform } from "./platform";
import { createRepository, type Trust } from "./repository";
import { createTeams } from "./teams";

/**
 * The delivery pipelines of an organisation: its teams, its guarded repositories, and for each of
 * their environments a gate on GitHub, an identity in Azure and a resource group to deploy to.
 *
 * Guaranteed unless an `allow…` argument says otherwise, besides what the parts promise
 * (`HardenedVault`, `GitHubRepositoryGuard`, `GitHubEnvironment`, `AzureFederatedIdentity`):
 * - one identity per repository and environment, trusted by exact subject;
 * - an identity is created after the guards of its repository and the gate of its environment;
 * - an identity's roles end at its environment's own resource group;
 * - no pipeline has a role on the group the identities live in;
 * - workflows get ids as environment variables, and there is no secret to steal;
 * - vault, its network and the audit log itself are logged;
 * - the audit log is kept for a year, read with a role on the log itself, and written by Azure's diagnostic settings alone;
 * - what holds state outlives a mistake: Pulumi protects it, and archives repositories in place of erasing them;
 * - the members of a team are those listed, nobody else.
 *
 * Not covered: organisation-wide settings, build agents, Azure DevOps, whether the people who review
 * an environment can also push to its repository, and from where the audit log is read: queries are
 * answered on public networks, because the estate builds no private link to Azure Monitor, without
 * which nobody could read it.
 *
 * All unacceptable arguments are reported in one error.
 */
export class PipelineEstate extends pulumi.ComponentResource {
    /** Address of the vault. */
    public readonly vaultUri: pulumi.Output<string>;
    /** The guarded repositories, as "owner/name". */
    public readonly repositories: pulumi.Output<string[]>;
    /** Client id of the deployment identity, by "repository/environment". */
    public readonly clientIds: pulumi.Output<Record<string, string>>;
    /** The exact subject that identity trusts, by "repository/environment". */
    public readonly subjects: pulumi.Output<Record<string, string>>;

    constructor(
        name: string,
        args: PipelineEstateArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:PipelineEstate", name, args, opts);
        refuse(this, `PipelineEstate "${name}"`, estateProblems(args));
        const ground = {
            estate: args,
            teams: createTeams(this, name, args.teams),
            platform: createPlatform(this, name, args),
            ownerId: needsOwnerId(args) ? ownerIdOf(this, args.organization) : undefined,
        };
        const repositories = args.repositories.map((repository) =>
            createRepository(this, `${name}-${repository.name}`, repository, ground),
        );
        const trust = repositories.flatMap((repository) => repository.trust);

        this.vaultUri = ground.platform.vault.vaultUri;
        this.repositories = pulumi.all(repositories.map(({ fullName }) => fullName));
        this.clientIds = byKey(trust, "clientId");
        this.subjects = byKey(trust, "subject");
        this.registerOutputs({
            vaultUri: this.vaultUri,
            repositories: this.repositories,
            clientIds: this.clientIds,
            subjects: this.subjects,
        });
    }
}

/** Only subjects in id form hold the organisation's number; without one GitHub is not asked. */
function needsOwnerId({ repositories }: PipelineEstateArgs): boolean {
    return repositories.some(
        ({ subjectFormat, environments }) => subjectFormat !== "name" && environments.length > 0,
    );
}

/** GitHub's number for the organisation, part of the subjects of new repositories. */
function ownerIdOf(parent: pulumi.Resource, organization: string): pulumi.Output<number> {
    const found = getOrganizationOutput({ name: organization, summaryOnly: true }, { parent });
    return found.apply((known) => Number(known.id));
}

function byKey(
    trust: Trust[],
    field: "clientId" | "subject",
): pulumi.Output<Record<string, string>> {
    return pulumi.all(Object.fromEntries(trust.map((one) => [one.key, one[field]])));
}
