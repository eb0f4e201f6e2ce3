/** What a token says: its claims, as decoded from its payload. */
export type Claims = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** A token as its issuer signed it. `iss`, `sub` and `aud` are among its claims. */
export interface Token {
    readonly claims: Claims;
}

/** The answer of a token exchange. */
export type Exchange =
    | {
          readonly accepted: true;
          /** Client id of the Entra identity, or ARN of the role session. */
          readonly identity: string;
      }
    | {
          readonly accepted: false;
          /** In the service's words: its error code first. */
          readonly reason: string;
      };
