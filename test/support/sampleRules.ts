import { allowed, denied, undecidable } from "../../model/finding";
import type { Verdict } from "../../model/finding";
import type { Resource } from "../../model/resource";
import { known } from "../../model/known";
import { defineRule, defineStackRule } from "../../policies/lib/defineRule";
import type { ResourceRule, StackRule } from "../../policies/lib/defineRule";

/** Metadata for rules that exist only in tests of the framework. */
export const sampleFacts = {
    id: "sample-rule",
    code: "Z01",
    title: "A sample keeps its promise",
    attack: "Somebody breaks the sample.",
    blindSpot: "Everything else is out of its sight.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: { change: "mend the sample", code: "mended: true" },
    controls: ["ncsc:1"],
    tags: [],
    types: ["test:index:Thing"],
    settings: {},
    examples: { denied: "broken", allowed: "whole" },
} as const;

/** A resource rule with a judge of one's own. */
export function sampleRule(
    judge: (resource: Resource) => Verdict,
    facts: Partial<Pick<ResourceRule, "id" | "types" | "enforcement">> = {},
): ResourceRule {
    return defineRule({ ...sampleFacts, ...facts, judge });
}

/** Denies a resource whose `bad` is true; undecidable while `bad` is unknown. */
export function badIsDenied(resource: Resource): Verdict {
    const { bad } = resource.props;
    if (typeof bad === "symbol") return undecidable(["bad"]);
    if (bad !== true) return allowed;
    return denied({ property: "bad", seen: known(true), wanted: "false" });
}

/** A stack rule that gives every resource of its type the same verdict. */
export function sampleStackRule(
    verdict: Verdict,
    facts: Partial<Pick<StackRule, "id" | "types">> = {},
): StackRule {
    const types = ["test:index:Thing"];
    return defineStackRule({
        ...sampleFacts,
        types,
        ...facts,
        judge: (stack) => stack.ofType(...types).map(({ urn }) => ({ urn, verdict })),
    });
}
