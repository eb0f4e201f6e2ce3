import {
    azureDevOpsApplication,
    azureDevOpsIssuer,
    namedFederation,
    opaqueFederation,
    type Federation,
} from "../../../sandbox/cloud/azuredevops/federation";
import { guid } from "../../../sandbox/cloud/identifiers";
import type { ConnectionJob } from "../../../sandbox/cloud/tokens/azureDevOpsIssuer";
import type { Claims, Token } from "../../../sandbox/cloud/tokens/token";
import { parseSubject } from "../../../model/subjects";
import type { Impostor } from "./impostor";

type Change = (claims: Claims) => Partial<Claims>;

const changed = (name: string, change: Change): Impostor<ConnectionJob> => ({
    name,
    token: (_, { claims }) => ({ claims: { ...claims, ...change(claims) } as Claims }),
});

/** What Entra's subjects hold. Whatever is made anew has another id; a rename changes nothing. */
interface Ids {
    readonly organization: string;
    readonly connection: string;
    readonly tenant: string;
}

/** A connection elsewhere, as Entra would sign for it. */
const byId = (name: string, change: (ids: Ids) => Partial<Ids>): Impostor<ConnectionJob> => ({
    name,
    token: ({ organization }, { claims }) => {
        const subject = parseSubject(String(claims.sub));
        const connection = subject.kind === "entra" ? subject.connectionId : "";
        const ids = { organization, connection, tenant: String(claims.tid) };
        const other = { ...ids, ...change(ids) };
        return signed(claims, opaqueFederation(other.organization, other.tenant, other.connection));
    },
});

/** What Azure DevOps' own subjects hold. What is made again under its name cannot be told apart. */
interface Names {
    readonly organization: string;
    readonly project: string;
    readonly connection: string;
}

/** A connection elsewhere, as Azure DevOps would sign for it. */
const byName = (
    name: string,
    change: (names: Names) => Partial<Names>,
): Impostor<ConnectionJob> => ({
    name,
    token: (_, { claims }) => {
        const subject = parseSubject(String(claims.sub));
        if (subject.kind !== "connection") throw new Error(`${subject.text} holds no names`);
        const other = { ...subject, ...change(subject) };
        return signed(claims, namedFederation(other.organization, other.project, other.connection));
    },
});

function signed(claims: Claims, { issuer, subject }: Federation): Token {
    return { claims: { ...claims, iss: issuer, sub: subject } };
}

const upper = (text: string): string => text.toUpperCase();
const swap = (text: string): string => (upper(text) === text ? text.toLowerCase() : upper(text));
const made = (...words: string[]): string => guid("made", ...words);

const ofBoth: readonly Impostor<ConnectionJob>[] = [
    changed("the subject in another case", ({ sub }) => ({ sub: swap(String(sub)) })),
    changed("a pipeline itself, without a connection", ({ iss, sub }) => ({
        iss,
        sub: String(sub).replace(/^.*\//, "p://acme/Shop/"),
    })),
    changed("the subject under the other issuer", ({ iss }) => ({
        iss: String(iss).includes("vstoken")
            ? `https://login.microsoftonline.com/${guid("some", "tenant")}/v2.0`
            : azureDevOpsIssuer("acme"),
    })),
    changed("another organisation's issuer", () => ({ iss: azureDevOpsIssuer("mallory") })),
    changed("the issuer of GitHub", () => ({ iss: "https://token.actions.githubusercontent.com" })),
    changed("an issuer of somebody's own", () => ({ iss: "https://tokens.example.net" })),
    changed("the issuer with a slash at its end", ({ iss }) => ({ iss: `${String(iss)}/` })),
    changed("the issuer without encryption", ({ iss }) => ({
        iss: String(iss).replace("https:", "http:"),
    })),
    changed("the audience of AWS", () => ({ aud: "sts.amazonaws.com" })),
    changed("the audience of Azure DevOps itself", () => ({ aud: azureDevOpsApplication })),
    changed("a job of GitHub in an environment of that name", () => ({
        sub: "repo:acme/Shop:environment:production",
    })),
    changed("a subject that stands for all", () => ({ sub: "sc://acme/*" })),
    changed("the subject with something after it", ({ sub }) => ({ sub: `${String(sub)}/x` })),
    changed("the right token of yesterday", ({ nbf, iat, exp }) => ({
        nbf: Number(nbf) - 86_400,
        iat: Number(iat) - 86_400,
        exp: Number(exp) - 86_400,
    })),
];

export const connectionImpostorsById: readonly Impostor<ConnectionJob>[] = [
    byId("another connection", () => ({ connection: made("another") })),
    byId("a connection of that name in another project", () => ({ connection: made("elsewhere") })),
    byId("the connection of another organisation", () => ({ organization: "mallory" })),
    byId("the connection of another tenant", () => ({ tenant: made("tenant") })),
    byId("the connection made again under its name", () => ({ connection: made("again") })),
    byId("the connection made again in a project made again", ({ organization }) => ({
        organization: `${organization}-2`,
        connection: made("again"),
    })),
    ...ofBoth,
];

export const connectionImpostorsByName: readonly Impostor<ConnectionJob>[] = [
    byName("another connection", () => ({ connection: "staging-2" })),
    byName("a connection of that name in another project", () => ({ project: "Playground" })),
    byName("those names in another organisation", () => ({ organization: "mallory" })),
    byName("the organisation renamed", ({ organization }) => ({
        organization: `${organization}-group`,
    })),
    byName("the project renamed", ({ project }) => ({ project: `${project} old` })),
    byName("the connection renamed", ({ connection }) => ({ connection: `${connection}-old` })),
    byName("the project in another case", ({ project }) => ({ project: swap(project) })),
    byName("the connection in another case", ({ connection }) => ({
        connection: swap(connection),
    })),
    ...ofBoth,
];
