import { execFile } from "node:child_process";
import path from "node:path";
import semver from "semver";
import minimum from "./pulumiMinimum.json";
import { embeddedRunner } from "./embeddedRunner";
import { UsageError } from "./options";
import { pulumiRunner } from "./pulumiRunner";
import type { Runner, RunnerOptions } from "./runner";

const versionLimitMs = 5_000;

/** PATH without node_modules/.bin: npm puts it first, and a package there could pose as the CLI. */
export function realPath(env: NodeJS.ProcessEnv): string {
    return (env.PATH ?? "")
        .split(path.delimiter)
        .filter((folder) => !folder.endsWith(path.join("node_modules", ".bin")))
        .join(path.delimiter);
}

/** The version of the `pulumi` CLI on the PATH; undefined when there is none that answers. */
export function pulumiVersion(env: NodeJS.ProcessEnv): Promise<string | undefined> {
    const settings = {
        env: { ...env, PATH: realPath(env), PULUMI_SKIP_UPDATE_CHECK: "true" },
        timeout: versionLimitMs,
    };
    return new Promise((resolve) => {
        execFile("pulumi", ["version"], settings, (error, stdout) => {
            resolve(error === null ? (semver.valid(stdout.trim()) ?? undefined) : undefined);
        });
    });
}

/**
 * GATEHOUSE_ENGINE decides; without it the real CLI when there is one that is new enough, else the
 * embedded engine.
 * @throws UsageError when the engine asked for cannot be had.
 */
export async function chooseRunner(options: RunnerOptions): Promise<Runner> {
    const asked = options.env.GATEHOUSE_ENGINE ?? "";
    if (!["", "pulumi", "embedded"].includes(asked)) {
        throw new UsageError(`GATEHOUSE_ENGINE is "${asked}"; allowed: pulumi, embedded`);
    }
    if (asked === "embedded") return embeddedRunner(options, "GATEHOUSE_ENGINE=embedded");
    const version = await pulumiVersion(options.env);
    const newEnough = version !== undefined && semver.gte(version, minimum.version);
    if (newEnough) return pulumiRunner(options, version);
    const found =
        version === undefined
            ? "no Pulumi CLI found"
            : `Pulumi CLI ${version} is older than ${minimum.version}`;
    if (asked === "pulumi") throw new UsageError(`GATEHOUSE_ENGINE=pulumi, but ${found}`);
    return embeddedRunner(options, found);
}
