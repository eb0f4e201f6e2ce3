import { githubClaims } from "./githubClaims";
import type {
    FederatedSubject,
    GitHubContext,
    GitHubSubject,
    SubjectClaim,
    SubjectWildcard,
    UnparseableSubject,
} from "./subjectForms";

export type * from "./subjectForms";

/** Any other text gives an unparseable subject with the reason; nothing is thrown. */
export function parseSubject(text: string): FederatedSubject {
    if (text.trim() !== text || text === "") {
        return unparseable(text, "is empty or has white space around it");
    }
    const scheme = /^(sc|p):\/\//.exec(text)?.[1];
    if (scheme !== undefined) return parseDevOps(text, scheme);
    if (text.startsWith("/")) return parseEntra(text);
    return parseGitHub(text);
}

/** Whether a token of a pull request's job can carry the subject. */
export function admitsPullRequest(subject: FederatedSubject): boolean {
    if (subject.kind !== "github") return false;
    const { context, claims } = subject;
    return (
        context.kind === "pullRequest" ||
        (context.kind === "ref" && context.ref.startsWith("refs/pull/")) ||
        claims.some(({ name, value }) =>
            name === "event_name" ? value.startsWith("pull_request") : isSetBaseRef(name, value),
        )
    );
}

/** `base_ref` and `head_ref` have values in pull requests only. */
function isSetBaseRef(name: string, value: string): boolean {
    return (name === "base_ref" || name === "head_ref") && value !== "";
}

const wildcard = /[*?]/;

function wildcardsIn(parts: readonly SubjectClaim[]): SubjectWildcard[] {
    return parts
        .filter(({ value }) => wildcard.test(value))
        .map(({ name, value }) => ({ part: name, value }));
}

function unparseable(
    text: string,
    reason: string,
    parts: readonly SubjectClaim[] = [{ name: "subject", value: text }],
): UnparseableSubject {
    return { kind: "unparseable", text, wildcards: wildcardsIn(parts), reason };
}

function parseDevOps(text: string, scheme: string): FederatedSubject {
    const parts = text.slice(`${scheme}://`.length).split("/");
    const [organization, project, last] = parts;
    if (parts.length !== 3 || !organization || !project || !last) {
        return unparseable(text, `is not ${scheme}:// with organization, project and name`);
    }
    const kind = scheme === "sc" ? "connection" : "pipeline";
    const wildcards = wildcardsIn([
        { name: "organization", value: organization },
        { name: "project", value: project },
        { name: kind, value: last },
    ]);
    return kind === "connection"
        ? { kind, text, wildcards, organization, project, connection: last }
        : { kind, text, wildcards, organization, project, pipeline: last };
}

const guid = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const entraForm = new RegExp(
    String.raw`^/eid1/c/[\w-]+/t/[\w-]+={0,2}/a/[\w-]+={0,2}/sc/(${guid})/(${guid})$`,
);

function parseEntra(text: string): FederatedSubject {
    const [, organizationId, connectionId] = entraForm.exec(text) ?? [];
    return organizationId === undefined || connectionId === undefined
        ? unparseable(text, "begins like a subject of Entra but does not have its form")
        : { kind: "entra", text, wildcards: [], organizationId, connectionId };
}

function parseGitHub(text: string): FederatedSubject {
    const { claims, pullRequest, parts, problem } = readClaims(text);
    if (problem !== undefined) return unparseable(text, problem, parts);
    const place = placeOf(claims);
    if (typeof place === "string") return unparseable(text, place, parts);
    return {
        kind: "github",
        text,
        wildcards: wildcardsIn(parts),
        ...place,
        context: pullRequest ? { kind: "pullRequest" } : contextOf(claims),
        claims: claims.filter(({ name }) => name !== "repo"),
    };
}

interface ReadClaims {
    readonly claims: readonly SubjectClaim[];
    readonly pullRequest: boolean;
    /** What wildcards are looked for in; all of the text, even where reading stopped early. */
    readonly parts: readonly SubjectClaim[];
    readonly problem: string | undefined;
}

/** `name:value:name:value`, in which `pull_request` is a name without a value. */
function readClaims(text: string): ReadClaims {
    const tokens = text.split(":");
    const claims: SubjectClaim[] = [];
    const parts: SubjectClaim[] = [];
    let pullRequest = false;
    let problem: string | undefined;
    for (let i = 0; i < tokens.length;) {
        const name = tokens[i] ?? "";
        const raw = tokens[i + 1];
        if (name === "pull_request") {
            pullRequest = true;
            i += 1;
        } else if (!isClaim(name)) {
            const where = claims.length === 0 && !pullRequest ? "subject" : "context";
            parts.push({ name: where, value: tokens.slice(i).join(":") });
            problem ??= `has ${JSON.stringify(name)} where GitHub puts a claim's name`;
            break;
        } else if (raw === undefined) {
            problem ??= `ends after the claim's name ${JSON.stringify(name)}`;
            i += 1;
        } else {
            if (claims.some((claim) => claim.name === name)) {
                problem ??= `has the claim ${JSON.stringify(name)} twice`;
            }
            claims.push({ name, value: raw.replace(/%3a/gi, ":") });
            parts.push(...partsOf(name, raw));
            i += 2;
        }
    }
    return { claims, pullRequest, parts, problem };
}

function isClaim(name: string): boolean {
    return githubClaims.has(name) || /^repo_property_[\w-]+$/.test(name);
}

function partsOf(name: string, value: string): SubjectClaim[] {
    if (name !== "repo" && name !== "repository") return [{ name, value }];
    const slash = value.indexOf("/");
    if (slash < 0) return [{ name: "owner and repository", value }];
    return [
        { name: "owner", value: value.slice(0, slash) },
        { name: "repository", value: value.slice(slash + 1) },
    ];
}

type Place = Pick<GitHubSubject, "owner" | "ownerId" | "repository" | "repositoryId">;

/**
 * Patterns count as names here: `repo:acme/*` has the owner acme. The reason as text if there is
 * none.
 */
function placeOf(claims: readonly SubjectClaim[]): Place | string {
    const value = (name: string) => claims.find((claim) => claim.name === name)?.value;
    const full = value("repo") ?? value("repository");
    const named = /^([\w*?-]+)(?:@(\d+))?\/([\w.*?-]+)(?:@(\d+))?$/.exec(full ?? "");
    if (full !== undefined && !named) {
        return `has ${JSON.stringify(full)} where GitHub puts owner/repository`;
    }
    const place = {
        owner: named?.[1] ?? value("repository_owner"),
        ownerId: named?.[2] ?? value("repository_owner_id"),
        repository: named?.[3],
        repositoryId: named?.[4] ?? value("repository_id"),
    };
    return Object.fromEntries(Object.entries(place).filter(([, known]) => known !== undefined));
}

/** An environment takes the place of the ref; an empty claim is one the job does not have. */
function contextOf(claims: readonly SubjectClaim[]): GitHubContext {
    const value = (name: string) => claims.find((claim) => claim.name === name)?.value;
    const environment = value("environment");
    if (environment) return { kind: "environment", environment };
    const ref = value("ref");
    if (!ref) return { kind: "none" };
    const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1];
    if (branch !== undefined) return { kind: "branch", branch };
    const tag = /^refs\/tags\/(.+)$/s.exec(ref)?.[1];
    return tag !== undefined ? { kind: "tag", tag } : { kind: "ref", ref };
}
