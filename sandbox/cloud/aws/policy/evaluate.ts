import { isLike, literals, satisfies } from "./operators";
import type { Condition, Policy, Statement } from "./read";

/** Who asks for what, and what the request says under each condition key. */
export interface PolicyRequest {
    readonly action: string;
    /** Kind and name of the principal; not given where the policy belongs to the principal. */
    readonly principal?: { readonly kind: string; readonly name: string };
    readonly resource?: string;
    /** Values by condition key in lower case. */
    readonly context: ReadonlyMap<string, readonly string[]>;
}

export type Verdict = "allowed" | "denied" | "not mentioned";

/** What a policy says to a request: an explicit denial wins over everything. */
export function evaluate(policy: Policy, request: PolicyRequest): Verdict {
    const applying = policy.statements.filter((one) => applies(policy, one, request));
    if (applying.some(({ effect }) => effect === "Deny")) {
        return "denied";
    }
    return applying.length > 0 ? "allowed" : "not mentioned";
}

function applies(policy: Policy, statement: Statement, request: PolicyRequest): boolean {
    return (
        appliesToPrincipal(statement, request) &&
        appliesToAction(statement, request.action) &&
        appliesToResource(statement, request.resource) &&
        statement.conditions.every((one) => holds(policy, one, request.context))
    );
}

function appliesToPrincipal({ principals, notPrincipals }: Statement, request: PolicyRequest) {
    const { principal } = request;
    if (principal === undefined) {
        return true;
    }
    const names = (of: ReadonlyMap<string, readonly string[]>) =>
        of.has("*") || (of.get(principal.kind) ?? []).includes(principal.name);
    return principals === undefined
        ? notPrincipals !== undefined && !names(notPrincipals)
        : names(principals);
}

/** Actions are compared without regard to case, with wildcards. */
function appliesToAction({ actions, notActions }: Statement, action: string): boolean {
    const hits = (one: string) => isLike(action.toLowerCase(), one.toLowerCase());
    return actions === undefined ? !(notActions ?? []).some(hits) : actions.some(hits);
}

function appliesToResource({ resources, notResources }: Statement, resource: string | undefined) {
    if (resource === undefined) {
        return true;
    }
    const hits = (one: string) => isLike(resource, one);
    return resources === undefined ? !(notResources ?? []).some(hits) : resources.some(hits);
}

function holds(
    policy: Policy,
    { operator, key, values }: Condition,
    context: PolicyRequest["context"],
): boolean {
    const seen = context.get(key.toLowerCase());
    const wanted = values.flatMap((one) => substituted(policy, one, context) ?? []);
    return wanted.length === 0 && values.length > 0
        ? operator.ifExists && seen === undefined
        : satisfies(operator, seen, wanted);
}

/**
 * The value with its variables (`${aws:username}`, with a default after a comma, and the literal
 * signs `${*}`, `${?}` and `${$}`) filled in; nothing when one of them has no value: then the value matches
 * nothing. Policies of the old version have no variables.
 */
function substituted(
    policy: Policy,
    value: string,
    context: PolicyRequest["context"],
): string | undefined {
    if (policy.version !== "2012-10-17") {
        return value;
    }
    const missing: string[] = [];
    const filled = value.replaceAll(/\$\{([^}]*)\}/g, (_all, inside: string) => {
        const [name = "", fallback] = inside.split(/,\s*/, 2);
        const found = context.get(name.trim().toLowerCase());
        const text = found?.length === 1 ? found[0] : fallback?.replaceAll(/^'|'$/g, "");
        if (literals[inside] === undefined && text === undefined) {
            missing.push(name);
        }
        return literals[inside] ?? escaped(text ?? "");
    });
    return missing.length === 0 ? filled : undefined;
}

/** What a variable stands for has no wildcards. */
function escaped(text: string): string {
    return text.replaceAll(/[*?$]/g, (sign) => literals[sign] ?? sign);
}
