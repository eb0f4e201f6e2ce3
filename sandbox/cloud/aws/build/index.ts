import type { ResourceType } from "../../resourceType";
import { connection, project, sourceCredential, webhook } from "./codebuild";

/** Emulated types of this folder. */
export const buildTypes: readonly ResourceType[] = [connection, project, sourceCredential, webhook];
