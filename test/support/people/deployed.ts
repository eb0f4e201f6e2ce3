import assert from "node:assert/strict";
import type { StoredResource } from "../../../sandbox/cloud/store/record";
import { isObject, type Value, type Values } from "../../../sandbox/cloud/values";

/** A resource as it stands at its host. */
export interface Standing {
    /** Last part of its Pulumi type, for example "RepositoryRuleset". */
    readonly kind: string;
    readonly id: string;
    /** What the host says it is. */
    readonly is: Values;
}

/** All that stands. Never changed: a weakened copy is another one. */
export type Deployed = readonly Standing[];

/** Types that say who may what; other clouds have a Repository and a Project, too. */
const judged = /^(github|azuredevops|gatehouse-hosts):|:FederatedIdentityCredential$/;

/** What of it stands in an emulated cloud. */
export function deployed(stored: readonly StoredResource[]): Deployed {
    return stored
        .filter(({ type }) => judged.test(type))
        .map(({ type, id, outputs }) => ({
            kind: type.split(":").at(-1) ?? type,
            id,
            is: outputs,
        }));
}

export function all(standing: Deployed, kind: string): Standing[] {
    return standing.filter((one) => one.kind === kind);
}

/** The settings of all resources of a kind. */
export function settings(standing: Deployed, kind: string): Values[] {
    return all(standing, kind).map(({ is }) => is);
}

export function text(value: Value | undefined): string {
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export function count(value: Value | undefined, fallback = 0): number {
    return typeof value === "number" ? value : fallback;
}

export function object(value: Value | undefined): Values {
    return isObject(value) ? value : {};
}

/** An object where Pulumi has one or a list of one. */
export function only(value: Value | undefined): Values | undefined {
    const found = Array.isArray(value) ? value[0] : value;
    return isObject(found) ? found : undefined;
}

export function list(value: Value | undefined): Value[] {
    return Array.isArray(value) ? value : [];
}

export function texts(value: Value | undefined): string[] {
    return list(value).map(text);
}

export function objects(value: Value | undefined): Values[] {
    return list(value).filter(isObject);
}

/** Which resources a weakness is put into; all of the kind when nothing is said. */
export type Where = (is: Values, id: string) => boolean;

/** The same with one thing different everywhere it says so; it has to say so somewhere. */
export function changed(
    standing: Deployed,
    kind: string,
    where: Where,
    change: (is: Values) => Values,
): Deployed {
    const meant = (one: Standing) => one.kind === kind && where(one.is, one.id);
    assert.ok(standing.some(meant), `no ${kind} to change`);
    return standing.map((one) =>
        meant(one) ? { ...one, is: { ...one.is, ...change(one.is) } } : one,
    );
}

/** The same without some resources, of which there have to be some. */
export function without(standing: Deployed, kind: string, where: Where = () => true): Deployed {
    const left = standing.filter((one) => !(one.kind === kind && where(one.is, one.id)));
    assert.ok(left.length < standing.length, `no ${kind} to take away`);
    return left;
}

/** The same and one more. */
export function plus(standing: Deployed, kind: string, id: string, is: Values): Deployed {
    return [...standing, { kind, id, is }];
}
