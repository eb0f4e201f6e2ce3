import {
    branchProblems,
    formatProblems,
    reviewerProblems,
    waitProblems,
} from "../environments/checkEnvironment";
import { roleProblems } from "../identity/checkFederation";
import {
    actionProblems,
    checkProblems,
    reviewProblems,
    visibilityProblems,
} from "../repositories/checkGuard";
import { shaped } from "../shared/shapes";
import { distinct, ignoringCase, oneOf, problem, type Problem } from "../shared/validate";
import { deviceProblems } from "./devices";
import { estateRolesProblems } from "./checkEstateRoles";
import { hostProblems } from "./checkHosts";
import type {
    EstateEnvironment,
    EstateRepository,
    EstateTeam,
    PipelineEstateArgs,
} from "./pipelineEstateArgs";

/** Stages an environment can serve. */
const tiers = ["development", "staging", "production"];

/** Everything unacceptable in an estate, so that one run shows all there is to mend. */
export function estateProblems(args: PipelineEstateArgs): Problem[] {
    const teams = args.teams.map((team) => team.name);
    const names = args.repositories.map((repository) => repository.name);
    return [
        ...shaped("organization", args.organization, "owner"),
        ...shaped("azure.tenantId", args.azure.tenantId, "guid"),
        ...shaped("azure.subscriptionId", args.azure.subscriptionId, "guid"),
        ...shaped("azure.location", args.azure.location, "location"),
        ...shaped("vault.name", args.vault.name, "vault"),
        ...stateProblems(args),
        ...args.teams.flatMap((team, i) => teamProblems(`teams[${i}]`, team)),
        ...distinct(teams, (i) => `teams[${i}].name`, "a team name"),
        ...args.repositories.flatMap((repository, i) =>
            repositoryProblems(`repositories[${i}]`, repository, teams),
        ),
        ...hostProblems(args),
        ...deviceProblems(args),
        ...estateRolesProblems(args),
        ...distinct(names, (i) => `repositories[${i}].name`, "a repository name", ignoringCase),
    ];
}

/** Only those who apply the estate write its state. */
function stateProblems({ state, appliedBy }: PipelineEstateArgs): Problem[] {
    const cloud = state?.cloud === "aws" ? "aws" : "azure";
    const named = appliedBy?.[cloud] ?? [];
    const allowed = "whoever runs pulumi up: nobody else may write the state";
    return state && named.length === 0 ? [problem(`appliedBy.${cloud}`, named, allowed)] : [];
}

function teamProblems(path: string, team: EstateTeam): Problem[] {
    const memberPath = (i: number): string => `${path}.members[${i}]`;
    return [
        ...shaped(`${path}.name`, team.name, "team"),
        ...team.members.flatMap((login, i) => shaped(memberPath(i), login, "login")),
        ...distinct(team.members, memberPath, "a login", ignoringCase),
    ];
}

function repositoryProblems(
    path: string,
    repository: EstateRepository,
    teams: string[],
): Problem[] {
    const environments = repository.environments.map((environment) => environment.name);
    const environmentPath = (i: number): string => `${path}.environments[${i}]`;
    return [
        ...shaped(`${path}.name`, repository.name, "repository"),
        ...oneOf(`${path}.team`, repository.team, teams),
        ...oneOf(`${path}.codeOwners`, repository.codeOwners, teams),
        ...visibilityProblems(`${path}.visibility`, repository.visibility),
        ...formatProblems(`${path}.subjectFormat`, repository.subjectFormat),
        ...reviewProblems(`${path}.reviews`, repository.reviews),
        ...checkProblems(`${path}.checks`, repository.checks),
        ...actionProblems(`${path}.allowedActions`, repository.allowedActions),
        ...repository.environments.flatMap((environment, i) =>
            environmentProblems(environmentPath(i), environment, teams),
        ),
        ...distinct(
            environments,
            (i) => `${environmentPath(i)}.name`,
            "an environment name",
            ignoringCase,
        ),
    ];
}

function environmentProblems(
    path: string,
    environment: EstateEnvironment,
    teams: string[],
): Problem[] {
    const { reviewers, roles, branches } = environment;
    const reviewerPath = (i: number): string => `${path}.reviewers[${i}]`;
    const rolePath = (i: number): string => `${path}.roles[${i}].role`;
    return [
        ...shaped(`${path}.name`, environment.name, "environment"),
        ...oneOf(`${path}.tier`, environment.tier, tiers),
        ...reviewers.flatMap((team, i) => oneOf(reviewerPath(i), team, teams)),
        ...reviewerProblems(`${path}.reviewers`, reviewers),
        ...distinct(reviewers, reviewerPath, "a team"),
        ...waitProblems(`${path}.waitMinutes`, environment.waitMinutes),
        ...(environment.allowAnyBranch ? [] : branchProblems(`${path}.branches`, branches)),
        ...roles.flatMap(({ role }, i) => roleProblems(rolePath(i), role)),
        ...distinct(
            roles.map(({ role }) => role),
            rolePath,
            "a role",
        ),
    ];
}
