import type { ResourceType } from "../../resourceType";
import { secretPolicy, secretRotation, secretVersion } from "./contents";
import { secret } from "./secret";

/** Emulated types of this folder. */
export const secretsTypes: readonly ResourceType[] = [
    secretPolicy,
    secretRotation,
    secretVersion,
    secret,
];
