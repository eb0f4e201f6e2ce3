/** What a reviewed preview promised, resource by resource, and the file it is kept in. */
import { z } from "zod";
import type { Operation } from "../api";
import type { Json } from "../wire";

/** Raised when a file of this version could be misread by the engine before. */
export const planVersion = 1;

/** The state a resource starts from: its id, and a digest of each property. */
export interface PlannedStart {
    readonly id: string;
    readonly inputs: Readonly<Record<string, string>>;
    readonly outputs: Readonly<Record<string, string>>;
}

/** What the program asked for. Secrets in `inputs` are digests, unknown values accept any value. */
export interface PlannedGoal {
    readonly inputs: Json;
    /** Everything else that decides: parent, provider, protect, dependencies, ... */
    readonly options: Readonly<Record<string, Json>>;
}

export interface PlannedResource {
    /** In no order; empty never. */
    readonly steps: readonly Operation[];
    /** Absent for what is only deleted. */
    readonly goal?: PlannedGoal | undefined;
    /** Absent for what is not in the state yet. */
    readonly start?: PlannedStart | undefined;
}

export interface Plan {
    readonly project: string;
    readonly stack: string;
    /** RFC 3339. */
    readonly time: string;
    readonly resources: Readonly<Record<string, PlannedResource>>;
}

const digests = z.record(z.string(), z.string());

const plannedResource = z.strictObject({
    steps: z.array(z.string()).min(1),
    goal: z.strictObject({ inputs: z.json(), options: z.record(z.string(), z.json()) }).optional(),
    start: z.strictObject({ id: z.string(), inputs: digests, outputs: digests }).optional(),
});

/** The file. `key` and `seal` are encrypted as the secrets of a stack are. */
export const planFile = z.strictObject({
    gatehousePlan: z.literal(planVersion),
    project: z.string(),
    stack: z.string(),
    time: z.string(),
    /** Salt line of the passphrase. */
    salt: z.string(),
    /** Key of the digests. */
    key: z.string(),
    /** SHA-256 of the resources: a plan that was edited after the review is no longer that plan. */
    seal: z.string(),
    resources: z.record(z.string(), plannedResource),
});
