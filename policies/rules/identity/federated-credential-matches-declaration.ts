import { allowed, conclude, undecidable, type Appraisal } from "../../../model/finding";
import { known, map, read, readText, type Known } from "../../../model/known";
import type { Reading } from "../../../model/reading";
import type { Resource } from "../../../model/resource";
import { parseSubject, type GitHubSubject } from "../../../model/subjects";
import { trustsOf, trustTypes, type Trust } from "../../../model/views/trust";
import { declaringTypes, isDeclared } from "../../lib/declaredTrust";
import { defineRule } from "../../lib/defineRule";

/**
 * Holds a credential, or a role of AWS, to what its component declared. A repository's id is unknown before it exists,
 * so in a first preview the whole subject is; what is judged then is the declaration. This rule
 * refuses, before it is created, one that turns out to say something else.
 *
 * Blind spot: credentials and roles without such a component declare nothing; they are judged by their
 * values alone. What else than tokens a role trusts is judged by other rules.
 */
export const federatedCredentialMatchesDeclaration = defineRule({
    id: "federated-credential-matches-declaration",
    code: "B15",
    title: "A federated credential, or role, trusts exactly what its component declared",
    attack:
        "A subject is computed from values that only exist after the preview. Someone who controls one " +
        "of them lets the preview approve one trust and the deployment create another.",
    blindSpot:
        "Says nothing of credentials and roles whose parent declares no trust, nor of principals other than tokens.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "give AzureFederatedIdentity or AwsFederatedRole the subject of the repository and environment, or of the service connection, that it declares, and declare the issuer and audience it uses",
        code: `new AzureFederatedIdentity("deploy", {
    repository: "acme/web",
    environment: "production",
    credentials: [{ name: "github", subject: environment.subject }],
    // …
});`,
    },
    controls: ["ncsc:3", "owasp:cicd-sec-2", "mcsb:IM-3"],
    tags: ["identity", "oidc"],
    types: trustTypes,
    settings: {},
    examples: {
        denied: `new AzureFederatedIdentity("deploy", {
    repository: "acme/web",
    environment: "production",
    credentials: [{ name: "github", subject: "repo:acme/api:environment:production" }],
    // …
});`,
        allowed: `new AzureFederatedIdentity("deploy", {
    repository: "acme/web",
    environment: "production",
    credentials: [{ name: "github", subject: "repo:acme@101/web@202:environment:production" }],
    // …
});`,
    },
    judge(resource, context) {
        if (!isDeclared(resource)) return allowed;
        const declaration = context.declarationOf(resource.parent);
        if (declaration === undefined)
            return undecidable([`inputs of the parent ${declaringTypes.join(" or ")}`]);
        const { trusts, unknown } = trustsOf(resource);
        const comparisons = trusts.flatMap((trust) => compare(trust, declaration));
        return conclude(
            comparisons.flatMap(({ findings }) => findings),
            [...comparisons.flatMap((one) => one.unknown), ...unknown],
        );
    },
});

function compare(trust: Trust, declaration: Resource): Appraisal[] {
    const declared = (name: string) => readText(declaration.props, name);
    const host = read(declaration.props, "azureDevOps");
    const places = host.state === "absent" ? inRepository : ofConnection;
    return [
        ...subjectsOf(trust).flatMap((subject) => places(subject, declared)),
        compareOne(trust.issuerPath, "issuer", trust.issuer, declared("issuer")),
        compareOne(trust.audiencePath, "audience", onlyOne(trust.audiences), declared("audience")),
    ];
}

/** Each subject that lets a token in; one that is not there lets in any. */
function subjectsOf({ subjects, path }: Trust): readonly Reading<string>[] {
    return subjects.state === "known" ? subjects.value : [{ path, value: subjects }];
}

type Declared = (name: string) => Known<string>;

/** Repository and environment, each by itself. */
function inRepository({ path, value: subject }: Reading<string>, declared: Declared): Appraisal[] {
    const place = (part: (subject: GitHubSubject) => string | undefined) =>
        map(subject, (text) => {
            const parsed = parseSubject(text);
            return parsed.kind === "github" && parsed.wildcards.length === 0
                ? (part(parsed) ?? "")
                : "";
        });
    return [
        compareOne(path, "repository", place(repositoryOf), declared("repository"), subject),
        compareOne(path, "environment", place(environmentOf), declared("environment"), subject),
    ];
}

/** The connection by its id where Entra wrote the subject, else by its names. */
function ofConnection({ path, value: subject }: Reading<string>, declared: Declared): Appraisal[] {
    const parsed = map(subject, parseSubject);
    if (parsed.state === "known" && parsed.value.kind === "entra") {
        const id = known(parsed.value.connectionId.toLowerCase());
        const wanted = map(declared("azureDevOps.connectionId"), (text) => text.toLowerCase());
        return [compareOne(path, "connection's id", id, wanted, subject)];
    }
    return (["organization", "project", "connection"] as const).map((part) => {
        const name = map(parsed, (one) =>
            one.kind === "connection" && one.wildcards.length === 0 ? one[part] : "",
        );
        return compareOne(path, part, name, declared(`azureDevOps.${part}`), subject);
    });
}

function repositoryOf({ owner = "", repository = "" }: GitHubSubject): string {
    return `${owner}/${repository}`;
}

function environmentOf({ context }: GitHubSubject): string | undefined {
    return context.kind === "environment" ? context.environment : undefined;
}

/** Several audiences are none that was declared. */
function onlyOne(audiences: Trust["audiences"]): Known<string> {
    if (audiences.state !== "known") return audiences;
    const [first] = audiences.value;
    return audiences.value.length === 1 && first !== undefined
        ? first.value
        : known(`${audiences.value.length} audiences`);
}

function compareOne(
    property: string,
    what: string,
    actual: Known<string>,
    declared: Known<string>,
    seen: Known<unknown> = actual,
): Appraisal {
    if (declared.state === "unknown") return { findings: [], unknown: [`${what} declared`] };
    if (actual.state === "unknown") return { findings: [], unknown: [property] };
    const same =
        declared.state === "known" && actual.state === "known" && declared.value === actual.value;
    if (same) return { findings: [], unknown: [] };
    const wanted =
        declared.state === "known"
            ? `the ${what} declared by the component: ${declared.value}`
            : `a ${what} declared by the component`;
    return { findings: [{ id: what, property, seen, wanted }], unknown: [] };
}
