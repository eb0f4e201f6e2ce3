import type {
    Diagnostic,
    EngineEvent,
    EngineOptions,
    Operation,
    PolicyViolation,
    RunKind,
    Step,
} from "./api";
import type { Goal } from "./goal";
import { Hearing } from "./hearing";
import { Limit } from "./limit";
import { OldStates } from "./oldStates";
import type { PlanGuard } from "./plan";
import { Stopped } from "./register";
import type { ResourceState, StackStore } from "./state";
import { Redactor } from "./redact";

/** A resource the program registered in this run. */
export interface Registered {
    readonly goal: Goal;
    /** Place in the order of registration. */
    readonly order: number;
    /** What it was found to be before the run. */
    readonly old: ResourceState | undefined;
    /** The state as it will be (in a preview: as planned, unknowns included). */
    state: ResourceState;
}

/** Everything one run shares: the old state, what was registered, what was said. */
export class Deployment {
    readonly preview: boolean;
    readonly olds: OldStates;
    readonly registered = new Map<string, Registered>();
    /** Old resources this run has met: they are not deleted at its end. */
    readonly seen = new Set<ResourceState>();
    readonly diagnostics: Diagnostic[] = [];
    readonly violations: PolicyViolation[] = [];
    readonly redactor = new Redactor();
    readonly limit: Limit;
    /** Operations at providers under way; a run waits for them before it ends. */
    readonly inFlight = new Set<Promise<unknown>>();
    #failed = false;
    #calls = 0;
    #cancelled = false;
    #over = false;
    readonly #hearing = new Hearing((diagnostic) => {
        this.say(diagnostic);
    });
    #order = 0;
    readonly #undone = new Set<Step>();
    readonly #steps: { order: number; step: Step }[] = [];
    #onFailure: () => void = () => undefined;
    readonly failure: Promise<void>;
    #onCancel: () => void = () => undefined;
    readonly cancelled: Promise<void>;
    #onRefusal: () => void = () => undefined;
    /** A registration failed: what depends on it will never be registered, in a preview either. */
    readonly refusal: Promise<void>;

    constructor(
        readonly kind: RunKind,
        readonly options: EngineOptions,
        readonly project: string,
        readonly store: StackStore,
        /** The reviewed plan this run is held to, if any. */
        readonly guard?: PlanGuard,
    ) {
        this.preview = kind === "preview";
        this.olds = new OldStates(store.snapshot().resources);
        this.limit = new Limit(options.parallel ?? 16);
        this.failure = new Promise((resolve) => {
            this.#onFailure = resolve;
        });
        this.cancelled = new Promise((resolve) => {
            this.#onCancel = resolve;
        });
        this.refusal = new Promise((resolve) => {
            this.#onRefusal = resolve;
        });
    }

    get failed(): boolean {
        return this.#failed;
    }

    /** Marks the run as failed; what is in flight is finished, nothing new is begun. */
    fail(message: string, urn?: string): void {
        this.say({ severity: "error", message, ...(urn === undefined ? {} : { urn }) });
        this.stop();
    }

    /** As {@link fail}, of a call that the program waits for. */
    refuse(message: string, urn: string): void {
        this.fail(message, urn);
        this.#onRefusal();
    }

    /** As {@link fail}, when the reason was said already. */
    stop(): void {
        this.#failed = true;
        this.#onFailure();
    }

    /** Whether a call of the program is under way. */
    get isAsked(): boolean {
        return this.#calls > 0;
    }

    /** Carries out what the program asks for. */
    async answer<T>(work: () => Promise<T>): Promise<T> {
        this.#calls += 1;
        try {
            return await work();
        } finally {
            this.#calls -= 1;
        }
    }

    /** Whether the program is let go before its end: its calls are answered "unavailable". */
    get ending(): boolean {
        return this.#cancelled || (this.#failed && !this.preview);
    }

    /**
     * Everything was said. Connections are closed next, and a call that nobody waits for any more ends
     * with an error of which the engine itself is the cause.
     */
    close(): void {
        this.#hearing.tell();
        this.#over = true;
    }

    /** The user's wish: ends a preview as well, which goes on after other failures. */
    cancel(): void {
        this.#hearing.tell();
        this.fail("the run was cancelled");
        this.#cancelled = true;
        this.#onCancel();
    }

    /** Waits until no operation is under way, those begun meanwhile included. */
    async settle(): Promise<void> {
        while (this.inFlight.size > 0) await Promise.all(this.inFlight);
    }

    /** Registrations end in any order; what is written and reported follows the program's. */
    arrange(): void {
        const sorted = [...this.registered].sort(([, a], [, b]) => a.order - b.order);
        this.registered.clear();
        for (const [urn, registered] of sorted) this.registered.set(urn, registered);
    }

    /** What the program itself says is told a little later: see {@link Hearing}. */
    hear(diagnostic: Diagnostic): void {
        this.#hearing.hear(diagnostic);
    }

    /** Nothing more is awaited from the program: what it said is told. */
    tellHeard(): void {
        this.#hearing.tell();
    }

    say(diagnostic: Diagnostic): void {
        if (this.#over) return;
        const clean = { ...diagnostic, message: this.redactor.clean(diagnostic.message) };
        this.diagnostics.push(clean);
        this.emit({ kind: "diagnostic", diagnostic: clean });
    }

    violate(violation: PolicyViolation): void {
        if (this.#over) return;
        const clean = { ...violation, message: this.redactor.clean(violation.message) };
        this.violations.push(clean);
        this.emit({ kind: "violation", violation: clean });
    }

    /** @throws Error when the reviewed plan has something else for the resource. A preview only plans. */
    hold(op: Operation, state: ResourceState, old: ResourceState | undefined): void {
        if (!this.preview) this.guard?.hold(op, state, old);
    }

    emit(event: EngineEvent): void {
        this.options.onEvent?.(event);
    }

    /** A place in the order in which steps are reported: that of registration. */
    nextOrder(): number {
        return this.#order++;
    }

    addStep(order: number, step: Step): void {
        this.#steps.push({ order, step });
    }

    /** Steps that were planned (preview) or done: those that failed or never began are left out. */
    steps(): Step[] {
        return this.#steps
            .filter(({ step }) => !this.#undone.has(step))
            .sort((a, b) => a.order - b.order)
            .map(({ step }) => step);
    }

    /**
     * Runs an operation at a provider: at most `parallel` at once, awaited at the end of the run.
     * @throws Stopped when the run failed before it was the operation's turn.
     */
    async operate<Result>(step: Step, operation: () => Promise<Result>): Promise<Result> {
        const running = this.limit.run(async () => {
            if (this.#failed && !this.preview) throw new Stopped();
            if (!this.preview) this.guard?.permit(step);
            this.emit({ kind: "step-start", step });
            try {
                const result = await operation();
                this.emit({ kind: "step-done", step, failed: false });
                return result;
            } catch (error) {
                // At once: the place goes to the next in line before anybody reads the reason.
                this.#failed = true;
                this.emit({ kind: "step-done", step, failed: true });
                throw error;
            }
        });
        const settled = running.then(
            () => undefined,
            () => undefined,
        );
        this.inFlight.add(settled);
        try {
            return await running;
        } catch (error) {
            this.#undone.add(step);
            throw error;
        } finally {
            this.inFlight.delete(settled);
        }
    }
}
