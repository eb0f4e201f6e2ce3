import fs from "node:fs";
import path from "node:path";
import { parseDocument, type Document } from "yaml";

/**
 * A folder the CLI may write in, with copies of Pulumi.yaml and of the stack file. The CLI writes salts
 * into stack files, and those of the project are the user's. A link named "project" leads back to the
 * sources, because the CLI wants `main` below its folder; the salt the CLI once added to its copy is kept.
 */
export function prepareWorkDir(projectDir: string, stack: string, folder: string): string {
    fs.mkdirSync(folder, { recursive: true });
    linkTo(projectDir, path.join(folder, "project"));

    const project = parseDocument(fs.readFileSync(path.join(projectDir, "Pulumi.yaml"), "utf8"));
    const main = project.get("main");
    project.set("main", path.posix.join("project", typeof main === "string" ? main : "."));
    rerootPlugins(project);
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), project.toString({ lineWidth: 0 }));

    const name = `Pulumi.${stack}.yaml`;
    const settings = parseDocument(fs.readFileSync(path.join(projectDir, name), "utf8"));
    const copy = path.join(folder, name);
    if (!settings.has("encryptionsalt") && fs.existsSync(copy)) {
        const salt = parseDocument(fs.readFileSync(copy, "utf8")).get("encryptionsalt");
        if (typeof salt === "string") settings.set("encryptionsalt", salt);
    }
    fs.writeFileSync(copy, settings.toString({ lineWidth: 0 }));
    return folder;
}

/** Plugins the project names by a relative path are found through the link. */
function rerootPlugins(project: Document): void {
    const { plugins = {} } = project.toJS() as { plugins?: Record<string, { path?: string }[]> };
    for (const [kind, list] of Object.entries(plugins)) {
        list.forEach((one, i) => {
            if (one.path !== undefined && !path.isAbsolute(one.path)) {
                const there = path.posix.join("project", one.path);
                project.setIn(["plugins", kind, i, "path"], there);
            }
        });
    }
}

/** Made anew each time: the project's folder may have been moved. */
function linkTo(target: string, link: string): void {
    fs.rmSync(link, { force: true });
    // A junction is a link that needs no privilege on Windows; elsewhere the word has no effect.
    fs.symlinkSync(target, link, "junction");
}
