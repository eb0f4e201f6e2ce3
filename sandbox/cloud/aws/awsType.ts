import type { Failure } from "../check";
import type { Change, ResourceType, Scope, Shaping, Write } from "../resourceType";
import { fixed, map, text, type Fields } from "../shape";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { isObject, isUnknown, str, UNKNOWN, type Values } from "../values";
import { accountOf, type AwsAccount } from "./account";
import { checkDocuments, withTexts } from "./documents";
import { awsError } from "./errors";
import { atMostOne, autonameOf, finalName, type Making, type NameRule } from "./naming";
import {
    belongingsOf,
    localName,
    referred,
    requireReferred,
    usersOf,
    type Reference,
} from "./references";

/** What the SDK's class takes, without `region` and `tags`. */
export interface TypeFields {
    readonly token: string;
    /** Not tied to a region. */
    readonly global?: boolean;
    readonly tagged?: boolean;
    readonly fields: Fields;
}

/** What outputs are made from. */
export interface AwsShaping extends Shaping, AwsAccount {
    readonly name: string;
    readonly arn: string;
}

/** What one AWS type says about itself; the rest is the same for all. */
export interface AwsType {
    readonly of: TypeFields;
    /** Service and call that creates, as the service's errors name them: "IAM: CreateRole". */
    readonly operation: string;
    readonly name?: NameRule;
    readonly deleteBeforeReplace?: boolean;
    /** Input that names what its ids are unique in; account and region when not given. */
    readonly within?: string;
    /** Creating what exists overwrites it, as "put" does. */
    readonly puts?: boolean;
    /** Values of inputs that are not given, as the service fills them in. */
    readonly defaults?: Values;
    /** Inputs the service never gives back. */
    readonly silent?: readonly string[];
    id(making: Making & AwsAccount & { readonly name: string }): string;
    arn?(
        made: AwsAccount & { readonly id: string; readonly name: string; readonly inputs: Values },
    ): string;
    /** What the service adds. */
    outputs?(shaping: AwsShaping): Values;
    check?(inputs: Values, scope: Scope, store: CloudStore): Failure[];
    readonly references?: readonly Reference[];
    /** What the service says of a name that is taken; the name counts as unique when given. */
    readonly taken?: {
        readonly http?: number;
        /** Input the service names; the name or id when not given. */ readonly of?: string;
        readonly code: string;
        readonly says: string;
    };
    /** More it is found by: globally unique names. */
    claims?(write: Write & { readonly outputs: Values }): string[];
    /** More names, within account and region. */
    names?(write: Write & { readonly outputs: Values }): string[];
    parents?(write: Write): string[];
    /** Types whose resources keep it from being deleted, and how the service says so. */
    readonly held?: {
        readonly by: readonly string[];
        readonly operation: string;
        readonly http?: number;
        readonly code: string;
        readonly says: string;
    };
    /** Rules of the service, for creations and updates alike. */
    beforeWrite?(write: Write & AwsAccount & { readonly old?: StoredResource }): void;
    beforeCreate?(write: Write & AwsAccount): void;
    beforeUpdate?(change: Change & AwsAccount): void;
    beforeDelete?(change: Change & AwsAccount): void;
    /** What stays of it. */
    leave?(change: Change & AwsAccount): StoredResource[];
}

/** A type of AWS: names, ARNs, tags, regions and references are handled alike for all. */
export function awsType(type: AwsType): ResourceType {
    const { token, global: isGlobal = false, tagged: isTagged = false } = type.of;
    const inputs: Fields = {
        ...type.of.fields,
        ...(isTagged ? { tags: map(text) } : {}),
        ...(isGlobal ? {} : { region: fixed(text) }),
    };
    const references = type.references ?? [];
    const placed = <T extends Pick<Write, "scope" | "inputs">>(write: T): T & AwsAccount => ({
        ...write,
        ...accountOf(write.scope, isGlobal ? {} : write.inputs),
    });
    const nameIn = (making: Making) =>
        type.name === undefined ? "" : finalName(type.name, making);
    return {
        token,
        inputs: named(inputs, type.name),
        ...(type.name === undefined || type.name.automatic === false
            ? {}
            : { autoname: autonameOf(type.name) }),
        deleteBeforeReplace: type.deleteBeforeReplace === true,
        overwrites: type.puts === true,
        realm: (scope, given) => {
            const { accountId, region } = accountOf(scope, given);
            // A reader is told what the service filled in, a maker only what the program gave.
            const full = { ...type.defaults, ...given };
            const inside = type.within === undefined ? "" : `/${str(full, type.within)}`;
            return isGlobal ? accountId : `${accountId}/${region}${inside}`;
        },
        ...(type.within === undefined ? {} : { seek: seeker(token, type.within) }),
        complete: (given, scope) => withTexts(inputs, isTagged ? tagged(given, scope) : given),
        check: (given, scope, store) => [
            ...checkDocuments(inputs, given),
            ...(type.name?.prefix === undefined
                ? []
                : atMostOne(given, [type.name.property, type.name.prefix])),
            ...(type.check?.(given, scope, store) ?? []),
        ],
        id: (given, scope, { once, store }) => {
            const making = placed({ inputs: given, scope, once, store });
            return type.id({ ...making, name: nameIn(making) });
        },
        outputs: (shaping) => outputsOf(type, placed(shaping), nameIn(shaping)),
        claims: (write) => {
            const place = placed(write);
            const local = [write.id, ...(type.names?.(write) ?? [])];
            const arn = write.outputs.arn;
            return [
                ...local.map((name) => localName(token, place, isGlobal, name)),
                ...(typeof arn === "string" && type.arn !== undefined ? [arn] : []),
                ...(type.claims?.(write) ?? []),
            ];
        },
        parents: (write) => [
            ...referred(write, references).flatMap(({ target, reference }) => [
                usersOf(target),
                ...(reference.owner === true ? [belongingsOf(target)] : []),
            ]),
            ...(type.parents?.(write) ?? []),
        ],
        beforeCreate: (write) => {
            requireReferred(write, references, type.operation);
            refuseTaken(type, placed(write), isGlobal);
            type.beforeWrite?.(placed(write));
            type.beforeCreate?.(placed(write));
        },
        beforeUpdate: (change) => {
            requireReferred(change, references, type.operation.replace(": Create", ": Update"));
            type.beforeWrite?.(placed(change));
            type.beforeUpdate?.(placed(change));
        },
        beforeDelete: (change) => {
            refuseHeld(type, change);
            type.beforeDelete?.(placed(change));
        },
        deletion: (change) => ({
            remove: change.store.under(belongingsOf(change.old)),
            leave: type.leave?.(placed(change)) ?? [],
        }),
    };
}

/** Finds what an import or a deletion names by its id alone. */
function seeker(token: string, within: string): NonNullable<ResourceType["seek"]> {
    return (id, scope, store, known) => {
        const { accountId, region } = accountOf(scope, known);
        const found = store
            .list(token)
            .filter((one) => one.id === id && one.key.includes(`|${accountId}/${region}/`));
        return known[within] === undefined && found.length === 1 ? found[0] : undefined;
    };
}

/** The fields, with the form of the name. */
function named(fields: Fields, name: NameRule | undefined): Fields {
    if (name === undefined) {
        return fields;
    }
    return { ...fields, [name.property]: { ...fields[name.property], ...name.form } };
}

/** The provider's default tags under the resource's own. */
function tagged(inputs: Values, scope: Scope): Values {
    const { defaultTags } = accountOf(scope);
    const { tags = {} } = inputs;
    return Object.keys(defaultTags).length === 0 || !isObject(tags)
        ? inputs
        : { ...inputs, tags: { ...defaultTags, ...tags } };
}

function outputsOf(type: AwsType, shaping: Shaping & AwsAccount, name: string): Values {
    const { inputs, id, region } = shaping;
    const arn = type.arn?.({ ...shaping, name }) ?? "";
    const silent = new Set(type.silent ?? []);
    const all: Values = {
        ...type.defaults,
        ...inputs,
        ...(type.name === undefined ? {} : { [type.name.property]: name }),
        ...(type.of.global === true ? {} : { region }),
        ...(type.of.tagged === true ? { tagsAll: inputs.tags ?? {} } : {}),
        ...(type.arn === undefined ? {} : { arn }),
        ...type.outputs?.({ ...shaping, name, arn: isUnknown(id) ? UNKNOWN : arn }),
    };
    return Object.fromEntries(Object.entries(all).filter(([key]) => !silent.has(key)));
}

/** Refuses a creation whose id another resource has. */
function refuseTaken(type: AwsType, write: Write & AwsAccount, isGlobal: boolean): void {
    const holder = write.store.holder(localName(type.of.token, write, isGlobal, write.id));
    if (type.taken !== undefined && holder !== undefined) {
        const { http = 409, code, says, of = type.name?.property ?? "" } = type.taken;
        const name = str(write.inputs, of) || write.id;
        throw awsError(http, type.operation, code, says.replaceAll("%", name));
    }
}

function refuseHeld({ held }: AwsType, { store, old }: Change): void {
    const own = new Set([old.key, ...store.under(belongingsOf(old)).map(({ key }) => key)]);
    const user = store
        .under(usersOf(old))
        .find((one) => held?.by.includes(one.type) === true && !own.has(one.key));
    if (held !== undefined && user !== undefined) {
        const { http = 409, code, says, operation } = held;
        throw awsError(http, operation, code, says.replaceAll("%", old.id));
    }
}
