import type { Context } from "./context";
import { emptyGoal, type Goal } from "./goal";
import { withVersion } from "./providerConfig";
import { register } from "./register";
import { packageOf } from "./urn";
import { secret, type Json } from "./wire";

const defaults = new WeakMap<Context, Map<string, Promise<string>>>();

/**
 * The reference of the provider a resource uses when it names none: one per package and SDK version,
 * configured by the stack's configuration of that package.
 * @throws Error when `pulumi:disable-default-providers` forbids it.
 */
export function defaultProvider(
    context: Context,
    goal: Pick<Goal, "type" | "version">,
    order: number,
): Promise<string> {
    const pkg = packageOf(goal.type);
    context.providers.refuseForeign(goal.type);
    if (isDenied(context, pkg)) {
        const message = `Default provider for '${pkg}' disabled. '${goal.type}' must use an explicit provider.`;
        return Promise.reject(new Error(message));
    }
    let known = defaults.get(context);
    if (known === undefined) defaults.set(context, (known = new Map<string, Promise<string>>()));
    const key = `${pkg}@${goal.version}`;
    let reference = known.get(key);
    if (reference === undefined) {
        reference = registerDefault(context, pkg, goal.version, order - 0.5);
        known.set(key, reference);
    }
    return reference;
}

function isDenied({ config }: Context, pkg: string): boolean {
    const text = config["pulumi:disable-default-providers"] ?? "";
    if (text === "" || pkg === "pulumi") return false;
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.some((each) => each === "*" || each === pkg);
}

async function registerDefault(
    context: Context,
    pkg: string,
    version: string,
    order: number,
): Promise<string> {
    const suffix = version === "" ? "" : `_${version.replaceAll(/[.+-]/g, "_")}`;
    const inputs: Record<string, Json> = {};
    for (const [key, value] of Object.entries(context.config)) {
        if (!key.startsWith(`${pkg}:`)) continue;
        inputs[key.slice(pkg.length + 1)] = context.secretKeys.has(key) ? secret(value) : value;
    }
    const goal: Goal = {
        ...emptyGoal,
        type: `pulumi:providers:${pkg}`,
        name: `default${suffix}`,
        inputs: withVersion(inputs, version),
    };
    const state = await register(context, goal, order);
    return `${state.urn}::${state.id ?? ""}`;
}
