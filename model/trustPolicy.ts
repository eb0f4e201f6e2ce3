import {
    absent,
    classify,
    isTree,
    known,
    unknown,
    UNKNOWN,
    type Known,
    type PropertyTree,
    type PropertyValue,
} from "./known";
import { listOf, matches, member, notPolicy, parseDocument, textOf } from "./policyDocument";

/** One key of one condition operator. */
export interface TrustCondition {
    /** As written, "ForAllValues:StringLikeIfExists". */
    readonly operator: string;
    /** The comparison alone, in lower case: "stringlike". */
    readonly comparison: string;
    /** False for `ForAllValues:` and `…IfExists`, which hold when the token lacks the claim. */
    readonly firm: boolean;
    /** The provider the key belongs to, "token.actions.githubusercontent.com". */
    readonly provider: string;
    /** The claim, in lower case: "sub". */
    readonly claim: string;
    readonly values: readonly Known<string>[];
    readonly path: string;
}

/** One `Allow` statement that lets holders of an OIDC provider's tokens take the role. */
export interface TrustStatement {
    /** "assumeRolePolicy.Statement[0]". */
    readonly path: string;
    /** The providers trusted, without scheme: "token.actions.githubusercontent.com". "*" is any. */
    readonly providers: readonly Known<string>[];
    readonly conditions: Known<readonly TrustCondition[]>;
}

/** What a trust policy says to tokens of OIDC providers. */
export interface TrustPolicy {
    readonly statements: readonly TrustStatement[];
    /** Paths whose values are not known yet and that may hold further statements. */
    readonly unknown: readonly string[];
}

/**
 * Reads an assume-role policy: JSON text or an object, lists or single values wherever IAM allows
 * both, names in any case. Statements that deny, or that have nothing to do with OIDC, are left
 * out.
 *
 * @throws TypeError when it is no policy document; the value is not quoted
 */
export function readTrustPolicy(document: Known<PropertyValue>, path: string): TrustPolicy {
    if (document.state === "absent") return { statements: [], unknown: [] };
    if (document.state === "unknown") return { statements: [], unknown: [path] };
    const tree = parseDocument(document.value, path);
    const statement = member(tree, "statement");
    const statements: TrustStatement[] = [];
    const unread: string[] = [];
    const listed = statement === undefined || statement === null ? [] : listOf(statement);
    listed.forEach((one, i) => {
        const where = `${path}.Statement[${i}]`;
        if (one === UNKNOWN) unread.push(where);
        else if (!isTree(one)) throw notPolicy(path);
        else if (allowsOidc(one)) statements.push(readStatement(one, where));
    });
    return { statements, unknown: unread };
}

/** An unknown effect, action or principal may turn out to be the one that matters. */
function allowsOidc(statement: PropertyTree): boolean {
    const effect = member(statement, "effect");
    const allows = effect === UNKNOWN || (typeof effect === "string" && /^allow$/i.test(effect));
    return allows && assumesByToken(statement) && providersOf(statement).length > 0;
}

/** `NotAction` names what is left out; what is left in may be the one action that counts. */
function assumesByToken(statement: PropertyTree): boolean {
    const actions = member(statement, "action");
    if (actions === undefined || actions === null) return true;
    return listOf(actions).some(
        (action) => typeof action !== "string" || matches(action, "sts:assumerolewithwebidentity"),
    );
}

function providersOf(statement: PropertyTree): readonly Known<string>[] {
    const principal = member(statement, "principal");
    if (principal === UNKNOWN) return [unknown];
    if (principal === "*") return [known("*")];
    const federated = isTree(principal) ? member(principal, "federated") : undefined;
    if (federated === undefined || federated === null) return [];
    return listOf(federated).flatMap((entry) => {
        const text = textOf(entry);
        if (text.state !== "known") return [unknown];
        if (text.value === "*") return [text];
        const provider = /:oidc-provider\/(.+)$/s.exec(text.value)?.[1];
        return provider === undefined ? [] : [known(provider)];
    });
}

function readStatement(statement: PropertyTree, path: string): TrustStatement {
    const condition = classify(member(statement, "condition"));
    return {
        path,
        providers: providersOf(statement),
        conditions: condition.state === "absent" ? absent : readConditions(condition, path),
    };
}

function readConditions(
    block: Known<PropertyValue>,
    path: string,
): Known<readonly TrustCondition[]> {
    if (block.state !== "known") return unknown;
    if (!isTree(block.value)) throw notPolicy(path);
    const conditions: TrustCondition[] = [];
    for (const [operator, keys] of Object.entries(block.value)) {
        if (!isTree(keys)) return unknown;
        for (const [key, values] of Object.entries(keys)) {
            conditions.push(condition(operator, key, values, `${path}.Condition.${operator}`));
        }
    }
    return known(conditions);
}

function condition(
    operator: string,
    key: string,
    values: PropertyValue,
    path: string,
): TrustCondition {
    const colon = key.lastIndexOf(":");
    const [comparison = ""] = operator.toLowerCase().split(":").slice(-1);
    return {
        operator,
        comparison: comparison.replace(/ifexists$/, ""),
        firm: !/^forallvalues:|ifexists$/i.test(operator),
        provider: key.slice(0, Math.max(colon, 0)),
        claim: key.slice(colon + 1).toLowerCase(),
        values: listOf(values).map(textOf),
        // The claim alone: the provider's address would make the value look like a token.
        path: `${path}.${key.slice(colon + 1)}`,
    };
}
