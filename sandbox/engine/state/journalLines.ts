/**
 * The journal's lines on disk. Resources go by slot: a number that a resource keeps from when it is
 * first put until it is removed. The resources of the checkpoint have their index as slot. Every
 * property value in a line is encrypted as in the checkpoint.
 */

import { z } from "zod";
import { deploymentShape, operationType, propertyMap, resourceShape } from "./shapes";
import type {
    DeploymentV3,
    OperationType,
    Properties,
    ResourceState,
    SecretsProviders,
} from "./types";

/** The first line: what the others build on. */
export interface JournalHeader {
    readonly journal: 1;
    readonly kind: "up" | "refresh" | "destroy" | "import";
    /** RFC 3339. */
    readonly startTime: string;
    /** SHA-256 of the checkpoint file in hex; "" when there was none. */
    readonly base: string;
    /** Needed as long as no checkpoint carries it. */
    readonly secrets_providers: SecretsProviders;
}

export type JournalLine =
    | {
          readonly op: "begin";
          readonly operation: number;
          readonly type: OperationType;
          readonly resource: ResourceState;
      }
    | { readonly op: "end"; readonly operation: number }
    | {
          readonly op: "put";
          readonly slot: number;
          readonly resource: ResourceState;
          readonly retire?: number | undefined;
          readonly ends?: number | undefined;
      }
    | { readonly op: "retire"; readonly slot: number }
    | { readonly op: "remove"; readonly slot: number; readonly ends?: number | undefined }
    | { readonly op: "outputs"; readonly slot: number; readonly outputs: Properties }
    /** Everything goes, then these come (import). */
    | { readonly op: "reset"; readonly deployment: DeploymentV3 }
    /** A checkpoint with this SHA-256 holds all lines before. */
    | { readonly op: "folded"; readonly checkpoint: string };

const number = z.int().min(0);

export const journalHeader = z.object({
    journal: z.literal(1),
    kind: z.enum(["up", "refresh", "destroy", "import"]),
    startTime: z.string(),
    base: z.string(),
    secrets_providers: z.object({ type: z.string(), state: z.unknown().optional() }),
});

export const journalLine = z.discriminatedUnion("op", [
    z.object({
        op: z.literal("begin"),
        operation: number,
        type: operationType,
        resource: resourceShape,
    }),
    z.object({ op: z.literal("end"), operation: number }),
    z.object({
        op: z.literal("put"),
        slot: number,
        resource: resourceShape,
        retire: number.optional(),
        ends: number.optional(),
    }),
    z.object({ op: z.literal("retire"), slot: number }),
    z.object({ op: z.literal("remove"), slot: number, ends: number.optional() }),
    z.object({
        op: z.literal("outputs"),
        slot: number,
        outputs: propertyMap,
    }),
    z.object({ op: z.literal("reset"), deployment: deploymentShape }),
    z.object({ op: z.literal("folded"), checkpoint: z.string() }),
]);
