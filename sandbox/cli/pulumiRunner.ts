import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
    LocalWorkspace,
    PulumiCommand,
    type DestroyOptions,
    type Stack,
} from "@pulumi/pulumi/automation";
import semver from "semver";
import { startCloud, type Cloud } from "../cloud";
import type { FaultsConfiguration } from "../cloud/faults";
import { EngineError, type RunKind, type RunResult } from "../engine/api";
import { realPath } from "./choose";
import { policyPacks } from "./embeddedRunner";
import { faultsOf, faultsTitle } from "./faults";
import { openPlaces, type Places } from "./places";
import { cliError } from "./pulumiErrors";
import { EventCollector } from "./pulumiEvents";
import { requireCliPlan, withPlanFile } from "./pulumiPlan";
import { exportState, importState, pastOf } from "./pulumiExchange";
import { resourcesOf } from "./pulumiState";
import { prepareWorkDir } from "./pulumiWorkDir";
import type { Runner, RunnerOptions, RunRequest } from "./runner";

/** What every operation of the driver needs. */
interface Setting {
    readonly options: RunnerOptions;
    readonly version: string;
    readonly places: Places;
    readonly faults: FaultsConfiguration | undefined;
}

/**
 * The real CLI, driven through the Automation API, with the emulated cloud attached in the place of the
 * provider plugins. Everything it writes, its state, its settings and the emulated cloud it works on, lies
 * in a folder of its own: two states about one cloud would each take the other's resources for strangers.
 */
export function pulumiRunner(options: RunnerOptions, version: string): Runner {
    const places = openPlaces(options.projectDir, options.env);
    const cloud = path.join(places.pulumi, "cloud");
    const faults = faultsOf(cloud, options.env);
    const setting: Setting = { options, version, places: { ...places, cloud }, faults };
    return {
        title: `pulumi v${version}${faultsTitle(faults)}`,
        places: setting.places,
        run: (kind, request) => run(kind, request, setting),
        outputs: async () => {
            const stack = await openStack(setting, {});
            const root = resourcesOf(await stack.exportStack()).find(isStack);
            return { ...root?.outputs };
        },
        exportState: async () => exportState(await openStack(setting, {})),
        importState: async (document) => importState(document, await openStack(setting, {})),
        history: async () => pastOf(await (await openStack(setting, {})).history(20)),
    };
}

async function run(kind: RunKind, request: RunRequest, setting: Setting): Promise<RunResult> {
    const started = Date.now();
    const { options, places } = setting;
    const cloud = await bootCloud(setting);
    let kept = false;
    try {
        const providers = Object.entries(cloud.ports).map(([name, port]) => `${name}:${port}`);
        const stack = await openStack(setting, { PULUMI_DEBUG_PROVIDERS: providers.join(",") });
        const collector = new EventCollector(kind, request.onEvent);
        const packs = policyPacks(options.projectDir).map((pack) => pack.path);
        const common = {
            parallel: request.parallel,
            color: "never" as const,
            onEvent: (event: Parameters<EventCollector["take"]>[0]) => {
                collector.take(event);
            },
            // On a terminal the CLI gets the interrupt itself; a second one would end it at once.
            ...(process.stdin.isTTY ? {} : { signal: request.signal }),
        };
        const { plan, savePlan } = request;
        if (plan !== undefined) requireCliPlan(plan);
        const operations: Record<RunKind, () => Promise<unknown>> = {
            preview: () =>
                withPlanFile(savePlan, async (file) => {
                    const saved = file === undefined ? {} : { plan: file };
                    await stack.preview({ ...common, policyPacks: packs, ...saved });
                }),
            up: () => {
                const held = plan === undefined ? {} : { plan };
                return stack.up({ ...common, policyPacks: packs, ...held });
            },
            refresh: () => stack.refresh(common),
            destroy: async () => {
                await refuseProtected(stack, common, collector);
                return stack.destroy(common);
            },
        };
        const failure = await operations[kind]().then(() => undefined, cliError);
        if (failure !== undefined && !collector.failed) collector.fail(failure);
        // What a run that failed, or only looked, was told may be nowhere in the state.
        kept = failure === undefined && kind !== "preview";
        const resources =
            kind === "preview" ? collector.planned() : resourcesOf(await stack.exportStack());
        return {
            kind,
            engine: "pulumi",
            ok: failure === undefined,
            steps: collector.steps(),
            details: collector.details(),
            config: collector.config,
            diagnostics: collector.diagnostics,
            violations: collector.violations,
            packs: collector.packs(),
            outputs: resources.find(isStack)?.outputs ?? {},
            resources,
            durationMs: Date.now() - started,
            stateLocation: path.join(places.pulumi, "state"),
        };
    } finally {
        await cloud.close(kept);
    }
}

/**
 * The CLI previews a destroy, and a protected resource ends it there. Told to destroy at once, as the
 * Automation API tells it, it would delete everything around the protected resources first.
 */
async function refuseProtected(
    stack: Stack,
    options: DestroyOptions,
    collector: EventCollector,
): Promise<void> {
    await stack.previewDestroy({
        ...options,
        // What would be deleted is no news before it is.
        onEvent: (event) => {
            if (event.diagnosticEvent) collector.take(event);
        },
    });
}

function isStack({ type }: { readonly type: string }): boolean {
    return type === "pulumi:pulumi:Stack";
}

async function bootCloud({ places, faults }: Setting): Promise<Cloud> {
    try {
        return await startCloud({ dir: places.cloud, faults });
    } catch (error) {
        throw new EngineError(error instanceof Error ? error.message : String(error));
    }
}

/** @throws EngineError in the CLI's words when the stack cannot be opened. */
async function openStack(setting: Setting, env: Record<string, string>): Promise<Stack> {
    const { options, places, version } = setting;
    const state = path.join(places.pulumi, "state");
    fs.mkdirSync(state, { recursive: true });
    const workDir = prepareWorkDir(
        options.projectDir,
        options.stack,
        path.join(places.pulumi, "work"),
    );
    try {
        return await LocalWorkspace.createOrSelectStack(
            { stackName: options.stack, workDir },
            {
                pulumiCommand: commandOf(version),
                pulumiHome: path.join(places.pulumi, "home"),
                envVars: {
                    PATH: realPath(options.env),
                    PULUMI_BACKEND_URL: pathToFileURL(state).href,
                    PULUMI_CONFIG_PASSPHRASE: places.passphrase,
                    PULUMI_SKIP_UPDATE_CHECK: "true",
                    // Without plugins to be had, nothing but the emulated cloud can answer.
                    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
                    ...env,
                },
            },
        );
    } catch (error) {
        throw new EngineError(cliError(error));
    }
}

/**
 * The CLI that was found on the PATH. `PulumiCommand.get` would look on this process's own PATH, where
 * npm puts node_modules/.bin first; its constructor is private to TypeScript only.
 */
function commandOf(version: string): PulumiCommand {
    return Reflect.construct(PulumiCommand, ["pulumi", semver.parse(version)]) as PulumiCommand;
}
