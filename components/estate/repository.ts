import { ResourceGroup } from "@pulumi/azure-native/resources";
import { ActionsEnvironmentVariable } from "@pulumi/github/actionsEnvironmentVariable";
import type * as pulumi from "@pulumi/pulumi";

import { GitHubEnvironment } from "../environments/githubEnvironment";
import { AzureFederatedIdentity } from "../identity/azureFederatedIdentity";
import { GitHubRepositoryGuard } from "../repositories/githubRepositoryGuard";
import { azureName } from "../shared/naming";
import { estateTags } from "../shared/tags";
import type { EstateEnvironment, EstateRepository, PipelineEstateArgs } from "./pipelineEstateArgs";
import type { EstatePlatform } from "./platform";
import type { StandingTeam } from "./teams";

/** What a repository is built on. */
export interface Ground {
    estate: PipelineEstateArgs;
    teams: Map<string, StandingTeam>;
    platform: EstatePlatform;
    /** GitHub's number for the organisation, where a subject holds it. */
    ownerId: pulumi.Input<number> | undefined;
}

/** A repository that stands, and the trust that was given to it. */
export interface StandingRepository {
    fullName: pulumi.Output<string>;
    trust: Trust[];
}

/** An environment, the identity its jobs use and the subject that identity trusts. */
export interface Trust {
    /** "repository/environment". */
    key: string;
    clientId: pulumi.Output<string>;
    subject: pulumi.Output<string>;
}

/**
 * The guarded repository, and for each environment its gate, its identity and its resource group.
 */
export function createRepository(
    parent: pulumi.Resource,
    name: string,
    repository: EstateRepository,
    ground: Ground,
): StandingRepository {
    const team = (slug: string): StandingTeam => standing(ground.teams, slug);
    const reviewers = repository.environments.flatMap((environment) => environment.reviewers);
    const guard = new GitHubRepositoryGuard(
        name,
        {
            organization: ground.estate.organization,
            repository: repository.name,
            description: repository.description,
            visibility: repository.visibility,
            team: { slug: repository.team, id: team(repository.team).id },
            codeOwners: { slug: repository.codeOwners, id: team(repository.codeOwners).id },
            readers: reviewers.map((slug) => ({ slug, id: team(slug).id })),
            reviews: repository.reviews,
            checks: repository.checks,
            allowedActions: repository.allowedActions,
            allowNoChecks: repository.checks.length === 0,
            allowBypass: repository.allowBypass,
            allowStaleReviews: repository.allowStaleReviews,
            allowDestroy: ground.estate.allowDestroy,
        },
        { parent },
    );
    const trust = repository.environments.map((environment) =>
        createEnvironment(parent, `${name}/${environment.name}`, {
            ...ground,
            guard,
            repository,
            environment,
        }),
    );
    return { fullName: guard.fullName, trust };
}

interface EnvironmentGround extends Ground {
    guard: GitHubRepositoryGuard;
    repository: EstateRepository;
    environment: EstateEnvironment;
}

function createEnvironment(
    parent: pulumi.Resource,
    name: string,
    ground: EnvironmentGround,
): Trust {
    const { guard, environment, estate, repository } = ground;
    const gate = new GitHubEnvironment(
        name,
        {
            organization: estate.organization,
            repository: guard.repositoryName,
            environment: environment.name,
            reviewerTeams: environment.reviewers.map((slug) => standing(ground.teams, slug).number),
            branches: environment.branches,
            waitMinutes: environment.waitMinutes,
            subjectFormat: repository.subjectFormat,
            ownerId: ground.ownerId,
            repositoryId: guard.repositoryId,
            allowNoReview: environment.reviewers.length === 0,
            allowSelfReview: environment.allowSelfReview,
            allowAdminBypass: environment.allowAdminBypass,
            allowAnyBranch: environment.allowAnyBranch,
        },
        // Reviewers need their read access first, and nothing should deploy before the guard stands.
        { parent, dependsOn: [guard] },
    );
    const identity = createIdentity(parent, name, ground, gate);
    createVariables(parent, name, ground, gate, identity);
    const key = `${repository.name}/${environment.name}`;
    return { key, clientId: identity.clientId, subject: gate.subject };
}

/** The deployment identity; its roles end at the environment's own resource group. */
function createIdentity(
    parent: pulumi.Resource,
    name: string,
    ground: EnvironmentGround,
    gate: GitHubEnvironment,
): AzureFederatedIdentity {
    const { estate, platform, repository, environment } = ground;
    const { location, subscriptionId } = estate.azure;
    const tags = estateTags({
        owner: repository.team,
        environment: environment.tier,
        classification: "internal",
    });
    const resourceGroupName = azureName(
        "rg",
        estate.organization,
        repository.name,
        environment.name,
    );
    const group = new ResourceGroup(
        `${name}-group`,
        { resourceGroupName, location, tags },
        // With the group goes all that was ever deployed to it, whoever owns that.
        { parent, protect: estate.allowDestroy !== true },
    );
    return new AzureFederatedIdentity(
        name,
        {
            repository: `${estate.organization}/${repository.name}`,
            environment: environment.name,
            credentials: [{ name: "github", subject: gate.subject }],
            roles: environment.roles.map(({ role }) => ({
                name: role.toLowerCase().replace(/\s+/g, "-"),
                role,
                // Spelt out, not taken from the group's id: policies can judge it before it exists.
                scope: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`,
            })),
            identityName: azureName("id", repository.name, environment.name),
            resourceGroupName: platform.identities.name,
            location,
            subscriptionId,
            tags,
        },
        { parent, dependsOn: [group] },
    );
}

/** What a workflow logs in with. None of it is secret, and no secret exists. */
function createVariables(
    parent: pulumi.Resource,
    name: string,
    ground: EnvironmentGround,
    gate: GitHubEnvironment,
    identity: AzureFederatedIdentity,
): void {
    const variables = {
        AZURE_CLIENT_ID: identity.clientId,
        AZURE_TENANT_ID: ground.estate.azure.tenantId,
        AZURE_SUBSCRIPTION_ID: ground.estate.azure.subscriptionId,
    };
    for (const [variableName, value] of Object.entries(variables)) {
        new ActionsEnvironmentVariable(
            `${name}-variable/${variableName}`,
            {
                repository: ground.guard.repositoryName,
                environment: gate.environment,
                variableName,
                value,
            },
            { parent },
        );
    }
}

/** The arguments were checked, so every team that is named stands. */
function standing(teams: Map<string, StandingTeam>, slug: string): StandingTeam {
    const team = teams.get(slug);
    if (!team) {
        throw new Error(`team ${slug} is named but not declared`);
    }
    return team;
}
