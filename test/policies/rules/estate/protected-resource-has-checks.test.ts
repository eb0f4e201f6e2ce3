import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { protectedResourceHasChecks } from "../../../../policies/rules/estate/protected-resource-has-checks";
import { describeStackRule, judged, type StackResource } from "../../../support/describeStackRule";
import { devOpsToken } from "../../../support/devOpsCases";

/** What is judged: production, to be made in the project "shop". */
function made(type: string, props: PropertyTree): StackResource {
    return {
        name: judged,
        type: devOpsToken(type),
        props: { id: UNKNOWN, projectId: "shop", ...props },
    };
}

const environment = made("Environment", { name: "production" });

/** A check before what is judged, by the output its target comes from. */
function check(
    type: string,
    targetResourceType = "environment",
    more: Partial<StackResource> = {},
): StackResource {
    const props: PropertyTree = {
        projectId: "shop",
        targetResourceType,
        targetResourceId: UNKNOWN,
    };
    return {
        name: type,
        type: devOpsToken(type),
        props,
        propertyDependencies: { targetResourceId: [judged] },
        ...more,
    };
}

const both = (kind?: string) => [check("CheckApproval", kind), check("CheckBranchControl", kind)];

/** The check names its target by an id. */
function written(type: string, targetResourceId: string, kind = "environment"): StackResource {
    const props = { projectId: "shop", targetResourceType: kind, targetResourceId };
    return { name: `${type}-${targetResourceId}`, type: devOpsToken(type), props };
}

const queue = made("Queue", { name: UNKNOWN, agentPoolId: UNKNOWN });
const ofPool = { ...queue, propertyDependencies: { agentPoolId: ["pool"] } };
const pool = { name: "pool", type: devOpsToken("Pool"), props: { name: "shop-production" } };

const connections = ["ServiceEndpointAzureRM", "ServiceEndpointAws", "ServiceEndpointGeneric"];

describeStackRule(protectedResourceHasChecks, {
    denied: [
        {
            name: "an environment that nobody has to approve",
            resources: [environment, check("CheckBranchControl")],
            findings: ["CheckApproval"],
            says: "leave allowNoApproval out",
        },
        {
            name: "an environment without checks",
            resources: [environment],
            findings: ["CheckApproval", "CheckBranchControl"],
        },
        {
            name: "an environment that takes every branch",
            resources: [environment, check("CheckApproval")],
            findings: ["CheckBranchControl"],
            says: "leave allowAnyBranch out",
        },
        {
            name: "an environment whose checks stand before another",
            resources: [
                environment,
                {
                    name: "other",
                    type: devOpsToken("Environment"),
                    props: { id: UNKNOWN, projectId: "shop", name: "staging" },
                },
                ...both().map((one) => ({
                    ...one,
                    propertyDependencies: { targetResourceId: ["other"] },
                })),
            ],
            findings: ["CheckApproval", "CheckBranchControl"],
        },
        {
            name: "checks before a queue of the same number",
            resources: [
                { ...environment, props: { ...environment.props, id: "7" } },
                written("CheckApproval", "7", "queue"),
                written("CheckBranchControl", "8"),
            ],
            findings: ["CheckApproval", "CheckBranchControl"],
        },
        {
            name: "checks by a number while the environment has none yet",
            resources: [
                environment,
                written("CheckApproval", "7"),
                written("CheckBranchControl", "7"),
            ],
            findings: ["CheckApproval", "CheckBranchControl"],
        },
        ...connections.map((type) => ({
            name: `a connection without checks, a ${type}`,
            resources: [made(type, { serviceEndpointName: "Production" })],
            findings: ["CheckApproval", "CheckBranchControl"],
        })),
        {
            name: "a connection of a kind named by a property",
            resources: [made("ServiceendpointGenericV2", { name: "web-prod" })],
            findings: ["CheckApproval", "CheckBranchControl"],
        },
        {
            name: "variables without checks",
            resources: [made("VariableGroup", { name: "shop-production" })],
            findings: ["CheckApproval", "CheckBranchControl"],
        },
        {
            name: "agents of a pool for production, open to every branch",
            resources: [ofPool, pool],
            findings: ["CheckBranchControl"],
        },
        {
            name: "an environment of a stack tagged as production",
            resources: [made("Environment", { name: "blue" })],
            stackTags: { "gatehouse:tier": "production" },
            findings: ["CheckApproval", "CheckBranchControl"],
        },
        {
            name: "pipelines that extend no template where the settings ask for one",
            resources: [environment, ...both()],
            config: { templateFor: ["environment"] },
            findings: ["CheckRequiredTemplate"],
        },
    ],
    allowed: [
        { name: "an environment with both", resources: [environment, ...both()] },
        {
            name: "an environment of which only the number joins it to its checks",
            resources: [
                { ...environment, props: { ...environment.props, id: "7" } },
                written("CheckApproval", "7"),
                written("CheckBranchControl", "7"),
            ],
        },
        {
            name: "a connection with both, whatever else the target comes from",
            resources: [
                made("ServiceEndpointAzureRM", { serviceEndpointName: "production" }),
                { name: "shop", type: devOpsToken("Project"), props: { name: "Shop" } },
                ...both("endpoint").map((one) => ({
                    ...one,
                    propertyDependencies: { targetResourceId: ["shop", judged] },
                })),
            ],
        },
        {
            name: "variables with both",
            resources: [made("VariableGroup", { name: "prod" }), ...both("variablegroup")],
        },
        {
            name: "agents that nobody approves, from chosen branches",
            resources: [ofPool, pool, check("CheckBranchControl", "queue")],
        },
        {
            name: "agents of a pool for staging",
            resources: [ofPool, { ...pool, props: { name: "shop-staging" } }],
        },
        { name: "staging", resources: [made("Environment", { name: "staging" })] },
        { name: "a repository", resources: [made("Git", { name: "production" })] },
        {
            name: "an environment that the settings ask nothing of",
            resources: [environment],
            config: { approvalFor: ["endpoint"], branchesFor: [] },
        },
    ],
    undecidable: [
        {
            name: "checks whose target may be another environment",
            resources: [
                environment,
                { ...environment, name: "other", props: { id: UNKNOWN, name: "staging" } },
                ...both().map((one) => ({
                    ...one,
                    propertyDependencies: { targetResourceId: [judged, "other"] },
                })),
            ],
            production: true,
        },
        {
            name: "an environment whose name is not known yet",
            resources: [made("Environment", { name: UNKNOWN })],
            production: false,
        },
    ],
    tokens: ["azuredevops:index:Environment"],
});
