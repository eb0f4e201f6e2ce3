/** Options of the real CLI that are refused by name, and what to do instead. */

const whole = "the sandbox works on the whole stack";
const silent = "nothing asks here, so there is nothing to confirm";

const reasons: Readonly<Record<string, string>> = {
    "--target": whole,
    "-t": whole,
    "--target-dependents": whole,
    "--target-replace": whole,
    "--replace": whole,
    "--exclude": whole,
    "--exclude-dependents": whole,
    "--refresh": "run npm start -- refresh before",
    "-r": "run npm start -- refresh before",
    "--config": "values are set in Pulumi.<stack>.yaml",
    "-c": "values are set in Pulumi.<stack>.yaml",
    "--config-file": "the stack's file is Pulumi.<stack>.yaml",
    "--yes": silent,
    "-y": silent,
    "--skip-preview": "the preview is what decides",
    "--policy-pack": "the project's own pack, in policies/, always takes part",
    "--show-secrets": "secrets are never shown here",
    "--continue-on-error": "a run ends at its first failure",
    "--remove": "use npm start -- destroy; the state stays",
    "--import-file": "a state is taken over with npm start -- import",
    "--expect-no-changes": "see changeSummary of preview --json",
    "--debug": "GATEHOUSE_SDK_TRACES=1 keeps the SDK's own traces",
};

/** Why an option of the real CLI is not taken; undefined when there is no such option or it is. */
export function refusedOption(argv: readonly string[]): string | undefined {
    for (const argument of argv) {
        if (argument === "--") return undefined;
        const name = argument.startsWith("--") ? argument.replace(/=.*$/, "") : argument;
        const reason = Object.hasOwn(reasons, name) ? reasons[name] : undefined;
        if (reason !== undefined) return `option ${name} is not supported: ${reason}`;
    }
    return undefined;
}
