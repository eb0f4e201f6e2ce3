import { absent, known, map, unknown, type Known } from "../known";
import type { Reading } from "../reading";
import type { Resource } from "../resource";
import type { TrustCondition, TrustPolicy, TrustStatement } from "../trustPolicy";
import { awsRole, awsRoleTypes } from "./awsRole";
import { federatedCredential, federatedCredentialTypes } from "./federatedCredential";
import { issuerUrl } from "./oidcProvider";

/** Every type that trusts tokens of an OIDC issuer. */
export const trustTypes = [...federatedCredentialTypes, ...awsRoleTypes] as const;

/** One way into an identity: tokens of one issuer with certain claims. */
export interface Trust {
    readonly cloud: "azure" | "aws";
    /** Where the trust is written. */
    readonly path: string;
    readonly issuer: Known<string>;
    /** Where the issuer is written. */
    readonly issuerPath: string;
    /** Absent: tokens with any subject. */
    readonly subjects: Known<readonly Reading<string>[]>;
    /** Absent: tokens for any audience the identity's cloud lets in. */
    readonly audiences: Known<readonly Reading<string>[]>;
    /** Where an audience is, or would be, written. */
    readonly audiencePath: string;
    /** Azure's flexible matching, in place of a subject. */
    readonly expression: Known<string>;
    /** Values of another claim the token must have (AWS only). Absent: not asked for. */
    claim(name: string): Known<readonly Reading<string>[]>;
}

export interface TrustReading {
    readonly trusts: readonly Trust[];
    /** Paths that may hold further trusts and are not known yet. */
    readonly unknown: readonly string[];
}

/** The trusts of a federated credential or a role; none for other types. */
export function trustsOf(resource: Resource): TrustReading {
    if (federatedCredentialTypes.some((type) => type === resource.type)) {
        return { trusts: [credentialTrust(resource)], unknown: [] };
    }
    if (awsRoleTypes.some((type) => type === resource.type)) {
        return policyTrusts(awsRole(resource).trust);
    }
    return { trusts: [], unknown: [] };
}

function credentialTrust(resource: Resource): Trust {
    const credential = federatedCredential(resource);
    return {
        cloud: "azure",
        path: "subject",
        issuer: credential.issuer,
        issuerPath: "issuer",
        subjects:
            credential.subject.state === "absent"
                ? absent
                : known([{ path: "subject", value: credential.subject }]),
        audiences: map(credential.audiences, (list) =>
            list.map((value, i) => ({ path: `${credential.audienceProperty}[${i}]`, value })),
        ),
        audiencePath: credential.audienceProperty,
        expression: credential.expression,
        claim: () => absent,
    };
}

function policyTrusts(policy: TrustPolicy): TrustReading {
    return { trusts: policy.statements.flatMap(statementTrusts), unknown: policy.unknown };
}

function statementTrusts(statement: TrustStatement): Trust[] {
    return providersOf(statement).map((provider) => {
        const claim = (name: string) => valuesOf(statement.conditions, provider, name);
        return {
            cloud: "aws",
            path: statement.path,
            issuer: map(provider, issuerUrl),
            issuerPath: `${statement.path}.Principal`,
            subjects: claim("sub"),
            audiences: claim("aud"),
            audiencePath: statement.path,
            expression: absent,
            claim,
        };
    });
}

/** A statement for any provider is read by the providers its conditions name. */
function providersOf({ providers, conditions }: TrustStatement): readonly Known<string>[] {
    return providers.flatMap((provider) => {
        if (provider.state !== "known" || provider.value !== "*") return [provider];
        if (conditions.state !== "known") return [unknown];
        const named = new Set(conditions.value.map((one) => one.provider));
        named.delete("aws");
        named.delete("");
        return named.size === 0 ? [unknown] : [...named].map((name) => known(name));
    });
}

const positive = ["stringequals", "stringequalsignorecase", "stringlike"];

/**
 * The values a claim may have. Conditions of one statement must all hold, so one that allows exact
 * values only makes a pattern beside it harmless.
 */
function valuesOf(
    conditions: Known<readonly TrustCondition[]>,
    provider: Known<string>,
    claim: string,
): Known<readonly Reading<string>[]> {
    if (conditions.state !== "known") return conditions;
    const relevant = conditions.value.filter(
        (one) =>
            one.claim === claim &&
            positive.includes(one.comparison) &&
            (provider.state !== "known" ||
                one.provider.toLowerCase() === provider.value.toLowerCase()),
    );
    const exact = relevant.find(isExact);
    const telling = exact === undefined ? relevant : [exact];
    if (telling.length === 0) return absent;
    return known(telling.flatMap(({ values, path }) => values.map((value) => ({ path, value }))));
}

/** A `*` under `StringEquals` is an ordinary character, but nobody means one: it stays in view. */
function isExact({ firm, values }: TrustCondition): boolean {
    return firm && values.every((one) => one.state === "known" && !/[*?]/.test(one.value));
}
