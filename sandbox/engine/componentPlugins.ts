import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parse } from "yaml";
import { EngineError } from "./api";
import { startPlugin, type PluginProcess } from "./plugin";
import type { PluginFolder } from "./project";

/** The plugins of packaged components that Pulumi.yaml names (`plugins: providers:`), each started when needed. */
export class ComponentPlugins {
    readonly #started = new Map<string, Promise<PluginProcess>>();

    constructor(private readonly folders: readonly PluginFolder[]) {}

    has(pkg: string): boolean {
        return this.folders.some(({ name }) => name === pkg);
    }

    /**
     * Where the plugin of a package listens.
     * @throws EngineError when it is none that this engine can run.
     */
    async address(pkg: string, engineAddress: string): Promise<string> {
        const folder = this.folders.find(({ name }) => name === pkg);
        if (folder === undefined) throw new EngineError(`no plugin of package "${pkg}"`);
        let started = this.#started.get(pkg);
        if (started === undefined) {
            started = start(folder, engineAddress);
            this.#started.set(pkg, started);
        }
        return (await started).address;
    }

    async close(): Promise<void> {
        for (const started of this.#started.values()) {
            const process = await started.catch(() => undefined);
            await process?.stop();
        }
    }
}

/** As the Node language host runs a plugin. */
function start({ name, dir }: PluginFolder, engineAddress: string): Promise<PluginProcess> {
    const { runtime, typescript } = runtimeOf(name, dir);
    if (runtime !== "nodejs") {
        throw new EngineError(
            `package "${name}": the plugin in ${dir} has runtime "${runtime}"; ` +
                "the embedded engine runs nodejs plugins only",
            2,
        );
    }
    const env: NodeJS.ProcessEnv = { ...process.env };
    if (typescript) env.PULUMI_NODEJS_TYPESCRIPT = "true";
    else delete env.PULUMI_NODEJS_TYPESCRIPT;
    return startPlugin({
        title: `plugin ${name}`,
        path: process.execPath,
        args: [hostOf(name, dir), dir, engineAddress],
        cwd: dir,
        env,
    });
}

function runtimeOf(name: string, dir: string): { runtime: string; typescript: boolean } {
    const file = path.join(dir, "PulumiPlugin.yaml");
    if (!fs.existsSync(file)) {
        throw new EngineError(`package "${name}": ${dir} holds no PulumiPlugin.yaml`, 2);
    }
    const content = parse(fs.readFileSync(file, "utf8")) as {
        runtime?: string | { name?: string; options?: { typescript?: boolean } };
    } | null;
    const runtime = content?.runtime ?? "";
    if (typeof runtime === "string") return { runtime, typescript: true };
    return { runtime: runtime.name ?? "", typescript: runtime.options?.typescript ?? true };
}

function hostOf(name: string, dir: string): string {
    try {
        const require = createRequire(path.join(dir, "package.json"));
        return require.resolve("@pulumi/pulumi/cmd/run-plugin");
    } catch {
        throw new EngineError(`package "${name}": @pulumi/pulumi cannot be found from ${dir}`, 2);
    }
}
