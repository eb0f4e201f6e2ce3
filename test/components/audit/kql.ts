import "@kusto/language-service-next/bridge.min.js";
import "@kusto/language-service-next/Kusto.Language.Bridge.min.js";

/** A row of a table. */
export type Row = Readonly<Record<string, unknown>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** What of Microsoft's own parser is used here; it declares itself globally. */
interface SyntaxNode {
    readonly Kind: number;
    readonly ChildCount: number;
    readonly Text?: string;
    GetChild(index: number): SyntaxNode | null;
    toString(): string;
}
interface KustoCode {
    readonly Syntax: SyntaxNode;
    GetDiagnostics(): { readonly Count: number; getItem(i: number): { readonly Message: string } };
}
interface TableSymbol {
    WithName(name: string): TableSymbol;
}
interface Globals {
    WithDatabase(database: unknown): Globals;
}
declare const Kusto: {
    readonly Language: {
        readonly KustoCode: { ParseAndAnalyze(query: string, globals: Globals): KustoCode };
        readonly GlobalState: { readonly Default: Globals };
        readonly Symbols: {
            readonly TableSymbol: { From(schema: string): TableSymbol };
            readonly DatabaseSymbol: {
                readonly $ctor1: new (name: string, tables: TableSymbol[]) => unknown;
            };
        };
        readonly Syntax: { readonly SyntaxKind: Readonly<Record<string, unknown>> };
    };
};

const { Symbols, KustoCode: Parser, GlobalState, Syntax } = Kusto.Language;
const kinds = new Map(
    Object.entries(Syntax.SyntaxKind).flatMap(([name, kind]) =>
        typeof kind === "number" ? [[kind, name] as const] : [],
    ),
);

/** A query that Microsoft's parser has read and bound to tables of the given columns. */
export interface Query {
    /** What the parser finds wrong: form, tables, columns, functions. */
    readonly problems: string[];
    readonly syntax: SyntaxNode;
}

/** Reads a query; `schemas` holds the columns of each table, as "(Name:type, …)". */
export function readQuery(query: string, schemas: Readonly<Record<string, string>>): Query {
    const tables = Object.entries(schemas).map(([name, columns]) =>
        Symbols.TableSymbol.From(columns).WithName(name),
    );
    const database = new Symbols.DatabaseSymbol.$ctor1("db", tables);
    const code = Parser.ParseAndAnalyze(query, GlobalState.Default.WithDatabase(database));
    const found = code.GetDiagnostics();
    const problems = Array.from({ length: found.Count }, (_, i) => found.getItem(i).Message);
    return { problems, syntax: code.Syntax };
}

/** Kind of a node, as the parser calls it. */
export function kindOf(node: SyntaxNode): string {
    return kinds.get(node.Kind) ?? "";
}

/** Children that mean something: no signs, no empty places. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
    const children = Array.from({ length: node.ChildCount }, (_, i) => node.GetChild(i));
    return children.flatMap((child) => {
        if (child === null || /(Token|Keyword)$/.test(kindOf(child))) {
            return [];
        }
        // What only wraps: lists, elements with their comma, parentheses.
        return /^(List|SeparatedElement|ParenthesizedExpression|ExpressionList|ExpressionStatement|QueryBlock|JsonArrayExpression|BracketedExpression)$/.test(
            kindOf(child),
        )
            ? partsOf(child)
            : [child];
    });
}

/** The text of a node, without what stands around it. */
export function textOf(node: SyntaxNode): string {
    return node.toString().trim();
}

export type { SyntaxNode };
