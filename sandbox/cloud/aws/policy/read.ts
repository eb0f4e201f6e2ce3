import { parsedDocument } from "../documents";
import { isObject, type Value } from "../../values";
import { operatorOf, type Operator } from "./operators";

export interface Condition {
    readonly operator: Operator;
    readonly key: string;
    readonly values: readonly string[];
}

export interface Statement {
    readonly sid: string;
    readonly effect: "Allow" | "Deny";
    /** Kind ("AWS", "Federated", "Service", "*") and names; undefined when there is none. */
    readonly principals?: ReadonlyMap<string, readonly string[]>;
    readonly notPrincipals?: ReadonlyMap<string, readonly string[]>;
    readonly actions?: readonly string[];
    readonly notActions?: readonly string[];
    readonly resources?: readonly string[];
    readonly notResources?: readonly string[];
    readonly conditions: readonly Condition[];
}

/** A policy as IAM understands it. */
export interface Policy {
    readonly version: string;
    readonly statements: readonly Statement[];
}

/** Thrown for a policy IAM cannot read, in its words. */
export class MalformedPolicy extends Error {}

const elements = new Set([
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
]);

/** Reads a policy; throws a MalformedPolicy with IAM's reason. */
export function readPolicy(text: string): Policy {
    const read = parsedDocument(text);
    if (read === undefined) {
        throw new MalformedPolicy("This policy contains invalid Json");
    }
    const unknown = Object.keys(read).find((one) => !["Version", "Id", "Statement"].includes(one));
    if (unknown !== undefined) {
        throw new MalformedPolicy(`Syntax errors in policy. Unknown element ${unknown}.`);
    }
    const version = read.Version ?? "2008-10-17";
    if (version !== "2012-10-17" && version !== "2008-10-17") {
        throw new MalformedPolicy("Policy document must be version 2012-10-17 or greater.");
    }
    const statements = listOf(read.Statement).map(statement);
    if (statements.length === 0) {
        throw new MalformedPolicy("Missing required field Statement.");
    }
    const sids = statements.map(({ sid }) => sid).filter((sid) => sid !== "");
    if (new Set(sids).size < sids.length) {
        throw new MalformedPolicy("Statement IDs (SID) in a single policy must be unique.");
    }
    return { version, statements };
}

function listOf(value: Value | undefined): Value[] {
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function statement(value: Value): Statement {
    if (!isObject(value)) {
        throw new MalformedPolicy("Syntax errors in policy. A statement must be an object.");
    }
    const unknown = Object.keys(value).find((one) => !elements.has(one));
    if (unknown !== undefined) {
        throw new MalformedPolicy(`Syntax errors in policy. Unknown element ${unknown}.`);
    }
    const { Effect: effect, Sid: sid } = value;
    if (effect !== "Allow" && effect !== "Deny") {
        throw new MalformedPolicy("Missing required field Effect.");
    }
    if (value.Action === undefined && value.NotAction === undefined) {
        throw new MalformedPolicy("Missing required field Action");
    }
    return {
        sid: typeof sid === "string" ? sid : "",
        effect,
        ...present("principals", principals(value.Principal)),
        ...present("notPrincipals", principals(value.NotPrincipal)),
        ...present("actions", texts(value.Action)),
        ...present("notActions", texts(value.NotAction)),
        ...present("resources", texts(value.Resource)),
        ...present("notResources", texts(value.NotResource)),
        conditions: conditions(value.Condition),
    };
}

function present<K extends string, T>(name: K, value: T | undefined): Partial<Record<K, T>> {
    return value === undefined ? {} : ({ [name]: value } as Record<K, T>);
}

function texts(value: Value | undefined): readonly string[] | undefined {
    return value === undefined ? undefined : listOf(value).map(asText);
}

function asText(value: Value): string {
    if (typeof value === "object") {
        throw new MalformedPolicy("Syntax errors in policy. A value must be a text.");
    }
    return String(value);
}

function principals(value: Value | undefined): ReadonlyMap<string, readonly string[]> | undefined {
    if (value === undefined) {
        return undefined;
    }
    if (value === "*") {
        return new Map([["*", ["*"]]]);
    }
    if (!isObject(value)) {
        throw new MalformedPolicy("Invalid principal in policy.");
    }
    const kinds = new Set(["AWS", "Federated", "Service", "CanonicalUser"]);
    const unknown = Object.keys(value).find((kind) => !kinds.has(kind));
    if (unknown !== undefined) {
        throw new MalformedPolicy(`Invalid principal in policy: "${unknown}"`);
    }
    return new Map(Object.entries(value).map(([kind, names]) => [kind, listOf(names).map(asText)]));
}

function conditions(value: Value | undefined): Condition[] {
    if (value !== undefined && !isObject(value)) {
        throw new MalformedPolicy("Syntax errors in policy. Condition must be an object.");
    }
    return Object.entries(value ?? {}).flatMap(([name, keys]) => {
        const operator = operatorOf(name);
        if (operator === undefined) {
            throw new MalformedPolicy(`Invalid Condition type : ${name}.`);
        }
        if (!isObject(keys)) {
            throw new MalformedPolicy(`Syntax errors in policy. ${name} must hold keys.`);
        }
        return Object.entries(keys).map(([key, wanted]) => {
            const values = listOf(wanted).map(asText);
            if (!/^[^:]+:.+$/s.test(key)) {
                throw new MalformedPolicy(
                    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
                );
            }
            return { operator, key, values };
        });
    });
}
