import type { Appraisal, Finding } from "../../model/finding";
import { absent, is, known, map, type Known, type PropertyValue } from "../../model/known";
import { callerKeys, widestSource } from "../../model/data/callerKeys";
import { every, not, some } from "../../model/logic";
import {
    readStatements,
    type PolicyCondition,
    type PolicyStatement,
} from "../../model/policyDocument";

/**
 * Reads a bucket's policy: it allows nobody in general, and denies whatever comes without TLS.
 *
 * @throws TypeError when it is no policy document
 */
export function policyReading(document: Known<PropertyValue>, path: string): Appraisal {
    if (document.state === "absent" || is(document, "")) return { findings: [], unknown: [] };
    const { statements, unknown } = readStatements(document, path);
    const judged = statements.map((one) => ({ path: one.path, open: isForAll(one) }));
    const open = judged.filter((one) => is(one.open, true));
    const findings: Finding[] = open.map((one) => ({
        property: one.path,
        seen: known("everybody"),
        wanted: "named principals, or a condition on who asks",
    }));
    const plain: Finding = {
        id: "no TLS",
        property: path,
        seen: absent,
        wanted: "a denial of every request with aws:SecureTransport false",
    };
    const denial = some(statements.map(deniesPlain));
    return {
        findings: [...findings, ...(is(denial, false) && unknown.length === 0 ? [plain] : [])],
        unknown: [
            ...unknown,
            ...judged.filter((one) => one.open.state === "unknown").map((one) => one.path),
            ...(denial.state === "unknown" ? [path] : []),
        ],
    };
}

/** Whether a statement allows everybody something, whoever and wherever they are. */
function isForAll({ effect, principals, excludes, conditions }: PolicyStatement): Known<boolean> {
    const isPinned =
        conditions.state === "known" ? some(conditions.value.map(pinsCaller)) : conditions;
    return every([
        map(effect, (one) => one === "allow"),
        excludes ? known(true) : some(principals.map((one) => map(one, isAll))),
        not(isPinned),
    ]);
}

/**
 * Whether a condition says who may ask. One that says how (TLS, a referer) or whom not to let in
 * leaves everybody else, and so does one that holds where the key is missing.
 */
function pinsCaller({ operator, key, values }: PolicyCondition): Known<boolean> {
    const isFirm = /^(foranyvalue:)?(string(equals(ignorecase)?|like)|arn(equals|like)|ipaddress)$/;
    if (!isFirm.test(operator) || !callerKeys.includes(key) || values.length === 0) {
        return known(false);
    }
    const pins = key === "aws:sourceip" ? isNarrow : key.endsWith("arn") ? namesAccount : namesOne;
    return every(values.map((value) => map(value, pins)));
}

function isNarrow(range: string): boolean {
    const [address = "", length] = range.split("/");
    const widest = address.includes(":") ? widestSource.ipv6 : widestSource.ipv4;
    return !/[*?]/.test(address) && (length === undefined || Number(length) >= widest);
}

/** "arn:aws:iam::*:role/x" is a role of anybody's account. */
function namesAccount(arn: string): boolean {
    return !/[*?]/.test(arn) || /^([^:]*:){4}[^:*?]+:/.test(arn);
}

/** Of a path ("o-acme/r-1/*") the first part has to be given. */
function namesOne(value: string): boolean {
    return /^[^*?/]+(\/|$)/.test(value);
}

/** A denial of everything for everybody who comes without TLS, under no further condition. */
function deniesPlain(statement: PolicyStatement): Known<boolean> {
    const { effect, principals, actions, resources, conditions } = statement;
    return every([
        map(effect, (one) => one === "deny"),
        some(principals.map((one) => map(one, isAll))),
        some(actions.map((one) => map(one, (action) => ["s3:*", "*"].includes(action)))),
        some(resources.map((one) => map(one, coversObjects))),
        conditions.state === "known" ? isPlain(conditions.value) : conditions,
    ]);
}

function isPlain([first, second]: readonly PolicyCondition[]): Known<boolean> {
    if (first === undefined || second !== undefined) return known(false);
    const { operator, key, values } = first;
    if (!operator.startsWith("bool") || key !== "aws:securetransport") return known(false);
    return some(values.map((value) => map(value, (text) => text === "false")));
}

function isAll(principal: string): boolean {
    return principal === "*";
}

/** "*", or all keys of a bucket; not those under a prefix. */
function coversObjects(resource: string): boolean {
    return /^[^/]*\/?\*$/.test(resource);
}
