import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Shaping, Write } from "../resourceType";
import { choice, list, object, text, type Shape } from "../shape";
import { isUnknown, items, part, str, text as joined, UNKNOWN, type Values } from "../values";
import { principalClaim } from "./authorization";

/** Kinds of identity a resource may have, in one of Azure's spellings. */
export function identityShape(...kinds: string[]): Shape {
    return object({ type: choice(...kinds), userAssignedIdentities: list(text) });
}

const hasOwn = (inputs: Values) => /SystemAssigned/i.test(str(inputs, "identity", "type"));
const principalOf = (id: string) => guid("principal", id.toLowerCase());

/** The identity as the service gives it back: with the numbers Entra has for it. */
export function identityOutput({ inputs, scope, store, id, preview }: Shaping): Values {
    if (inputs.identity === undefined) {
        return {};
    }
    const { userAssignedIdentities, ...rest } = part(inputs, "identity");
    const known = !preview && !isUnknown(id);
    const given = items(
        { userAssignedIdentities: userAssignedIdentities ?? [] },
        "userAssignedIdentities",
    );
    const entries = given
        .filter((one) => typeof one === "string")
        .map((one) => {
            const { clientId = UNKNOWN, principalId = UNKNOWN } = store.holder(one)?.outputs ?? {};
            return [one, { clientId, principalId }] as const;
        });
    const own = { principalId: known ? principalOf(id) : UNKNOWN, tenantId: scope.tenantId };
    return {
        identity: {
            ...rest,
            ...(hasOwn(inputs) ? own : {}),
            ...(userAssignedIdentities === undefined
                ? {}
                : given.some(isUnknown)
                  ? { userAssignedIdentities: UNKNOWN }
                  : { userAssignedIdentities: Object.fromEntries(entries) }),
        },
    };
}

/** Its own identity is a principal that role assignments may name. */
export function identityClaims({ inputs, id }: Pick<Write, "inputs" | "id">): string[] {
    return hasOwn(inputs) ? [principalClaim(principalOf(id))] : [];
}

/** Refuses user-assigned identities that do not stand, and a list of them where the kind has none. */
export function requireIdentities({ store, inputs }: Pick<Write, "store" | "inputs">): void {
    const given = items(inputs, "identity", "userAssignedIdentities");
    if (given.length > 0 && !/UserAssigned/i.test(str(inputs, "identity", "type"))) {
        const message = joined`The identity type ${str(inputs, "identity", "type")} takes no user-assigned identities.`;
        throw armError(400, "InvalidIdentityValues", message);
    }
    for (const one of given) {
        if (typeof one === "string" && store.holder(one) === undefined) {
            const message = `Resource '${one}' was not found: the user-assigned identity does not exist.`;
            throw armError(400, "FailedIdentityOperation", message);
        }
    }
}
