import { credentialToken, userAssignedIdentity } from "../azure/identity";
import type { CloudView } from "../index";
import type { StoredResource } from "../store/record";
import { items, str } from "../values";
import type { Exchange, Token } from "./token";

/** A job that asks Entra for an identity. */
export interface EntraRequest {
    readonly token: Token;
    /** Client id of the user-assigned identity it asks for. */
    readonly clientId: string;
    /** When it asks. @default now */
    readonly at?: Date;
}

/** How far clocks may be apart. source: Entra's documentation of client assertions; date: 2026-11-21 */
const clockSkewSeconds = 300;

const advice =
    "Please check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation";

/**
 * Would this token get this identity? Evaluates the federated credentials standing on it as Entra
 * does: issuer, subject and audience of one credential must all be equal to the token's, down to
 * case and slashes. Emulated: signatures are taken for good.
 */
export function exchangeAtEntra(cloud: CloudView, request: EntraRequest): Exchange {
    const { token, clientId } = request;
    const { iss, sub, aud } = token.claims;
    if (typeof iss !== "string" || typeof sub !== "string" || typeof aud !== "string") {
        return refused("AADSTS50027", "JWT token is invalid or malformed.");
    }
    const identity = cloud
        .list(userAssignedIdentity.token)
        .find(({ outputs }) => str(outputs, "clientId").toLowerCase() === clientId.toLowerCase());
    if (identity === undefined) {
        const message = `Application with identifier '${clientId}' was not found in the directory.`;
        return refused("AADSTS700016", message);
    }
    if (!isTimely(token, request.at ?? new Date())) {
        const message = "Client assertion is not within its valid time range.";
        return refused("AADSTS700024", message);
    }
    const credentials = credentialsOf(cloud, identity);
    const name = str(identity.outputs, "name");
    if (credentials.length === 0) {
        const message = `The client '${clientId}'(${name}) has no configured federated identity credentials.`;
        return refused("AADSTS70025", message);
    }
    return matched(credentials, { iss, sub, aud }, str(identity.outputs, "clientId"));
}

function credentialsOf(cloud: CloudView, identity: StoredResource): StoredResource[] {
    const prefix = `${identity.id}/federatedIdentityCredentials/`.toLowerCase();
    return cloud.list(credentialToken).filter(({ id }) => id.toLowerCase().startsWith(prefix));
}

/** Entra tells the first thing no credential has; the old, general message is for the rest. */
function matched(
    credentials: readonly StoredResource[],
    { iss, sub, aud }: { iss: string; sub: string; aud: string },
    clientId: string,
): Exchange {
    const isIssuer = ({ inputs }: StoredResource) => str(inputs, "issuer") === iss;
    const isSubject = ({ inputs }: StoredResource) => str(inputs, "subject") === sub;
    const isAudience = ({ inputs }: StoredResource) => items(inputs, "audiences").includes(aud);
    if (credentials.some((one) => isIssuer(one) && isSubject(one) && isAudience(one))) {
        return { accepted: true, identity: clientId };
    }
    const none = "No matching federated identity record found for presented assertion";
    if (!credentials.some(isIssuer)) {
        return refused("AADSTS700211", `${none} issuer '${iss}'. ${advice}`);
    }
    if (!credentials.some(isSubject)) {
        return refused("AADSTS700213", `${none} subject '${sub}'. ${advice}`);
    }
    if (!credentials.some(isAudience)) {
        return refused("AADSTS700212", `${none} audience '${aud}'. ${advice}`);
    }
    const seen = `Assertion Issuer: '${iss}'. Assertion Subject: '${sub}'. Assertion Audience: '${aud}'.`;
    return refused("AADSTS70021", `${none}. ${seen} ${advice}`);
}

function isTimely({ claims }: Token, at: Date): boolean {
    const now = at.getTime() / 1000;
    const { nbf, exp } = claims;
    const early = typeof nbf === "number" && now + clockSkewSeconds < nbf;
    const late = typeof exp === "number" && now - clockSkewSeconds >= exp;
    return !early && !late;
}

function refused(code: string, message: string): Exchange {
    return { accepted: false, reason: `${code}: ${message} (emulated)` };
}
