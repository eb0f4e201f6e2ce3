import type { Diagnostic, PolicyViolation, Step } from "../../../sandbox/engine/api";

/** "create a"; nothing for the stack, and for default providers only what changes them. */
export function stepText({ op, type, name }: Step): string[] {
    if (type === "pulumi:pulumi:Stack") return [];
    const isDefault = type.startsWith("pulumi:providers:") && name.startsWith("default");
    return isDefault && op !== "update" && op !== "replace" ? [] : [`${op} ${name}`];
}

export function stepTexts(steps: readonly Step[]): string[] {
    return steps.flatMap(stepText).sort();
}

export function messages(
    diagnostics: readonly Diagnostic[],
    severity: Diagnostic["severity"],
): string[] {
    return diagnostics.flatMap((said) => (said.severity === severity ? [said.message] : []));
}

/** "mandatory rule name: message", without the description that the SDK puts in front of the message. */
export function findingTexts(violations: readonly PolicyViolation[]): string[] {
    return violations
        .map(({ enforcement, policy, urn, message }) => {
            const name = urn.slice(urn.lastIndexOf("::") + 2);
            return `${enforcement} ${policy} ${name}: ${message.replace(/^d\n/, "")}`;
        })
        .sort();
}
