import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { EngineError } from "../api";
import { writeCheckpoint, type Checkpoint } from "./checkpoint";
import type { Crypter } from "./crypto";
import { newManifest, saltLineOf } from "./deployment";
import { ioError, readIfPresent, writeAtomically } from "./durable";
import { foldModel, type FoldedResource } from "./fold";
import { addHistory, readHistory } from "./history";
import { JournalFile } from "./journalFile";
import type { JournalHeader } from "./journalLines";
import type { Lock } from "./lock";
import { StateModel } from "./model";
import type { StackPaths } from "./paths";
import { Recorder } from "./recorder";
import type { Leftover } from "./replay";
import type {
    CommitOptions,
    DeploymentKind,
    DeploymentRecord,
    DeploymentV3,
    JournalEntry,
    SecretsProviders,
    Snapshot,
    StackStore,
} from "./types";

/** All that openStack found out. */
export interface Opened {
    readonly paths: StackPaths;
    /** "organization/PROJECT/STACK". */
    readonly name: string;
    readonly project: string;
    readonly stack: string;
    readonly crypter: Crypter;
    /** The crypter of another deployment's salt line under this stack's passphrase. */
    readonly foreignCrypter: (saltLine: string) => Promise<Crypter>;
    readonly checkpoint: Checkpoint;
    /** A journal that was cut off, already replayed into `model`. */
    readonly leftover: Leftover | undefined;
    readonly model: StateModel;
    readonly lock: Lock | undefined;
    readonly notices: readonly string[];
}

interface Running {
    readonly journal: JournalFile;
    readonly kind: DeploymentKind;
    readonly startTime: string;
}

/** A stack's state in files. See {@link StackStore} for what is promised. */
export class FileStackStore implements StackStore {
    readonly location: string;
    readonly project: string;
    readonly stack: string;
    readonly existed: boolean;
    readonly notices: readonly string[];
    readonly #opened: Opened;
    readonly #model: StateModel;
    readonly #recorder: Recorder;
    #hash: string;
    #leftover: Leftover | undefined;
    #running: Running | undefined;
    #closed = false;

    constructor(opened: Opened) {
        this.#opened = opened;
        this.#model = opened.model;
        this.#recorder = new Recorder(opened.model, opened.crypter);
        this.#hash = opened.checkpoint.hash;
        this.#leftover = opened.leftover;
        this.location = opened.paths.checkpoint;
        this.project = opened.project;
        this.stack = opened.stack;
        this.existed = this.#hash !== "" || opened.leftover !== undefined;
        this.notices = opened.notices;
        this.#recorder.snapshot(); // so that a secret that does not decrypt shows before anything runs
    }

    snapshot(): Snapshot {
        return this.#recorder.snapshot();
    }

    async begin(kind: DeploymentKind): Promise<void> {
        const { paths, lock } = this.#opened;
        if (lock === undefined || this.#closed || this.#running !== undefined) {
            throw new Error("a deployment begins once, on a stack that was opened for writing");
        }
        try {
            await mkdir(dirname(paths.checkpoint), { recursive: true });
        } catch (error) {
            throw ioError(error, "create", dirname(paths.checkpoint));
        }
        if ((await readIfPresent(paths.meta)) === undefined) {
            await writeAtomically(paths.meta, "version: 1\n");
        }
        await this.#clearLeftover();
        const startTime = new Date().toISOString();
        const header: JournalHeader = {
            journal: 1,
            kind,
            startTime,
            base: this.#hash,
            secrets_providers: this.#secretsProviders(),
        };
        this.#running = {
            journal: await JournalFile.create(paths.journal, header),
            kind,
            startTime,
        };
    }

    async record(entry: JournalEntry): Promise<void> {
        const { journal } = this.#requireRunning();
        await journal.append(this.#recorder.accept(entry));
    }

    async commit(options: CommitOptions): Promise<void> {
        const running = this.#requireRunning();
        const { journal, kind, startTime } = running;
        this.#running = undefined; // what comes now would be in neither file
        try {
            await this.#fold(journal, options.order);
        } catch (error) {
            this.#running = running;
            throw error;
        }
        await this.#addHistory({
            kind,
            startTime,
            endTime: new Date().toISOString(),
            result: options.result,
            changes: options.changes ?? {},
        });
    }

    history(): Promise<readonly DeploymentRecord[]> {
        return readHistory(this.#opened.paths.history, this.#opened.stack);
    }

    async close(): Promise<void> {
        if (this.#closed) {
            return;
        }
        this.#closed = true;
        await this.#running?.journal.close();
        await this.#opened.lock?.release();
    }

    deployment(): DeploymentV3 {
        return this.#deploymentOf(foldModel(this.#model));
    }

    async replaceAll(deployment: DeploymentV3): Promise<void> {
        const saltLine = saltLineOf(deployment.secrets_providers, "the deployment to import");
        const { crypter, foreignCrypter } = this.#opened;
        const from = saltLine === undefined ? crypter : await foreignCrypter(saltLine);
        // Before anything is written: this throws when a secret is not ours.
        const own = this.#recorder.translate(deployment, from);
        await this.begin("import");
        await this.#requireRunning().journal.append(this.#recorder.replaceAll(own));
        await this.commit({ result: "succeeded" });
    }

    #requireRunning(): Running {
        if (this.#running === undefined || this.#closed) {
            throw new Error("nothing can be recorded outside of a deployment: call begin first");
        }
        return this.#running;
    }

    /** Brings what a deployment cut off left behind into the checkpoint, and into the history. */
    async #clearLeftover(): Promise<void> {
        const leftover = this.#leftover;
        const { paths } = this.#opened;
        if (leftover !== undefined && !leftover.folded) {
            const journal = await JournalFile.reopen(paths.journal, leftover.length);
            await this.#fold(journal);
            const { kind, startTime } = leftover.header;
            const endTime = new Date().toISOString();
            await this.#addHistory({ kind, startTime, endTime, result: "failed", changes: {} });
        } else {
            await rm(paths.journal, { force: true });
        }
        this.#leftover = undefined;
    }

    /**
     * The journal says which checkpoint holds it before that one takes its place: a crash in
     * between is replayed on the old one, a crash after it finds the journal folded.
     */
    async #fold(journal: JournalFile, order?: readonly string[]): Promise<void> {
        await journal.settle();
        const { paths, name, checkpoint } = this.#opened;
        const folded = foldModel(this.#model, order);
        this.#hash = await writeCheckpoint(
            paths,
            name,
            this.#deploymentOf(folded),
            checkpoint.extra,
            (hash) => journal.append({ op: "folded", checkpoint: hash }),
        );
        this.#model.renumber(folded);
        await journal.close();
        await rm(paths.journal, { force: true });
    }

    #deploymentOf(folded: readonly FoldedResource[]): DeploymentV3 {
        const { operations, base } = this.#model;
        const pending = operations.map(({ type, encoded }) => ({ resource: encoded, type }));
        const kept = Object.entries(base ?? {}).filter(([key]) => !REBUILT.has(key));
        return {
            manifest: newManifest(base?.manifest, new Date()),
            secrets_providers: this.#secretsProviders(),
            ...(folded.length > 0 && { resources: folded.map(({ encoded }) => encoded) }),
            ...(pending.length > 0 && { pending_operations: pending }),
            metadata: {},
            ...Object.fromEntries(kept),
        };
    }

    #secretsProviders(): SecretsProviders {
        return { type: "passphrase", state: { salt: this.#opened.crypter.saltLine } };
    }

    /** The state is safe by now: what goes wrong here must not look like a lost deployment. */
    async #addHistory(record: DeploymentRecord): Promise<void> {
        const { paths, stack } = this.#opened;
        try {
            await addHistory(paths.history, stack, record);
        } catch (error) {
            throw new EngineError(
                `The state is saved, its entry in the history is not. ${(error as Error).message}`,
            );
        }
    }
}

/** Members of a deployment that are written from memory; the others are kept as they were found. */
const REBUILT: ReadonlySet<string> = new Set([
    "manifest",
    "secrets_providers",
    "resources",
    "pending_operations",
]);
