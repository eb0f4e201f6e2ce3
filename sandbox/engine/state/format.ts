/**
 * Pulumi's deployment format, version 3.
 *
 * Property values are plain JSON in Pulumi's wire form. A secret in memory is
 * `{"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: <plain JSON>}`;
 * on disk (checkpoint, journal, export) `value` becomes `ciphertext`. Assets, archives and resource
 * references pass through unchanged. Unknown sentinels and output values never belong in a state:
 * the store throws when it is given one.
 *
 * Absent means empty: a field that is `undefined`, `false`, "", an empty list or an empty map is
 * not written (Go's omitempty). `urn`, `custom` and `type` are always written. Fields this file
 * does not name are kept as they were found, so an imported state loses nothing.
 */

/** Plain JSON as it travels on the wire. */
export type Json =
    null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Properties = Readonly<Record<string, Json>>;

/** One resource of the state, secrets in clear. Never mutated by the store. */
export interface ResourceState {
    readonly urn: string;
    readonly custom: boolean;
    readonly type: string;
    /** Set by the store alone: replaced already, still to be deleted at the provider. */
    readonly delete?: boolean;
    readonly id?: string;
    readonly inputs?: Properties;
    readonly outputs?: Properties;
    /** URN of the parent. */
    readonly parent?: string;
    readonly protect?: boolean;
    readonly taint?: boolean;
    /** Read, not managed: never deleted at the provider. */
    readonly external?: boolean;
    readonly dependencies?: readonly string[];
    readonly initErrors?: readonly string[];
    /** "URN::ID" of the provider resource. */
    readonly provider?: string;
    readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
    /** Deleted at the provider by delete-before-replace, not yet created again. */
    readonly pendingReplacement?: boolean;
    readonly additionalSecretOutputs?: readonly string[];
    readonly aliases?: readonly string[];
    /** Seconds, as the engine writes them. */
    readonly customTimeouts?: {
        readonly create?: number;
        readonly update?: number;
        readonly delete?: number;
    };
    readonly importID?: string;
    readonly retainOnDelete?: boolean;
    readonly deletedWith?: string;
    readonly replaceWith?: readonly string[];
    /** RFC 3339; the caller sets both: `created` once, `modified` whenever inputs or outputs moved. */
    readonly created?: string;
    readonly modified?: string;
    readonly sourcePosition?: string;
    readonly ignoreChanges?: readonly string[];
    readonly hideDiff?: readonly string[];
    readonly replaceOnChanges?: readonly string[];
    readonly replacementTrigger?: Json;
    readonly refreshBeforeUpdate?: boolean;
    readonly viewOf?: string;
    /** Anything newer engines write (stackTrace, resourceHooks, ...): kept, not understood. */
    readonly [extra: string]: unknown;
}

export type OperationType = "creating" | "updating" | "deleting" | "reading";

/** Something begun at a provider whose end was not recorded (yet). */
export interface PendingOperation {
    readonly resource: ResourceState;
    readonly type: OperationType;
}

/** Passphrase secrets provider as written into a deployment. */
export interface SecretsProviders {
    readonly type: string;
    readonly state?: unknown;
}

export interface Manifest {
    readonly time: string;
    /** SHA-256 of `version` in hex. */
    readonly magic: string;
    readonly version: string;
    readonly [extra: string]: unknown;
}

/** The deployment as it lies on disk: secrets are ciphertexts. */
export interface DeploymentV3 {
    readonly manifest: Manifest;
    readonly secrets_providers?: SecretsProviders;
    readonly resources?: readonly ResourceState[];
    readonly pending_operations?: readonly PendingOperation[];
    readonly metadata?: Readonly<Record<string, unknown>>;
    readonly [extra: string]: unknown;
}

/** `.pulumi/stacks/PROJECT/STACK.json`. */
export interface CheckpointFile {
    readonly version: 3;
    readonly checkpoint: {
        /** "organization/PROJECT/STACK". */
        readonly stack: string;
        readonly latest?: DeploymentV3;
        readonly [extra: string]: unknown;
    };
}

/** What `pulumi stack export` prints and `pulumi stack import` takes. */
export interface ExportedDeployment {
    readonly version: 3;
    readonly deployment: DeploymentV3;
}
