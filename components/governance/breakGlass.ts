import { awsName, iamArn } from "../shared/awsNaming";
import type { Statement } from "../shared/awsDocument";
import { daysUntil } from "../shared/isoDate";
import type { RolesArgs } from "./rolesArgs";

/** Oldest second factor with which the role for emergencies can be taken, in seconds. */
const factorSeconds = 3600;

/** Name of a role of people in AWS. */
export function awsRoleName({ organization }: RolesArgs, role: string): string {
    return awsName("role", organization, "people", role);
}

/** ARN of the role for emergencies, whether it exists or not; empty without an account. */
export function breakGlassArn(args: RolesArgs): string {
    return iamArn("role", args.aws?.accountId ?? "", "/", awsRoleName(args, "breakGlass"));
}

/**
 * The arguments once the day of the break-glass role has come: nobody in it, nothing for it to activate
 * or to take. Undefined before, and where there is no day.
 */
export function endedArgs(args: RolesArgs, now: string): RolesArgs | undefined {
    if (args.breakGlassUntil === undefined || daysUntil(args.breakGlassUntil, now) > 0) {
        return undefined;
    }
    const holders = args.holders.map((holder) =>
        holder.role === "breakGlass" ? { ...holder, members: [], entraGroupId: undefined } : holder,
    );
    const aws = args.aws && { ...args.aws, breakGlassPrincipalArns: [] };
    return { ...args, holders, ...(aws && { aws }) };
}

/** Who may take the role for emergencies, how, and until when. */
export function breakGlassTrust(principals: string[], until: string): Statement {
    return {
        Effect: "Allow",
        Principal: { AWS: principals },
        Action: ["sts:AssumeRole"],
        Condition: {
            Bool: { "aws:MultiFactorAuthPresent": "true" },
            NumericLessThan: { "aws:MultiFactorAuthAge": String(factorSeconds) },
            DateLessThan: { "aws:CurrentTime": `${until}T00:00:00Z` },
        },
    };
}
