import type { ResourceType } from "../../resourceType";
import { bucket } from "./bucket";
import {
    accountPublicAccessBlock,
    bucketEncryption,
    bucketLifecycle,
    bucketLogging,
    bucketObjectLock,
    bucketOwnershipControls,
    bucketPolicy,
    bucketPublicAccessBlock,
    bucketVersioning,
} from "./settings";

/** Emulated types of this folder. */
export const s3Types: readonly ResourceType[] = [
    bucket,
    accountPublicAccessBlock,
    bucketEncryption,
    bucketLifecycle,
    bucketLogging,
    bucketObjectLock,
    bucketOwnershipControls,
    bucketPolicy,
    bucketPublicAccessBlock,
    bucketVersioning,
];
