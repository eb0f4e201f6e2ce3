import { z } from "zod";

/** Calls that reach a service. Check and Diff are the provider's own work and cannot fail so. */
export const operations = ["create", "update", "delete", "read", "invoke"] as const;
export type Operation = (typeof operations)[number];

const writes: readonly Operation[] = ["create", "update", "delete"];

/** What can go wrong, and which operations it can hit (the first list) and hits by default. */
const kinds = {
    throttle: { can: operations, does: operations },
    timeout: { can: operations, does: operations },
    error: { can: operations, does: operations },
    lost: { can: writes, does: ["create"] },
    partial: { can: ["create", "update"], does: ["create"] },
    slow: { can: ["create"], does: ["create"] },
    crash: { can: operations, does: writes },
} as const satisfies Record<string, { can: readonly Operation[]; does: readonly Operation[] }>;
export type FaultKind = keyof typeof kinds;

/** Options that only one kind has. */
const ownOptions: Readonly<Record<string, FaultKind>> = {
    retryAfter: "throttle",
    status: "error",
    reads: "slow",
    when: "crash",
};

const name = z.enum(Object.keys(kinds) as [FaultKind, ...FaultKind[]]);

const fault = z
    .strictObject({
        /** throttle, timeout, error, lost, partial, slow or crash. */
        fault: name,
        /** Share of the calls it hits: above 0, at most 1. */
        rate: z.number().gt(0).max(1),
        /** Only these types and functions; "*" stands for any text. Default: all. */
        types: z.array(z.string().min(1)).min(1).optional(),
        /** Only these operations. */
        operations: z.array(z.enum(operations)).min(1).optional(),
        /** Only the first attempts of a call: 1 is cured by one repetition. Default: any. */
        attempts: z.int().min(1).optional(),
        /** Only in the first runs that write in this folder. Default: any. */
        runs: z.int().min(1).optional(),
        /** Seconds the service asks to wait. Default: 10. */
        retryAfter: z.int().min(1).optional(),
        /** HTTP status. Default: 503. */
        status: z.literal([500, 502, 503, 504]).optional(),
        /** Reads after which a new resource is visible. Default: 3. */
        reads: z.int().min(1).optional(),
        /** Whether the plugin dies before or after the service has done its work. Default: after. */
        when: z.enum(["before", "after"]).optional(),
    })
    .superRefine((one, context) => {
        for (const [option, of] of Object.entries(ownOptions)) {
            if (option in one && one.fault !== of) {
                context.addIssue({
                    code: "custom",
                    path: [option],
                    message: `is an option of ${of}`,
                });
            }
        }
        const can: readonly Operation[] = kinds[one.fault].can;
        for (const [i, operation] of (one.operations ?? []).entries()) {
            if (can.includes(operation)) continue;
            const message = `${one.fault} cannot hit ${operation}; allowed: ${can.join(", ")}`;
            context.addIssue({ code: "custom", path: ["operations", i], message });
        }
    });

export const faultsSchema = z.strictObject({
    /** The same number means the same faults at the same calls. Default: 1. */
    seed: z.int().min(0).optional(),
    /** How long a second of the emulated world lasts, in milliseconds. Default: 10; 1000 is true to life. */
    secondMs: z.number().min(0).max(1000).optional(),
    faults: z.array(fault),
});

/** One fault with its defaults filled in. */
export interface Fault {
    readonly kind: FaultKind;
    readonly rate: number;
    readonly types: readonly RegExp[];
    readonly operations: readonly Operation[];
    readonly attempts: number;
    readonly runs: number;
    readonly retryAfter: number;
    readonly status: number;
    readonly reads: number;
    readonly when: "before" | "after";
}

export interface FaultsConfiguration {
    readonly seed: number;
    readonly secondMs: number;
    readonly faults: readonly Fault[];
    /** For a person: what is on, in one line. */
    readonly title: string;
}

/** What was read, with its defaults. */
export function completed(read: z.infer<typeof faultsSchema>): FaultsConfiguration {
    const { seed = 1, secondMs = 10 } = read;
    return {
        seed,
        secondMs,
        faults: read.faults.map((one) => ({
            kind: one.fault,
            rate: one.rate,
            types: (one.types ?? ["*"]).map(glob),
            operations: one.operations ?? kinds[one.fault].does,
            attempts: one.attempts ?? Infinity,
            runs: one.runs ?? Infinity,
            retryAfter: one.retryAfter ?? 10,
            status: one.status ?? 503,
            reads: one.reads ?? 3,
            when: one.when ?? "after",
        })),
        title: [...read.faults.map((one) => `${one.fault} ${one.rate}`), `seed ${seed}`].join(", "),
    };
}

function glob(pattern: string): RegExp {
    const escaped = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${escaped.join(".*")}$`, "i");
}
