/** The embedded engine: see api.ts for what it takes and gives back. */
import type { EngineOptions, RunResult } from "./api";
import { loadProject } from "./project";
import { passphraseOf, run } from "./run";
import { exportDeployment, importDeployment, openStack, type StackStore } from "./state";
import type { DeploymentRecord, ExportedDeployment } from "./state";
import { stackType } from "./urn";
import { hideSecrets } from "./wire";

export * from "./api";

/** Plans: runs the program and the packs, changes nothing. */
export function preview(options: EngineOptions): Promise<RunResult> {
    return run("preview", options);
}

/** Runs the program and makes the stack what it says. */
export function up(options: EngineOptions): Promise<RunResult> {
    return run("up", options);
}

/** Brings the state up to date with what stands in the cloud. */
export function refresh(options: EngineOptions): Promise<RunResult> {
    return run("refresh", options);
}

/** Deletes everything in the stack, dependents first. */
export function destroy(options: EngineOptions): Promise<RunResult> {
    return run("destroy", options);
}

async function withStore<Result>(
    options: EngineOptions,
    command: string,
    readOnly: boolean,
    use: (store: StackStore) => Result | Promise<Result>,
): Promise<Result> {
    const project = await loadProject(options.projectDir);
    const store = await openStack({
        stateDir: options.stateDir,
        organization: options.organization ?? "organization",
        project: project.name,
        stack: options.stack,
        passphrase: passphraseOf(options),
        command,
        readOnly,
    });
    try {
        return await use(store);
    } finally {
        await store.close();
    }
}

/** Outputs of the stack; secret values are the text "[secret]". */
export function outputs(options: EngineOptions): Promise<Record<string, unknown>> {
    return withStore(options, "outputs", true, (store) => {
        const root = store.snapshot().resources.find(({ type }) => type === stackType);
        return hideSecrets(root?.outputs ?? {}) as Record<string, unknown>;
    });
}

/** The document `pulumi stack export` prints, secrets encrypted. */
export function exportState(options: EngineOptions): Promise<ExportedDeployment> {
    return withStore(options, "export", true, exportDeployment);
}

/** Takes over a document of `pulumi stack export` in the place of the present state. */
export function importState(options: EngineOptions, document: unknown): Promise<void> {
    return withStore(options, "import", false, (store) => importDeployment(store, document));
}

/** The last 20 deployments, newest first. */
export function history(options: EngineOptions): Promise<readonly DeploymentRecord[]> {
    return withStore(options, "history", true, (store) => store.history());
}
