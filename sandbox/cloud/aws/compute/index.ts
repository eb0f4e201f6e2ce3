import type { ResourceType } from "../../resourceType";
import { autoscalingGroup, lifecycleHook } from "./autoscaling";
import {
    defaultKmsKey,
    encryptionByDefault,
    imageBlock,
    metadataDefaults,
    snapshotBlock,
    vpcBlock,
} from "./guards";
import { launchTemplate } from "./launchTemplate";

/** Emulated types of this folder. */
export const computeTypes: readonly ResourceType[] = [
    autoscalingGroup,
    lifecycleHook,
    defaultKmsKey,
    encryptionByDefault,
    imageBlock,
    metadataDefaults,
    snapshotBlock,
    vpcBlock,
    launchTemplate,
];
