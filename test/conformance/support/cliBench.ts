import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { EngineEvent } from "@pulumi/pulumi/automation/events";
import { realPath } from "../../../sandbox/cli/choose";
import { EventCollector } from "../../../sandbox/cli/pulumiEvents";
import { hideSecrets } from "../../../sandbox/cli/pulumiState";
import type { RunKind } from "../../../sandbox/engine/api";
import type { Bench, Pack, Values } from "./case";
import { serveProgram } from "./languageServer";
import { findingTexts, messages, stepTexts } from "./outcome";
import { writePack } from "./packs";
import type { World } from "./provider";
import { readable } from "./readable";

const commands: Readonly<Record<RunKind, readonly string[]>> = {
    preview: ["preview"],
    up: ["up", "--yes", "--skip-preview"],
    refresh: ["refresh", "--yes", "--skip-preview"],
    destroy: ["destroy", "--yes", "--skip-preview"],
};

/** A folder with an empty stack "dev" of project "proj", made by the CLI itself; each bench gets a copy. */
export async function emptyStack(dir: string): Promise<void> {
    fs.mkdirSync(dir, { recursive: true });
    fs.writeFileSync(path.join(dir, "Pulumi.yaml"), "name: proj\nruntime: nodejs\n");
    const { code, text } = await pulumi(dir, ["stack", "init", "dev"], {});
    if (code !== 0) throw new Error(text);
}

/** A stack of the real CLI, with the program in this process, as the Automation API's inline programs are run. */
export function cliBench(dir: string, template: string, world: World): Bench {
    fs.cpSync(template, dir, { recursive: true });
    const settings = fs.readFileSync(path.join(dir, "Pulumi.dev.yaml"), "utf8");
    return {
        run: async ({ kind, program, config = {}, packs = [] }) => {
            const lines = Object.entries(config).map(
                ([key, value]) => `  ${key}: ${JSON.stringify(value)}\n`,
            );
            const all = lines.length === 0 ? settings : `${settings}config:\n${lines.join("")}`;
            fs.writeFileSync(path.join(dir, "Pulumi.dev.yaml"), all);
            const log = path.join(dir, "events.json");
            fs.rmSync(log, { force: true });
            const server = await serveProgram(program);
            const args = [
                ...commands[kind],
                ...["--stack", "dev", "--event-log", log],
                ...["--client", server.address, "--exec-kind", "auto.inline"],
                ...packs.flatMap((pack) => packArguments(dir, pack)),
            ];
            const ended = await pulumi(dir, args, {
                PULUMI_DEBUG_PROVIDERS: `test:${world.port}`,
            });
            server.close();
            const collector = new EventCollector(kind, () => undefined);
            for (const event of eventsOf(log)) collector.take(event);
            if (ended.code !== 0 && !collector.failed) collector.fail(ended.text);
            const resources = stateOf(dir);
            const root = kind === "preview" ? collector.planned() : resources;
            const { outputs } = root.find(({ type }) => type === "pulumi:pulumi:Stack") ?? {};
            return {
                ok: ended.code === 0,
                steps: stepTexts(collector.steps()),
                errors: messages(collector.diagnostics, "error"),
                warnings: messages(collector.diagnostics, "warning"),
                findings: findingTexts(collector.violations),
                outputs: hideSecrets(outputs ?? {}) as Values,
                state: readable(resources),
            };
        },
        close: () => {
            fs.rmSync(dir, { recursive: true, force: true });
        },
    };
}

function packArguments(dir: string, pack: Pack): string[] {
    const folder = writePack(dir, pack);
    const settings = path.join(folder, "config.json");
    fs.writeFileSync(settings, JSON.stringify(pack.config ?? {}));
    return ["--policy-pack", folder, "--policy-pack-config", settings];
}

function eventsOf(log: string): EngineEvent[] {
    if (!fs.existsSync(log)) return [];
    const lines = fs.readFileSync(log, "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as EngineEvent);
}

function stateOf(dir: string): Values[] {
    const file = path.join(dir, ".pulumi", "stacks", "proj", "dev.json");
    const { checkpoint } = JSON.parse(fs.readFileSync(file, "utf8")) as {
        checkpoint: { latest?: { resources?: Values[] } };
    };
    return checkpoint.latest?.resources ?? [];
}

/** Runs the CLI in `dir`, which is its backend and its home too. */
function pulumi(
    dir: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; text: string }> {
    const child = spawn("pulumi", [...args, "--non-interactive", "--color", "never"], {
        cwd: dir,
        env: {
            ...process.env,
            PATH: realPath(process.env),
            PULUMI_HOME: path.join(dir, "home"),
            PULUMI_BACKEND_URL: pathToFileURL(dir).href,
            PULUMI_CONFIG_PASSPHRASE: "test",
            PULUMI_SKIP_UPDATE_CHECK: "true",
            PULUMI_DEBUG_COMMANDS: "true",
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
            ...env,
        },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (data: Buffer) => (text += data.toString()));
    }
    return new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => {
            resolve({ code, text });
        });
    });
}
