import { breakGlassDays } from "../governance/checkRoles";
import { separationProblems } from "../governance/separation";
import { awsShaped } from "../shared/awsShapes";
import { today, withinProblems } from "../shared/isoDate";
import { shaped } from "../shared/shapes";
import { distinct, oneOf, problem, type Problem } from "../shared/validate";
import type { EstateBreakGlass, EstateRoles } from "./estateRolesArgs";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import { holdersOf } from "./roles";

/** No problem where each team has one role at most, and nobody has two that must be separate. */
export function estateRolesProblems(args: PipelineEstateArgs): Problem[] {
    const { roles } = args;
    if (!roles) {
        return [];
    }
    const named = namedIn(roles);
    const known = args.teams.map(({ name }) => name);
    return [
        ...named.flatMap(({ path, team }) => oneOf(path, team, known)),
        ...distinct(
            named.map(({ team }) => team),
            (i) => named[i]?.path ?? "roles",
            "a team",
        ),
        ...separationProblems(holdersOf(args, roles)).map((found) => ({
            ...found,
            path: `roles.${found.path}`,
        })),
        ...(roles.breakGlass ? breakGlassProblems(args, roles.breakGlass) : []),
        ...(roles.samlProviderArn === undefined ? [] : samlProblems(args, roles.samlProviderArn)),
    ];
}

function namedIn(roles: EstateRoles): { path: string; team: string }[] {
    return (["releaseManagers", "security", "platform", "leads"] as const).flatMap((key) =>
        roles[key].map((team, i) => ({ path: `roles.${key}[${i}]`, team })),
    );
}

function breakGlassProblems(
    { breakGlass }: PipelineEstateArgs,
    { groupId, until }: EstateBreakGlass,
): Problem[] {
    const accounts = breakGlass?.azure ?? [];
    return [
        ...shaped("roles.breakGlass.groupId", groupId, "guid"),
        ...withinProblems("roles.breakGlass.until", until, today(), breakGlassDays.held),
        ...(accounts.length === 0
            ? [problem("breakGlass.azure", accounts, "an account for the audit trail to watch")]
            : []),
    ];
}

function samlProblems({ aws }: PipelineEstateArgs, arn: string): Problem[] {
    const path = "roles.samlProviderArn";
    const own = aws === undefined || arn.includes(`::${aws.accountId}:`);
    return [
        ...awsShaped(path, arn, "samlProviderArn"),
        ...(aws ? [] : [problem(path, arn, "nothing, or an estate with aws")]),
        ...(own ? [] : [problem(path, arn, `a provider of the account ${aws.accountId}`)]),
    ];
}
