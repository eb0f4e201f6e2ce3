import type { Token } from "../../../sandbox/cloud/tokens/token";

/** Somebody with a token that is nearly the right one. */
export interface Impostor<Job> {
    readonly name: string;
    /** During a migration it is the job itself. */
    readonly rightful?: "while migrating";
    /** The token, made from the job that is trusted. */
    readonly token: (job: Job, own: Token) => Token;
}
