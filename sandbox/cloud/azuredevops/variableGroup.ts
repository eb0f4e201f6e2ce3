import type { Failure } from "../check";
import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import { defaulting, fixed, integer, list, object, required, secret, text } from "../shape";
import type { StoredResource } from "../store/record";
import { get, isObject, isUnknown, items, str, text as joined, type Values } from "../values";
import { devOpsType } from "./devOpsType";
import { filled, no, projectId, uuid } from "./fields";
import { refuseUnreadable } from "./keyVaultLink";
import { projectClaim } from "./organization";
import { protectedClaim } from "./protectedResources";

export const variableGroup = devOpsType("VariableGroup", {
    inputs: {
        allowAccess: no,
        description: text,
        keyVault: object({
            name: required(filled),
            searchDepth: defaulting(integer(1), 20),
            serviceEndpointId: required(uuid),
        }),
        name: filled,
        projectId,
        variables: required(
            list(
                object({
                    isSecret: no,
                    name: required(filled),
                    secretValue: secret(text),
                    value: text,
                }),
                { min: 1 },
            ),
        ),
    },
    autoname: true,
    id: { series: "variable group" },
    check: (inputs) => variablesOf(inputs).flatMap((one, i) => checkVariable(inputs, one, i)),
    outputs: ({ inputs }) => ({ description: str(inputs, "description") }),
    unique: ({ inputs, scope }) => ({
        claim: `${projectClaim(scope.owner, str(inputs, "projectId"))}/variable group ${str(inputs, "name")}`,
        refusal: `VariableGroupExistsException: A variable group with name '${str(inputs, "name")}' already exists.`,
    }),
    claims: ({ scope, id }) => [protectedClaim(scope.owner, "variablegroup", id)],
    needs: refuseUnreadable,
    deletion: ({ scope, store, id }) => ({
        remove: store.under(protectedClaim(scope.owner, "variablegroup", id)),
    }),
});

function variablesOf(inputs: Values): Values[] {
    return items(inputs, "variables").map((one) => (isObject(one) ? one : {}));
}

function checkVariable(inputs: Values, one: Values, i: number): Failure[] {
    const given = (name: string) => one[name] !== undefined;
    const property = `variables[${i}]`;
    const name = str(one, "name");
    const twice = variablesOf(inputs).findIndex(
        (other) => !isUnknown(name) && str(other, "name").toLowerCase() === name.toLowerCase(),
    );
    const failures: Failure[] = [];
    if (twice >= 0 && twice < i) {
        failures.push({ property: `${property}.name`, reason: `${name} is given twice` });
    }
    if (inputs.keyVault !== undefined) {
        const own = ["isSecret", "secretValue", "value"].filter(given);
        const reason = "conflicts with keyVault: the vault has the values";
        return [...failures, ...own.map((one) => ({ property: `${property}.${one}`, reason }))];
    }
    const secretive = given("secretValue") || given("isSecret");
    if ((given("value") && secretive) || given("secretValue") !== given("isSecret")) {
        const reason =
            "can have either only `value`, or both `isSecret` and `secretValue` (never one of them)";
        failures.push({ property, reason });
    }
    return failures;
}

/** The group a single variable belongs to; a group that mirrors a vault takes none. */
function requireGroup({ store, scope, inputs }: Write): StoredResource {
    const id = str(inputs, "variableGroupId");
    const found = store.holder(protectedClaim(scope.owner, "variablegroup", id));
    if (found === undefined || str(found.inputs, "projectId") !== str(inputs, "projectId")) {
        throw azureDevOpsError(404, `Variable group with id ${id} does not exist.`);
    }
    return found;
}

export const variableGroupVariable = devOpsType("VariableGroupVariable", {
    inputs: {
        name: fixed(filled),
        projectId,
        secretValue: secret(text),
        value: text,
        variableGroupId: required(fixed(filled)),
    },
    autoname: true,
    id: (inputs) => {
        const [project, group] = [str(inputs, "projectId"), str(inputs, "variableGroupId")];
        return joined`${project}/${group}/${str(inputs, "name")}`;
    },
    check: (inputs) => {
        const given = ["value", "secretValue"].filter((name) => inputs[name] !== undefined);
        const reason = "exactly one of value, secretValue must be given";
        return given.length === 1 ? [] : [{ property: given[1] ?? "value", reason }];
    },
    parents: ({ inputs, scope }) => [
        protectedClaim(scope.owner, "variablegroup", str(inputs, "variableGroupId")),
    ],
    beforeCreate: (write) => {
        const group = requireGroup(write);
        const name = str(write.inputs, "name").toLowerCase();
        if (get(group.inputs, "keyVault") !== undefined) {
            throw azureDevOpsError(
                400,
                `Variable group ${group.id} takes its variables from a vault.`,
            );
        }
        if (variablesOf(group.inputs).some((one) => str(one, "name").toLowerCase() === name)) {
            throw azureDevOpsError(409, `Variable ${name} already exists in group ${group.id}.`);
        }
    },
    needs: (write) => void requireGroup(write),
});
