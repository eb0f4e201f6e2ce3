import type {
    EstateCheck,
    EstateEnvironment,
    EstateRepository,
    EstateTeam,
    EstateVault,
    PipelineEstateArgs,
} from "../components/estate/pipelineEstateArgs";
import { defaults } from "./defaults";
import { awsTargetsOf, cloudsOf, principalsOf } from "./normaliseClouds";
import { hostsOf } from "./normaliseHosts";
import { groupOf, rolesOf } from "./normaliseRoles";
import type { CheckForm, EnvironmentForm, EstateForm, RepositoryForm } from "./schema";

/** The estate in full: every default applied, every short form written out. */
export function normalise(form: EstateForm): PipelineEstateArgs {
    return {
        organization: form.organization,
        azure: form.azure,
        teams: teamsOf(form),
        vault: vaultOf(form.vault),
        contacts: form.contacts,
        auditDays: form.auditDays ?? defaults.auditDays.value,
        appliedBy: principalsOf(form.appliedBy),
        breakGlass: principalsOf(form.breakGlass),
        ...(form.roles ? { roles: rolesOf(form.roles) } : {}),
        ...cloudsOf(form),
        ...hostsOf(form),
        repositories: form.repositories.map((repository) => repositoryOf(form, repository)),
        allowDestroy: form.allowDestroy ?? defaults.allowDestroy.value,
    };
}

/** In alphabetical order: the Pulumi CLI sorts the keys of an object, other engines do not. */
function teamsOf(form: EstateForm): EstateTeam[] {
    const { teams } = form;
    return Object.keys(teams)
        .sort()
        .map((name) => {
            const groupId = groupOf(form, name);
            const members = teams[name] ?? [];
            return { name, members, ...(groupId === undefined ? {} : { groupId }) };
        });
}

function vaultOf(vault: EstateForm["vault"]): EstateVault {
    return {
        name: vault.name,
        allowPurge: vault.allowPurge ?? defaults.allowPurge.value,
        allowPublicNetwork: vault.allowPublicNetwork ?? defaults.allowPublicNetwork.value,
        allowAccessPolicies: vault.allowAccessPolicies ?? defaults.allowAccessPolicies.value,
    };
}

function repositoryOf(estate: EstateForm, own: RepositoryForm): EstateRepository {
    const environments = own.environments ?? estate.environments ?? defaults.environments.value;
    const checks = own.checks ?? estate.checks ?? defaults.checks.value;
    return {
        name: own.name,
        host: own.host,
        team: own.team,
        codeOwners: own.codeOwners ?? estate.codeOwners ?? defaults.codeOwners.value,
        description: own.description ?? defaults.description.value,
        visibility: own.visibility ?? defaults.visibility.value,
        subjectFormat: own.subjectFormat ?? defaults.subjectFormat.value,
        reviews: own.reviews ?? estate.reviews ?? defaults.reviews.value,
        checks: checks.map(checkOf),
        allowedActions:
            own.allowedActions ?? estate.allowedActions ?? defaults.allowedActions.value,
        environments: environments.map(environmentOf),
        branches: own.branches ?? defaults.guardedBranches.value,
        ...(own.leads === undefined ? {} : { leads: own.leads }),
        adopt: own.adopt ?? defaults.adopt.value,
        plan: own.plan ?? defaults.plan.value,
        allowBypass: own.allowBypass ?? defaults.allowBypass.value,
        allowStaleReviews: own.allowStaleReviews ?? defaults.allowStaleReviews.value,
    };
}

function environmentOf(environment: EnvironmentForm): EstateEnvironment {
    const roles = environment.roles ?? defaults.roles.value;
    return {
        name: environment.name,
        tier: environment.tier,
        reviewers: environment.reviewers ?? defaults.reviewers.value,
        waitMinutes: environment.waitMinutes ?? defaults.waitMinutes.value,
        branches: environment.branches ?? defaults.branches.value,
        roles: roles.map((role) => ({ role })),
        ...(environment.aws ? { aws: awsTargetsOf(environment.aws) } : {}),
        allowSelfReview: environment.allowSelfReview ?? defaults.allowSelfReview.value,
        allowAdminBypass: environment.allowAdminBypass ?? defaults.allowAdminBypass.value,
        allowAnyBranch: environment.allowAnyBranch ?? defaults.allowAnyBranch.value,
    };
}

function checkOf(check: CheckForm): EstateCheck {
    const { context, integrationId } = typeof check === "string" ? { context: check } : check;
    return { context, integrationId: integrationId ?? defaults.integrationId.value };
}
