import {
    classify,
    isList,
    isTree,
    map,
    unknown,
    UNKNOWN,
    known,
    type Known,
    type PropertyTree,
    type PropertyValue,
} from "./known";

/** One statement of an IAM policy, of whatever kind the policy is. */
export interface PolicyStatement {
    /** "policy.Statement[0]". */
    readonly path: string;
    /** "allow" or "deny". */
    readonly effect: Known<string>;
    /** Principals of AWS: ARNs, accounts, "*" for everybody. */
    readonly principals: readonly Known<string>[];
    /** Whether it is for everybody but whom it names (`NotPrincipal`). */
    readonly excludes: boolean;
    readonly actions: readonly Known<string>[];
    readonly resources: readonly Known<string>[];
    /** All of them have to hold. */
    readonly conditions: Known<readonly PolicyCondition[]>;
}

/** One key under one operator, in lower case; one of its values is enough. */
export interface PolicyCondition {
    /** "bool", "foranyvalue:stringlike". */
    readonly operator: string;
    /** "aws:securetransport". */
    readonly key: string;
    readonly values: readonly Known<string>[];
}

export interface PolicyStatements {
    readonly statements: readonly PolicyStatement[];
    /** Paths whose values are not known yet and that may hold further statements. */
    readonly unknown: readonly string[];
}

/**
 * Reads any IAM policy: JSON text or an object, lists or single values wherever IAM allows both,
 * names in any case.
 *
 * @throws TypeError when it is no policy document; the value is not quoted
 */
export function readStatements(document: Known<PropertyValue>, path: string): PolicyStatements {
    if (document.state !== "known") {
        return { statements: [], unknown: document.state === "unknown" ? [path] : [] };
    }
    const listed = member(parseDocument(document.value, path), "statement") ?? [];
    const statements: PolicyStatement[] = [];
    const unread: string[] = [];
    listOf(listed).forEach((one, i) => {
        const where = `${path}.Statement[${i}]`;
        if (one === UNKNOWN) unread.push(where);
        else if (!isTree(one)) throw notPolicy(path);
        else statements.push(statementOf(one, where));
    });
    return { statements, unknown: unread };
}

function statementOf(tree: PropertyTree, path: string): PolicyStatement {
    return {
        path,
        effect: lower(textOf(member(tree, "effect") ?? null)),
        principals: principalsOf(member(tree, "principal")),
        excludes: member(tree, "notprincipal") !== undefined,
        actions: listOf(member(tree, "action") ?? []).map((one) => lower(textOf(one))),
        resources: listOf(member(tree, "resource") ?? []).map(textOf),
        conditions: conditionsOf(member(tree, "condition") ?? {}),
    };
}

function conditionsOf(block: PropertyValue): Known<readonly PolicyCondition[]> {
    if (!isTree(block)) return unknown;
    const conditions: PolicyCondition[] = [];
    for (const [operator, keys] of Object.entries(block)) {
        if (!isTree(keys)) return unknown;
        for (const [key, values] of Object.entries(keys)) {
            conditions.push({
                operator: operator.toLowerCase(),
                key: key.toLowerCase(),
                values: listOf(values).map((value) => lower(textOf(value))),
            });
        }
    }
    return known(conditions);
}

function principalsOf(principal: PropertyValue | undefined): readonly Known<string>[] {
    if (principal === UNKNOWN) return [unknown];
    if (typeof principal === "string") return [known(principal)];
    const aws = isTree(principal) ? member(principal, "aws") : undefined;
    return aws === undefined || aws === null ? [] : listOf(aws).map(textOf);
}

function lower(value: Known<string>): Known<string> {
    return map(value, (text) => text.toLowerCase());
}

export function parseDocument(document: PropertyValue, path: string): PropertyTree {
    let value = document;
    if (typeof value === "string") {
        try {
            value = JSON.parse(value) as PropertyValue;
        } catch {
            throw notPolicy(path);
        }
    }
    if (!isTree(value)) throw notPolicy(path);
    return value;
}

export function notPolicy(path: string): TypeError {
    return new TypeError(`expected a policy document at ${path}`);
}

/** IAM reads the names of elements without regard to case. */
export function member(tree: PropertyTree, name: string): PropertyValue | undefined {
    return Object.entries(tree).find(([key]) => key.toLowerCase() === name)?.[1];
}

export function listOf(value: PropertyValue): readonly PropertyValue[] {
    return isList(value) ? value : [value];
}

export function textOf(value: PropertyValue): Known<string> {
    const read = classify(value);
    return map(read, (plain) =>
        typeof plain === "object" ? JSON.stringify(plain) : String(plain),
    );
}

/** IAM's patterns: `*` is any text, `?` any one character. */
export function matches(pattern: string, text: string): boolean {
    const source = pattern
        .toLowerCase()
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".");
    return new RegExp(`^${source}$`, "s").test(text);
}
