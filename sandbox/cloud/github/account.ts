import { ordinal } from "../identifiers";

/** Numeric id of a user or organisation: depends on the login, so that a second run says the same. */
export function accountId(login: string): number {
    return ordinal("account", login.toLowerCase());
}
