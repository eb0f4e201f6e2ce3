import { conclude, type Finding } from "../../../model/finding";
import type { Reading } from "../../../model/reading";
import { azureDevOpsIssuer, isGitHubDotCom, issuerFits } from "../../../model/oidcFacts";
import { parseSubject, type GitHubSubject } from "../../../model/subjects";
import { federatedCredentialTypes } from "../../../model/views/federatedCredential";
import { trustsOf, trustTypes, type Trust } from "../../../model/views/trust";
import { defineRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

/**
 * Stops trust from passing to strangers with a name: a deleted or renamed repository's name can be
 * taken by somebody else, the ids cannot. Repositories that GitHub created, renamed or transferred
 * since 2026-07-15 write the ids into their subjects, so trust by name alone does not even work for
 * them. The same holds for a service connection of Azure DevOps under the issuer that Azure DevOps
 * itself signs for: a warning, since Azure takes the other.
 *
 * Blind spot: a plan does not say when a repository was created, so `repositoriesCreatedAfter`
 * must; for all others the finding is a warning.
 */
export const oidcSubjectImmutableIds = defineRule({
    id: "oidc-subject-immutable-ids",
    code: "B07",
    title: "Trust names repositories and service connections by their ids",
    attack:
        "A repository or its owner is renamed or deleted, an attacker registers the freed name, and the " +
        "attacker's jobs carry the subject that the identity still trusts.",
    blindSpot:
        "Cannot see when a repository was created: unless the setting names it, the finding only warns. " +
        "AWS has service connections by name only, and is not warned of them.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "write the subject with ids (owner@ownerId/repository@repositoryId); on AWS a condition on repository_id does the same",
        code: 'subject: "repo:acme@101/web@202:environment:production"',
    },
    controls: ["owasp:cicd-sec-2", "mcsb:IM-3"],
    tags: ["identity", "oidc"],
    types: trustTypes,
    settings: {
        repositoriesCreatedAfter: texts(
            "Repositories created, renamed or transferred since 2026-07-15, as owner/name; owner/* is all of an owner's, * is all.",
            [],
        ),
    },
    examples: {
        denied: `new FederatedIdentityCredential("deploy", {
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:acme/web:environment:production",
    audiences: ["api://AzureADTokenExchange"],
    resourceName: "id-web", resourceGroupName: "identities",
});`,
        allowed: `new FederatedIdentityCredential("deploy", {
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:acme@101/web@202:environment:production",
    audiences: ["api://AzureADTokenExchange"],
    resourceName: "id-web", resourceGroupName: "identities",
});`,
    },
    judge(resource, { config }) {
        const { trusts, unknown } = trustsOf(resource);
        const undecided = [...unknown];
        const findings = federatedCredentialTypes.some((type) => type === resource.type)
            ? trusts.flatMap(namedConnections)
            : [];
        for (const trust of trusts.filter(mayBeGitHubDotCom)) {
            if (trust.subjects.state === "unknown") undecided.push(trust.path);
            const repositoryIds = trust.claim("repository_id");
            if (trust.subjects.state !== "known" || isExact(repositoryIds)) continue;
            for (const located of trust.subjects.value) {
                if (located.value.state === "unknown") undecided.push(located.path);
                else findings.push(...findingsFor(located, config.repositoriesCreatedAfter));
            }
        }
        return conclude(findings, undecided);
    },
});

/**
 * Azure has an issuer whose subjects hold the connection's id; AWS knows only the names, so roles are
 * not warned of.
 */
function namedConnections({ issuer, subjects }: Trust): Finding[] {
    const named = issuer.state === "known" && issuerFits(issuer.value, [azureDevOpsIssuer]);
    if (!named || subjects.state !== "known") return [];
    return subjects.value.flatMap(({ path, value }) =>
        value.state === "known" && parseSubject(value.value).kind === "connection"
            ? [
                  {
                      id: `subject ${value.value}`,
                      property: path,
                      seen: value,
                      wanted: "the subject that Entra writes, with the connection's id",
                      change: "convert the service connection to Entra's issuer, and trust its new subject",
                      advisory: true as const,
                  },
              ]
            : [],
    );
}

function mayBeGitHubDotCom({ issuer }: Trust): boolean {
    return issuer.state !== "known" || isGitHubDotCom(issuer.value);
}

/** An id that is not known yet is an id. */
function isExact(values: Trust["subjects"]): boolean {
    return (
        values.state === "known" &&
        values.value.every(({ value }) => value.state !== "known" || /^\d+$/.test(value.value))
    );
}

function findingsFor({ path, value }: Reading<string>, created: readonly string[]): Finding[] {
    if (value.state !== "known") return [];
    const subject = parseSubject(value.value);
    if (subject.kind !== "github" || isById(subject) || hasPattern(subject)) return [];
    const { owner = "", repository = "" } = subject;
    const isNew = created.some((one) => names(one, owner, repository));
    return [
        {
            id: `subject ${value.value}`,
            property: path,
            seen: value,
            wanted: "owner@ownerId/repository@repositoryId in place of the names alone",
            ...(!isNew && { advisory: true as const }),
        },
    ];
}

function isById({ ownerId, repositoryId }: GitHubSubject): boolean {
    return ownerId !== undefined && repositoryId !== undefined;
}

/** Where names are patterns, the rule against wildcards speaks. */
function hasPattern({ wildcards }: GitHubSubject): boolean {
    return wildcards.some(({ part }) => part === "owner" || part === "repository");
}

function names(listed: string, owner: string, repository: string): boolean {
    const wanted = listed.toLowerCase();
    const full = `${owner}/${repository}`.toLowerCase();
    return wanted === "*" || wanted === full || wanted === `${owner.toLowerCase()}/*`;
}
