import * as pulumi from "@pulumi/pulumi";

import { warn } from "../shared/messages";
import { shaped } from "../shared/shapes";
import {
    distinct,
    ignoringCase,
    oneOf,
    problem,
    refuse,
    text,
    type Problem,
} from "../shared/validate";
import { checkRoles, type GrantedRole, type MadeRole } from "./checkRoles";
import { checkSubjects, hostProblems, type TrustedSubject } from "./checkTrust";
import { federation, migration } from "./federation";
import type { FederationArgs } from "./federationArgs";
import { announcements } from "./migration";

export { roleProblems } from "./checkRoles";

/** What the arguments ask for, judged. */
export interface Federation {
    trusted: TrustedSubject[];
    granted: GrantedRole[];
    made: MadeRole[];
}

/**
 * Refuses bad arguments, all at once; what is not known yet is refused when it becomes known. Warns
 * of ends that are near.
 *
 * @throws pulumi.ResourceError
 */
export function checkFederation(
    owner: pulumi.Resource,
    name: string,
    args: FederationArgs,
    today = new Date(),
): Federation {
    const what = `AzureFederatedIdentity "${name}"`;
    const problems = federationProblems(args, today);
    const trusted = checkSubjects(owner, what, args, problems);
    const roles = checkRoles(owner, what, args, problems);
    refuse(owner, what, problems);
    for (const announcement of announcements(args, today)) {
        warn(`${what}: ${announcement}`);
    }
    return { trusted, ...roles };
}

/** Everything wrong with host, issuer, names and numbers: with what is always known. */
export function federationProblems(args: FederationArgs, today = new Date()): Problem[] {
    return [...hostProblems(args, today), ...plainProblems(args)];
}

function plainProblems(args: FederationArgs): Problem[] {
    const { existing, location, tags, credentials } = args;
    const size = federation.credentialsPerIdentity;
    return [
        ...oneOf("access", args.access, ["apply", "plan"]),
        ...shaped("identityName", args.identityName, "identity"),
        ...shaped("subscriptionId", args.subscriptionId, "guid"),
        ...(existing === undefined && location === undefined
            ? [problem("location", location, "an Azure region, for a new identity")]
            : []),
        ...(existing !== undefined && tags !== undefined
            ? [problem("tags", tags, "nothing, beside existing")]
            : []),
        ...(existing !== undefined && credentials.length > size
            ? [
                  problem(
                      "credentials",
                      `${credentials.length} credentials`,
                      `at most ${size}, beside existing`,
                  ),
              ]
            : []),
        ...credentialProblems(args),
    ];
}

function credentialProblems({ credentials, migrationUntil }: FederationArgs): Problem[] {
    const given = credentials.map(({ name }) => name);
    const older = given.map((name) => `${name}${migration.suffix}`);
    const names = migrationUntil === undefined ? given : [...given, ...older];
    const at = (i: number): string => `credentials[${i % credentials.length}].name`;
    const plain = credentials.map(({ subject }, i) =>
        typeof subject === "string" ? subject : `not known yet, ${i}`,
    );
    const allowed =
        "3 to 120 letters, digits, hyphens and underscores, starting with a letter or digit";
    return [
        ...(credentials.length === 0
            ? [problem("credentials", [], "at least one credential")]
            : []),
        ...names.flatMap((name, i) => text(at(i), name, federation.credentialName, allowed)),
        ...distinct(names, at, "a name", ignoringCase),
        ...distinct(plain, (i) => `credentials[${i}].subject`, "a subject"),
    ];
}
