import { normaliseType } from "../../model/typeFamilies";
import type { Resource } from "../../model/resource";
import type { ExemptionEntry } from "./exemptions";
import { readExemptions } from "./exemptions";
import type { Rule } from "./defineRule";

/**
 * What the pack remembers during a run of the engine. One pack process may serve several runs (a
 * preview, then the update): the stack's root resource is registered first in each and starts afresh.
 */
export class PackSession {
    private readonly registered = new Map<string, Resource>();
    private readonly exemptions = new Map<string, RuleExemptions>();

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

    /** A rule's exemptions, read once per configuration. */
    exemptionsOf(rule: Rule, configured: readonly unknown[]): readonly ExemptionEntry[] {
        const kept = this.exemptions.get(rule.id);
        if (kept?.configured === configured) return kept.entries;
        const entries = readExemptions(rule, configured, this.now);
        this.exemptions.set(rule.id, { configured, entries });
        return entries;
    }

    /** Whether the rule's configuration was read in this run. */
    knowsExemptionsOf(rule: Rule): boolean {
        return this.exemptions.has(rule.id);
    }

    /** Rule id and exemption, for each that met no finding in this run. */
    unusedExemptions(): { ruleId: string; entry: ExemptionEntry }[] {
        return [...this.exemptions].flatMap(([ruleId, { entries }]) =>
            entries.filter((entry) => !entry.met).map((entry) => ({ ruleId, entry })),
        );
    }

    private startRun(): void {
        this.registered.clear();
        this.exemptions.clear();
    }
}

interface RuleExemptions {
    readonly configured: readonly unknown[];
    readonly entries: readonly ExemptionEntry[];
}
