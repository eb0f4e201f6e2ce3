import { createPrivateKey, sign, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { Budget } from "./budget";
import { Client, type ClientOptions, type Credential } from "./client";
import { githubHint, githubToken, type Environment } from "./tokens";

/** A token is used until this long before it ends. */
const margin = 5 * 60_000;

type Options = Omit<ClientOptions, "credential">;

/**
 * Signs in as a GitHub App: an installation's token, kept until shortly before it ends.
 * @throws Error naming what is missing or wrong in the environment, never its value.
 */
function githubApp(environment: Environment, apiUrl: string, options: Options): Credential {
    const id = environment.GITHUB_APP_ID?.trim() ?? "";
    const installation = environment.GITHUB_APP_INSTALLATION_ID?.trim() ?? "";
    if (!/^\d+$/.test(installation)) {
        throw new Error("GITHUB_APP_ID needs GITHUB_APP_INSTALLATION_ID, a number");
    }
    const key = privateKey(environment.GITHUB_APP_PEM_FILE?.trim() ?? "");
    const { clock } = options;
    const client = new Client({
        ...options,
        // Asked for in the turn of another request: it cannot wait for a turn of its own there.
        budget: new Budget(0, clock),
        credential: {
            headers: () =>
                Promise.resolve({ authorization: `Bearer ${assertion(id, key, clock.now())}` }),
            renew: () => false,
            secrets: () => [],
            hint: githubHint,
        },
    });
    let token = "";
    let ends = 0;
    let pending: Promise<void> | undefined;

    const renewed = async () => {
        const url = `${apiUrl}/app/installations/${installation}/access_tokens`;
        const { body } = await client.ask({ method: "POST", url, harmless: true });
        const { token: given, expires_at: expiry } = (body ?? {}) as Record<string, unknown>;
        const moment = typeof expiry === "string" ? Date.parse(expiry) : NaN;
        if (typeof given !== "string" || Number.isNaN(moment)) {
            throw new Error("GitHub's answer to the app's request for a token holds none");
        }
        token = given;
        ends = moment;
    };

    return {
        headers: async () => {
            if (token === "" || clock.now() > ends - margin) {
                pending ??= renewed().finally(() => {
                    pending = undefined;
                });
                await pending;
            }
            return { authorization: `Bearer ${token}` };
        },
        renew: () => {
            token = "";
            return true;
        },
        secrets: () => (token === "" ? [] : [token]),
        hint: githubHint,
    };
}

/** The app where the environment names one, else the token. */
export function githubCredential(
    environment: Environment,
    apiUrl: string,
    options: Options,
): Credential {
    const isApp = (environment.GITHUB_APP_ID?.trim() ?? "") !== "";
    return isApp ? githubApp(environment, apiUrl, options) : githubToken(environment);
}

/** A key in PEM form, or in the file of that name. Line breaks may be written as `\n`. */
function privateKey(said: string): KeyObject {
    const isPem = said.startsWith("-----BEGIN");
    try {
        const pem = isPem ? said.replaceAll("\\n", "\n") : readFileSync(said, "utf8");
        return createPrivateKey(pem);
    } catch {
        const what = isPem ? "a private key" : "a private key, or a file with one,";
        throw new Error(`GITHUB_APP_PEM_FILE must be ${what} in PEM form`);
    }
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/**
 * What the app shows for itself: signed, valid for nine minutes of the ten GitHub allows, and from a minute ago,
 * because clocks differ.
 * source: GitHub's documentation, "Generating a JSON Web Token (JWT) for a GitHub App"; date: 2026-11-21
 */
function assertion(id: string, key: KeyObject, now: number): string {
    const seconds = Math.floor(now / 1000);
    const text = `${part({ alg: "RS256", typ: "JWT" })}.${part({ iat: seconds - 60, exp: seconds + 540, iss: id })}`;
    return `${text}.${sign("sha256", Buffer.from(text), key).toString("base64url")}`;
}
