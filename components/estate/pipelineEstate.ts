import { getOrganizationOutput } from "@pulumi/github/getOrganization";
import * as pulumi from "@pulumi/pulumi";

import { refuse } from "../shared/validate";
import { createAwsPlatform } from "./awsPlatform";
import { estateProblems } from "./checkEstate";
import { createDevOpsProject } from "./devOpsProject";
import type { Deployment } from "./ground";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import { createOrganization, createOrganizationActions } from "./githubOrganization";
import { createPlatform } from "./platform";
import { createRepository } from "./repository";
import { createRoles } from "./roles";
import { createServices } from "./services";
import { createTeams } from "./teams";

/**
 * The delivery pipelines of an organisation: its teams, its guarded repositories on GitHub and on Azure
 * DevOps, and for each of their environments a gate, an identity in Azure or a role in AWS, and what it
 * deploys to; beside them the settings of the organisation on GitHub and of the project on Azure DevOps,
 * audit trail, vault, signing keys, secrets, the store of Pulumi's state, and networks and pools of
 * self-hosted agents.
 *
 * Guaranteed unless an `allow…` argument says otherwise, besides what the parts promise
 * (`HardenedVault`, `GitHubRepositoryGuard`, `GitHubEnvironment`, `GitHubOrganization`,
 * `GitHubOrganizationActions`, `AzureDevOpsProject`, `AzureDevOpsRepositoryGuard`,
 * `AzureDevOpsEnvironment`, `AzureServiceConnection`, `AwsServiceConnection`,
 * `AzureFederatedIdentity`, `AwsFederatedRole`, `AuditTrail`, `AgentNetwork`, `AzureAgentPool`, `AwsAgentNetwork`,
 * `AwsRunnerPool`, `SigningKey`, `VaultSecret`, `AwsSecretVault`, `StateStore`, `Roles`):
 * - one identity per repository and environment, trusted by exact subject;
 * - an identity is created after the guards of its repository and the gate of its environment;
 * - an identity's roles end at its environment's own resource group, and at the keys and secrets it is named for;
 * - whoever can open a pull request can look at most: the identities of a plan hold no role that writes;
 * - a secret is read, and a key used, by the deployments named for it alone;
 * - on Azure DevOps a connection is open to the one pipeline of its repository that deploys, a plan's to the gates;
 * - a pool for Azure DevOps is open to the gates or to the pipelines that deploy, whichever its tier is for;
 * - where devices are not trusted, no change is merged without signatures of registered keys;
 * - agents of pull requests and of production share no pool, no identity and no runner group;
 * - an agent's identity has no role in a resource group that is deployed to;
 * - each cloud the estate is in has an audit trail;
 * - no pipeline has a role on the group the identities live in;
 * - workflows get ids as environment variables, and there is no secret to steal;
 * - vault, its network and the audit log itself are logged;
 * - the audit log is kept for a year, read with a role on the log itself, and written by Azure's diagnostic settings alone;
 * - what holds state outlives a mistake: Pulumi protects it, and archives repositories in place of erasing them;
 * - the members of a team are those listed, nobody else;
 * - where roles are given, each team has one, and people look at what they answer for and change nothing, emergencies excepted.
 *
 * In Azure the vault's lock holds the roles in it as well: whoever no longer reads a secret or signs keeps the role,
 * and every run fails, until the lock is taken away by hand; docs/configuration.md has the steps.
 *
 * Not covered: the organisation's settings on GitHub where `github` is not given, whether the people who
 * review an environment can also push to its repository, who is in the Entra group that a team is on
 * Azure DevOps, and from where the audit log is read: queries are
 * answered on public networks, because the estate builds no private link to Azure Monitor, without
 * which nobody could read it. The issuer by which Azure DevOps signs
 * in to AWS retires on 2027-07-01, of which every run warns. What runs `pulumi up` is a Project Collection Administrator on Azure DevOps. Agents of all tiers but those of managed pools share one network, in which
 * none reaches another. The workspace that `auditStream` makes takes entries from whoever has its keys,
 * because Azure DevOps writes in no other way. Where Azure keeps Pulumi's state, the vault lets Azure's trusted services in,
 * because storage reaches its key in no other way. A GitHub App's private key is imported by a person,
 * once, as a new version of the key "github-app"; until then no runner can register.
 *
 * All unacceptable arguments are reported in one error.
 */
export class PipelineEstate extends pulumi.ComponentResource {
    /** Address of the vault. */
    public readonly vaultUri: pulumi.Output<string>;
    /** The guarded repositories, as "owner/name", on Azure DevOps as "project/name". */
    public readonly repositories: pulumi.Output<string[]>;
    /** Client id of the deployment identity in Azure, by "repository/environment". */
    public readonly clientIds: pulumi.Output<Record<string, string>>;
    /** ARN of the deployment role in AWS, by "repository/environment". */
    public readonly roleArns: pulumi.Output<Record<string, string>>;
    /** The exact subject that identity or role trusts, by "repository/environment". */
    public readonly subjects: pulumi.Output<Record<string, string>>;
    /** Commands by which Pulumi keeps the estate's state in its own store; empty without one. */
    public readonly stateCommands: pulumi.Output<string[]>;

    constructor(
        name: string,
        args: PipelineEstateArgs,
        opts: pulumi.ComponentResourceOptions = {},
    ) {
        super("gatehouse:index:PipelineEstate", name, withSecrets(args), opts);
        refuse(this, `PipelineEstate "${name}"`, estateProblems(args));
        const teams = createTeams(this, name, args.teams);
        const gitHub = createOrganization(this, name, args, teams);
        const platform = createPlatform(this, name, args);
        const ground = {
            estate: args,
            teams,
            gitHub,
            platform,
            aws: createAwsPlatform(this, name, args),
            devOps: createDevOpsProject(this, name, args, platform),
            ownerId: needsOwnerId(args) ? ownerIdOf(this, args.organization) : undefined,
        };
        const repositories = args.repositories.map((repository) =>
            createRepository(this, `${name}-${repository.name}`, repository, ground),
        );
        const deployments = repositories.flatMap((repository) => repository.deployments);
        createOrganizationActions(this, name, args, repositories);
        createRoles(this, name, ground, deployments);
        const services = createServices(this, name, ground, repositories);

        this.vaultUri = ground.platform.vault.vaultUri;
        this.repositories = pulumi.all(repositories.map(({ fullName }) => fullName));
        this.clientIds = byKey(deployments, ({ azure }) => azure?.clientId);
        this.roleArns = byKey(deployments, ({ aws }) => aws?.roleArn);
        this.subjects = byKey(deployments, ({ subject }) => subject);
        this.stateCommands = services.stateCommands;
        this.registerOutputs({
            vaultUri: this.vaultUri,
            repositories: this.repositories,
            clientIds: this.clientIds,
            roleArns: this.roleArns,
            subjects: this.subjects,
            stateCommands: this.stateCommands,
        });
    }
}

/** The arguments as the state keeps them: the password of the sink came in clear, perhaps. */
function withSecrets(args: PipelineEstateArgs): PipelineEstateArgs {
    const { azureDevOps } = args;
    if (!azureDevOps?.audit) {
        return args;
    }
    const audit = { ...azureDevOps.audit, password: pulumi.secret(azureDevOps.audit.password) };
    return { ...args, azureDevOps: { ...azureDevOps, audit } };
}

/** Only subjects in id form hold the organisation's number; without one GitHub is not asked. */
function needsOwnerId({ repositories }: PipelineEstateArgs): boolean {
    return repositories.some(
        ({ host, subjectFormat, environments }) =>
            host === "github" && subjectFormat !== "name" && environments.length > 0,
    );
}

/** GitHub's number for the organisation, part of the subjects of new repositories. */
function ownerIdOf(parent: pulumi.Resource, organization: string): pulumi.Output<number> {
    const found = getOrganizationOutput({ name: organization, summaryOnly: true }, { parent });
    return found.apply((known) => Number(known.id));
}

/** What each deployment has of one kind; those that have none of it are left out. */
function byKey(
    deployments: Deployment[],
    find: (deployment: Deployment) => pulumi.Output<string> | undefined,
): pulumi.Output<Record<string, string>> {
    const found = deployments.flatMap((deployment) => {
        const value = find(deployment);
        return value ? [[deployment.key, value] as const] : [];
    });
    return pulumi.all(Object.fromEntries(found));
}
