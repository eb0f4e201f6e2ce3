import { Address4 } from "ip-address";
import { kindOf, partsOf, textOf, type Query, type Row, type SyntaxNode, type Tables } from "./kql";

/**
 * The rows a query finds, for the small part of the language that the audit queries use; it refuses
 * the rest. Text is compared as Kusto does: `==` by case, `=~` and `in~` without.
 */
export function run(query: Query, tables: Tables): Row[] {
    return partsOf(query.syntax).flatMap((statement) => rowsOf(statement, tables));
}

function rowsOf(node: SyntaxNode, tables: Tables): Row[] {
    const parts = partsOf(node);
    switch (kindOf(node)) {
        case "NameReference":
            return [...(tables[textOf(node)] ?? [])];
        case "PipeExpression": {
            const [source, operator] = parts;
            return operate(given(operator), rowsOf(given(source), tables));
        }
        case "UnionOperator":
            return parts
                .filter((part) => kindOf(part) !== "NamedParameter")
                .flatMap((part) => rowsOf(part, tables));
        default:
            throw new Error(`not understood as a table: ${kindOf(node)} ${textOf(node)}`);
    }
}

function operate(operator: SyntaxNode, rows: readonly Row[]): Row[] {
    const parts = partsOf(operator);
    switch (kindOf(operator)) {
        case "FilterOperator":
            return rows.filter((row) => valueOf(given(parts[0]), row) === true);
        case "ExtendOperator":
            return rows.map((row) => ({ ...row, ...named(parts, row) }));
        case "ProjectOperator":
            return rows.map((row) => named(parts, row));
        default:
            throw new Error(`not understood as an operator: ${textOf(operator)}`);
    }
}

function named(parts: readonly SyntaxNode[], row: Row): Row {
    return Object.fromEntries(
        parts.map((part) => {
            const [name, value] = kindOf(part) === "NameReference" ? [part, part] : partsOf(part);
            return [textOf(given(name)), valueOf(given(value), row)];
        }),
    );
}

function valueOf(node: SyntaxNode, row: Row): unknown {
    const parts = partsOf(node);
    const value = (at: number): unknown => valueOf(given(parts[at]), row);
    const rest = () => parts.slice(1).map((part) => valueOf(part, row));
    switch (kindOf(node)) {
        case "NameReference":
            return row[textOf(node)];
        case "StringLiteralExpression":
            return JSON.parse(textOf(node));
        case "DynamicExpression":
            return parts.map((part) => valueOf(part, row));
        case "AndExpression":
            return value(0) === true && value(1) === true;
        case "OrExpression":
            return value(0) === true || value(1) === true;
        case "EqualExpression":
            return textual(value(0)) === textual(value(1));
        case "EqualTildeExpression":
            return folded(value(0)) === folded(value(1));
        case "InCsExpression":
            return rest()
                .map(folded)
                .includes(folded(value(0)));
        case "NotInCsExpression":
            return !rest()
                .map(folded)
                .includes(folded(value(0)));
        case "ElementExpression":
            return (value(0) as Row | undefined)?.[textual(value(1))];
        case "FunctionCallExpression":
            return call(textOf(given(parts[0])), rest());
        default:
            throw new Error(`not understood as a value: ${kindOf(node)} ${textOf(node)}`);
    }
}

function call(name: string, args: readonly unknown[]): unknown {
    switch (name) {
        case "tostring":
            return textual(args[0]);
        case "coalesce":
            return args.map(textual).find((text) => text !== "") ?? "";
        case "ipv4_is_in_any_range":
            return (args[1] as string[]).some((range) =>
                new Address4(textual(args[0])).isInSubnet(new Address4(range)),
            );
        default:
            throw new Error(`not understood as a function: ${name}`);
    }
}

/** Kusto has no text that is missing: it is empty. */
function textual(value: unknown): string {
    return typeof value === "string" ? value : "";
}

function folded(value: unknown): string {
    return textual(value).toLowerCase();
}

function given<T>(value: T | undefined): T {
    if (value === undefined) {
        throw new Error("the tree lacks a part");
    }
    return value;
}
