import {
    jobToken,
    recreated,
    renamed,
    type GitHubJob,
    type GitHubRepository,
} from "../../../sandbox/cloud/tokens/githubIssuer";
import type { Claims } from "../../../sandbox/cloud/tokens/token";
import type { Impostor } from "./impostor";

type Change = (job: GitHubJob) => Partial<GitHubJob>;

/** A job with something else about it, as GitHub would sign it. */
const job = (name: string, change: Change): Impostor<GitHubJob> => ({
    name,
    token: (own) => jobToken({ ...own, ...change(own) }),
});

/** The same job in a repository with something else about it. */
const from = (
    name: string,
    change: (repository: GitHubRepository, own: GitHubJob) => Partial<GitHubRepository>,
): Impostor<GitHubJob> =>
    job(name, (own) => ({ repository: { ...own.repository, ...change(own.repository, own) } }));

/** The very token, signed by somebody who can write what they like into it. */
const forged = (
    name: string,
    change: (claims: Claims) => Partial<Claims>,
): Impostor<GitHubJob> => ({
    name,
    token: (_, { claims }) => ({ claims: { ...claims, ...change(claims) } as Claims }),
});

/** A job that names no environment: what anybody who can push to some branch can run. */
const unguarded = (name: string, change: Change) =>
    job(name, (own) => ({ environment: undefined, ...change(own) }));

const pull = { number: 7, head: "patch-1", base: "main" };

/** Swaps upper and lower case. */
function swapped(text: string): string {
    return text.replace(/[a-z]/gi, (one) =>
        one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
    );
}

export const githubImpostors: readonly Impostor<GitHubJob>[] = [
    unguarded("a fork's pull request", ({ repository }) => ({
        repository: { ...repository, visibility: "private", tokensForForks: true },
        pullRequest: { ...pull, forkOwner: "mallory" },
    })),
    unguarded("a pull request", () => ({ pullRequest: pull })),
    unguarded("pull_request_target on a fork's pull request", () => ({
        event: "pull_request_target",
        pullRequest: { ...pull, base: "trunk", forkOwner: "mallory" },
    })),
    unguarded("a push to another branch", () => ({ ref: "refs/heads/feature/x" })),
    unguarded("a branch with the name of the environment", ({ repository }) => ({
        ref: `refs/heads/environment/${repository.name}`,
    })),
    unguarded("a tag", () => ({ ref: "refs/tags/v9.9.9" })),
    job("another environment", ({ environment }) => ({
        environment: environment === "sandbox" ? "preview" : "sandbox",
    })),
    job("an environment whose name goes on", ({ environment }) => ({
        environment: `${environment ?? "main"}-2`,
    })),
    job("the environment in another case", ({ environment, ref }) => ({
        environment: swapped(environment ?? ref ?? "main"),
    })),
    from("another repository", ({ name, id }) => ({ name: `${name}-tools`, id: id + 1 })),
    from("the repository in another case", ({ name }) => ({ name: swapped(name) })),
    from("the owner in another case", ({ owner }) => ({ owner: swapped(owner) })),
    from("the same name under another owner", ({ ownerId, id }) => ({
        owner: "mallory",
        ownerId: ownerId + 1,
        id: id + 1,
    })),
    from("the repository made again under its name", (own) => recreated(own, own.id + 1000)),
    from("the owner made again under its name", (own) => ({
        ...recreated(own, own.id + 1000),
        ownerId: own.ownerId + 1000,
    })),
    from("the owner renamed", (own) => renamed(own, { owner: `${own.owner}-group` })),
    from("the repository renamed", (own) => renamed(own, { name: `${own.name}-old` })),
    {
        ...from("the other form of the subject", ({ subjectFormat }) => ({
            subjectFormat: subjectFormat === "id" ? "name" : "id",
        })),
        rightful: "while migrating",
    },
    from("the issuer of an enterprise", () => ({
        enterprise: { slug: "acme-corp", ownIssuer: true },
    })),
    from("the issuer of another GitHub", () => ({ dataResidencyHost: "acme.ghe.com" })),
    from("a subject made of other claims", () => ({
        template: ["repo", "context", "actor"],
    })),
    job("the audience GitHub gives unasked", () => ({ audience: undefined })),
    job("the audience of the other cloud", ({ audience }) => ({
        audience:
            audience === "sts.amazonaws.com" ? "api://AzureADTokenExchange" : "sts.amazonaws.com",
    })),
    job("the right token of yesterday", () => ({ issuedAt: new Date(Date.now() - 86_400_000) })),
    forged("an issuer of somebody's own", () => ({ iss: "https://tokens.example.net" })),
    forged("the issuer without encryption", ({ iss }) => ({
        iss: String(iss).replace("https:", "http:"),
    })),
    forged("the issuer with a slash at its end", ({ iss }) => ({ iss: `${String(iss)}/` })),
    forged("a subject that stands for all", () => ({ sub: "repo:*" })),
    forged("the subject with something after it", ({ sub }) => ({ sub: `${String(sub)}:actor:x` })),
];
