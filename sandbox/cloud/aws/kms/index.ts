import type { ResourceType } from "../../resourceType";
import { alias, grant } from "./alias";
import { key, keyPolicy } from "./key";

/** Emulated types of this folder. */
export const kmsTypes: readonly ResourceType[] = [alias, grant, key, keyPolicy];
