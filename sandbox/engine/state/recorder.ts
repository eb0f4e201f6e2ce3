/**
 * Between the engine's objects and the journal's numbers. Every resource and operation handed out or
 * taken in is remembered, by object, as a handle of its slot; nothing keeps a handle alive.
 */

import type { Crypter } from "./crypto";
import type { JournalLine } from "./journalLines";
import type { OperationSlot, Slot, StateModel } from "./model";
import { decodeResource, encodeOutputs, encodeResource } from "./resourceCodec";
import type {
    DeploymentV3,
    JournalEntry,
    PendingOperation,
    ResourceState,
    Snapshot,
} from "./types";

export class Recorder {
    readonly #model: StateModel;
    readonly #crypter: Crypter;
    readonly #slots = new WeakMap<ResourceState, Slot>();
    readonly #operations = new WeakMap<PendingOperation, OperationSlot>();

    constructor(model: StateModel, crypter: Crypter) {
        this.#model = model;
        this.#crypter = crypter;
    }

    /** @throws EngineError when a secret does not decrypt. */
    snapshot(): Snapshot {
        return {
            resources: this.#model.slots.map((slot) => this.#plain(slot)),
            pendingOperations: this.#model.operations.map((operation) => {
                operation.plain ??= decodeResource(operation.encoded, this.#crypter);
                const handle = { type: operation.type, resource: operation.plain };
                this.#operations.set(handle, operation);
                return handle;
            }),
        };
    }

    /**
     * Makes the entry part of the state in memory.
     * @returns the line to append to the journal.
     * @throws Error, with nothing changed, for an entry that does not fit the state.
     */
    accept(entry: JournalEntry): JournalLine {
        const line = this.#lineOf(entry);
        this.#model.apply(line);
        if (entry.kind === "put" && line.op === "put") {
            const slot = this.#model.slot(line.slot);
            slot.plain = entry.resource;
            this.#slots.set(entry.resource, slot);
        }
        if (entry.kind === "begin-operation" && line.op === "begin") {
            const operation = this.#model.operation(line.operation);
            operation.plain = entry.operation.resource;
            this.#operations.set(entry.operation, operation);
        }
        return line;
    }

    /**
     * Another deployment, encrypted with `from`, as this stack would write it.
     * @throws EngineError when a secret does not decrypt.
     */
    translate(deployment: DeploymentV3, from: Crypter): DeploymentV3 {
        const translate = (resource: ResourceState): ResourceState =>
            encodeResource(decodeResource(resource, from), this.#crypter);
        return {
            ...deployment,
            resources: (deployment.resources ?? []).map(translate),
            pending_operations: (deployment.pending_operations ?? []).map((operation) => ({
                ...operation,
                resource: translate(operation.resource),
            })),
        };
    }

    /** Everything goes, a deployment in this stack's encryption comes. Returns the journal's line. */
    replaceAll(deployment: DeploymentV3): JournalLine {
        const line: JournalLine = { op: "reset", deployment };
        this.#model.apply(line);
        return line;
    }

    #lineOf(entry: JournalEntry): JournalLine {
        switch (entry.kind) {
            case "begin-operation": {
                const { type, resource } = entry.operation;
                return {
                    op: "begin",
                    operation: this.#model.nextOperation,
                    type,
                    resource: this.#encode(resource, this.#model.live(resource.urn)),
                };
            }
            case "end-operation":
                return { op: "end", operation: this.#operation(entry.operation) };
            case "put":
                return this.#putLine(entry);
            case "retire":
                return { op: "retire", slot: this.#slot(entry.resource).id };
            case "remove":
                return {
                    op: "remove",
                    slot: this.#slot(entry.resource).id,
                    ends: entry.ends && this.#operation(entry.ends),
                };
            case "outputs": {
                const slot = this.#slot(entry.resource);
                const { urn } = slot.encoded;
                const earlier = { plain: this.#plain(slot), encoded: slot.encoded };
                return {
                    op: "outputs",
                    slot: slot.id,
                    outputs: encodeOutputs(urn, entry.outputs, this.#crypter, earlier),
                };
            }
        }
    }

    #putLine(entry: Extract<JournalEntry, { kind: "put" }>): JournalLine {
        const { resource } = entry;
        if (resource.delete === true) {
            throw new Error(`${resource.urn}: a pending delete is made by "retire", not by "put"`);
        }
        if (entry.retires !== undefined && entry.replaces !== undefined) {
            throw new Error(`${resource.urn}: a put either replaces or retires, not both`);
        }
        const retired = entry.retires && this.#slot(entry.retires);
        const replaced = entry.replaces && this.#slot(entry.replaces);
        const slot =
            retired === undefined ? (replaced ?? this.#model.live(resource.urn)) : undefined;
        return {
            op: "put",
            slot: slot?.id ?? this.#model.nextSlot,
            resource: this.#encode(resource, slot),
            retire: retired?.id,
            ends: entry.ends && this.#operation(entry.ends),
        };
    }

    #encode(resource: ResourceState, earlier: Slot | undefined): ResourceState {
        return encodeResource(
            resource,
            this.#crypter,
            earlier && { plain: this.#plain(earlier), encoded: earlier.encoded },
        );
    }

    #plain(slot: Slot): ResourceState {
        slot.plain ??= decodeResource(slot.encoded, this.#crypter);
        this.#slots.set(slot.plain, slot);
        return slot.plain;
    }

    #slot(handle: ResourceState): Slot {
        const slot = this.#slots.get(handle);
        if (slot === undefined || slot.id < 0) {
            throw new Error(
                `${handle.urn}: the object given is no handle of a resource in the state`,
            );
        }
        return slot;
    }

    #operation(handle: PendingOperation): number {
        const operation = this.#operations.get(handle);
        if (operation === undefined || operation.id < 0) {
            throw new Error(
                `${handle.resource.urn}: the object given is no handle of a pending operation`,
            );
        }
        return operation.id;
    }
}
