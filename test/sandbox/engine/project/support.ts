import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders: string[] = [];

after(() => {
    for (const folder of folders) {
        rmSync(folder, { recursive: true, force: true });
    }
});

/** A folder with these files in it. */
export function folderWith(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), "project-"));
    folders.push(folder);
    for (const [name, text] of Object.entries(files)) {
        writeFileSync(join(folder, name), text);
    }
    return folder;
}

/** The problems of an error, without its folder. */
export function problems(error: unknown, folder: string): string[] {
    return (error as Error).message
        .replaceAll(`${folder}/`, "")
        .split("\n")
        .slice(1)
        .map((line) => line.trim());
}
