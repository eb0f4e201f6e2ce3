/**
 * What a failed command of the CLI has to say. The Automation API's own message holds the whole output of
 * the command; of that only the lines that tell the error are for a person.
 */
export function cliError(error: unknown): string {
    const message = error instanceof Error ? error.message : String(error);
    const told = message
        .split("\n")
        .flatMap((line) => /^\s*error: (.+)$/.exec(line)?.[1]?.trim() ?? []);
    const unique = [...new Set(told)];
    if (unique.length > 0) return unique.join("\n");
    const stderr = /^ stderr: ([^]*?)(?=^ err\?: |(?![^]))/m.exec(message)?.[1]?.trim();
    return stderr === undefined || stderr === "" ? message : stderr;
}
