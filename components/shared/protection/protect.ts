import {
    CheckApproval,
    CheckBranchControl,
    CheckBusinessHours,
    CheckExclusiveLock,
    CheckRequiredTemplate,
    CheckRestApi,
} from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import { waitOf, weekdays } from "./checkDevOpsChecks";
import type {
    DevOpsBusinessHours,
    DevOpsChecks,
    DevOpsRestCheck,
    DevOpsTemplate,
} from "./devOpsChecksArgs";

/** A resource of Azure DevOps that can be protected by checks. */
export interface ProtectedTarget {
    /** "environment", "endpoint", "variablegroup", "queue" or "repository". */
    kind: string;
    /** Id of its project. */
    projectId: pulumi.Input<string>;
    /** Its id; a repository's own, without the project's before it. */
    id: pulumi.Input<string>;
}

/** What all checks of a resource are made with. */
interface Ground {
    parent: pulumi.Resource;
    name: string;
    target: {
        projectId: pulumi.Input<string>;
        targetResourceId: pulumi.Input<string>;
        targetResourceType: string;
    };
    wait: number;
}

/**
 * Puts checks before a resource. A job has to pass the checks of every resource it uses, so each adds to
 * those of the others. Returns them, so that whatever opens the resource can wait for them. The
 * checks are judged before: `judgedChecks`.
 */
export function protect(
    parent: pulumi.Resource,
    name: string,
    { kind, projectId, id }: ProtectedTarget,
    checks: DevOpsChecks,
): pulumi.Resource[] {
    const ground: Ground = {
        parent,
        name,
        target: {
            projectId,
            targetResourceId: kind === "repository" ? pulumi.interpolate`${projectId}.${id}` : id,
            targetResourceType: kind,
        },
        wait: waitOf(checks),
    };
    const { businessHours, requiredTemplate, restApi } = checks;
    const locks = checks.exclusiveLock ?? kind === "environment";
    return [
        ...(checks.approvers.length > 0 ? [approval(ground, checks)] : []),
        ...(checks.allowAnyBranch === true ? [] : [branchControl(ground, checks)]),
        ...(businessHours ? [hours(ground, businessHours)] : []),
        ...(requiredTemplate ? [template(ground, requiredTemplate)] : []),
        ...(restApi ? [service(ground, restApi)] : []),
        ...(locks ? [lock(ground)] : []),
    ];
}

function approval({ parent, name, target, wait }: Ground, checks: DevOpsChecks): CheckApproval {
    const { approvers, minimumApprovers, allowSelfApproval, instructions } = checks;
    return new CheckApproval(
        `${name}-approval`,
        {
            ...target,
            approvers: approvers.map(({ originId }) => originId),
            minimumRequiredApprovers: minimumApprovers ?? approvers.length,
            requesterCanApprove: allowSelfApproval === true,
            timeout: wait,
            ...(instructions === undefined ? {} : { instructions }),
        },
        { parent },
    );
}

function branchControl({ parent, name, target }: Ground, checks: DevOpsChecks): CheckBranchControl {
    return new CheckBranchControl(
        `${name}-branches`,
        {
            ...target,
            displayName: "Only from these branches",
            allowedBranches: checks.branches.join(","),
            verifyBranchProtection: checks.allowUnprotectedBranches !== true,
            // A branch of which the service knows nothing is none that is protected.
            ignoreUnknownProtectionStatus: false,
        },
        { parent },
    );
}

function hours(
    { parent, name, target, wait }: Ground,
    { days, from, to, timeZone }: DevOpsBusinessHours,
): CheckBusinessHours {
    const open = Object.fromEntries(weekdays.map((day) => [day, days.includes(day)]));
    return new CheckBusinessHours(
        `${name}-hours`,
        {
            ...target,
            ...open,
            displayName: "Only in these hours",
            startTime: from,
            endTime: to,
            timeZone: timeZone ?? "UTC",
            timeout: wait,
        },
        { parent },
    );
}

function template({ parent, name, target }: Ground, wanted: DevOpsTemplate): CheckRequiredTemplate {
    return new CheckRequiredTemplate(
        `${name}-template`,
        {
            ...target,
            requiredTemplates: [
                {
                    repositoryType: wanted.repositoryType ?? "azuregit",
                    repositoryName: wanted.repository,
                    repositoryRef: wanted.ref,
                    templatePath: wanted.path,
                },
            ],
        },
        { parent },
    );
}

function service({ parent, name, target, wait }: Ground, rest: DevOpsRestCheck): CheckRestApi {
    const { urlSuffix, headers, body, successCriteria, retryMinutes } = rest;
    const answers = successCriteria !== undefined;
    return new CheckRestApi(
        `${name}-service`,
        {
            ...target,
            displayName: rest.displayName,
            connectedServiceNameSelector:
                rest.azure === true ? "connectedServiceNameARM" : "connectedServiceName",
            connectedServiceName: rest.connection,
            method: rest.method ?? "POST",
            completionEvent: answers ? "ApiResponse" : "Callback",
            timeout: wait,
            ...(answers ? { successCriteria, retryInterval: retryMinutes ?? 0 } : {}),
            ...(urlSuffix === undefined ? {} : { urlSuffix }),
            ...(headers === undefined ? {} : { headers }),
            ...(body === undefined ? {} : { body }),
        },
        { parent },
    );
}

function lock({ parent, name, target, wait }: Ground): CheckExclusiveLock {
    return new CheckExclusiveLock(`${name}-lock`, { ...target, timeout: wait }, { parent });
}
