/** A statement of an IAM policy, as it is written. */
export interface Statement {
    Sid?: string;
    Effect: "Allow" | "Deny";
    Principal?: Record<string, string | string[]> | "*";
    Action?: string[];
    NotAction?: string[];
    Resource?: string[];
    /** Values by condition key by operator. */
    Condition?: Record<string, Record<string, string | string[]>>;
}

/** The policy as AWS stores it. */
export function policyDocument(statements: Statement[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/**
 * Longest documents. IAM does not count white space, of which there is none here but in values.
 *
 * source: AWS IAM User Guide, "IAM and AWS STS quotas" (default quotas); AWS KMS Developer Guide, "Quotas";
 * AWS Secrets Manager User Guide, "Quotas"
 * date: 2026-11-21
 */
export const documentLimits = {
    trust: 2048,
    managedPolicy: 6144,
    /** All inline policies of a role together. */
    inlineOfRole: 10_240,
    key: 32_768,
    secret: 20_480,
} as const;

/** What counts towards IAM's limits. */
export function policySize(document: string): number {
    return document.replace(/\s/g, "").length;
}
