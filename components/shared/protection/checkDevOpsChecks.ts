import type * as pulumi from "@pulumi/pulumi";

import { distinct, oneOf, problem, text, whole, type Problem } from "../validate";
import { judgedGroups } from "./checkPrincipals";
import type { DevOpsBusinessHours, DevOpsChecks, DevOpsTemplate } from "./devOpsChecksArgs";
import { restProblems } from "./checkRest";
import { windowsTimeZones } from "./windowsTimeZones";

/**
 * Longest wait in minutes, and who is how often counted.
 *
 * source: terraform-provider-azuredevops 1.16, check resources (timeouts); Microsoft Learn, "Define
 * approvals and checks" (full branch names, all linked repositories, a group is one approver)
 * date: 2026-11-21
 */
const longestWait = 43_200;

/** Days by the names the check has for them. */
export const weekdays = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
] as const;

/** One branch in full. The service separates them by commas and reads * as a wildcard. */
const branchShape =
    /^refs\/heads\/(?!.*(\.\.|@\{|\/\/|\/\.|\.lock(\/|$)))(?![/.])[^\s\p{Cc}~^:?*[\]\\,]{1,250}(?<![/.])$/u;
const branchAllowed = "one branch in full, for example refs/heads/main";

const hourShape = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Judges checks under `checks`, adds their problems, and returns them as they are to be used.
 */
export function judgedChecks(
    owner: pulumi.Resource,
    what: string,
    checks: DevOpsChecks,
    problems: Problem[],
): DevOpsChecks {
    problems.push(...checksProblems(checks));
    const approvers = judgedGroups(owner, what, "checks.approvers", checks.approvers, problems);
    return { ...checks, approvers };
}

function checksProblems(checks: DevOpsChecks): Problem[] {
    const { businessHours, requiredTemplate, restApi, instructions } = checks;
    return [
        ...approvalProblems(checks),
        ...(instructions === undefined
            ? []
            : text("checks.instructions", instructions, /^[^]{1,1024}$/, "1 to 1024 characters")),
        ...(checks.allowAnyBranch === true ? [] : branchProblems(checks.branches)),
        ...whole("checks.waitMinutes", checks.waitMinutes ?? 1, 1, longestWait),
        ...(businessHours === undefined ? [] : hoursProblems(businessHours)),
        ...(requiredTemplate === undefined ? [] : templateProblems(requiredTemplate, checks)),
        ...(restApi === undefined ? [] : restProblems(restApi, waitOf(checks))),
    ];
}

/** Minutes a run waits. */
export function waitOf({ waitMinutes }: DevOpsChecks): number {
    return waitMinutes ?? 4320;
}

function approvalProblems({
    approvers,
    minimumApprovers,
    allowNoApproval,
}: DevOpsChecks): Problem[] {
    if (approvers.length === 0) {
        return allowNoApproval === true
            ? []
            : [
                  problem(
                      "checks.approvers",
                      [],
                      "at least one group, unless allowNoApproval is true",
                  ),
              ];
    }
    return minimumApprovers === undefined
        ? []
        : whole("checks.minimumApprovers", minimumApprovers, 1, approvers.length);
}

function branchProblems(branches: string[]): Problem[] {
    const at = (i: number): string => `checks.branches[${i}]`;
    return [
        ...(branches.length === 0
            ? [problem("checks.branches", [], "at least one branch, unless allowAnyBranch is true")]
            : []),
        ...branches.flatMap((branch, i) => text(at(i), branch, branchShape, branchAllowed)),
        ...distinct(branches, at, "a branch"),
    ];
}

function hoursProblems({ days, from, to, timeZone }: DevOpsBusinessHours): Problem[] {
    const path = "checks.businessHours";
    const at = (i: number): string => `${path}.days[${i}]`;
    const clock = 'a time of day, as "08:00"';
    const zone = 'a time zone by its Windows name, for example "GMT Standard Time"';
    const hours = [
        ...text(`${path}.from`, from, hourShape, clock),
        ...text(`${path}.to`, to, hourShape, clock),
    ];
    return [
        ...(days.length === 0 ? [problem(`${path}.days`, [], "at least one day")] : []),
        ...days.flatMap((day, i) => oneOf(at(i), day, weekdays)),
        ...distinct(days, at, "a day"),
        ...hours,
        ...(hours.length === 0 && from >= to
            ? [problem(`${path}.to`, to, `later than ${from}`)]
            : []),
        ...(windowsTimeZones.includes(timeZone ?? "UTC")
            ? []
            : [problem(`${path}.timeZone`, timeZone, zone)]),
    ];
}

function templateProblems(template: DevOpsTemplate, checks: DevOpsChecks): Problem[] {
    const path = "checks.requiredTemplate";
    const { repository, ref, repositoryType = "azuregit" } = template;
    const fullName =
        /^[^\p{Cc}\\/:*?"'<>;#${},+=[\]|]{1,64}\/[^\p{Cc}\\/:*?"<>;#${},+=[\]|]{1,64}$/u;
    const shape = text(`${path}.ref`, ref, branchShape, branchAllowed);
    const drawnFrom = repositoryType === "azuregit" && checks.allowAnyBranch !== true;
    return [
        ...text(`${path}.repository`, repository, fullName, 'a repository as "project/repository"'),
        ...(shape.length === 0 && drawnFrom ? oneOf(`${path}.ref`, ref, checks.branches) : shape),
        ...text(
            `${path}.path`,
            template.path,
            /^[^\s\p{Cc}\\@]{1,400}\.ya?ml$/u,
            "the path of a YAML file",
        ),
        ...oneOf(`${path}.repositoryType`, repositoryType, [
            "azuregit",
            "github",
            "githubenterprise",
            "bitbucket",
        ]),
    ];
}
