import type { Credential } from "./client";

/** Where tokens come from: never from inputs or configuration, which lie in the state. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A token that does not change while the plugin runs; without one every request fails with the reason. */
export function fixedCredential(
    authorization: string | undefined,
    secrets: readonly string[],
    hint: string,
): Credential {
    return {
        headers: () =>
            authorization === undefined
                ? Promise.reject(new Error(`no token: ${hint}`))
                : Promise.resolve({ authorization }),
        renew: () => false,
        secrets: () => secrets,
        hint,
    };
}

/** A token of `GITHUB_TOKEN`. */
export function githubToken(environment: Environment, hint = githubHint): Credential {
    const token = environment.GITHUB_TOKEN?.trim() ?? "";
    return token === ""
        ? fixedCredential(undefined, [], hint)
        : fixedCredential(`Bearer ${token}`, [token], hint);
}

export const githubHint =
    "set GITHUB_TOKEN, or GITHUB_APP_ID, GITHUB_APP_INSTALLATION_ID and GITHUB_APP_PEM_FILE, in the environment";

const devOpsHint =
    "set AZDO_ACCESS_TOKEN (a token of Microsoft Entra) or AZDO_PERSONAL_ACCESS_TOKEN in the environment";

/** A token of Microsoft Entra goes before a personal one: it is short-lived. */
export function devOpsToken(environment: Environment): Credential {
    const bearer = environment.AZDO_ACCESS_TOKEN?.trim() ?? "";
    if (bearer !== "") return fixedCredential(`Bearer ${bearer}`, [bearer], devOpsHint);
    const personal = environment.AZDO_PERSONAL_ACCESS_TOKEN?.trim() ?? "";
    if (personal === "") return fixedCredential(undefined, [], devOpsHint);
    const basic = Buffer.from(`:${personal}`).toString("base64");
    return fixedCredential(`Basic ${basic}`, [personal, basic], devOpsHint);
}
