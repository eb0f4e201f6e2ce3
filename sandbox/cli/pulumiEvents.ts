import type { EngineEvent as CliEvent, StepEventMetadata } from "@pulumi/pulumi/automation/events";
import type {
    Diagnostic,
    EngineEvent,
    Operation,
    PolicyPackSummary,
    PolicyViolation,
    ResourceSummary,
    RunKind,
    Step,
    StepDetail,
} from "../engine/api";
import { detailOf } from "./pulumiDetails";
import { hideSecrets, type Properties } from "./pulumiState";

/**
 * The CLI's words for steps; those not named (halves of a replacement) are left out. It has words of its own
 * for what leaves the state without a call to a provider.
 */
const operations: Readonly<Record<string, Operation>> = {
    same: "same",
    create: "create",
    update: "update",
    replace: "replace",
    delete: "delete",
    read: "read",
    import: "import",
    refresh: "refresh",
    discard: "delete",
    "remove-pending-replace": "delete",
};

/** Events that the CLI sends and the SDK's types do not know yet. */
interface NewerEvent extends CliEvent {
    readonly policyAnalyzeSummaryEvent?: PolicySummary;
    readonly policyAnalyzeStackSummaryEvent?: PolicySummary;
}

/** Said when a run ends; why it failed was said before. */
const closingWords: readonly string[] = ["preview failed", "update failed", "destroy failed"];

interface PolicySummary {
    readonly policyPackName: string;
    readonly policyPackVersion: string;
    readonly passed?: readonly string[];
    readonly failed?: readonly string[];
}

interface Pack {
    readonly version: string;
    readonly policies: Set<string>;
    analyses: number;
}

/** Colour marks stay in event texts whatever the colour setting. */
function plain(text: string): string {
    return text.replaceAll(/<\{%[^%]*%\}>/g, "").trimEnd();
}

/** Turns the CLI's event stream into what the embedded engine would have said. */
export class EventCollector {
    readonly diagnostics: Diagnostic[] = [];
    readonly violations: PolicyViolation[] = [];
    failed = false;
    /** Of the stack file; secret values are blinded by the CLI. */
    config: Readonly<Record<string, string>> = {};
    readonly #steps = new Map<string, Step>();
    readonly #packs = new Map<string, Pack>();
    readonly #details = new Map<string, StepDetail>();
    /** Steps as they began: their number. */
    readonly #begun = new Map<string, number>();
    readonly #planned = new Map<string, ResourceSummary>();

    constructor(
        private readonly kind: RunKind,
        private readonly emit: (event: EngineEvent) => void,
    ) {}

    take(event: NewerEvent): void {
        const { resourcePreEvent, resOutputsEvent, resOpFailedEvent } = event;
        if (event.preludeEvent) this.config = event.preludeEvent.config;
        else if (resourcePreEvent) this.#begin(resourcePreEvent.metadata);
        else if (resOutputsEvent) this.#end(resOutputsEvent.metadata);
        else if (resOpFailedEvent) this.#failed(resOpFailedEvent.metadata);
        else if (event.diagnosticEvent) this.#diagnostic(event.diagnosticEvent);
        else if (event.policyEvent) this.#violation(event.policyEvent);
        else if (event.policyAnalyzeSummaryEvent) {
            this.#judged(event.policyAnalyzeSummaryEvent).analyses += 1;
        } else if (event.policyAnalyzeStackSummaryEvent) {
            this.#judged(event.policyAnalyzeStackSummaryEvent);
        }
    }

    fail(message: string): void {
        this.#say({ severity: "error", message });
    }

    /**
     * What was done, in an order that does not depend on what ran when: what is made or kept by URN, then what was
     * deleted, as it was.
     */
    steps(): Step[] {
        const done = [...this.#steps.values()];
        const deletions = done.filter(({ op }) => op === "delete");
        const others = done.filter(({ op }) => op !== "delete");
        return [...others.sort((a, b) => (a.urn < b.urn ? -1 : 1)), ...deletions];
    }

    /** In the order in which the CLI came to them; default providers are nobody's. */
    details(): StepDetail[] {
        const place = ({ op, urn }: StepDetail): number => this.#begun.get(`${op} ${urn}`) ?? 0;
        return [...this.#details.values()]
            .filter(({ urn }) => !/::pulumi:providers:[^:]+::default(_|$)/.test(urn))
            .sort((a, b) => place(a) - place(b));
    }

    packs(): PolicyPackSummary[] {
        return [...this.#packs].map(([name, { version, policies, analyses }]) => ({
            name,
            version,
            policies: policies.size,
            analyses,
        }));
    }

    planned(): ResourceSummary[] {
        return [...this.#planned.values()].sort((a, b) => (a.urn < b.urn ? -1 : 1));
    }

    #say(diagnostic: Diagnostic): void {
        if (diagnostic.severity === "error") this.failed = true;
        this.diagnostics.push(diagnostic);
        this.emit({ kind: "diagnostic", diagnostic });
    }

    #diagnostic(event: NonNullable<CliEvent["diagnosticEvent"]>): void {
        const { message, urn, ephemeral } = event;
        const severity = event.severity as string;
        const words = plain(message);
        // The SDK's own tracing comes as "debug"; nobody asked for it.
        if (words === "" || ephemeral === true || severity === "debug") return;
        if (closingWords.includes(words)) return;
        const level = severity === "error" || severity === "warning" ? severity : "info";
        this.#say({ severity: level, message: words, ...(urn ? { urn } : {}) });
    }

    #begin(metadata: StepEventMetadata): void {
        const step = this.#stepOf(metadata);
        const key = `${metadata.op} ${metadata.urn}`;
        if (!this.#begun.has(key)) this.#begun.set(key, this.#begun.size);
        if (step !== undefined && isOperated(metadata)) this.emit({ kind: "step-start", step });
    }

    #failed(metadata: StepEventMetadata): void {
        const step = this.#stepOf(metadata);
        if (step !== undefined) this.emit({ kind: "step-done", step, failed: true });
    }

    #end(metadata: StepEventMetadata): void {
        const step = this.#stepOf(metadata);
        if (step === undefined) return;
        // A preview ends a component twice, the second time with its outputs.
        this.#steps.set(`${step.op} ${step.urn}`, step);
        this.#details.set(`${step.op} ${step.urn}`, detailOf(step.op, metadata));
        // Of a deletion the CLI sends null here, whatever the SDK's types say.
        const state = metadata.new as StepEventMetadata["new"] | null;
        if (state !== undefined && state !== null) {
            this.#planned.set(step.urn, {
                urn: step.urn,
                type: step.type,
                id: state.id,
                parent: state.parent,
                custom: state.custom === true,
                inputs: hideSecrets(state.inputs) as Properties,
                outputs: hideSecrets(state.outputs) as Properties,
            });
        }
        if (isOperated(metadata)) this.emit({ kind: "step-done", step, failed: false });
    }

    #stepOf(metadata: StepEventMetadata): Step | undefined {
        const step = stepOf(metadata);
        // What a refresh found to differ it calls an update; nothing was updated but the state.
        const drifted = this.kind === "refresh" && step?.op === "update";
        return drifted ? { ...step, op: "refresh" } : step;
    }

    #judged(summary: PolicySummary): Pack {
        const { policyPackName, policyPackVersion, passed = [], failed = [] } = summary;
        const pack = this.#packs.get(policyPackName) ?? {
            version: policyPackVersion.replace(/^v/, ""),
            policies: new Set<string>(),
            analyses: 0,
        };
        for (const policy of [...passed, ...failed]) pack.policies.add(policy);
        this.#packs.set(policyPackName, pack);
        return pack;
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
        this.violations.push(violation);
        this.emit({ kind: "violation", violation });
    }
}

/** Whether a provider does something in this step: not so for components, the stack, providers. */
function isOperated({ type, new: after, old }: StepEventMetadata): boolean {
    return (after ?? old)?.custom === true && !type.startsWith("pulumi:providers:");
}

function stepOf(metadata: StepEventMetadata): Step | undefined {
    const op = operations[metadata.op];
    if (op === undefined) return undefined;
    const { urn, type, detailedDiff, diffs, keys, new: after, old } = metadata;
    const paths = Object.keys(detailedDiff ?? {});
    return {
        op,
        urn,
        type,
        name: urn.split("::").slice(3).join("::"),
        id: op === "create" || op === "replace" ? "" : (old?.id ?? after?.id ?? ""),
        changedProperties: paths.length > 0 ? paths : (diffs ?? []),
        replaceProperties: keys ?? [],
    };
}
