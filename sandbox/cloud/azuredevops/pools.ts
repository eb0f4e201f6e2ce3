import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import { choice, defaulting, fixed, integer, required, text, type Shape } from "../shape";
import type { StoredResource } from "../store/record";
import { isUnknown, num, str, UNKNOWN } from "../values";
import { devOpsType, type Taken } from "./devOpsType";
import { filled, no, projectId, uuid, yes } from "./fields";
import { projectClaim, requireProject } from "./organization";
import { protectedClaim } from "./protectedResources";

/** Where a pool is found; its queues are listed under it. */
export function poolClaim(owner: string, id: string | number): string {
    return `azure devops ${owner}/pool #${id}`;
}

function poolName({ inputs, scope }: Write): Taken {
    const name = str(inputs, "name");
    return {
        claim: poolNameClaim(scope.owner, name),
        refusal: `TaskAgentPoolExistsException: Agent pool ${name} already exists.`,
    };
}

export function poolNameClaim(owner: string, name: string): string {
    return `azure devops ${owner}/pool ${name}`;
}

/** The pool goes, and its queues in all projects. */
function withQueues({ scope, store, id }: Write) {
    const queues = store.under(poolClaim(scope.owner, id));
    const held = queues.flatMap((queue) =>
        store.under(protectedClaim(scope.owner, "queue", queue.id)),
    );
    return { remove: [...queues, ...held] };
}

const automation = { ...choice("automation", "deployment") };
const sameCase: Pick<Shape, "same"> = { same: (a, b) => a.toLowerCase() === b.toLowerCase() };

export const pool = devOpsType("Pool", {
    inputs: {
        autoProvision: no,
        autoUpdate: yes,
        name: filled,
        poolType: fixed(defaulting({ ...automation, ...sameCase }, "automation")),
    },
    autoname: true,
    id: { series: "pool", first: 9 },
    unique: poolName,
    claims: ({ scope, id }) => [poolClaim(scope.owner, id)],
    deletion: withQueues,
});

/** A pool whose agents are the machines of a scale set. */
export const elasticPool = devOpsType("ElasticPool", {
    inputs: {
        agentInteractiveUi: no,
        autoProvision: no,
        autoUpdate: yes,
        azureResourceId: required({ ...filled, ...sameCase }),
        desiredIdle: required(integer(0)),
        maxCapacity: required(integer(0)),
        name: filled,
        projectId: text,
        recycleAfterEachUse: no,
        serviceEndpointId: required(uuid),
        serviceEndpointScope: required(uuid),
        timeToLiveMinutes: defaulting(integer(0), 30),
    },
    autoname: true,
    // Pools of both kinds are counted in one series.
    id: { series: "pool", first: 9 },
    check: (inputs) => {
        const [idle, most] = [num(inputs, "desiredIdle"), num(inputs, "maxCapacity")];
        const failures = [];
        if (idle !== undefined && most !== undefined && idle > most) {
            const reason = `${idle} is more than maxCapacity, ${most}`;
            failures.push({ property: "desiredIdle", reason });
        }
        const set = str(inputs, "azureResourceId");
        if (!isUnknown(set) && !/\/virtualMachineScaleSets\/[^/]+$/i.test(set)) {
            const reason = "must be the id of a virtual machine scale set";
            failures.push({ property: "azureResourceId", reason });
        }
        return failures;
    },
    unique: poolName,
    claims: ({ scope, id }) => [poolClaim(scope.owner, id)],
    needs: requireScaleSet,
    deletion: withQueues,
});

function requireScaleSet({ inputs, scope, store }: Write): void {
    const project = str(inputs, "serviceEndpointScope");
    requireProject(store, scope.owner, project);
    const endpoint = str(inputs, "serviceEndpointId");
    const found = store.holder(protectedClaim(scope.owner, "endpoint", endpoint));
    if (found === undefined || str(found.inputs, "projectId") !== project) {
        const message = `Service connection ${endpoint} does not exist in project ${project}.`;
        throw azureDevOpsError(404, message);
    }
    if (str(found.inputs, "projectId") !== "" && !found.type.endsWith(":ServiceEndpointAzureRM")) {
        throw azureDevOpsError(400, `Service connection ${endpoint} is not an Azure connection.`);
    }
    const taken = store
        .list("azuredevops:index/elasticPool:ElasticPool")
        .find(
            (one) =>
                str(one.inputs, "azureResourceId").toLowerCase() ===
                    str(inputs, "azureResourceId").toLowerCase() &&
                str(one.inputs, "name") !== str(inputs, "name"),
        );
    if (taken !== undefined) {
        const message = `The scale set is in use by pool ${str(taken.inputs, "name")} already.`;
        throw azureDevOpsError(409, message);
    }
}

/** A pool as one project sees it. */
export const queue = devOpsType("Queue", {
    inputs: { agentPoolId: fixed(integer(1)), name: fixed(filled), projectId },
    id: { series: "queue", first: 20 },
    check: (inputs) => {
        const given = ["agentPoolId", "name"].filter((name) => inputs[name] !== undefined);
        const reason = "exactly one of agentPoolId, name must be given";
        return given.length === 1 ? [] : [{ property: given[1] ?? "agentPoolId", reason }];
    },
    outputs: ({ inputs, scope, store }) => {
        const found = poolOf(store, scope.owner, inputs);
        const number = found === undefined ? UNKNOWN : Number(found.id);
        return {
            agentPoolId: inputs.agentPoolId ?? number,
            name:
                str(inputs, "name") || (found === undefined ? UNKNOWN : str(found.inputs, "name")),
        };
    },
    claims: (write) => [
        protectedClaim(write.scope.owner, "queue", write.id),
        queueClaim(write, poolOf(write.store, write.scope.owner, write.inputs)?.id ?? ""),
    ],
    parents: ({ inputs, scope, store }) => {
        const found = poolOf(store, scope.owner, inputs);
        return found === undefined ? [] : [poolClaim(scope.owner, found.id)];
    },
    beforeCreate: (write) => {
        const { inputs, scope, store } = write;
        const found = poolOf(store, scope.owner, inputs);
        if (found === undefined) {
            const wanted = str(inputs, "name") || String(num(inputs, "agentPoolId"));
            const message = `TaskAgentPoolNotFoundException: No agent pool found with identifier ${wanted}.`;
            throw azureDevOpsError(404, message);
        }
        if (store.holder(queueClaim(write, found.id)) !== undefined) {
            const name = str(found.inputs, "name");
            throw azureDevOpsError(
                409,
                `TaskAgentQueueExistsException: Agent queue ${name} already exists.`,
            );
        }
    },
    deletion: ({ scope, store, id }) => ({
        remove: store.under(protectedClaim(scope.owner, "queue", id)),
    }),
});

function queueClaim({ inputs, scope }: Pick<Write, "inputs" | "scope">, id: string): string {
    return `${projectClaim(scope.owner, str(inputs, "projectId"))}/queue of pool #${id}`;
}

function poolOf(
    store: Write["store"],
    owner: string,
    inputs: Write["inputs"],
): StoredResource | undefined {
    const number = num(inputs, "agentPoolId");
    return number === undefined
        ? store.holder(poolNameClaim(owner, str(inputs, "name")))
        : store.holder(poolClaim(owner, number));
}
