import type { ResourceType } from "../../resourceType";
import { alias, grant } from "./alias";
import { externalKey, key, keyPolicy } from "./key";

/** Emulated types of this folder. */
export const kmsTypes: readonly ResourceType[] = [alias, externalKey, grant, key, keyPolicy];
