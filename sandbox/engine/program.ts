import { createRequire } from "node:module";
import path from "node:path";
import type { Deployment } from "./deployment";
import { EngineError } from "./api";
import { spawnChild, hostFlags } from "./children";
import type { Project, StackConfig } from "./project";

/** How the program is told where it runs. */
export interface ProgramRequest {
    readonly deployment: Deployment;
    readonly project: Project;
    readonly config: StackConfig;
    readonly address: string;
    readonly organization: string;
}

/** A program under way. */
export interface RunningProgram {
    /** Resolves with the reason when the program could not be finished; undefined is success. */
    readonly ended: Promise<string | undefined>;
    kill(): void;
}

/** The SDK's exit code for "the user was told already". */
const alreadyReported = 32;

/** Runs the program in a process of its own, as the Node language host does. */
export function spawnProgram(request: ProgramRequest): RunningProgram {
    const { deployment, project } = request;
    if (project.runtime.name !== "nodejs") {
        throw new EngineError(
            `${project.file}: runtime "${project.runtime.name}"; the embedded engine runs nodejs only`,
            2,
        );
    }
    const entry = path.relative(project.dir, project.main) || ".";
    const child = spawnChild(
        process.execPath,
        [
            ...hostFlags,
            ...project.runtime.nodeargs,
            hostOf(project),
            ...hostArguments(request),
            entry,
        ],
        { cwd: project.dir, env: environment(request) },
    );
    let errors = "";
    const lines = (severity: "info" | "warning") => {
        let rest = "";
        return (text: string): void => {
            const parts = (rest + text).split("\n");
            rest = parts.pop() ?? "";
            for (const message of parts) {
                if (message.trim() !== "" && !deployment.failed)
                    deployment.hear({ severity, message });
            }
        };
    };
    child.stdout.setEncoding("utf8").on("data", lines("info"));
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
        errors = (errors + text).slice(-8_000);
    });
    const ended = new Promise<string | undefined>((resolve) => {
        child.on("error", (error) => {
            resolve(`the program could not be started: ${error.message}`);
        });
        child.on("close", (code, signal) => {
            const said = errors.trim() === "" ? "" : `:\n${errors.trim()}`;
            const how = signal === null ? `exit code ${code ?? "none"}` : `signal ${signal}`;
            if (code === alreadyReported && !deployment.failed) {
                resolve(`the program failed and could not say why (${how})${said}`);
            } else if (code === 0 || code === alreadyReported) resolve(undefined);
            else resolve(`the program ended with ${how}${said}`);
        });
    });
    return { ended, kill: () => child.kill("SIGKILL") };
}

function hostOf(project: Project): string {
    try {
        return createRequire(path.join(project.dir, "package.json")).resolve(
            "@pulumi/pulumi/cmd/run",
        );
    } catch {
        throw new EngineError(`${project.dir}: @pulumi/pulumi is not installed there`, 2);
    }
}

function hostArguments(request: ProgramRequest): string[] {
    const { deployment, project, address } = request;
    const parallel = String(deployment.options.parallel ?? 16);
    return [
        ...["--monitor", address, "--engine", address],
        ...["--organization", request.organization, "--project", project.name],
        ...["--root-directory", project.dir, "--stack", deployment.options.stack],
        ...["--pwd", project.dir, "--parallel", parallel],
        ...(deployment.preview ? ["--dry-run"] : []),
    ];
}

function environment({ project, config }: ProgramRequest): NodeJS.ProcessEnv {
    const env: NodeJS.ProcessEnv = {
        ...process.env,
        PULUMI_CONFIG: JSON.stringify(config.values),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(config.secretKeys),
    };
    if (project.runtime.typescript) env.PULUMI_NODEJS_TYPESCRIPT = "true";
    else delete env.PULUMI_NODEJS_TYPESCRIPT;
    return env;
}
