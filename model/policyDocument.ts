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
    readonly actions: readonly Known<string>[];
    /** Operator, key and value, all in lower case: "bool", "aws:securetransport", "false". */
    readonly conditions: readonly (readonly [string, string, Known<string>])[];
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
    const conditions = member(tree, "condition");
    return {
        path,
        effect: lower(textOf(member(tree, "effect") ?? null)),
        principals: principalsOf(member(tree, "principal")),
        actions: listOf(member(tree, "action") ?? []).map((one) => lower(textOf(one))),
        conditions: Object.entries(isTree(conditions) ? conditions : {}).flatMap(
            ([operator, keys]) =>
                Object.entries(isTree(keys) ? keys : {}).flatMap(([key, values]) =>
                    listOf(values).map(
                        (value) =>
                            [
                                operator.toLowerCase(),
                                key.toLowerCase(),
                                lower(textOf(value)),
                            ] as const,
                    ),
                ),
        ),
    };
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
