import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
    openStack,
    type Json,
    type ResourceState,
    type StackStore,
} from "../../../../sandbox/engine/state";

export const PASSPHRASE = "correct horse battery staple";
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";

export function secret(value: Json): Json {
    return { [SIGNATURE]: SECRET, value };
}

const folders: string[] = [];

/** A folder that is removed when the tests end. */
export function temporaryFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), "state-"));
    folders.push(folder);
    return folder;
}

after(() => {
    for (const folder of folders) {
        rmSync(folder, { recursive: true, force: true });
    }
});

/** The folder as a crash would leave it for another process: without this process's lock. */
export function copyAfterCrash(folder: string): string {
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    rmSync(join(copy, ".pulumi", "locks"), { recursive: true, force: true });
    return copy;
}

export function open(
    stateDir: string,
    options: { readonly passphrase?: string; readonly readOnly?: boolean } = {},
): Promise<StackStore> {
    return openStack({
        stateDir,
        organization: "organization",
        project: "shop",
        stack: "dev",
        passphrase: PASSPHRASE,
        command: "test",
        ...options,
    });
}

/** Opens, hands over, closes. */
export async function within<T>(
    stateDir: string,
    use: (store: StackStore) => Promise<T> | T,
): Promise<T> {
    const store = await open(stateDir);
    try {
        return await use(store);
    } finally {
        await store.close();
    }
}

/** One deployment that puts these resources. */
export async function deploy(stateDir: string, ...resources: ResourceState[]): Promise<void> {
    await within(stateDir, async (store) => {
        await store.begin("up");
        await Promise.all(resources.map((resource) => store.record({ kind: "put", resource })));
        await store.commit({ result: "succeeded" });
    });
}

export function urn(name: string, type = "demo:index:Thing"): string {
    return `urn:pulumi:dev::shop::${type}::${name}`;
}

export function resource(name: string, fields: Partial<ResourceState> = {}): ResourceState {
    return { urn: urn(name), custom: true, type: "demo:index:Thing", id: `id-${name}`, ...fields };
}

export const checkpointPath = (folder: string): string =>
    join(folder, ".pulumi", "stacks", "shop", "dev.json");

export const journalPath = (folder: string): string =>
    join(folder, ".pulumi", "stacks", "shop", "dev.journal");

export const checkpointText = (folder: string): string =>
    readFileSync(checkpointPath(folder), "utf8");
