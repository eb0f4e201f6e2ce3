/** Shapes of Pulumi's deployment format, as far as this engine relies on them. */

import { z } from "zod";

/** Property values: taken as they are, not copied key by key. */
export const propertyMap = z.custom<Record<string, unknown>>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    { error: "Invalid input: expected map" },
);

export const operationType = z.enum(["creating", "updating", "deleting", "reading"]);

/** What must hold for the engine to work with a resource; its other fields are taken as they are. */
export const resourceShape = z.looseObject({
    urn: z.string().startsWith("urn:pulumi:"),
    type: z.string().min(1),
    custom: z.boolean(),
    delete: z.boolean().optional(),
    id: z.string().optional(),
    inputs: propertyMap.optional(),
    outputs: propertyMap.optional(),
    parent: z.string().optional(),
    protect: z.boolean().optional(),
    external: z.boolean().optional(),
    dependencies: z.array(z.string()).nullish(),
    initErrors: z.array(z.string()).nullish(),
    provider: z.string().optional(),
    propertyDependencies: z.record(z.string(), z.array(z.string()).nullable()).nullish(),
    pendingReplacement: z.boolean().optional(),
    additionalSecretOutputs: z.array(z.string()).nullish(),
    aliases: z.array(z.string()).nullish(),
    retainOnDelete: z.boolean().optional(),
    deletedWith: z.string().optional(),
    replaceWith: z.array(z.string()).nullish(),
});

const manifestShape = z.looseObject({ time: z.string(), magic: z.string(), version: z.string() });

/** A deployment; what it does not name passes through. */
export const deploymentShape = z.looseObject({
    manifest: manifestShape,
    secrets_providers: z.looseObject({ type: z.string(), state: z.unknown().optional() }).nullish(),
    resources: z.array(resourceShape).nullish(),
    pending_operations: z
        .array(z.object({ resource: resourceShape, type: operationType }))
        .nullish(),
});
