import { conclude, type Finding } from "../../../model/finding";
import { absent } from "../../../model/known";
import type { Reading } from "../../../model/reading";
import { parseSubject } from "../../../model/subjects";
import { trustsOf, trustTypes, type Trust } from "../../../model/views/trust";
import { defineRule } from "../../lib/defineRule";

/**
 * Stops trust that reaches further than the one job it was written for: `repo:acme*` also fits
 * `acme-evil/anything`, `repo:acme/*` a repository that any member creates, `repo:acme/web:*` every
 * branch and pull request. No subject at all is the widest pattern.
 *
 * Blind spot: GitHub allows `*` and `?` in the names of environments; such names count as patterns.
 */
export const oidcSubjectNoWildcard = defineRule({
    id: "oidc-subject-no-wildcard",
    code: "B03",
    title: "Federated trust names its subject without wildcards",
    attack:
        "A subject with * or ? fits jobs nobody meant: of another organization with a similar name, of a " +
        "repository any member may create, of an unreviewed branch or of a pull request.",
    blindSpot:
        "An environment whose real name holds * or ? is taken for a pattern. Conditions on other claims " +
        "that narrow a pattern are not weighed.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "write the exact subject, one value for each job that must be trusted",
        code: 'subject: "repo:acme@101/web@202:environment:production"',
    },
    controls: [
        "ncsc:3",
        "ncsc:8",
        "owasp:cicd-sec-2",
        "owasp:cicd-sec-5",
        "mcsb:IM-3",
        "mcsb:PA-7",
    ],
    tags: ["identity", "oidc"],
    types: trustTypes,
    settings: {},
    examples: {
        denied: `new FederatedIdentityCredential("deploy", {
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:acme/web:*",
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
    judge(resource) {
        const { trusts, unknown } = trustsOf(resource);
        const undecided = [...unknown];
        const findings: Finding[] = [];
        for (const trust of trusts) {
            if (trust.subjects.state === "known") {
                findings.push(...trust.subjects.value.flatMap(patternFindings));
                undecided.push(...unknownPaths(trust.subjects.value));
            } else if (trust.subjects.state === "unknown") {
                undecided.push(trust.path);
            } else if (trust.expression.state === "unknown") {
                undecided.push("claimsMatchingExpression");
            } else {
                findings.push(...withoutSubject(trust));
            }
        }
        return conclude(findings, undecided);
    },
});

function patternFindings({ path, value }: Reading<string>): Finding[] {
    if (value.state !== "known") return [];
    const { wildcards } = parseSubject(value.value);
    if (wildcards.length === 0) return [];
    const parts = wildcards.map(({ part }) => part).join(" and ");
    return [
        {
            id: `subject ${value.value}`,
            property: path,
            seen: value,
            wanted: `an exact subject, without * or ? in the ${parts}`,
        },
    ];
}

function unknownPaths(values: readonly Reading<string>[]): string[] {
    return values.filter(({ value }) => value.state === "unknown").map(({ path }) => path);
}

/** Claims that name a repository, or the workflow in it, as exactly as a subject does. */
const identifying = ["repository", "repository_id", "job_workflow_ref"];

function withoutSubject(trust: Trust): Finding[] {
    if (trust.expression.state === "known") return expressionFindings(trust);
    const exact = identifying.some((name) => {
        const values = trust.claim(name);
        return (
            values.state === "known" &&
            values.value.every(({ value }) => value.state === "known" && !/[*?]/.test(value.value))
        );
    });
    if (exact) return [];
    return [
        {
            id: `no subject at ${trust.path}`,
            property: trust.path,
            seen: absent,
            wanted: "a condition that names the exact subject",
        },
    ];
}

function expressionFindings({ expression }: Trust): Finding[] {
    return expression.state === "known" && /[*?]/.test(expression.value)
        ? [
              {
                  property: "claimsMatchingExpression",
                  seen: expression,
                  wanted: "an exact subject in place of a pattern over claims",
              },
          ]
        : [];
}
