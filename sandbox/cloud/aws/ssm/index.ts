import type { ResourceType } from "../../resourceType";
import { association, ssmDocument } from "./documents";
import { parameter } from "./parameter";
import {
    defaultPatchBaseline,
    maintenanceWindow,
    maintenanceWindowTarget,
    maintenanceWindowTask,
    patchBaseline,
    patchGroup,
} from "./patching";

/** Emulated types of this folder. */
export const ssmTypes: readonly ResourceType[] = [
    association,
    ssmDocument,
    parameter,
    defaultPatchBaseline,
    maintenanceWindow,
    maintenanceWindowTarget,
    maintenanceWindowTask,
    patchBaseline,
    patchGroup,
];
