import type { CloudFunction } from "../../resourceType";
import { list, object, oneOf, required, text, type Fields } from "../../shape";
import { hex } from "../../identifiers";
import { isObject, items, str, type Value, type Values } from "../../values";
import { parsedDocument } from "../documents";
import { awsError } from "../errors";

const principals = list(object({ identifiers: required(list(text)), type: required(text) }));
const args: Fields = {
    overrideJson: text,
    overridePolicyDocuments: list(text),
    policyId: text,
    sourceJson: text,
    sourcePolicyDocuments: list(text),
    statements: list(
        object({
            actions: list(text),
            conditions: list(
                object({
                    test: required(text),
                    values: required(list(text)),
                    variable: required(text),
                }),
            ),
            effect: oneOf("Allow", "Deny"),
            notActions: list(text),
            notPrincipals: principals,
            notResources: list(text),
            principals,
            resources: list(text),
            sid: text,
        }),
    ),
    version: oneOf("2008-10-17", "2012-10-17"),
};

/** One value stands alone, as the provider writes it; several are sorted backwards, as it does. */
function several(values: Value[]): Value {
    return values.length === 1 ? (values[0] ?? "") : [...values].sort().reverse();
}

function principalOf(from: Values, property: string): Value {
    const found = items(from, property).filter(isObject);
    const isAnybody = (one: Values) =>
        str(one, "type") === "*" && str(one, "identifiers", 0) === "*";
    if (found.length === 1 && found.every(isAnybody)) {
        return "*";
    }
    const result: Record<string, Value[]> = {};
    for (const one of found) {
        (result[str(one, "type")] ??= []).push(...items(one, "identifiers"));
    }
    return Object.fromEntries(
        Object.entries(result).map(([kind, names]) => [kind, several(names)]),
    );
}

function conditionOf(from: Values): Value {
    const result: Record<string, Record<string, Value>> = {};
    for (const one of items(from, "conditions").filter(isObject)) {
        const test = (result[str(one, "test")] ??= {});
        test[str(one, "variable")] = several(items(one, "values"));
    }
    return result;
}

/** The provider knows "&{...}" for IAM's "${...}". */
const withVariables = (value: Value): Value =>
    JSON.parse(JSON.stringify(value).replaceAll("&{", "${")) as Value;

function statementOf(from: Values): Values {
    const listed = (property: string, name: string) =>
        items(from, property).length === 0 ? {} : { [name]: several(items(from, property)) };
    return {
        ...(str(from, "sid") === "" ? {} : { Sid: str(from, "sid") }),
        Effect: str(from, "effect") || "Allow",
        ...(items(from, "principals").length === 0
            ? {}
            : { Principal: principalOf(from, "principals") }),
        ...(items(from, "notPrincipals").length === 0
            ? {}
            : { NotPrincipal: principalOf(from, "notPrincipals") }),
        ...listed("actions", "Action"),
        ...listed("notActions", "NotAction"),
        ...listed("resources", "Resource"),
        ...listed("notResources", "NotResource"),
        ...(items(from, "conditions").length === 0 ? {} : { Condition: conditionOf(from) }),
    };
}

/** Statements, those of the same Sid replaced by later ones. */
function merged(documents: readonly Values[]): Values[] {
    const all: Values[] = [];
    for (const statement of documents.flatMap(({ Statement: one }) =>
        Array.isArray(one) ? one : one === undefined ? [] : [one],
    )) {
        const inside = isObject(statement) ? statement : {};
        const at = all.findIndex(({ Sid: sid }) => sid !== undefined && sid === inside.Sid);
        if (at < 0) {
            all.push(inside);
        } else {
            all[at] = inside;
        }
    }
    return all;
}

const run: CloudFunction = (given) => {
    const read = (texts: Value[]) =>
        texts.flatMap((one) => {
            const found = parsedDocument(one);
            if (found === undefined) {
                throw awsError(
                    400,
                    "IAM: getPolicyDocument",
                    "MalformedPolicyDocument",
                    "a source or override document is no JSON object",
                );
            }
            return [found];
        });
    const own = items(given, "statements").filter(isObject).map(statementOf);
    const statements = merged([
        ...read([
            ...items(given, "sourcePolicyDocuments"),
            ...(given.sourceJson === undefined ? [] : [given.sourceJson]),
        ]),
        { Statement: own },
        ...read([
            ...items(given, "overridePolicyDocuments"),
            ...(given.overrideJson === undefined ? [] : [given.overrideJson]),
        ]),
    ]);
    const id = str(given, "policyId");
    const document = withVariables({
        Version: str(given, "version") || "2012-10-17",
        ...(id === "" ? {} : { Id: id }),
        ...(statements.length === 0 ? {} : { Statement: statements }),
    });
    const json = JSON.stringify(document, null, 2);
    return { ...given, id: hex(10, json), json, minifiedJson: JSON.stringify(document) };
};

export const policyDocument = { args, run };
