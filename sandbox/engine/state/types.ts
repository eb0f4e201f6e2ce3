/** What the store of a stack's state promises. Secrets are in clear here: see format.ts. */

import type { DeploymentV3, PendingOperation, Properties, ResourceState } from "./format";

export type * from "./format";

/**
 * The decrypted state. After opening and after a commit: dependencies, parents and providers before
 * what needs them. In between, what was added comes last.
 */
export interface Snapshot {
    readonly resources: readonly ResourceState[];
    /** Left by a run that was cut off; keep, end (`end-operation`) or report them. */
    readonly pendingOperations: readonly PendingOperation[];
}

/**
 * What can be recorded. Resources and operations are named **by object**: pass the very object
 * that came from {@link StackStore.snapshot} or that an earlier `put` or `begin-operation` was
 * given (either keeps working as a handle after later entries). Naming an object the state does
 * not hold, or no longer holds, is a programming error and throws.
 *
 * `ends` closes a pending operation in the same durable line, so a crash never shows both.
 */
export type JournalEntry =
    /** About to call the provider. `operation` itself is the handle for `ends`. */
    | { readonly kind: "begin-operation"; readonly operation: PendingOperation }
    /** The operation is over and changed nothing in the state (it failed cleanly, or is forgotten). */
    | { readonly kind: "end-operation"; readonly operation: PendingOperation }
    /**
     * Created, updated, read, imported, refreshed, or kept with changed metadata. Takes the place of
     * `replaces` when given (an alias moved it to a new URN), else of the live resource of the same
     * URN, else is added. With `retires` that resource is not replaced: it becomes a pending delete
     * in the same line (create-before-delete, after Create returned), and stays a valid handle.
     */
    | {
          readonly kind: "put";
          readonly resource: ResourceState;
          readonly replaces?: ResourceState;
          readonly retires?: ResourceState;
          readonly ends?: PendingOperation;
      }
    /** The live resource becomes a pending delete (`delete: true`); its URN is free again. */
    | { readonly kind: "retire"; readonly resource: ResourceState }
    /** Gone from the state, whether live or pending delete. */
    | {
          readonly kind: "remove";
          readonly resource: ResourceState;
          readonly ends?: PendingOperation;
      }
    /** Outputs of a component or of the stack; everything else of the resource stays. */
    | {
          readonly kind: "outputs";
          readonly resource: ResourceState;
          readonly outputs: Properties;
      };

/** Runs that change the state. In history files "up" is Pulumi's "update". */
export type DeploymentKind = "up" | "refresh" | "destroy" | "import";

export interface CommitOptions {
    /**
     * URNs in the order wanted (registration order). Resources it does not name follow in the order
     * they had. Dependencies still come first: the order is a wish, the graph is the law.
     */
    readonly order?: readonly string[];
    readonly result: "succeeded" | "failed";
    /** Operation name to count, for the history: {create: 3, same: 5}. */
    readonly changes?: Readonly<Record<string, number>>;
}

/** One past deployment, newest first in {@link StackStore.history}. */
export interface DeploymentRecord {
    readonly kind: DeploymentKind;
    /** RFC 3339. */
    readonly startTime: string;
    readonly endTime: string;
    readonly result: "succeeded" | "failed";
    readonly changes: Readonly<Record<string, number>>;
}

/** Who holds, or held, a stack's lock. */
export interface LockHolder {
    readonly pid: number;
    readonly host: string;
    readonly user: string;
    readonly command: string;
    /** RFC 3339. */
    readonly since: string;
}

export interface OpenStackOptions {
    /** The engine's own folder; the layout inside it is that of Pulumi's file backend. */
    readonly stateDir: string;
    readonly organization: string;
    readonly project: string;
    readonly stack: string;
    readonly passphrase: string;
    /** Named in the lock, for whoever meets it: "up", "preview". */
    readonly command?: string;
    /**
     * Reads without lock and never writes (`outputs`, `export`). `begin` throws.
     * Default: the lock is held from here to `close`.
     */
    readonly readOnly?: boolean;
    /** `encryptionsalt` of the stack file: used for a new state so that both share one key. */
    readonly encryptionSalt?: string;
}

/**
 * One open stack. The order of use is: openStack, snapshot, [begin, record..., commit], close.
 * A preview opens (to hold the lock) and never begins. `close` without `commit` is a crash as far as
 * the next open is concerned: the journal stays and is replayed. So is a commit that failed.
 */
export interface StackStore {
    /** The checkpoint's path, for a person. */
    readonly location: string;
    /** Whose state this is, as its URNs name it. */
    readonly project: string;
    readonly stack: string;
    /** True when there was a checkpoint or a journal. */
    readonly existed: boolean;
    /**
     * Sentences for the user found while opening: a stale lock taken over (naming its holder), a
     * journal replayed, operations that were pending ("creating urn:...").
     */
    readonly notices: readonly string[];
    /** The state now, recorded entries included. The list is a copy, the resources are handles. */
    snapshot(): Snapshot;
    /** Starts a deployment: folds a replayed journal, opens a fresh one. Once per open or commit. */
    begin(kind: DeploymentKind): Promise<void>;
    /**
     * Takes effect in `snapshot` at once, resolves when it is on disk (write + fsync; entries recorded
     * meanwhile share one fsync). Costs the size of the entry, never the size of the state.
     * Throws synchronously never: a bad entry rejects. After a failed write (disk full) every
     * further record and commit rejects; the journal holds what was durable before.
     */
    record(entry: JournalEntry): Promise<void>;
    /**
     * Folds the journal into the checkpoint (temporary file, fsync, atomic rename, the last one kept
     * as `.bak`), writes history, removes the journal. Waits for records under way.
     * Operations still pending are written as `pending_operations`.
     */
    commit(options: CommitOptions): Promise<void>;
    /** The last 20 deployments, newest first. */
    history(): Promise<readonly DeploymentRecord[]>;
    /** The state now as a commit would write it: ordered, secrets encrypted. */
    deployment(): DeploymentV3;
    /**
     * A whole deployment ("import") that puts this one in the place of the state, its secrets encrypted
     * anew with this stack's key. Shape and integrity must have been checked: use `importDeployment`.
     * @throws EngineError, with nothing changed, when its secrets are not under this passphrase.
     */
    replaceAll(deployment: DeploymentV3): Promise<void>;
    /** Waits for records under way, releases the lock. Safe to call twice. */
    close(): Promise<void>;
}
