import { evaluate } from "../aws/policy/evaluate";
import { readPolicy } from "../aws/policy/read";
import { openIdConnectProvider } from "../aws/iam/openIdConnectProvider";
import { role as roleType } from "../aws/iam/role";
import type { CloudView } from "../index";
import type { StoredResource } from "../store/record";
import { items, num, str } from "../values";
import { offeredClaims } from "./stsClaims";
import type { Claims, Exchange, Token } from "./token";

/** A job that asks STS for the credentials of a role: AssumeRoleWithWebIdentity. */
export interface StsRequest {
    readonly token: Token;
    readonly roleArn: string;
    /** @default "GitHubActions" */
    readonly roleSessionName?: string;
    /** Whole seconds. @default 3600 */
    readonly durationSeconds?: number;
    /** When it asks. @default now */
    readonly at?: Date;
}

/** source: AWS STS API reference, AssumeRoleWithWebIdentity; date: 2026-11-21 */
const limits = { leastSeconds: 900, mostSeconds: 43_200, clockSkewSeconds: 300 } as const;

const action = "sts:AssumeRoleWithWebIdentity";

/**
 * Would this token get this role? Looks for the provider of the token's issuer in the role's account,
 * holds the audience against its client ids, then the token against the role's trust policy. Emulated:
 * signatures and thumbprints are taken for good, and organisation policies are not known.
 */
export function exchangeAtSts(cloud: CloudView, request: StsRequest): Exchange {
    const { token, roleArn, roleSessionName = "GitHubActions", durationSeconds = 3600 } = request;
    const problem = wrongRequest(roleArn, roleSessionName, durationSeconds);
    if (problem !== undefined) {
        return refused("ValidationError", problem);
    }
    const { iss } = token.claims;
    const accountId = roleArn.split(":")[4] ?? "";
    if (typeof iss !== "string" || typeof token.claims.sub !== "string") {
        const message =
            "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)";
        return refused("InvalidIdentityToken", message);
    }
    const provider = providerOf(cloud, accountId, iss);
    if (provider === undefined) {
        const message = `No OpenIDConnect provider found in your account for ${iss}`;
        return refused("InvalidIdentityToken", message);
    }
    const audience = audienceOf(token.claims);
    const clients = items(provider.inputs, "clientIdLists");
    if (!audience.some((one) => clients.includes(one))) {
        return refused("InvalidIdentityToken", "Incorrect token audience");
    }
    const expired = untimely(token.claims, request.at ?? new Date());
    if (expired !== undefined) {
        return expired;
    }
    // Ids are compared without regard to case in the store; ARNs here are not.
    const role = cloud.list(roleType.token).find(({ outputs }) => str(outputs, "arn") === roleArn);
    if (role === undefined || !trusts(role, provider, token.claims, roleSessionName)) {
        return refused("AccessDenied", `Not authorized to perform ${action}`);
    }
    if (durationSeconds > (num(role.outputs, "maxSessionDuration") ?? 3600)) {
        const message =
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
        return refused("ValidationError", message);
    }
    const name = str(role.outputs, "name");
    const identity = `arn:aws:sts::${accountId}:assumed-role/${name}/${roleSessionName}`;
    return { accepted: true, identity };
}

function refused(code: string, message: string): Exchange {
    return { accepted: false, reason: `${code}: ${message} (emulated)` };
}

function wrongRequest(roleArn: string, session: string, seconds: number): string | undefined {
    if (!/^arn:aws:iam::\d{12}:role\/.+$/.test(roleArn)) {
        return `${roleArn} is invalid`;
    }
    if (!/^[\w+=,.@-]{2,64}$/.test(session)) {
        return `1 validation error detected: Value '${session}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`;
    }
    return Number.isInteger(seconds) &&
        seconds >= limits.leastSeconds &&
        seconds <= limits.mostSeconds
        ? undefined
        : `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value between ${limits.leastSeconds} and ${limits.mostSeconds}`;
}

/** The provider of exactly this issuer in an account. */
function providerOf(cloud: CloudView, accountId: string, issuer: string) {
    return cloud
        .list(openIdConnectProvider.token)
        .find(({ id, inputs }) => str(inputs, "url") === issuer && id.split(":")[4] === accountId);
}

/** Who the token is for: its authorised party where it names one, else its audience. */
function audienceOf({ aud, azp }: Claims): readonly string[] {
    return texts(azp ?? aud);
}

function texts(claim: Claims[string] | undefined): readonly string[] {
    return claim === undefined ? [] : typeof claim === "object" ? claim : [String(claim)];
}

function untimely({ exp, nbf }: Claims, at: Date): Exchange | undefined {
    const now = Math.floor(at.getTime() / 1000);
    const text = (seconds: number) => new Date(seconds * 1000).toISOString();
    if (typeof exp === "number" && exp <= now) {
        const message = `Token expired: current date/time ${now} must be before the expiration date/time ${exp}`;
        return refused("ExpiredTokenException", message);
    }
    return typeof nbf === "number" && nbf > now + limits.clockSkewSeconds
        ? refused("InvalidIdentityToken", `Token is not valid before ${text(nbf)}`)
        : undefined;
}

function trusts(
    role: StoredResource,
    provider: StoredResource,
    claims: Claims,
    session: string,
): boolean {
    const issuer = str(provider.outputs, "url");
    const context = new Map<string, readonly string[]>([
        ["sts:rolesessionname", [session]],
        ["aws:federatedprovider", [provider.id]],
        [`${issuer}:aud`.toLowerCase(), audienceOf(claims)],
        ...offeredClaims(issuer).flatMap((name) => {
            const values = texts(claims[name]);
            const key = `${issuer}:${name}`.toLowerCase();
            return values.length === 0 ? [] : [[key, values] as const];
        }),
    ]);
    const policy = readPolicy(str(role.inputs, "assumeRolePolicy"));
    const principal = { kind: "Federated", name: provider.id };
    return evaluate(policy, { action, principal, context }) === "allowed";
}
