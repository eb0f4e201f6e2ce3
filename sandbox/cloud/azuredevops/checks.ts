import type { Failure } from "../check";
import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import {
    defaulting,
    integer,
    list,
    matching,
    object,
    oneOf,
    required,
    text,
    type Fields,
} from "../shape";
import { isUnknown, num, str, texts, type Values } from "../values";
import { devOpsType, type DevOpsType } from "./devOpsType";
import { checkTarget, filled, no, uuid } from "./fields";
import { requireIdentity } from "./identityNeeds";
import { bareId, idTrouble, protectedClaim, requireProtected } from "./protectedResources";
import { timeZones } from "./timeZones.json";

/** Longest waits in minutes; source: terraform-provider-azuredevops 1.16; date: 2026-11-21 */
const longest = { check: 43_200, rule: 2_147_483_647 } as const;

/** Tries of a REST check within its timeout; source: the same. */
const triesBelow = 10;

const displayName = defaulting(filled, "Managed by Terraform");
const approvalTimeout = defaulting(integer(1, longest.check), longest.check);
const ruleTimeout = defaulting(integer(1, longest.rule), 1440);
const hour = required(matching(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "a time of day: HH:MM"));

type CheckRules = Pick<DevOpsType, "needs" | "check" | "unique">;

function check(name: string, fields: Fields, rules: CheckRules = {}) {
    const { needs, check: more, unique } = rules;
    return devOpsType(name, {
        inputs: { ...checkTarget, ...fields },
        id: { series: "check" },
        check: (inputs, scope, store) => [
            ...checkTargetId(inputs),
            ...(more?.(inputs, scope, store) ?? []),
        ],
        // Each write of the service is a version of its own, from 1 on.
        outputs: ({ old }) => ({ version: (num(old?.outputs, "version") ?? 0) + 1 }),
        ...(unique === undefined ? {} : { unique }),
        parents: ({ inputs, scope }) => [targetClaim(scope.owner, inputs)],
        needs: (write) => {
            const { inputs } = write;
            const target = str(inputs, "targetResourceId");
            requireProtected(write, str(inputs, "targetResourceType"), target);
            needs?.(write);
        },
    });
}

function targetClaim(owner: string, inputs: Values): string {
    const kind = str(inputs, "targetResourceType");
    return protectedClaim(owner, kind, bareId(kind, str(inputs, "targetResourceId")));
}

function checkTargetId(inputs: Values): Failure[] {
    const [kind, id] = [str(inputs, "targetResourceType"), str(inputs, "targetResourceId")];
    const reason = isUnknown(id) ? undefined : idTrouble(kind, id);
    return reason === undefined ? [] : [{ property: "targetResourceId", reason }];
}

export const approval = check(
    "CheckApproval",
    {
        approvers: required(list(uuid, { min: 1 })),
        instructions: text,
        minimumRequiredApprovers: integer(0),
        requesterCanApprove: no,
        timeout: approvalTimeout,
    },
    {
        // A group counts for all its members, so only a list of people has an end.
        needs: (write) => {
            const approvers = texts(write.inputs, "approvers").map((id) =>
                requireIdentity(write, id),
            );
            const wanted = num(write.inputs, "minimumRequiredApprovers") ?? 0;
            if (approvers.every(({ kind }) => kind !== "group") && wanted > approvers.length) {
                const message = `The minimum number of approvers (${wanted}) cannot be greater than the number of approvers (${approvers.length}).`;
                throw azureDevOpsError(400, message);
            }
        },
    },
);

export const branchControl = check("CheckBranchControl", {
    allowedBranches: defaulting(text, "*"),
    displayName,
    ignoreUnknownProtectionStatus: no,
    timeout: ruleTimeout,
    verifyBranchProtection: no,
});

export const businessHours = check("CheckBusinessHours", {
    displayName,
    endTime: hour,
    friday: no,
    monday: no,
    saturday: no,
    startTime: hour,
    sunday: no,
    thursday: no,
    timeZone: required(oneOf(...timeZones)),
    timeout: ruleTimeout,
    tuesday: no,
    wednesday: no,
});

export const exclusiveLock = check(
    "CheckExclusiveLock",
    { timeout: approvalTimeout },
    {
        unique: ({ inputs, scope }) => ({
            claim: `${targetClaim(scope.owner, inputs)}/exclusive lock`,
            refusal: "The resource already has an exclusive lock; it takes one.",
        }),
    },
);

export const requiredTemplate = check("CheckRequiredTemplate", {
    requiredTemplates: required(
        list(
            object({
                repositoryName: required(filled),
                repositoryRef: required(filled),
                repositoryType: defaulting(
                    oneOf("azuregit", "github", "githubenterprise", "bitbucket"),
                    "azuregit",
                ),
                templatePath: required(filled),
            }),
            { min: 1 },
        ),
    ),
});

export const restApi = check(
    "CheckRestApi",
    {
        body: filled,
        completionEvent: defaulting(oneOf("Callback", "ApiResponse"), "Callback"),
        connectedServiceName: required(filled),
        connectedServiceNameSelector: required(
            oneOf("connectedServiceName", "connectedServiceNameARM"),
        ),
        displayName: required(filled),
        headers: filled,
        method: required(
            oneOf("OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "PATCH"),
        ),
        retryInterval: integer(0),
        successCriteria: text,
        timeout: defaulting(integer(1, longest.check), 1440),
        urlSuffix: filled,
        variableGroupName: filled,
    },
    { check: checkRest, needs: requireConnection },
);

function checkRest(inputs: Values): Failure[] {
    const event = str(inputs, "completionEvent") || "Callback";
    const [interval, timeout] = [num(inputs, "retryInterval"), num(inputs, "timeout") ?? 1440];
    const failures: Failure[] = [];
    if (event === "Callback") {
        for (const property of ["retryInterval", "successCriteria"]) {
            if (inputs[property] !== undefined) {
                failures.push({ property, reason: "only with completionEvent ApiResponse" });
            }
        }
    } else if (!isUnknown(event) && interval !== undefined && interval > 0) {
        const tries = Math.floor(timeout / interval);
        if (tries >= triesBelow) {
            const reason = `${interval} minutes mean ${tries} tries in ${timeout}; there must be fewer than ${triesBelow}`;
            failures.push({ property: "retryInterval", reason });
        }
    }
    return failures;
}

/** The connection a REST check calls through is named by its id, or by its name. */
function requireConnection(write: Write): void {
    const { store, scope, inputs } = write;
    const wanted = str(inputs, "connectedServiceName");
    const named = `${protectedClaim(scope.owner, "endpoint of", str(inputs, "projectId"))}/${wanted}`;
    const found =
        store.holder(protectedClaim(scope.owner, "endpoint", wanted)) ?? store.holder(named);
    if (found === undefined) {
        throw azureDevOpsError(404, `Service connection ${wanted} could not be found.`);
    }
}
