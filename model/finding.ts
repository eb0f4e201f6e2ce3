import type { Known } from "./known";

export const severities = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof severities)[number];

/** How sure a finding is: certain from the value itself, likely from names, or a hint. */
export type Confidence = "high" | "medium" | "low";

/** One thing wrong with one resource. */
export interface Finding {
    /**
     * What an exemption names to accept this finding and no other of the rule. The property path when
     * not given; give one that does not move when a list is reordered.
     */
    readonly id?: string;
    /** Path of the property, "properties.networkAcls.defaultAction"; "(resource)" when its being there is the finding. */
    readonly property: string;
    /** The value seen. Shown through the redactor only. */
    readonly seen: Known<unknown>;
    /** The value wanted, in words or as code. */
    readonly wanted: string;
    /** The change to make, when the rule's general one can be said more exactly. */
    readonly change?: string;
    /** Reported as advice, whatever the rule's level: likely, but not certain from the plan alone. */
    readonly advisory?: true;
}

/** What is known to be wrong, and the paths of what cannot be told yet. */
export interface Appraisal {
    readonly findings: readonly Finding[];
    readonly unknown: readonly string[];
}

/** What a rule says of one resource. */
export type Verdict =
    | { readonly kind: "allowed" }
    | { readonly kind: "denied"; readonly findings: readonly Finding[] }
    | {
          readonly kind: "undecidable";
          /** Paths of the values that are not known yet. */
          readonly unknown: readonly string[];
          /**
           * Whether the resource guards production; a stack rule then blocks by default. Where a rule says
           * neither, the stack decides, by its name and tags.
           */
          readonly production?: boolean;
      };

export const allowed: Verdict = { kind: "allowed" };

export function denied(...findings: readonly Finding[]): Verdict {
    return { kind: "denied", findings };
}

export function undecidable(unknown: readonly string[], production?: boolean): Verdict {
    return { kind: "undecidable", unknown, ...(production === undefined ? {} : { production }) };
}

/**
 * The verdict over several readings: what is known to be wrong is denied even when other values are
 * unknown; else anything unknown makes it undecidable; else it is allowed.
 */
export function conclude(
    findings: readonly Finding[],
    unknown: readonly string[] = [],
    production?: boolean,
): Verdict {
    if (findings.length > 0) return denied(...findings);
    return unknown.length > 0 ? undecidable(unknown, production) : allowed;
}

/** A stack rule's verdict on one of the stack's resources. */
export interface Judgement {
    readonly urn: string;
    readonly verdict: Verdict;
}
