import { known } from "../../model/known";
import type { Rule } from "./defineRule";
import { productionSettings } from "./production";
import { show } from "./redact";
import { choice, objects } from "./settings";
import type { Configured, Settings } from "./settings";

const onUnknownChoices = ["warn", "block", "ignore", "production"] as const;

/** Settings of every resource rule. It runs again before the change, so a note is enough in a preview. */
const resourceSettings = {
    exemptions: objects(
        "Dated exemptions: {resource, finding?, reason, approver, ticket, approvedOn, expires}.",
    ),
    onUnknown: choice(
        "What an undecidable answer does: warn, block, ignore, or block for production only.",
        "warn",
        onUnknownChoices,
    ),
};

/** Settings of every stack rule. In `up` it runs too late to stop anything, so preview must decide. */
const stackSettings = {
    ...resourceSettings,
    onUnknown: choice(
        "What an undecidable answer does: block for production (default), block, warn or ignore.",
        "production",
        onUnknownChoices,
    ),
};

export type CommonSettings = typeof resourceSettings;
export type RuleConfiguration = Configured<CommonSettings> & Configured<Settings>;

/** A rule's own settings and those every rule has. */
export function settingsOf(rule: Pick<Rule, "scope" | "settings">): CommonSettings & Settings {
    return rule.scope === "stack"
        ? { ...productionSettings, ...rule.settings, ...stackSettings }
        : { ...rule.settings, ...resourceSettings };
}

/** A setting has a value it does not allow. The message names every one; the rule must not pass anything. */
export class ConfigurationError extends Error {
    override readonly name = "ConfigurationError";
}

/** The user's settings with defaults filled in. @throws ConfigurationError listing every wrong setting. */
export function readConfiguration(
    settings: CommonSettings & Settings,
    given: Readonly<Record<string, unknown>>,
): RuleConfiguration {
    const problems: string[] = [];
    const values: Record<string, unknown> = {};
    for (const [name, setting] of Object.entries(settings)) {
        const value = given[name] ?? setting.default;
        if (!setting.accepts(value)) {
            problems.push(`${name} is ${show(known(value), name)}, allowed is ${setting.allowed}`);
        }
        values[name] = value;
    }
    for (const name of Object.keys(given).filter((key) => !Object.hasOwn(settings, key))) {
        problems.push(`${name} is no setting, allowed are ${Object.keys(settings).join(", ")}`);
    }
    if (problems.length > 0) throw new ConfigurationError(problems.join("; "));
    return values as RuleConfiguration;
}
