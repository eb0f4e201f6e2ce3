import { azureDevOpsError } from "../failures";
import type { Write } from "../resourceType";
import { fixed, oneOf, required } from "../shape";
import { isUnknown, str, text as joined } from "../values";
import { devOpsType } from "./devOpsType";
import { filled, uuid } from "./fields";
import { requireIdentity } from "./identityNeeds";
import { poolClaim } from "./pools";
import { protectedClaim } from "./protectedResources";
import { scopes as data } from "./securityRoles.json";

/** Names of the roles one can have in each scope. */
export const rolesOfScope: Readonly<Record<string, readonly string[]>> = data;

/** Who has which role on one resource: the permission dialogs of pools, environments and others. */
export const securityroleAssignment = devOpsType("SecurityroleAssignment", {
    inputs: {
        identityId: required(fixed(uuid)),
        resourceId: required(fixed(filled)),
        roleName: required(filled),
        scope: required(oneOf(...Object.keys(rolesOfScope))),
    },
    id: (inputs) => {
        const [scope, resource] = [str(inputs, "scope"), str(inputs, "resourceId")];
        return joined`${scope}/${resource}/${str(inputs, "identityId")}`;
    },
    setting: true,
    check: (inputs) => {
        const [scope, role] = [str(inputs, "scope"), str(inputs, "roleName")];
        const roles = rolesOfScope[scope] ?? [];
        const reason = `${JSON.stringify(role)} is not one of ${roles.join(", ")}`;
        return isUnknown(scope) || isUnknown(role) || roles.includes(role)
            ? []
            : [{ property: "roleName", reason }];
    },
    needs: (write) => {
        requireIdentity(write, str(write.inputs, "identityId"));
        requireResource(write);
    },
});

/** `<project>_<number>` of what belongs to a project, a number alone of a pool. */
function requireResource({ inputs, scope, store }: Write): void {
    const [kind, id] = [str(inputs, "scope"), str(inputs, "resourceId")];
    const own = id.slice(id.lastIndexOf("_") + 1);
    const claims: Readonly<Record<string, string>> = {
        "distributedtask.agentpoolrole": poolClaim(scope.owner, own),
        "distributedtask.agentqueuerole": protectedClaim(scope.owner, "queue", own),
        "distributedtask.environmentreferencerole": protectedClaim(scope.owner, "environment", own),
        "distributedtask.serviceendpointrole": protectedClaim(scope.owner, "endpoint", own),
        "distributedtask.variablegroup": protectedClaim(scope.owner, "variablegroup", own),
    };
    const claim = claims[kind];
    const found = claim === undefined ? undefined : store.holder(claim);
    const project = id.includes("_") ? id.slice(0, id.lastIndexOf("_")) : "";
    const elsewhere = project !== "" && str(found?.inputs, "projectId") !== project;
    if (claim !== undefined && (found === undefined || elsewhere)) {
        throw azureDevOpsError(404, `The resource ${id} of scope ${kind} does not exist.`);
    }
}
