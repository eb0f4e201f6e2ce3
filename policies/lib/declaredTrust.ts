import type { Resource } from "../../model/resource";
import { normaliseType } from "../../model/typeFamilies";

/**
 * The components whose own inputs say which repository and environment, or which service connection,
 * their credentials and roles trust.
 */
export const declaringTypes: readonly string[] = [
    "gatehouse:index:AwsFederatedRole",
    "gatehouse:index:AzureFederatedIdentity",
];

/** Whether a resource stands directly under a component that declares trust. */
export function isDeclared({ parent }: Resource): boolean {
    const types = parent?.split("::")[2] ?? "";
    return declaringTypes.includes(normaliseType(types.split("$").at(-1) ?? ""));
}
