/**
 * The state as it lies on disk plus the journal's lines, in memory. Applying a line costs the line,
 * not the state. Recording and replaying go through the same code, so they cannot disagree.
 */

import type { JournalLine } from "./journalLines";
import type { DeploymentV3, OperationType, ResourceState } from "./types";

/** One resource. The object stays the same while its contents change, and so serves as identity. */
export interface Slot {
    /** Number in journal lines; given anew by each fold. Negative once removed. */
    id: number;
    encoded: ResourceState;
    /** Decrypted; undefined until somebody needs it. */
    plain: ResourceState | undefined;
}

/** One pending operation. */
export interface OperationSlot {
    id: number;
    readonly type: OperationType;
    readonly encoded: ResourceState;
    plain: ResourceState | undefined;
}

const GONE = -1;

export class StateModel {
    readonly #slots = new Map<number, Slot>();
    readonly #live = new Map<string, Slot>();
    readonly #operations = new Map<number, OperationSlot>();
    readonly #renames = new Map<string, string>();
    #nextSlot = 0;
    #nextOperation = 0;

    #base: DeploymentV3 | undefined;

    constructor(deployment: DeploymentV3 | undefined) {
        this.#load(deployment);
    }

    /** The deployment last loaded, for what it holds besides resources and operations. */
    get base(): DeploymentV3 | undefined {
        return this.#base;
    }

    /** In the order of the checkpoint, then of the journal. */
    get slots(): readonly Slot[] {
        return [...this.#slots.values()];
    }

    get operations(): readonly OperationSlot[] {
        return [...this.#operations.values()];
    }

    /** URN before to URN after, of resources that moved since the last fold. */
    get renames(): ReadonlyMap<string, string> {
        return this.#renames;
    }

    get nextSlot(): number {
        return this.#nextSlot;
    }

    get nextOperation(): number {
        return this.#nextOperation;
    }

    /** The resource of this URN that is not a pending delete. */
    live(urn: string): Slot | undefined {
        return this.#live.get(urn);
    }

    slot(id: number): Slot {
        const slot = this.#slots.get(id);
        if (slot === undefined) {
            throw new Error(`there is no resource number ${id}`);
        }
        return slot;
    }

    operation(id: number): OperationSlot {
        const operation = this.#operations.get(id);
        if (operation === undefined) {
            throw new Error(`there is no pending operation number ${id}`);
        }
        return operation;
    }

    /** @throws Error, before anything changed, for a line that does not fit the state. */
    apply(line: JournalLine): void {
        switch (line.op) {
            case "begin":
                this.#addOperation(line.operation, line.type, line.resource);
                break;
            case "end":
                this.#endOperation(line.operation);
                break;
            case "put":
                this.#put(line);
                break;
            case "retire":
                this.#retire(this.#requireLive(line.slot));
                break;
            case "remove":
                this.#remove(this.slot(line.slot), line.ends);
                break;
            case "outputs": {
                const slot = this.slot(line.slot);
                slot.encoded = { ...slot.encoded, outputs: line.outputs };
                slot.plain = undefined;
                break;
            }
            case "reset":
                this.#reset(line.deployment);
                break;
            case "folded":
                break;
        }
    }

    /** Takes the resources over as a fold wrote them: their places are their numbers from now on. */
    renumber(order: readonly { readonly slot: Slot; readonly encoded: ResourceState }[]): void {
        this.#slots.clear();
        this.#nextSlot = 0;
        for (const { slot, encoded } of order) {
            if (encoded !== slot.encoded) {
                slot.encoded = encoded;
                slot.plain = undefined;
            }
            slot.id = this.#nextSlot++;
            this.#slots.set(slot.id, slot);
        }
        const operations = this.operations;
        this.#operations.clear();
        this.#nextOperation = 0;
        for (const operation of operations) {
            operation.id = this.#nextOperation++;
            this.#operations.set(operation.id, operation);
        }
        this.#renames.clear();
    }

    #load(deployment: DeploymentV3 | undefined): void {
        this.#base = deployment;
        for (const encoded of deployment?.resources ?? []) {
            const slot: Slot = { id: this.#nextSlot++, encoded, plain: undefined };
            this.#slots.set(slot.id, slot);
            if (encoded.delete !== true) {
                this.#live.set(encoded.urn, slot);
            }
        }
        for (const { type, resource } of deployment?.pending_operations ?? []) {
            this.#addOperation(this.#nextOperation, type, resource);
        }
    }

    #reset(deployment: DeploymentV3): void {
        for (const slot of this.#slots.values()) {
            slot.id = GONE;
        }
        for (const operation of this.#operations.values()) {
            operation.id = GONE;
        }
        this.#slots.clear();
        this.#live.clear();
        this.#operations.clear();
        this.#renames.clear();
        this.#load(deployment);
    }

    #put(line: Extract<JournalLine, { op: "put" }>): void {
        const existing = this.#slots.get(line.slot);
        const retired = line.retire === undefined ? undefined : this.#requireLive(line.retire);
        const holder = this.#live.get(line.resource.urn);
        if (holder !== undefined && holder !== existing && holder !== retired) {
            throw new Error(`${line.resource.urn} is in the state already`);
        }
        if (existing?.encoded.delete === true) {
            throw new Error(`${existing.encoded.urn}: a pending delete cannot be replaced`);
        }
        if (line.ends !== undefined) {
            this.#endOperation(line.ends);
        }
        if (retired !== undefined) {
            this.#retire(retired);
        }
        const slot = existing ?? { id: line.slot, encoded: line.resource, plain: undefined };
        if (existing !== undefined && existing.encoded.urn !== line.resource.urn) {
            this.#live.delete(existing.encoded.urn);
            this.#renames.set(existing.encoded.urn, line.resource.urn);
        }
        slot.encoded = line.resource;
        slot.plain = undefined;
        this.#slots.set(slot.id, slot);
        this.#live.set(line.resource.urn, slot);
        this.#nextSlot = Math.max(this.#nextSlot, slot.id + 1);
    }

    #requireLive(id: number): Slot {
        const slot = this.slot(id);
        if (slot.encoded.delete === true) {
            throw new Error(`${slot.encoded.urn} is a pending delete already`);
        }
        return slot;
    }

    #retire(slot: Slot): void {
        slot.encoded = { ...slot.encoded, delete: true };
        slot.plain = slot.plain && { ...slot.plain, delete: true };
        this.#live.delete(slot.encoded.urn);
    }

    #remove(slot: Slot, ends: number | undefined): void {
        if (ends !== undefined) {
            this.#endOperation(ends);
        }
        this.#slots.delete(slot.id);
        if (slot.encoded.delete !== true) {
            this.#live.delete(slot.encoded.urn);
        }
        slot.id = GONE;
    }

    #addOperation(id: number, type: OperationType, encoded: ResourceState): void {
        if (this.#operations.has(id)) {
            throw new Error(`operation number ${id} was begun already`);
        }
        this.#operations.set(id, { id, type, encoded, plain: undefined });
        this.#nextOperation = Math.max(this.#nextOperation, id + 1);
    }

    #endOperation(id: number): void {
        const operation = this.operation(id);
        this.#operations.delete(id);
        operation.id = GONE;
    }
}
