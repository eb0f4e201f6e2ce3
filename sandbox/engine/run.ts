import { Analyzer } from "./analyzer";
import { analyzeStack } from "./analyze";
import { type EngineOptions, type RunKind, type RunResult } from "./api";
import { Callbacks } from "./callbacks";
import type { Context } from "./context";
import { deleteAll } from "./deletions";
import { Deployment } from "./deployment";
import { abandon, begin, finish } from "./finish";
import { runInline } from "./inlineProgram";
import { startMonitor, type Monitor } from "./monitor";
import { loadProject, loadStackConfig, type Project, type StackConfig } from "./project";
import { keepPlan, PlanGuard, readPlan } from "./plan";
import { Providers } from "./providers";
import { spawnProgram, type RunningProgram } from "./program";
import { refreshAll } from "./refresh";
import { makeResult } from "./result";
import { errorText } from "./rpc";
import { openStack } from "./state";
import { Transforms } from "./transforms";

/** The sandbox's own passphrase: what it protects never leaves this machine. */
export function passphraseOf(options: EngineOptions): string {
    return options.passphrase ?? process.env.PULUMI_CONFIG_PASSPHRASE ?? "sandbox";
}

/** One run from opening the state to closing it. */
export async function run(kind: RunKind, options: EngineOptions): Promise<RunResult> {
    const started = Date.now();
    const project = await loadProject(options.projectDir);
    const passphrase = passphraseOf(options);
    const config = await configOf(project, options, passphrase);
    const organization = options.organization ?? "organization";
    const { name } = project;
    const held =
        options.plan === undefined
            ? undefined
            : await readPlan(options.plan, { project: name, stack: options.stack }, passphrase);
    const store = await openStack({
        stateDir: options.stateDir,
        organization,
        project: name,
        stack: options.stack,
        passphrase,
        command: kind,
        ...(config.encryptionSalt === undefined ? {} : { encryptionSalt: config.encryptionSalt }),
    });
    const providers = new Providers(options, project.plugins);
    const analyzers: Analyzer[] = [];
    const callbacks = new Callbacks();
    let inOrder = false;
    try {
        const guard = held && new PlanGuard(held.plan, held.digester);
        const deployment = new Deployment(kind, options, name, store, guard);
        providers.remember(deployment.olds.all);
        for (const message of store.notices) deployment.say({ severity: "warning", message });
        const whole = config.secretKeys.map((key) => config.values[key] ?? "");
        for (const text of [...whole, ...(config.secretTexts ?? [])]) {
            deployment.redactor.learnText(text);
        }
        const context: Context = {
            deployment,
            providers,
            analyzers,
            config: config.values,
            secretKeys: new Set(config.secretKeys),
            taken: new Set(),
            aliasesOf: new Map(),
            aliased: new Map(),
            replaced: new Set(),
            retired: [],
            deleting: new Set(),
            cascaded: new Map(),
            passphrase,
            transforms: new Transforms(callbacks, deployment),
            handles: new Map(),
        };
        const result = await perform(context, { project, config, organization }, started);
        // What a preview found out it keeps nowhere.
        inOrder = kind !== "preview";
        return result;
    } finally {
        callbacks.close();
        await Promise.all([
            providers.close(inOrder),
            ...analyzers.map((analyzer) => analyzer.stop()),
        ]);
        await store.close();
    }
}

async function perform(
    context: Context,
    environment: ProgramEnvironment,
    started: number,
): Promise<RunResult> {
    const { deployment, providers } = context;
    const { signal } = deployment.options;
    const cancel = (): void => {
        deployment.cancel();
    };
    if (signal?.aborted === true) cancel();
    signal?.addEventListener("abort", cancel, { once: true });
    try {
        providers.warmUp();
        if (deployment.kind === "refresh" || deployment.kind === "destroy") {
            await begin(context);
            if (deployment.kind === "refresh") await refreshAll(context);
            else await deleteAll(context, deployment.olds.all);
        } else await runProgram(context, environment);
        await deployment.settle();
        await finish(context);
        if (deployment.preview) await keepPlan(context);
        return makeResult(context, started);
    } catch (error) {
        await abandon(context);
        throw cleaned(error, deployment);
    } finally {
        deployment.close();
        signal?.removeEventListener("abort", cancel);
    }
}

/** An error that ends the run is read by people too. */
function cleaned(error: unknown, { redactor }: Deployment): unknown {
    if (error instanceof Error) {
        error.message = redactor.clean(error.message);
        if (error.stack !== undefined) error.stack = redactor.clean(error.stack);
    }
    return error;
}

async function configOf(
    project: Project,
    options: EngineOptions,
    passphrase: string,
): Promise<StackConfig> {
    if (options.config !== undefined) return { values: options.config, secretKeys: [] };
    return loadStackConfig(project, options.stack, passphrase);
}

interface ProgramEnvironment {
    readonly project: Project;
    readonly config: StackConfig;
    readonly organization: string;
}

async function runProgram(context: Context, environment: ProgramEnvironment): Promise<void> {
    const { deployment } = context;
    const monitor = await startMonitor(() => context);
    context.providers.engineAddress = monitor.address;
    try {
        await startPacks(context, environment, monitor.address);
        await begin(context);
        const request = { deployment, ...environment, address: monitor.address };
        deployment.emit({ kind: "phase", text: "running the program" });
        const inline = deployment.options.program;
        const program = inline === undefined ? spawnProgram(request) : runInline(request, inline);
        await followProgram(context, monitor, program);
    } finally {
        monitor.close();
    }
}

/** Packs see the same addresses and settings as under the real CLI; they start side by side. */
async function startPacks(
    context: Context,
    { config, organization }: ProgramEnvironment,
    engineAddress: string,
): Promise<void> {
    const { deployment } = context;
    const specs = deployment.options.policyPacks ?? [];
    if (specs.length === 0) return;
    deployment.emit({ kind: "phase", text: "starting the policy pack" });
    const started = await Promise.allSettled(
        specs.map((spec) =>
            Analyzer.start(spec, {
                engineAddress,
                stack: deployment.options.stack,
                project: deployment.project,
                organization,
                preview: deployment.preview,
                config: config.values,
                secretKeys: config.secretKeys,
            }),
        ),
    );
    const list = context.analyzers as Analyzer[];
    for (const each of started) if (each.status === "fulfilled") list.push(each.value);
    for (const each of started) if (each.status === "rejected") throw each.reason;
}

/**
 * Waits for the program's word that it is done, then does what only a complete program allows:
 * deletions and the stack's policies. A program that ends without that word has failed, whatever its
 * exit code.
 */
async function followProgram(
    context: Context,
    monitor: Monitor,
    program: RunningProgram,
): Promise<void> {
    const { deployment } = context;
    const gone = program.ended.then((reason) => ({ reason }));
    const outcome = await Promise.race([
        monitor.programDone.then(() => "done" as const),
        gone,
        deployment.preview ? deployment.cancelled : deployment.failure,
    ]);
    await deployment.settle();
    deployment.arrange();
    if (outcome === "done") {
        await afterProgram(context);
        monitor.release();
        const { reason } = await gone;
        if (reason !== undefined) deployment.fail(reason);
    } else {
        program.kill();
        deployment.tellHeard();
        if (outcome?.reason !== undefined) deployment.fail(outcome.reason);
        else if (!deployment.failed) {
            deployment.fail("the program ended without finishing its registrations");
        }
    }
}

async function afterProgram(context: Context): Promise<void> {
    const { deployment } = context;
    const { olds, seen } = deployment;
    if (!deployment.failed || deployment.preview) {
        const orphans = [...olds.live.values()].filter((old) => !seen.has(old));
        const candidates = [...orphans, ...olds.pendingDeletes, ...context.retired];
        const drift = deployment.preview
            ? undefined
            : deployment.guard?.complete(deployment, candidates);
        if (drift !== undefined) deployment.fail(drift);
        if (!deployment.failed || deployment.preview) await deleteAll(context, candidates);
    }
    // A stack that is only half there has nothing to say about the whole.
    if (context.analyzers.length > 0 && (!deployment.failed || deployment.preview)) {
        deployment.emit({ kind: "phase", text: "judging the whole stack" });
        try {
            await analyzeStack(context);
        } catch (error) {
            deployment.fail(
                `the policies of the whole stack could not be judged: ${errorText(error)}`,
            );
        }
    }
}
