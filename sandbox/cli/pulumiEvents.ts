import type { EngineEvent as CliEvent, StepEventMetadata } from "@pulumi/pulumi/automation/events";
import type { Deployment } from "@pulumi/pulumi/automation";
import type {
    Diagnostic,
    EngineEvent,
    Operation,
    PolicyPackSummary,
    PolicyViolation,
    ResourceSummary,
    Step,
} from "../engine/api";

/** The CLI's words for steps; those not named (halves of a replacement) are left out. */
const operations: Readonly<Record<string, Operation>> = {
    same: "same",
    create: "create",
    update: "update",
    replace: "replace",
    delete: "delete",
    read: "read",
    import: "import",
    refresh: "refresh",
};

/** Colour marks stay in event texts whatever the colour setting. */
function plain(text: string): string {
    return text.replaceAll(/<\{%[^%]*%\}>/g, "").trimEnd();
}

/** Turns the CLI's event stream into what the embedded engine would have said. */
export class EventCollector {
    readonly steps: Step[] = [];
    readonly diagnostics: Diagnostic[] = [];
    readonly violations: PolicyViolation[] = [];
    failed = false;
    readonly #packs = new Map<string, string>();
    readonly #planned = new Map<string, ResourceSummary>();

    constructor(private readonly emit: (event: EngineEvent) => void) {}

    take(event: CliEvent): void {
        const { resourcePreEvent, resOutputsEvent, resOpFailedEvent } = event;
        if (resourcePreEvent) this.#step(resourcePreEvent.metadata);
        else if (resOutputsEvent) this.#done(resOutputsEvent.metadata, false);
        else if (resOpFailedEvent) this.#done(resOpFailedEvent.metadata, true);
        else if (event.diagnosticEvent && event.diagnosticEvent.ephemeral !== true) {
            const { severity, message, urn } = event.diagnosticEvent;
            const words = plain(message);
            if (words === "") return;
            const level = severity === "info#err" ? "info" : severity;
            this.#say({ severity: level, message: words, ...(urn ? { urn } : {}) });
        } else if (event.policyEvent) this.#violation(event.policyEvent);
        else if (event.summaryEvent) {
            for (const [name, version] of Object.entries(event.summaryEvent.policyPacks)) {
                this.#packs.set(name, version);
            }
        }
    }

    fail(message: string): void {
        this.#say({ severity: "error", message });
    }

    packs(): PolicyPackSummary[] {
        return [...this.#packs].map(([name, version]) => ({
            name,
            version: version.replace(/^v/, ""),
        }));
    }

    planned(): ResourceSummary[] {
        return [...this.#planned.values()];
    }

    #say(diagnostic: Diagnostic): void {
        if (diagnostic.severity === "error") this.failed = true;
        this.diagnostics.push(diagnostic);
        this.emit({ kind: "diagnostic", diagnostic });
    }

    #step(metadata: StepEventMetadata): void {
        const step = stepOf(metadata);
        if (step === undefined) return;
        this.steps.push(step);
        this.emit({ kind: "step-start", step });
        const state = metadata.new;
        if (state !== undefined) {
            this.#planned.set(metadata.urn, {
                urn: metadata.urn,
                type: metadata.type,
                id: state.id,
                parent: state.parent,
                custom: state.custom === true,
                inputs: state.inputs,
                outputs: state.outputs,
            });
        }
    }

    #done(metadata: StepEventMetadata, failed: boolean): void {
        const step = stepOf(metadata);
        if (step !== undefined) this.emit({ kind: "step-done", step, failed });
    }

    #violation(event: NonNullable<CliEvent["policyEvent"]>): void {
        const violation: PolicyViolation = {
            pack: event.policyPackName,
            packVersion: event.policyPackVersion.replace(/^v/, ""),
            policy: event.policyName,
            enforcement: event.enforcementLevel === "mandatory" ? "mandatory" : "advisory",
            severity: (event as { severity?: string }).severity ?? "unspecified",
            message: plain(event.message),
            urn: event.resourceUrn ?? "",
        };
        if (violation.enforcement === "mandatory") this.failed = true;
        this.#packs.set(violation.pack, violation.packVersion);
        this.violations.push(violation);
        this.emit({ kind: "violation", violation });
    }
}

function stepOf(metadata: StepEventMetadata): Step | undefined {
    const op = operations[metadata.op];
    if (op === undefined) return undefined;
    const { urn, type } = metadata;
    return {
        op,
        urn,
        type,
        name: urn.split("::").slice(3).join("::"),
        id: metadata.new?.id ?? metadata.old?.id ?? "",
        changedProperties: metadata.diffs ?? [],
        replaceProperties: metadata.keys ?? [],
    };
}

const secretKey = "4dabf18193072939515e22adb298388d";

function hideSecrets(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(hideSecrets);
    if (typeof value !== "object" || value === null) return value;
    if (secretKey in value) return "[secret]";
    return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, hideSecrets(inner)]),
    );
}

/** The resources of an exported state. */
export function summaries(exported: Deployment): ResourceSummary[] {
    const { resources = [] } = exported.deployment as {
        resources?: Partial<ResourceSummary & { delete: boolean }>[];
    };
    return resources
        .filter((resource) => resource.delete !== true)
        .map((resource) => ({
            urn: resource.urn ?? "",
            type: resource.type ?? "",
            id: resource.id ?? "",
            parent: resource.parent ?? "",
            custom: resource.custom === true,
            inputs: hideSecrets(resource.inputs ?? {}) as Record<string, unknown>,
            outputs: hideSecrets(resource.outputs ?? {}) as Record<string, unknown>,
        }));
}
