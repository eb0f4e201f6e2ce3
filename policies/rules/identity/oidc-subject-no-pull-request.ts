import { conclude, type Finding } from "../../../model/finding";
import { readText } from "../../../model/known";
import type { Reading } from "../../../model/reading";
import type { Resource } from "../../../model/resource";
import { admitsPullRequest, parseSubject } from "../../../model/subjects";
import { trustsOf, trustTypes, type Trust } from "../../../model/views/trust";
import { defineRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

/**
 * Stops cloud access for code that nobody has reviewed: the job of a pull request runs what the
 * request proposes.
 *
 * Blind spot: an identity listed in `planIdentities` is taken to be read-only; whether it is,
 * another rule must judge.
 */
export const oidcSubjectNoPullRequest = defineRule({
    id: "oidc-subject-no-pull-request",
    code: "B05",
    title: "No identity trusts pull requests, except listed plan identities",
    attack:
        "Whoever opens a pull request decides what its job runs. If the job can log in to a cloud, " +
        "unreviewed code acts with the identity's rights.",
    blindSpot: "Takes listed plan identities to be read-only without checking their roles.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "trust an environment instead, or list the identity in planIdentities if it can only read",
        code: 'subject: "repo:acme@101/web@202:environment:production"',
    },
    controls: ["ncsc:8", "owasp:cicd-sec-4", "owasp:cicd-sec-2"],
    tags: ["identity", "oidc"],
    types: trustTypes,
    settings: {
        planIdentities: texts(
            "Read-only identities that plan changes for pull requests: name of the identity or role, or of the resource.",
            [],
        ),
    },
    examples: {
        denied: `new FederatedIdentityCredential("deploy", {
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:acme/web:pull_request",
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
        const read = trusts.map(pullRequests);
        const findings = read.flatMap((one) => one.findings);
        const undecided = [...unknown, ...read.flatMap((one) => one.unknown)];
        const listed = namesOf(resource).some((name) => config.planIdentities.includes(name));
        return listed ? conclude([]) : conclude(findings, undecided);
    },
});

function namesOf(resource: Resource): string[] {
    const named = ["resourceName", "name", "roleName"].map((key) => readText(resource.props, key));
    return [resource.name, ...named.flatMap((one) => (one.state === "known" ? [one.value] : []))];
}

/** Claims whose value tells a pull request's job, besides the subject. */
const telling = ["event_name", "ref", "base_ref", "head_ref"];

function pullRequests(trust: Trust): { findings: Finding[]; unknown: string[] } {
    if (trust.subjects.state === "unknown") return { findings: [], unknown: [trust.path] };
    const subjects = trust.subjects.state === "known" ? trust.subjects.value : [];
    const claims = telling.flatMap((name) => {
        const values = trust.claim(name);
        if (values.state !== "known") return [];
        return values.value.map((one) => ({ located: one, prefix: `${name}:` }));
    });
    return {
        findings: [
            ...subjects.flatMap((located) => finding(located, "")),
            ...claims.flatMap(({ located, prefix }) => finding(located, prefix)),
        ],
        unknown: subjects.filter(({ value }) => value.state === "unknown").map(({ path }) => path),
    };
}

function finding({ path, value }: Reading<string>, prefix: string): Finding[] {
    if (value.state !== "known") return [];
    if (!admitsPullRequest(parseSubject(prefix + value.value))) return [];
    return [
        {
            id: `subject ${value.value}`,
            property: path,
            seen: value,
            wanted: "the subject of an environment",
        },
    ];
}
