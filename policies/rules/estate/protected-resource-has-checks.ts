import {
    protectedKinds,
    protectedResources,
    protectedTypes,
    type ProtectedResource,
} from "../../../model/devOpsProtection";
import { allowed, conclude, type Finding, type Verdict } from "../../../model/finding";
import { absent, is } from "../../../model/known";
import {
    approvalType,
    branchControlType,
    requiredTemplateType,
} from "../../../model/views/devOpsCheck";
import { defineStackRule, type JudgeContext } from "../../lib/defineRule";
import { isProduction, productionSettings } from "../../lib/production";
import { texts } from "../../lib/settings";

const kinds = protectedKinds.join(", ");

const settings = {
    ...productionSettings,
    approvalFor: texts(
        `Kinds of production resource whose use somebody has to approve: any of ${kinds}.`,
        ["environment", "endpoint", "variablegroup"],
    ),
    branchesFor: texts(`Kinds of production resource that take runs of chosen branches only.`, [
        "environment",
        "endpoint",
        "variablegroup",
        "queue",
    ]),
    templateFor: texts(
        "Kinds of production resource whose pipelines have to extend a template.",
        [],
    ),
};

/** Each check, the setting that says for which kinds it is asked, and the argument that leaves it out. */
const demands = [
    {
        type: approvalType,
        setting: "approvalFor",
        change: "put a CheckApproval before it (components with checks: name approvers, and leave allowNoApproval out)",
    },
    {
        type: branchControlType,
        setting: "branchesFor",
        change: "put a CheckBranchControl before it (components with checks: leave allowAnyBranch out)",
    },
    {
        type: requiredTemplateType,
        setting: "templateFor",
        change: "put a CheckRequiredTemplate before it (components with checks: requiredTemplate)",
    },
] as const;

/**
 * Stops production without a gate on Azure DevOps, where checks are resources of their own: one that is
 * taken away is missed by every rule that judges checks.
 *
 * The catalogue asks the same of everything. An agent queue holds no way into production: the environment
 * and the connection do, so no approval is asked for twice. Checks of a repository stop every pipeline that
 * reads it, gates of pull requests too. Both are settings. That one run at a time deploys is no matter of
 * who may, and not asked for.
 *
 * Blind spot: what other stacks or people made, and the queues a Managed DevOps Pool makes for itself. What a
 * resource is for is known by its name: a connection called "web" may well deploy to production.
 */
export const protectedResourceHasChecks = defineStackRule({
    id: "protected-resource-has-checks",
    code: "S14",
    title: "What production uses on Azure DevOps stands behind checks",
    attack:
        "A developer pushes a branch whose pipeline names production's environment, service connection or " +
        "variables. Nothing asks anybody, and the job gets them.",
    blindSpot:
        "Knows production by the name of the resource only, and sees this stack's resources and checks: neither the " +
        "queues that a Managed DevOps Pool makes, nor checks that were made by hand. Whether a check is worth " +
        "anything is judged by ado-approval-quality and ado-branch-control.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "put an approval and a check of the branch before the resource, or make it with AzureDevOpsEnvironment, AzureServiceConnection, AwsServiceConnection, KeyVaultVariables or AzureDevOpsQueue",
        code: `new CheckApproval("production", {
    projectId: project.id,
    targetResourceId: production.id,
    targetResourceType: "environment",
    approvers: [release.originId],
});
new CheckBranchControl("production", {
    projectId: project.id,
    targetResourceId: production.id,
    targetResourceType: "environment",
    allowedBranches: "refs/heads/main",
    verifyBranchProtection: true,
});`,
    },
    controls: ["ncsc:10", "ncsc:3", "owasp:cicd-sec-1", "cis:5.2.3"],
    tags: ["azure-devops", "environment", "approval", "branch"],
    types: protectedTypes,
    settings,
    examples: {
        denied: `new Environment("production", { projectId: project.id, name: "production" });`,
        allowed: `const production = new Environment("production", { projectId: project.id, name: "production" });
const target = {
    projectId: project.id,
    targetResourceId: production.id,
    targetResourceType: "environment",
};
new CheckApproval("production", { ...target, approvers: [release.originId] });
new CheckBranchControl("production", {
    ...target,
    allowedBranches: "refs/heads/main",
    verifyBranchProtection: true,
});`,
    },
    judge(stack, context) {
        return protectedResources(stack, (urn) => context.declarationOf(urn)).map((one) => ({
            urn: one.resource.urn,
            verdict: judgeOne(one, context),
        }));
    },
});

function judgeOne(
    { kind, name, checks, maybe }: ProtectedResource,
    context: JudgeContext<typeof settings>,
): Verdict {
    const missing = demands.filter(
        ({ type, setting }) => context.config[setting].includes(kind) && !checks.has(type),
    );
    const production = isProduction(name, context);
    if (missing.length === 0 || !is(production, true)) {
        const open = missing.length > 0 && production.state === "unknown";
        return open ? conclude([], ["name"]) : allowed;
    }
    return conclude(
        missing.filter(({ type }) => !maybe.has(type)).map(finding),
        missing.map(({ type }) => `targetResourceId of a ${shortName(type)}`),
        true,
    );
}

function finding({ type, change }: (typeof demands)[number]): Finding {
    return {
        property: shortName(type),
        seen: absent,
        wanted: "a check before the resource",
        change,
    };
}

function shortName(type: string): string {
    return type.slice(type.lastIndexOf(":") + 1);
}
