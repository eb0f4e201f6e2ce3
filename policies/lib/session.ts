import { normaliseType } from "../../model/typeFamilies";
import type { Resource } from "../../model/resource";
import { readConfiguration, settingsOf } from "./configuration";
import type { RuleConfiguration } from "./configuration";
import type { ExemptionEntry } from "./exemptions";
import { readExemptions } from "./exemptions";
import type { Rule } from "./defineRule";

/** What the user's configuration says of a rule. */
export interface RuleSettings {
    readonly configuration: RuleConfiguration;
    readonly exemptions: readonly ExemptionEntry[];
}

/**
 * What the pack remembers during a run of the engine. One pack process may serve several runs (a
 * preview, then the update): the stack's root resource is registered first in each and starts afresh.
 */
export class PackSession {
    private readonly registered = new Map<string, Resource>();
    private readonly settings = new Map<string, RuleSettings>();

    /** @param clock the pack's only source of time */
    constructor(private readonly clock: () => Date) {}

    get now(): Date {
        return this.clock();
    }

    /** Keeps a resource's inputs. A URN seen again replaces what was kept. */
    record(resource: Resource): void {
        if (normaliseType(resource.type) === "pulumi:pulumi:Stack") this.startRun();
        this.registered.set(resource.urn, resource);
    }

    /** The inputs a resource was registered with in this run. */
    declarationOf(urn: string | undefined): Resource | undefined {
        return urn === undefined ? undefined : this.registered.get(urn);
    }

    /**
     * Reads a rule's settings; its exemptions once per configuration.
     * @throws ConfigurationError listing every wrong setting.
     */
    readSettings(rule: Rule, given: Readonly<Record<string, unknown>>): RuleSettings {
        const configuration = readConfiguration(settingsOf(rule), given);
        const configured = configuration.exemptions;
        const kept = this.settings.get(rule.id);
        const exemptions =
            kept?.configuration.exemptions === configured
                ? kept.exemptions
                : readExemptions(rule, configured, this.now);
        const settings = { configuration, exemptions };
        this.settings.set(rule.id, settings);
        return settings;
    }

    /** The rule's settings, when they were read in this run. */
    settingsOf(rule: Rule): RuleSettings | undefined {
        return this.settings.get(rule.id);
    }

    /** Rule id and exemption, for each that met no finding in this run. */
    unusedExemptions(): { ruleId: string; entry: ExemptionEntry }[] {
        return [...this.settings].flatMap(([ruleId, { exemptions }]) =>
            exemptions.filter((entry) => !entry.met).map((entry) => ({ ruleId, entry })),
        );
    }

    private startRun(): void {
        this.registered.clear();
        this.settings.clear();
    }
}
