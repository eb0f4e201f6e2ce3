import type { ResourceSummary, RunResult } from "./api";
import type { Context } from "./context";
import type { ResourceState } from "./state";
import { stepDetails } from "./stepDetails";
import { stackType } from "./urn";
import { hideSecrets } from "./wire";

type Shown = Readonly<Record<string, unknown>>;

function summary(state: ResourceState): ResourceSummary {
    return {
        urn: state.urn,
        type: state.type,
        id: state.id ?? "",
        parent: state.parent ?? "",
        custom: state.custom,
        inputs: hideSecrets(state.inputs ?? {}) as Shown,
        outputs: hideSecrets(state.outputs ?? {}) as Shown,
    };
}

/** What the run leaves behind: the state, or in a preview the plan. */
export function makeResult(context: Context, started: number): RunResult {
    const { deployment } = context;
    const { store, registered } = deployment;
    const states = deployment.preview
        ? [...registered.values()].map(({ state }) => state)
        : store.snapshot().resources.filter((resource) => resource.delete !== true);
    const steps = deployment.steps();
    const config = Object.entries(context.config).map(([key, value]): [string, string] => [
        key,
        context.secretKeys.has(key) ? "[secret]" : deployment.redactor.clean(value),
    ]);
    const root = states.find(({ type }) => type === stackType);
    return {
        kind: deployment.kind,
        engine: "embedded",
        ok: !deployment.failed,
        steps,
        details: stepDetails(deployment, steps, states),
        config: Object.fromEntries(config),
        diagnostics: deployment.diagnostics,
        violations: deployment.violations,
        packs: context.analyzers.map((analyzer) => analyzer.summary()),
        outputs: hideSecrets(root?.outputs ?? {}) as Shown,
        resources: states.map(summary),
        durationMs: Date.now() - started,
        stateLocation: store.location,
    };
}
