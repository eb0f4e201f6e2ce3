import * as pulumi from "@pulumi/pulumi";

import { shaped } from "../shared/shapes";
import {
    distinct,
    ignoringCase,
    judged,
    oneOf,
    problem,
    refuse,
    text,
    type Problem,
} from "../shared/validate";
import type {
    AzureFederatedIdentityArgs,
    FederatedCredential,
    FederatedRole,
} from "./azureFederatedIdentityArgs";
import { azureRoles, refusedRoles } from "./azureRoles";
import { federation } from "./federation";
import { subjectProblems } from "./subject";

/** A credential whose subject is judged, at the latest when it becomes known. */
export interface TrustedSubject {
    name: string;
    subject: pulumi.Input<string>;
}

/** A role assignment whose scope is judged, at the latest when it becomes known. */
export interface GrantedRole {
    name: string;
    roleId: string;
    scope: pulumi.Input<string>;
}

/** The arguments of `AzureFederatedIdentity` with every default filled in. */
export interface FederationArgs extends AzureFederatedIdentityArgs {
    issuer: string;
    audience: string;
    roles: FederatedRole[];
}

/** Fills in the defaults. */
export function withDefaults(args: AzureFederatedIdentityArgs): FederationArgs {
    return {
        ...args,
        issuer: args.issuer ?? federation.githubIssuer,
        audience: args.audience ?? federation.publicAudience,
        roles: args.roles ?? [],
    };
}

/**
 * Refuses bad arguments, all at once; what is not known yet is refused when it becomes known.
 *
 * @throws pulumi.ResourceError
 */
export function checkFederation(
    owner: pulumi.Resource,
    name: string,
    args: FederationArgs,
): { trusted: TrustedSubject[]; granted: GrantedRole[] } {
    const what = `AzureFederatedIdentity "${name}"`;
    const problems = plainProblems(args);
    const trusted = args.credentials.map(({ name: key, subject }, i) => {
        const judge = (value: string): Problem[] =>
            subjectProblems(`credentials[${i}].subject`, value, args.repository, args.environment);
        return { name: key, subject: judged(owner, what, subject, judge, problems) };
    });
    const granted = args.roles.map(({ name: key, role, scope }, i) => {
        const judge = (value: string): Problem[] => scopeProblems(`roles[${i}].scope`, value);
        return {
            name: key,
            roleId: azureRoles[role] ?? role.toLowerCase(),
            scope: judged(owner, what, scope, judge, problems),
        };
    });
    refuse(owner, what, problems);
    return { trusted, granted };
}

function plainProblems(args: FederationArgs): Problem[] {
    return [
        ...repositoryProblems(args.repository),
        ...shaped("environment", args.environment, "environment"),
        ...shaped("identityName", args.identityName, "identity"),
        ...shaped("subscriptionId", args.subscriptionId, "guid"),
        ...text("issuer", args.issuer, federation.issuerShape, "an issuer of GitHub Actions"),
        ...oneOf("audience", args.audience, federation.audiences),
        ...credentialProblems(args.credentials),
        ...distinct(
            args.roles.map((role) => role.name),
            (i) => `roles[${i}].name`,
            "a key",
        ),
        ...args.roles.flatMap(({ role }, i) => roleProblems(`roles[${i}].role`, role)),
    ];
}

function repositoryProblems(repository: string): Problem[] {
    const [account, name, ...rest] = repository.split("/");
    const found = [...shaped("", account, "owner"), ...shaped("", name, "repository"), ...rest];
    return found.length === 0
        ? []
        : [problem("repository", repository, 'a repository as "owner/name"')];
}

function credentialProblems(credentials: FederatedCredential[]): Problem[] {
    const names = credentials.map((credential) => credential.name);
    const plain = credentials.map(({ subject }, i) =>
        typeof subject === "string" ? subject : `not known yet, ${i}`,
    );
    const allowed =
        "3 to 120 letters, digits, hyphens and underscores, starting with a letter or digit";
    return [
        ...(credentials.length === 0
            ? [problem("credentials", [], "at least one credential")]
            : []),
        ...names.flatMap((name, i) =>
            text(`credentials[${i}].name`, name, federation.credentialName, allowed),
        ),
        ...distinct(names, (i) => `credentials[${i}].name`, "a name", ignoringCase),
        ...distinct(plain, (i) => `credentials[${i}].subject`, "a subject"),
    ];
}

/** No problem when `role` is a known role, or any id, and none of those refused. */
export function roleProblems(path: string, role: string): Problem[] {
    const refused = Object.entries(refusedRoles).flat();
    const known = Object.keys(azureRoles);
    if (refused.some((value) => value.toLowerCase() === role.toLowerCase())) {
        const names = Object.keys(refusedRoles).join(", ");
        return [problem(path, role, `a role other than ${names}, which hand out roles`)];
    }
    const isId = shaped(path, role, "guid").length === 0;
    const allowed = `the GUID of a role definition or one of ${known.join(", ")}`;
    return isId || known.includes(role) ? [] : [problem(path, role, allowed)];
}

function scopeProblems(path: string, scope: unknown): Problem[] {
    const guid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    const narrow = new RegExp(`^/subscriptions/${guid}/resourceGroups/[^/]+(/providers/.+)?$`, "i");
    return text(path, scope, narrow, "the id of a resource group or of a resource in one");
}
