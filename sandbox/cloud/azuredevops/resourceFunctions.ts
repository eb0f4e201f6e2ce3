import { integer, required, text } from "../shape";
import type { StoredResource } from "../store/record";
import { get, isObject, items, num, str } from "../values";
import { filled, uuid } from "./fields";
import { listed, oneArgument, shown, wanted, type DevOpsFunction } from "./lookup";

const getPool: DevOpsFunction = {
    args: { name: required(filled) },
    run: (args, { owner }, store) =>
        shown(
            wanted(poolsOf(store, owner), "name", str(args, "name"), "Agent pool"),
            poolProperties,
        ),
};

const poolProperties = ["autoProvision", "autoUpdate", "name", "poolType"];

function poolsOf(store: Parameters<DevOpsFunction["run"]>[2], owner: string): StoredResource[] {
    const elastic = listed(store, owner, "ElasticPool").map((one) => ({
        ...one,
        outputs: { ...one.outputs, poolType: "automation" },
    }));
    return [...listed(store, owner, "Pool"), ...elastic];
}

const getPools: DevOpsFunction = {
    args: {},
    run: (_args, { owner }, store) => ({
        id: `pools of ${owner}`,
        agentPools: poolsOf(store, owner).map((one) => ({
            ...shown(one, poolProperties),
            id: Number(one.id),
        })),
    }),
};

const getAgentQueue: DevOpsFunction = {
    args: { name: required(filled), projectId: required(uuid) },
    run: (args, { owner }, store) => {
        const among = listed(store, owner, "Queue", str(args, "projectId"));
        const found = wanted(among, "name", str(args, "name"), "Agent queue");
        return shown(found, ["agentPoolId", "name", "projectId"]);
    },
};

const getEnvironment: DevOpsFunction = {
    args: { environmentId: integer(1), name: text, projectId: required(uuid) },
    run: (args, { owner }, store) => {
        const number = num(args, "environmentId");
        const by = oneArgument(
            { ...args, ...(number === undefined ? {} : { environmentId: String(number) }) },
            ["environmentId", "name"],
        );
        const among = listed(store, owner, "Environment", str(args, "projectId"));
        const found =
            by === "name"
                ? wanted(among, "name", str(args, "name"), "Environment")
                : wanted(among, "id", String(number), "Environment");
        const values = shown(found, ["description", "name", "projectId"]);
        return { ...values, environmentId: Number(found.id) };
    },
};

const getVariableGroup: DevOpsFunction = {
    args: { name: required(filled), projectId: required(uuid) },
    run: (args, { owner }, store) => {
        const among = listed(store, owner, "VariableGroup", str(args, "projectId"));
        const found = wanted(among, "name", str(args, "name"), "Variable group");
        const vault = get(found.outputs, "keyVault");
        const variables = items(found.outputs, "variables").filter(isObject);
        return {
            ...shown(found, ["allowAccess", "description", "name", "projectId"]),
            keyVaults: isObject(vault) ? [vault] : [],
            variables: variables.map((one) => ({
                contentType: "",
                enabled: true,
                expires: "",
                isSecret: one.isSecret === true,
                name: str(one, "name"),
                secretValue: "",
                value: str(one, "value"),
            })),
        };
    },
};

const connectionProperties = [
    "authorization",
    "azurermManagementGroupId",
    "azurermManagementGroupName",
    "azurermSpnTenantid",
    "azurermSubscriptionId",
    "azurermSubscriptionName",
    "description",
    "environment",
    "projectId",
    "resourceGroup",
    "serverUrl",
    "serviceEndpointAuthenticationScheme",
    "serviceEndpointName",
    "servicePrincipalId",
    "workloadIdentityFederationIssuer",
    "workloadIdentityFederationSubject",
];

const getServiceEndpointAzureRM: DevOpsFunction = {
    args: { projectId: required(uuid), serviceEndpointId: text, serviceEndpointName: text },
    run: (args, { owner }, store) => {
        const by = oneArgument(args, ["serviceEndpointId", "serviceEndpointName"]);
        const among = listed(store, owner, "ServiceEndpointAzureRM", str(args, "projectId"));
        const property = by === "serviceEndpointId" ? "id" : by;
        const found = wanted(among, property, str(args, by), "Service connection");
        const nothing = Object.fromEntries(connectionProperties.map((name) => [name, ""]));
        return { ...nothing, ...shown(found, connectionProperties), serviceEndpointId: found.id };
    },
};

const getFeed: DevOpsFunction = {
    args: { feedId: text, name: text, projectId: text },
    run: (args, { owner }, store) => {
        const by = oneArgument(args, ["feedId", "name"]);
        const project = str(args, "projectId");
        const among = listed(store, owner, "Feed").filter(
            ({ inputs }) => str(inputs, "projectId") === project,
        );
        const found = wanted(among, by === "name" ? "name" : "id", str(args, by), "Feed");
        return { projectId: "", ...shown(found, ["name", "projectId"]), feedId: found.id };
    },
};

/** What pipelines use: pools, environments, variables, connections, feeds. */
export const resourceFunctions: Readonly<Record<string, DevOpsFunction>> = {
    getAgentQueue,
    getEnvironment,
    getFeed,
    getPool,
    getPools,
    getServiceEndpointAzureRM,
    getVariableGroup,
};
