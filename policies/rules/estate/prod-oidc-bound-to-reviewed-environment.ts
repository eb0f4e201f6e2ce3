import {
    EnvironmentIndex,
    planned,
    type PlannedEnvironment,
} from "../../../model/environmentIndex";
import { conclude, type Appraisal, type Finding, type Judgement } from "../../../model/finding";
import { is, known } from "../../../model/known";
import type { Resource, Stack } from "../../../model/resource";
import { environmentType, matchesEveryRef } from "../../../model/views/githubEnvironment";
import { federatedCredentialTypes } from "../../../model/views/federatedCredential";
import { oidcProviderTypes } from "../../../model/views/oidcProvider";
import { trustsOf, trustTypes, type Trust } from "../../../model/views/trust";
import { isDeclared } from "../../lib/declaredTrust";
import { defineStackRule, type JudgeContext } from "../../lib/defineRule";
import { branchDemands, bypassDemands, reviewDemands } from "../../lib/environmentGates";
import { isProduction, productionSettings } from "../../lib/production";
import { texts } from "../../lib/settings";
import {
    declaredPlace,
    declaresOtherHost,
    trustedPlaces,
    type TrustedPlace,
} from "../../lib/trustedPlaces";

const settings = {
    ...productionSettings,
    external: texts(
        "Reviewed environments that another stack manages, as owner/repository:environment.",
        [],
    ),
};

/**
 * Stops trust in an environment that is no gate. GitHub creates an environment that a job names and
 * that does not exist, without any protection: a trust for `production` while the stack protects
 * `prod` lets anyone who can push a branch deploy.
 *
 * While a subject is unknown, the declaration of the component it belongs to is judged instead;
 * `federated-credential-matches-declaration` holds the credential to it.
 *
 * Blind spot: environments that another stack manages must be listed in `external`, and are
 * believed to be reviewed. Trust by branch, pull request or pattern names no environment and is
 * judged by other rules.
 */
export const prodOidcBoundToReviewedEnvironment = defineStackRule({
    id: "prod-oidc-bound-to-reviewed-environment",
    code: "S01",
    title: "Production identities trust environments that exist and are reviewed",
    attack:
        "A developer pushes a branch whose job names the trusted environment. If that environment does not " +
        "exist, GitHub creates it unprotected; if it asks nobody, the job logs in to production at once.",
    blindSpot:
        "Believes the settings about environments of other stacks, and leaves trust that names no environment to other rules.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "create the environment in this stack with reviewers, without self-review and admin bypass, limited to branches; or list it in external",
        code: `new RepositoryEnvironment("production", {
    repository: "web",
    environment: "production",
    reviewers: [{ teams: [releaseTeamId] }],
    preventSelfReview: true,
    canAdminsBypass: false,
    deploymentBranchPolicy: { protectedBranches: true, customBranchPolicies: false },
});`,
    },
    controls: ["ncsc:10", "ncsc:3", "owasp:cicd-sec-1", "owasp:cicd-sec-5"],
    tags: ["identity", "oidc", "environment", "approval"],
    types: trustTypes,
    settings,
    examples: {
        denied: `new RepositoryEnvironment("prod", { repository: "web", environment: "prod" });
new FederatedIdentityCredential("deploy", {
    subject: "repo:acme@101/web@202:environment:production",
    // …
});`,
        allowed: `new RepositoryEnvironment("production", {
    repository: "web",
    environment: "production",
    reviewers: [{ teams: [releaseTeamId] }],
    preventSelfReview: true,
    canAdminsBypass: false,
    deploymentBranchPolicy: { protectedBranches: true, customBranchPolicies: false },
});
new FederatedIdentityCredential("deploy", {
    subject: "repo:acme@101/web@202:environment:production",
    // …
});`,
    },
    judge(stack, context) {
        const inputsOf = (urn: string) => context.declarationOf(urn);
        const environments = new EnvironmentIndex(stack, inputsOf);
        const scene: Scene = { stack, context, environments };
        return stack
            .ofType(...trustTypes)
            .map((resource) => judgeTrust(planned(resource, inputsOf(resource.urn)), scene));
    },
});

interface Scene {
    readonly stack: Stack;
    readonly context: JudgeContext<typeof settings>;
    readonly environments: EnvironmentIndex;
}

interface Reading extends Appraisal {
    /** Whether what cannot be told may concern production. */
    readonly production: boolean;
}

function judgeTrust(resource: Resource, scene: Scene): Judgement {
    const { trusts, unknown } = trustsOf(resource);
    const named = trusts.map(trustedPlaces);
    const paths = [...unknown, ...named.flatMap((one) => one.unknown)];
    const readings = [
        ...named.flatMap(({ places }) => places).map((place) => judgePlace(place, scene)),
        ...(paths.length > 0 ? [judgeUnknown(resource, trusts, paths, scene)] : []),
    ];
    const verdict = conclude(
        readings.flatMap(({ findings }) => findings),
        readings.flatMap((one) => one.unknown),
        readings.some(({ unknown: open, production }) => open.length > 0 && production),
    );
    return { urn: resource.urn, verdict };
}

function judgePlace(place: TrustedPlace, { context, environments }: Scene): Reading {
    const { owner, repository, environment } = place;
    const full = `${owner ?? ""}/${repository ?? ""}:${environment}`.toLowerCase();
    const elsewhere = context.config.external.some((one) => one.toLowerCase() === full);
    if (elsewhere || is(isProduction(known(environment), context), false)) {
        return { findings: [], unknown: [], production: false };
    }
    const lookup = environments.find(place);
    if (lookup.kind === "found") return judgeGates(lookup.found);
    if (lookup.kind === "missing") {
        return { findings: [openDoor(place, lookup.others)], unknown: [], production: true };
    }
    return { findings: [], unknown: [`environments of ${place.seen}`], production: true };
}

function judgeGates({ resource, gate, policies }: PlannedEnvironment): Reading {
    const demands = [...reviewDemands(gate), ...bypassDemands(gate), ...branchDemands(gate)];
    const unmet = demands.filter(({ met }) => is(met, false));
    const open = policies
        .flatMap(({ patterns }) => patterns)
        .filter(({ value }) => value.state === "known" && matchesEveryRef(value.value))
        .map(({ path, value }) => ({
            property: path,
            seen: value,
            wanted: "a pattern that leaves branches out",
        }));
    return {
        findings: [...unmet, ...open].map(({ property, seen, wanted }) => ({
            property: `${resource.name}.${property}`,
            seen,
            wanted,
            change: `correct ${property} of the environment ${resource.name}: ${wanted}`,
        })),
        unknown: demands
            .filter(({ met }) => met.state === "unknown")
            .map(({ property }) => `${resource.name}.${property}`),
        production: true,
    };
}

function openDoor(place: TrustedPlace, others: readonly string[]): Finding {
    const { owner, repository, repositoryId, environment, path, seen } = place;
    const where =
        repository === undefined
            ? `repository ${repositoryId ?? ""}`
            : `${owner ?? ""}/${repository}`;
    const instead = others.length > 0 ? `; the stack protects ${others.join(", ")} instead` : "";
    return {
        id: `no environment ${where}:${environment}`,
        property: path,
        seen: known(seen),
        wanted: `a reviewed environment ${environment} of ${where} in the stack`,
        change:
            `create the environment ${environment}: one that does not exist is an open door, because a job ` +
            `that names it creates it without protection${instead}`,
    };
}

/** Without a declaration, only environments that the value is computed from can be looked at. */
function judgeUnknown(
    resource: Resource,
    trusts: readonly Trust[],
    paths: readonly string[],
    scene: Scene,
): Reading {
    const { stack, context, environments } = scene;
    const declaration = isDeclared(resource) ? context.declarationOf(resource.parent) : undefined;
    if (declaration && declaresOtherHost(declaration)) {
        return { findings: [], unknown: [], production: false };
    }
    const declared = declaration && declaredPlace(declaration);
    if (declared) return judgePlace(declared, scene);
    const properties = [...new Set(paths.map((path) => path.split(/[.[]/)[0] ?? path))];
    const sources = properties
        .flatMap((property) => stack.sourcesOf(resource, property, environmentType))
        .flatMap((source) => environments.get(source.urn) ?? []);
    const productive = sources.filter(
        ({ gate }) => !is(isProduction(gate.environment, context), false),
    );
    const production =
        sources.length > 0
            ? productive.length > 0
            : trusts.some(({ issuer }) => issuer.state === "known") ||
              concernsGitHub(resource, properties, scene);
    return {
        findings: productive.flatMap((source) => judgeGates(source).findings),
        unknown: paths,
        production,
    };
}

/**
 * A credential always trusts somebody: GitHub, unless all that it comes from is of Azure DevOps. A
 * role whose policy is unknown may have nothing to do with tokens.
 */
function concernsGitHub(
    resource: Resource,
    properties: readonly string[],
    { stack }: Scene,
): boolean {
    const sources = properties
        .flatMap((property) => resource.propertyDependencies[property] ?? [])
        .map((urn) => stack.get(urn)?.type ?? "");
    if (federatedCredentialTypes.some((type) => type === resource.type)) {
        return sources.length === 0 || !sources.every((type) => type.startsWith("azuredevops:"));
    }
    return sources.some(
        (type) => type.startsWith("github:") || oidcProviderTypes.some((one) => one === type),
    );
}
