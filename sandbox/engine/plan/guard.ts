import type { Operation, Step } from "../api";
import type { Deployment } from "../deployment";
import type { ResourceState } from "../state";
import { allows, planDifferences, resourceDifferences } from "./compare";
import type { Digester } from "./digest";
import type { Plan } from "./format";
import { goalOfState, planOf } from "./make";

/** Holds a run to a plan: each check comes before the resource is touched. */
export class PlanGuard {
    constructor(
        private readonly plan: Plan,
        private readonly digester: Digester,
    ) {}

    /**
     * What is about to happen to one resource.
     * @throws Error naming the resource and every difference from the plan.
     */
    hold(op: Operation, state: ResourceState, old: ResourceState | undefined): void {
        const planned = this.plan.resources[state.urn];
        if (planned === undefined) throw this.#refusal([`${state.urn}: ${op} is not in the plan`]);
        const now = {
            steps: [op],
            goal: goalOfState(state, this.digester),
            ...(old === undefined ? {} : { start: this.digester.startOf(old) }),
        };
        const differences = resourceDifferences(state.urn, planned, now);
        if (differences.length > 0) throw this.#refusal(differences);
    }

    /** Only whether the plan has such a step. @throws as {@link hold}. */
    permit({ urn, op }: Step): void {
        const planned = this.plan.resources[urn];
        if (allows(planned, op)) return;
        const had = planned === undefined ? "nothing" : planned.steps.join(" and ");
        throw this.#refusal([`${urn}: the plan has ${had}, now it is ${op}`]);
    }

    /**
     * Everything at once, for a preview; undefined when the plan still stands.
     */
    compare(deployment: Deployment): string | undefined {
        const now = planOf(deployment, this.digester);
        const differences = planDifferences(this.plan.resources, now);
        return differences.length > 0 ? this.#refusal(differences).message : undefined;
    }

    /**
     * After the program, before deletions: what was planned was registered, and nothing else is deleted.
     * Undefined when it is so.
     */
    complete(deployment: Deployment, condemned: readonly ResourceState[]): string | undefined {
        const { registered } = deployment;
        const dying = new Set(condemned.map(({ urn }) => urn));
        const differences = Object.entries(this.plan.resources).flatMap(([urn, planned]) => {
            if (planned.goal !== undefined) {
                return registered.has(urn) ? [] : [`${urn}: the program no longer has it`];
            }
            return dying.has(urn) ? [] : [`${urn}: the plan has delete, now it is not there`];
        });
        for (const state of condemned) {
            const planned = this.plan.resources[state.urn];
            if (!allows(planned, "delete")) {
                differences.push(`${state.urn}: delete is not in the plan`);
            } else if (planned?.goal === undefined && planned?.start !== undefined) {
                const start = this.digester.startOf(state);
                const now = { steps: ["delete"] as const, start };
                differences.push(...resourceDifferences(state.urn, planned, now));
            }
        }
        return differences.length > 0 ? this.#refusal(differences).message : undefined;
    }

    #refusal(differences: readonly string[]): Error {
        const list = differences.map((line) => `  ${line}`).join("\n");
        return new Error(
            `This run is not what the plan of ${this.plan.time} says:\n${list}\n` +
                "Preview again, review, and save a new plan",
        );
    }
}
