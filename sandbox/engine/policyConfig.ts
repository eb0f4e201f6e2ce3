import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { EngineError, type PolicyPackSpec } from "./api";
import { fromStruct } from "./struct";
import { isObject, type Json, type Properties } from "./wire";

export type Level = "advisory" | "mandatory" | "remediate" | "disabled";

/** One policy with the configuration that holds in this run. */
export interface EffectivePolicy {
    readonly name: string;
    readonly level: Level;
    readonly properties: Properties;
}

const levels: readonly Level[] = ["advisory", "mandatory", "remediate", "disabled"];

function levelOf(value: proto.EnforcementLevel): Level {
    return levels.find((level) => proto.EnforcementLevel[enumKey(level)] === value) ?? "advisory";
}

function enumKey(level: Level): keyof typeof proto.EnforcementLevel {
    return level.toUpperCase() as keyof typeof proto.EnforcementLevel;
}

interface Layer {
    readonly level?: Level;
    readonly properties: Properties;
}

/** One entry of a configuration file: a level, or an object with `enforcementLevel` and properties. */
function parseEntry(name: string, entry: unknown, problems: string[]): Layer {
    const wrong = (seen: unknown): Layer => {
        problems.push(
            `${name}: got ${JSON.stringify(seen)}, allowed: ${levels.join(", ")}, or an object`,
        );
        return { properties: {} };
    };
    if (typeof entry === "string") {
        const level = levels.find((known) => known === entry);
        return level === undefined ? wrong(entry) : { level, properties: {} };
    }
    if (!isObject(entry as Json)) return wrong(entry);
    const { enforcementLevel, ...properties } = entry as Record<string, Json>;
    if (enforcementLevel === undefined) return { properties };
    const level = levels.find((known) => known === enforcementLevel);
    return level === undefined ? wrong(enforcementLevel) : { level, properties };
}

/** What a schema says a property is when nobody sets it. */
function schemaDefaults(schema: proto.PolicyConfigSchema | undefined): Properties {
    const defaults: Record<string, Json> = {};
    for (const [name, property] of Object.entries(fromStruct(schema?.getProperties()))) {
        if (isObject(property) && property.default !== undefined) defaults[name] = property.default;
    }
    return defaults;
}

/**
 * The configuration of every policy of a pack: its own level and its schema's defaults, then the
 * pack's initial configuration, then `all`, then the policy's own entry.
 * @throws EngineError (exit 2) listing every entry that names no policy, has no known level, or lacks
 * a required property.
 */
export function reconcile(info: proto.AnalyzerInfo, spec: PolicyPackSpec): EffectivePolicy[] {
    const config = spec.config ?? {};
    const problems: string[] = [];
    const names = new Set(info.getPoliciesList().map((policy) => policy.getName()));
    for (const name of Object.keys(config)) {
        if (name !== "all" && !names.has(name))
            problems.push(`${name}: the pack has no such policy`);
    }
    const all = "all" in config ? parseEntry("all", config.all, problems) : { properties: {} };
    const policies = info.getPoliciesList().map((policy): EffectivePolicy => {
        const name = policy.getName();
        const schema = policy.getConfigschema();
        const initial = info.getInitialconfigMap().get(name);
        const own = name in config ? parseEntry(name, config[name], problems) : { properties: {} };
        const properties = {
            ...schemaDefaults(schema),
            ...fromStruct(initial?.getProperties()),
            ...all.properties,
            ...own.properties,
        };
        const level =
            own.level ??
            all.level ??
            levelOf(initial?.getEnforcementlevel() ?? policy.getEnforcementlevel());
        for (const required of schema?.getRequiredList() ?? []) {
            if (!(required in properties) && level !== "disabled") {
                problems.push(`${name}.${required}: required, and not given`);
            }
        }
        return { name, level, properties };
    });
    if (problems.length > 0) {
        const list = problems.map((problem) => `  ${problem}`).join("\n");
        throw new EngineError(`configuration of policy pack ${spec.path}:\n${list}`, 2);
    }
    return policies;
}
