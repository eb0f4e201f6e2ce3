import type { Resource } from "../../model/resource";
import { normaliseType } from "../../model/typeFamilies";

/**
 * The component whose own inputs say which repository and environment, or which service connection,
 * its credentials trust.
 */
export const declaringType = "gatehouse:index:AzureFederatedIdentity";

/** Whether a resource stands directly under a component that declares trust. */
export function isDeclared({ parent }: Resource): boolean {
    const types = parent?.split("::")[2] ?? "";
    return normaliseType(types.split("$").at(-1) ?? "") === declaringType;
}
