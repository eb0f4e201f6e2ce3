import { awsShaped } from "../shared/awsShapes";
import { dateProblems, withinProblems } from "../shared/isoDate";
import { shaped } from "../shared/shapes";
import { distinct, oneOf, problem, text, type Problem } from "../shared/validate";
import { devicesProblems } from "./developerDevices";
import { refusedPolicies } from "./roleAccess";
import type { RoleHolder, RolesArgs, RolesAws, RolesAzure } from "./rolesArgs";
import { roleNames, roleTiers } from "./roleTable";
import { separationProblems } from "./separation";

/** Days for which the break-glass role may hold something, and for which it may have members. */
export const breakGlassDays = { held: 90, members: 7 } as const;

const scopeName = /^\P{Cc}{1,400}$/u;
const scopeNameAllowed = "1 to 400 characters, no control characters";

/** Everything unacceptable in the arguments of `Roles` that is known at once; `now` is today. */
export function rolesProblems(args: RolesArgs, now: string): Problem[] {
    const names = args.holders.map(({ name }) => name);
    const kinds = args.holders.map(({ role }) => role).filter((role) => role === "breakGlass");
    return [
        ...shaped("organization", args.organization, "owner"),
        ...args.holders.flatMap((holder, i) => holderProblems(`holders[${i}]`, holder, args)),
        ...distinct(names, (i) => `holders[${i}].name`, "a name"),
        ...(kinds.length > 1
            ? [problem("holders", `${kinds.length} of breakGlass`, "one of breakGlass at most")]
            : []),
        ...separationProblems(args.holders),
        ...(args.azure ? azureProblems(args.azure) : []),
        ...(args.aws ? awsProblems(args.aws) : []),
        ...devicesProblems("developerDevices", args.developerDevices ?? "untrusted"),
        ...breakGlassProblems(args, now),
    ];
}

function holderProblems(path: string, holder: RoleHolder, { azure }: RolesArgs): Problem[] {
    const { role, name, members, team, entraGroupId, scopes = [] } = holder;
    const known = (azure?.scopes ?? []).map((scope) => scope.name);
    const memberPath = (i: number): string => `${path}.members[${i}]`;
    return [
        ...oneOf(`${path}.role`, role, roleNames),
        ...shaped(`${path}.name`, name, "team"),
        ...members.flatMap((one, i) => shaped(memberPath(i), one, isMail(one) ? "email" : "login")),
        ...distinct(members, memberPath, "a person", (one) => one.toLowerCase()),
        ...(team ? shaped(`${path}.team.slug`, team.slug, "team") : []),
        ...(entraGroupId === undefined ? [] : shaped(`${path}.entraGroupId`, entraGroupId, "guid")),
        ...scopes.flatMap((scope, i) => oneOf(`${path}.scopes[${i}]`, scope, known)),
    ];
}

/** A mail address stands for a person without a GitHub login. */
export function isMail(member: string): boolean {
    return member.includes("@");
}

function azureProblems({ subscriptionId, scopes }: RolesAzure): Problem[] {
    const names = scopes.map(({ name }) => name);
    return [
        ...shaped("azure.subscriptionId", subscriptionId, "guid"),
        ...scopes.flatMap(({ name, tier }, i) => [
            ...text(`azure.scopes[${i}].name`, name, scopeName, scopeNameAllowed),
            ...oneOf(`azure.scopes[${i}].tier`, tier, roleTiers),
        ]),
        ...distinct(names, (i) => `azure.scopes[${i}].name`, "a name"),
    ];
}

function awsProblems(aws: RolesAws): Problem[] {
    const { breakGlassPrincipalArns: people = [], breakGlassPolicyArns: policies = [] } = aws;
    const path = (i: number): string => `aws.breakGlassPolicyArns[${i}]`;
    const narrow = `a policy other than ${refusedPolicies.join(", ")}, whose rights outlast an emergency`;
    return [
        ...awsShaped("aws.accountId", aws.accountId, "account"),
        ...(aws.tier === undefined ? [] : oneOf("aws.tier", aws.tier, roleTiers)),
        ...awsShaped("aws.samlProviderArn", aws.samlProviderArn, "samlProviderArn"),
        ...people.flatMap((arn, i) =>
            awsShaped(`aws.breakGlassPrincipalArns[${i}]`, arn, "personArn"),
        ),
        ...policies.flatMap((arn, i) => awsShaped(path(i), arn, "managedPolicyArn")),
        ...policies.flatMap((arn, i) =>
            refusedPolicies.includes(arn.split("/").pop() ?? "")
                ? [problem(path(i), arn, narrow)]
                : [],
        ),
        ...distinct(policies, path, "a policy"),
        ...(people.length > 0 && policies.length === 0
            ? [
                  problem(
                      "aws.breakGlassPolicyArns",
                      [],
                      "at least one policy, as breakGlassPrincipalArns are given",
                  ),
              ]
            : []),
    ];
}

/** Empty unless allowed, never without an end, never without somebody to be told. */
function breakGlassProblems(args: RolesArgs, now: string): Problem[] {
    const at = args.holders.findIndex(({ role }) => role === "breakGlass");
    const holder = args.holders[at];
    const people = args.aws?.breakGlassPrincipalArns ?? [];
    const isAllowed = args.allowBreakGlassMembers === true;
    const isHeld = people.length > 0 || (holder?.members.length ?? 0) > 0;
    const isEligible = holder?.entraGroupId !== undefined && args.azure !== undefined;
    const nobody = "nobody, unless allowBreakGlassMembers is true";
    const unwatched = isEligible && (args.azure?.breakGlassAccountIds ?? []).length === 0;
    return [
        ...(!isAllowed && holder && holder.members.length > 0
            ? [problem(`holders[${at}].members`, holder.members, nobody)]
            : []),
        ...(!isAllowed && people.length > 0
            ? [problem("aws.breakGlassPrincipalArns", people, nobody)]
            : []),
        ...(isHeld || isEligible
            ? withinProblems(
                  "breakGlassUntil",
                  args.breakGlassUntil,
                  now,
                  isHeld ? breakGlassDays.members : breakGlassDays.held,
              )
            : untilProblems(args.breakGlassUntil)),
        ...(unwatched
            ? [
                  problem(
                      "azure.breakGlassAccountIds",
                      [],
                      "at least one account, for AuditTrail to watch",
                  ),
              ]
            : []),
    ];
}

function untilProblems(until: string | undefined): Problem[] {
    return until === undefined ? [] : dateProblems("breakGlassUntil", until);
}
