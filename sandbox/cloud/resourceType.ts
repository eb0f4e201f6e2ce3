import type { AwsAccount } from "./aws/account";
import type { Autoname } from "./autoname";
import type { Failure } from "./check";
import type { GitHubPlan } from "./github/plan";
import type { Fields } from "./shape";
import type { CloudStore } from "./store/store";
import type { StoredResource } from "./store/record";
import type { Values } from "./values";

/** Whose cloud it is: from the provider's configuration. */
export interface Scope {
    readonly subscriptionId: string;
    readonly tenantId: string;
    /** Azure location used where a resource names none. */
    readonly location?: string;
    /** The GitHub or Azure DevOps organisation. */
    readonly owner: string;
    /** The Azure DevOps organisation of a provider that works on both hosts. @default `owner` */
    readonly devOpsOwner?: string;
    /** Plan of the emulated GitHub's organisations. @default "enterprise" */
    readonly plan?: GitHubPlan;
    /** Account and region of the AWS provider; the emulated default when not configured. */
    readonly aws?: AwsAccount;
}

/** What a type needs to shape one resource. */
export interface Shaping {
    readonly inputs: Values;
    readonly scope: Scope;
    readonly store: CloudStore;
    /** Provider id; the unknown sentinel when it is not known yet. */
    readonly id: string;
    readonly preview: boolean;
    /** The resource as it stands, in an update. */
    readonly old?: StoredResource;
    /** Made once, at creation, and kept: unknown in the preview of a creation. */
    readonly once: <T extends string | number>(property: string, make: () => T) => T | string;
    /** Made anew by each write: unknown in every preview. */
    readonly each: <T extends string | number>(make: () => T) => T | string;
}

/** What a service rule sees. */
export interface Write {
    readonly inputs: Values;
    readonly scope: Scope;
    readonly store: CloudStore;
    readonly id: string;
}
export interface Change extends Write {
    readonly old: StoredResource;
}

/** One resource type of one service. All functions get inputs without secret marks. */
export interface ResourceType {
    readonly token: string;
    readonly inputs: Fields;
    readonly autoname?: Autoname;
    /** The real provider deletes before it creates the replacement. */
    readonly deleteBeforeReplace?: boolean;
    /** Top properties a change of which replaces this time, though it does not always. */
    replacedBy?(olds: Values, news: Values): readonly string[];
    /** The service's write is "put": creating what exists overwrites it. */
    readonly overwrites?: boolean;
    /**
     * What tells equal ids apart: the organisation, or the account and region, where ids are unique
     * only in one. The inputs or outputs of the resource may have a say.
     */
    realm?(scope: Scope, known: Values): string;
    /** The resource of an id that alone does not say in which realm; nothing when there are several. */
    seek?(id: string, scope: Scope, store: CloudStore, known: Values): StoredResource | undefined;
    /** Top inputs the service does not know of what stands: a read keeps those of the engine, if any. */
    readonly unread?: readonly string[];
    /** Rules over several properties; what is not known yet must pass. */
    check?(inputs: Values, scope: Scope, store: CloudStore): Failure[];
    /** Inputs completed by the provider itself, before the check. */
    complete?(inputs: Values, scope: Scope, store: CloudStore): Values;
    /** Id, or the unknown sentinel when only the service can tell it. */
    id(inputs: Values, scope: Scope, shaping: Pick<Shaping, "once" | "store">): string;
    outputs(shaping: Shaping): Values;
    /** Names nobody else may have at the same time, and what it can be found by. */
    claims?(write: Write & { readonly outputs: Values }): string[];
    /** What it is listed under: ids and names of parents, scopes and things it uses. */
    parents?(write: Write): string[];
    /** Service rules. They throw a ServiceError. */
    beforeCreate?(write: Write): void | Promise<void>;
    beforeUpdate?(change: Change): void | Promise<void>;
    beforeDelete?(change: Change): void | Promise<void>;
    /** What goes with it, and what stays of it, in the same write. */
    deletion?(change: Change): { remove?: StoredResource[]; leave?: StoredResource[] };
    /** Always called after a write that `before...` let begin, even a failed one. */
    afterWrite?(write: Write): void;
}

/** An emulated function. */
export type CloudFunction = (args: Values, scope: Scope, store: CloudStore) => Values;

/** One package: its types and functions by token. */
export interface CloudPackage {
    readonly name: string;
    /** Version of the SDK package installed here. */
    readonly version: string;
    /** What its provider can be configured with, where the emulation checks that. */
    readonly configuration?: {
        readonly fields: Fields;
        readonly parse: (values: Values) => Values;
        readonly check: (values: Values) => Failure[];
        readonly scope: (values: Values) => Partial<Scope>;
    };
    readonly types: ReadonlyMap<string, ResourceType>;
    readonly functions: ReadonlyMap<string, { readonly args: Fields; readonly run: CloudFunction }>;
}
