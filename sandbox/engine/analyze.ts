import type { Context } from "./context";
import { Stopped, type Registration } from "./register";
import type { AnalyzedResource } from "./policyMessages";
import { nameOf, parseReference, stackType, typeOf } from "./urn";
import type { Properties } from "./wire";

function providerOf(context: Context, reference: string | undefined): AnalyzedResource["provider"] {
    if (reference === undefined || reference === "") return undefined;
    const { urn } = parseReference(reference);
    const { deployment } = context;
    const state = deployment.registered.get(urn)?.state ?? deployment.olds.live.get(urn);
    return { type: typeOf(urn), urn, name: nameOf(urn), properties: state?.inputs ?? {} };
}

/** Lets remediating policies change the inputs. Returns what holds afterwards. */
export async function remediate(
    context: Context,
    registration: Registration,
    inputs: Properties,
    provider: string | undefined,
): Promise<Properties> {
    let current = inputs;
    for (const analyzer of context.analyzers.filter(({ remediates }) => remediates)) {
        const resource = analyzed(context, registration, current, provider);
        const { properties, failures } = await analyzer.remediate(resource);
        if (properties !== undefined) current = properties;
        for (const failure of failures) context.deployment.violate(failure);
    }
    return current;
}

/**
 * Shows a resource to every pack. A mandatory finding fails the run: in a preview the run goes on, so
 * that all findings show; in an update it ends before the resource is touched.
 * @throws Stopped in an update with a mandatory finding.
 */
export async function analyze(
    context: Context,
    registration: Registration,
    inputs: Properties,
    provider: string | undefined,
): Promise<void> {
    if (context.analyzers.length === 0) return;
    const { deployment } = context;
    const resource = analyzed(context, registration, inputs, provider);
    const answers = await Promise.all(context.analyzers.map((each) => each.analyze(resource)));
    const violations = answers.flat();
    for (const violation of violations) deployment.violate(violation);
    if (!violations.some(({ enforcement }) => enforcement === "mandatory")) return;
    deployment.stop();
    if (!deployment.preview) throw new Stopped();
}

function analyzed(
    context: Context,
    { urn, goal, aliases }: Registration,
    properties: Properties,
    provider: string | undefined,
): AnalyzedResource {
    return {
        type: goal.type,
        urn,
        name: goal.name,
        properties,
        options: {
            protect: goal.protect ?? false,
            ignoreChanges: goal.ignoreChanges,
            deleteBeforeReplace: goal.deleteBeforeReplace,
            additionalSecretOutputs: goal.additionalSecretOutputs,
            aliases,
            timeouts: goal.timeouts,
        },
        parent: goal.parent,
        provider: providerOf(context, provider),
        dependencies: goal.dependencies,
        propertyDependencies: goal.propertyDependencies,
    };
}

/** Shows the whole stack to every pack: of each resource its outputs alone, as the real engine does. */
export async function analyzeStack(context: Context): Promise<void> {
    const { deployment } = context;
    const resources = [...deployment.registered.values()].map(({ goal, state }) =>
        analyzed(
            context,
            { order: 0, urn: state.urn, goal, old: undefined, aliases: [] },
            state.outputs ?? {},
            state.provider,
        ),
    );
    // What names no resource is about the stack itself, as with the real CLI.
    const root = resources.find(({ type }) => type === stackType)?.urn ?? "";
    for (const analyzer of context.analyzers) {
        for (const violation of await analyzer.analyzeStack(resources)) {
            deployment.violate({ ...violation, urn: violation.urn || root });
            if (violation.enforcement === "mandatory") deployment.stop();
        }
    }
}
