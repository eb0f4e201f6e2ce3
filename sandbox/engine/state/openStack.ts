import { EngineError } from "../api";
import { readCheckpoint, type Checkpoint } from "./checkpoint";
import { newCrypter, openCrypter, type Crypter } from "./crypto";
import { saltLineOf } from "./deployment";
import { foldModel } from "./fold";
import { acquireLock, type Lock } from "./lock";
import { StateModel } from "./model";
import { stackPaths, type StackPaths } from "./paths";
import { readLeftover, type Leftover } from "./replay";
import { FileStackStore } from "./store";
import type { LockHolder, OpenStackOptions, SecretsProviders, StackStore } from "./types";

/**
 * Opens a stack's state; an absent one is an empty one. What a run that was cut off left in its journal
 * is replayed in memory; it goes into the checkpoint when the next deployment begins.
 *
 * @throws EngineError with exit code 2 for names that cannot be used and for a wrong passphrase, with
 * 1 when a living process holds the lock and for a state that is damaged, cut short, inconsistent
 * or of another version. In all these cases no file was changed.
 */
export async function openStack(options: OpenStackOptions): Promise<StackStore> {
    const { organization, project, stack, stateDir } = options;
    const paths = stackPaths(stateDir, organization, project, stack);
    const lock =
        options.readOnly === true
            ? undefined
            : await acquireLock(paths.locks, options.command ?? "embedded engine");
    try {
        const name = `${organization}/${project}/${stack}`;
        const { checkpoint, leftover } = await readFiles(paths, name, options);
        const providers =
            checkpoint.deployment?.secrets_providers ?? leftover?.header.secrets_providers;
        const crypter = await crypterFor(options, providers, paths.checkpoint);
        const model = new StateModel(checkpoint.deployment);
        if (leftover !== undefined && !leftover.folded) {
            replay(model, leftover, paths.journal);
            model.renumber(foldModel(model)); // in order, though its numbers are no longer the journal's
        }
        return new FileStackStore({
            paths,
            name,
            project,
            stack,
            crypter,
            foreignCrypter: (saltLine) =>
                openCrypter(options.passphrase, saltLine, "the deployment to import"),
            checkpoint,
            leftover,
            model,
            lock,
            notices: [
                ...takeovers(lock),
                ...leftovers(leftover, lock !== undefined),
                ...pending(model),
            ],
        });
    } catch (error) {
        await lock?.release();
        throw error;
    }
}

/**
 * Checkpoint and journal that belong together. Without the lock a deployment may end between the two
 * reads; then both are read again.
 */
async function readFiles(
    paths: StackPaths,
    name: string,
    options: OpenStackOptions,
): Promise<{ checkpoint: Checkpoint; leftover: Leftover | undefined }> {
    for (let attempt = 1; ; attempt++) {
        const checkpoint = await readCheckpoint(paths, name, options);
        try {
            return { checkpoint, leftover: await readLeftover(paths.journal, checkpoint.hash) };
        } catch (error) {
            if (options.readOnly !== true || attempt === 5) {
                throw error;
            }
        }
    }
}

function crypterFor(
    options: OpenStackOptions,
    providers: SecretsProviders | undefined,
    source: string,
): Promise<Crypter> {
    const saltLine = saltLineOf(providers, source) ?? options.encryptionSalt;
    return saltLine === undefined
        ? newCrypter(options.passphrase)
        : openCrypter(options.passphrase, saltLine, source);
}

function replay(model: StateModel, leftover: Leftover, path: string): void {
    for (const [index, line] of leftover.lines.entries()) {
        try {
            model.apply(line);
        } catch (error) {
            throw new EngineError(
                `${path}: line ${index + 2} does not fit the state: ${(error as Error).message}. The state ` +
                    "was left as it is; to go on without what the journal holds, move it away",
            );
        }
    }
}

function takeovers(lock: Lock | undefined): string[] {
    return (lock?.takenOver ?? []).map((holder: LockHolder) => {
        const { command, pid, user, host, since } = holder;
        return (
            `Took over the stack's lock: "${command}", process ${pid} of ${user} on ${host} since ` +
            `${since}, is gone without releasing it.`
        );
    });
}

function leftovers(leftover: Leftover | undefined, locked: boolean): string[] {
    if (leftover === undefined || leftover.folded) {
        return [];
    }
    const { kind, startTime } = leftover.header;
    return [
        `The ${kind} of ${startTime} ${locked ? "was cut off" : "is under way, or was cut off"}. Its ` +
            `${leftover.lines.length} journal entries are part of the state.`,
    ];
}

function pending(model: StateModel): string[] {
    return model.operations.map(
        ({ type, encoded }) =>
            `Interrupted while ${type} ${encoded.urn}: whether the provider did it is not known.`,
    );
}
