import type { EnvironmentPlace } from "../../model/environmentIndex";
import { readText, type Known } from "../../model/known";
import type { Reading } from "../../model/reading";
import { isGitHubIssuer } from "../../model/oidcFacts";
import type { Resource } from "../../model/resource";
import { parseSubject } from "../../model/subjects";
import type { Trust } from "../../model/views/trust";

/** An environment that a trust names, and where it says so. */
export interface TrustedPlace extends EnvironmentPlace {
    readonly path: string;
    /** The subject or claim that names it, as written. */
    readonly seen: string;
}

export interface TrustedPlaces {
    readonly places: readonly TrustedPlace[];
    /** Paths of values that are not known yet and may name an environment. */
    readonly unknown: readonly string[];
}

/**
 * The environments a trust names: by its subjects, or on AWS by the claims beside them. Trust in
 * patterns, branches, pull requests and other hosts names none; other rules judge those.
 */
export function trustedPlaces(trust: Trust): TrustedPlaces {
    const { issuer, subjects, path } = trust;
    if (issuer.state === "known" && !isGitHubIssuer(issuer.value))
        return { places: [], unknown: [] };
    if (subjects.state === "unknown") return { places: [], unknown: [path] };
    if (subjects.state === "absent") return placesOfClaims(trust);
    const places = subjects.value.flatMap((located) => placesOfSubject(located, trust));
    return { places, unknown: unknownIn(subjects) };
}

/** Whether the component declares trust in a host whose tokens name no environment. */
export function declaresOtherHost(declaration: Resource): boolean {
    const issuer = readText(declaration.props, "issuer");
    return issuer.state === "known" && !isGitHubIssuer(issuer.value);
}

/** What the component declares while the credential itself is not known. */
export function declaredPlace(declaration: Resource): TrustedPlace | undefined {
    const repository = readText(declaration.props, "repository");
    const environment = readText(declaration.props, "environment");
    if (repository.state !== "known" || environment.state !== "known") return undefined;
    const [owner, name] = repository.value.split("/");
    return {
        owner,
        repository: name,
        repositoryId: undefined,
        environment: environment.value,
        path: "subject",
        seen: `declared: ${repository.value}, environment ${environment.value}`,
    };
}

function unknownIn(values: Known<readonly Reading<string>[]>): string[] {
    if (values.state !== "known") return [];
    return values.value.filter(({ value }) => value.state === "unknown").map(({ path }) => path);
}

function textsOf(values: Known<readonly Reading<string>[]>): Reading<string>[] {
    return values.state === "known" ? [...values.value] : [];
}

function placesOfSubject({ path, value }: Reading<string>, trust: Trust): TrustedPlace[] {
    if (value.state !== "known") return [];
    const subject = parseSubject(value.value);
    if (subject.kind !== "github" || subject.wildcards.length > 0) return [];
    const { owner, repository, repositoryId, context } = subject;
    const place = { owner, repository, repositoryId, path, seen: value.value };
    if (context.kind === "environment") return [{ ...place, environment: context.environment }];
    return environmentClaims(trust).map((environment) => ({ ...place, environment }));
}

function environmentClaims(trust: Trust): string[] {
    return textsOf(trust.claim("environment")).flatMap(({ value }) =>
        value.state === "known" ? [value.value] : [],
    );
}

/** Without a subject, AWS can tell jobs apart by the claims `repository` and `environment`. */
function placesOfClaims(trust: Trust): TrustedPlaces {
    const repositories = ["repository", "repository_id"].flatMap((name) =>
        textsOf(trust.claim(name)).flatMap(({ value }) =>
            value.state === "known" ? [{ name, text: value.value }] : [],
        ),
    );
    const places = repositories.flatMap(({ name, text }) => {
        const [owner, repository] = name === "repository" ? text.split("/") : [];
        const repositoryId = name === "repository_id" ? text : undefined;
        return environmentClaims(trust).map((environment) => ({
            owner,
            repository,
            repositoryId,
            environment,
            path: trust.path,
            seen: `${name} ${text}, environment ${environment}`,
        }));
    });
    const claims = ["repository", "repository_id", "environment"].map((name) => trust.claim(name));
    return { places, unknown: claims.flatMap(unknownIn) };
}
