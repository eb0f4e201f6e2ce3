import type { ServiceError } from "../../failures";
import { awsError } from "../errors";
import { MalformedPolicy, readPolicy, type Policy, type Statement } from "./read";
import { requiredKey } from "./sharedProviders";

/**
 * Longest documents, in characters without white space.
 * source: AWS IAM User Guide, "IAM and AWS STS quotas"; date: 2026-11-21
 */
export const policyLimits = {
    /** Default quota; 4096 on request. */
    trust: 2048,
    managed: 6144,
    inlineOfRole: 10_240,
    policiesPerRole: 10,
    versionsPerPolicy: 5,
} as const;

/** Characters that count towards a limit. */
export function policySize(text: string): number {
    return text.replaceAll(/\s/g, "").length;
}

function malformed(operation: string, message: string): ServiceError {
    return awsError(400, operation, "MalformedPolicyDocument", message);
}

/** Reads a policy, or fails as the service does. */
export function requirePolicy(operation: string, text: string): Policy {
    try {
        return readPolicy(text);
    } catch (error) {
        throw error instanceof MalformedPolicy ? malformed(operation, error.message) : error;
    }
}

/** Refuses a policy that does not belong to a principal: managed and inline policies, boundaries. */
export function requireIdentityPolicy(operation: string, text: string): void {
    const policy = requirePolicy(operation, text);
    for (const statement of policy.statements) {
        if (statement.principals !== undefined || statement.notPrincipals !== undefined) {
            throw malformed(operation, "Policy document should not specify a principal.");
        }
        const resources = statement.resources ?? statement.notResources;
        if (resources === undefined) {
            throw malformed(operation, "Policy statement must contain resources.");
        }
        const bare = resources.find(
            (one) => one !== "*" && !one.startsWith("arn:") && !one.startsWith("${"),
        );
        if (bare !== undefined) {
            throw malformed(operation, `Resource ${bare} must be in ARN format or "*".`);
        }
        requireVendors(operation, statement);
    }
}

function requireVendors(operation: string, { actions, notActions }: Statement): void {
    const bare = (actions ?? notActions ?? []).find(
        (one) => one !== "*" && !/^[\w-]+:.+$/.test(one),
    );
    if (bare !== undefined) {
        throw malformed(
            operation,
            "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
        );
    }
}

/** Refuses a policy that does not say who: of buckets, keys, secrets, topics and queues. */
export function requireResourcePolicy(operation: string, text: string): void {
    for (const statement of requirePolicy(operation, text).statements) {
        if (statement.principals === undefined && statement.notPrincipals === undefined) {
            throw malformed(operation, "Missing required field Principal");
        }
        requireVendors(operation, statement);
    }
}

/** Refuses a trust policy of a role as IAM does: form, size, shared providers. */
export function requireTrustPolicy(operation: string, text: string): void {
    const size = policySize(text);
    if (size > policyLimits.trust) {
        throw awsError(
            409,
            operation,
            "LimitExceeded",
            `Cannot exceed quota for ACLSizePerRole: ${policyLimits.trust}`,
        );
    }
    for (const statement of requirePolicy(operation, text).statements) {
        requireTrustStatement(operation, statement);
    }
}

function requireTrustStatement(operation: string, statement: Statement): void {
    if (statement.resources !== undefined || statement.notResources !== undefined) {
        throw malformed(operation, "Has prohibited field Resource");
    }
    if (statement.principals === undefined) {
        const isNegated = statement.notPrincipals !== undefined;
        throw malformed(
            operation,
            isNegated
                ? "AssumeRolepolicy contained disallowed NotPrincipal"
                : "Missing required field Principal",
        );
    }
    if (!(statement.actions ?? ["*"]).every((one) => /^sts:|^\*$/i.test(one))) {
        throw malformed(operation, "AssumeRole policy may only specify STS AssumeRole actions.");
    }
    for (const [kind, names] of statement.principals) {
        const wrong = names.find((name) => !isPrincipal(kind, name));
        if (wrong !== undefined) {
            throw malformed(
                operation,
                `Invalid principal in policy: "${kind.toUpperCase()}":"${wrong}"`,
            );
        }
    }
    const providers = statement.effect === "Allow" ? statement.principals.get("Federated") : [];
    for (const provider of providers ?? []) {
        requireSharedClaim(operation, statement, provider);
    }
}

function isPrincipal(kind: string, name: string): boolean {
    const forms: Record<string, RegExp> = {
        "*": /^\*$/,
        AWS: /^(\*|\d{12}|arn:[\w-]+:(iam|sts)::\d{12}:.+|A(RO|ID)A[A-Z0-9]{17})$/,
        Federated:
            /^(arn:[\w-]+:iam::\d{12}:(oidc|saml)-provider\/.+|cognito-identity\.amazonaws\.com|accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com)$/,
        Service: /^[\w.-]+\.(amazonaws\.com|aws\.internal|amazon\.com)$/,
    };
    return forms[kind]?.test(name) === true;
}

/** The shared provider's claim must be held against something that is not just anything. */
function requireSharedClaim(operation: string, statement: Statement, provider: string): void {
    const key = requiredKey(provider);
    const isEvaluated = statement.conditions.some(
        (one) =>
            one.key.toLowerCase() === key?.toLowerCase() &&
            one.operator.name !== "Null" &&
            one.values.some((value) => !/^\**$/.test(value)),
    );
    if (key !== undefined && !isEvaluated) {
        throw malformed(
            operation,
            `The trust policy must evaluate the claim ${key} of the shared identity provider, and not against any value.`,
        );
    }
}
