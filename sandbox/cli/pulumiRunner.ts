import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation";
import { startCloud } from "../cloud";
import type { RunKind, RunResult } from "../engine/api";
import { realPath } from "./choose";
import { policyPacks } from "./embeddedRunner";
import { openPlaces, type Places } from "./places";
import { EventCollector, summaries } from "./pulumiEvents";
import type { Runner, RunnerOptions, RunRequest } from "./runner";

/**
 * The real CLI, driven through the Automation API, with the emulated cloud attached in the place of the
 * provider plugins. It works in a copy of the project's settings, because it writes into stack files;
 * its state lies in a file backend of its own.
 */
export function pulumiRunner(options: RunnerOptions, version: string): Runner {
    const places = openPlaces(options.projectDir, options.env);
    return {
        title: `pulumi v${version}`,
        run: (kind, request) => run(kind, request, options, places),
        outputs: async () => {
            const stack = await openStack(options, places, {});
            const outputs = await stack.outputs();
            return Object.fromEntries(
                Object.entries(outputs).map(([key, output]) => [
                    key,
                    output.secret ? "[secret]" : (output.value as unknown),
                ]),
            );
        },
    };
}

async function run(
    kind: RunKind,
    request: RunRequest,
    options: RunnerOptions,
    places: Places,
): Promise<RunResult> {
    const started = Date.now();
    const cloud = await startCloud({ dir: places.cloud });
    try {
        const providers = Object.entries(cloud.ports).map(([name, port]) => `${name}:${port}`);
        const attached = { PULUMI_DEBUG_PROVIDERS: providers.join(",") };
        const stack = await openStack(options, places, attached);
        const collector = new EventCollector(request.onEvent);
        const packs = policyPacks(options.projectDir).map((pack) => pack.path);
        const common = {
            parallel: request.parallel,
            color: "never" as const,
            onEvent: (event: Parameters<EventCollector["take"]>[0]) => {
                collector.take(event);
            },
            signal: request.signal,
        };
        const operations: Record<RunKind, () => Promise<unknown>> = {
            preview: () => stack.preview({ ...common, policyPacks: packs }),
            up: () => stack.up({ ...common, policyPacks: packs }),
            refresh: () => stack.refresh(common),
            destroy: () => stack.destroy(common),
        };
        const failure = await operations[kind]().then(
            () => undefined,
            (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
        if (failure !== undefined && !collector.failed) collector.fail(failure);
        const resources =
            kind === "preview" ? collector.planned() : summaries(await stack.exportStack());
        return {
            kind,
            engine: "pulumi",
            ok: failure === undefined,
            steps: collector.steps,
            diagnostics: collector.diagnostics,
            violations: collector.violations,
            packs: collector.packs(),
            outputs: resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ?? {},
            resources,
            durationMs: Date.now() - started,
            stateLocation: path.join(places.pulumi, "state"),
        };
    } finally {
        await cloud.close();
    }
}

async function openStack(
    options: RunnerOptions,
    places: Places,
    env: Record<string, string>,
): Promise<Stack> {
    const workDir = workingCopy(options, places);
    const state = path.join(places.pulumi, "state");
    fs.mkdirSync(state, { recursive: true });
    return LocalWorkspace.createOrSelectStack(
        { stackName: options.stack, workDir },
        {
            pulumiHome: path.join(places.pulumi, "home"),
            envVars: {
                PATH: realPath(options.env),
                PULUMI_BACKEND_URL: pathToFileURL(state).href,
                PULUMI_CONFIG_PASSPHRASE: places.passphrase,
                PULUMI_SKIP_UPDATE_CHECK: "true",
                PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
                ...env,
            },
        },
    );
}

/**
 * Copies Pulumi.yaml and the stack file into a folder below `.sandbox`, where a link named "project" leads back
 * to the sources (the CLI wants `main` below its folder). The salt the CLI added to its copy is kept.
 */
function workingCopy(options: RunnerOptions, places: Places): string {
    const workDir = path.join(places.pulumi, "work");
    fs.mkdirSync(workDir, { recursive: true });
    const link = path.join(workDir, "project");
    if (!fs.existsSync(link)) fs.symlinkSync(options.projectDir, link, "dir");
    const project = fs.readFileSync(path.join(options.projectDir, "Pulumi.yaml"), "utf8");
    const main = project.replace(/^main: (?:\.\/)?(.*)$/m, "main: project/$1");
    fs.writeFileSync(path.join(workDir, "Pulumi.yaml"), main);
    const name = `Pulumi.${options.stack}.yaml`;
    const copy = path.join(workDir, name);
    const before = fs.existsSync(copy) ? fs.readFileSync(copy, "utf8") : "";
    const salt = /^encryptionsalt: .*$/m.exec(before)?.[0];
    const stackFile = fs.readFileSync(path.join(options.projectDir, name), "utf8");
    fs.writeFileSync(copy, salt === undefined ? stackFile : `${salt}\n${stackFile}`);
    return workDir;
}
