import * as pulumi from "@pulumi/pulumi";

/** One argument that cannot be accepted. */
export interface Problem {
    /** Where it stands in the arguments, for example `repositories[2].team`. */
    path: string;
    /** The value as shown to the user. */
    seen: string;
    /** What would be accepted. */
    allowed: string;
}

const longestShown = 80;

/** A {@link Problem}; the value is shown as JSON, shortened to 80 characters. */
export function problem(path: string, value: unknown, allowed: string): Problem {
    // undefined has no JSON form although the typings say otherwise.
    const json = (JSON.stringify(value) as string | undefined) ?? "nothing";
    const seen = json.length > longestShown ? `${json.slice(0, longestShown)}…` : json;
    return { path, seen, allowed };
}

/** No problem when `value` is a string that matches `shape` as a whole. */
export function text(path: string, value: unknown, shape: RegExp, allowed: string): Problem[] {
    return typeof value === "string" && shape.test(value) ? [] : [problem(path, value, allowed)];
}

/** No problem when `value` is a whole number from `least` to `most`. */
export function whole(path: string, value: unknown, least: number, most: number): Problem[] {
    const fits = Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
    return fits ? [] : [problem(path, value, `a whole number from ${least} to ${most}`)];
}

/** No problem when `value` is one of `choices`. */
export function oneOf(path: string, value: unknown, choices: readonly string[]): Problem[] {
    const allowed = choices.map((choice) => JSON.stringify(choice)).join(" or ");
    return choices.some((choice) => choice === value) ? [] : [problem(path, value, allowed)];
}

/**
 * One problem for each value that repeats an earlier one. `pathAt` gives the path of the value at
 * an index, `key` what is compared: the value itself, unless told otherwise.
 */
export function distinct(
    values: string[],
    pathAt: (index: number) => string,
    what: string,
    key: (value: string) => string = (value) => value,
): Problem[] {
    const seen = new Set<string>();
    return values.flatMap((value, index) => {
        const repeated = seen.has(key(value));
        seen.add(key(value));
        return repeated ? [problem(pathAt(index), value, `${what} not used before`)] : [];
    });
}

/** Key for {@link distinct} where a service does not tell upper from lower case. */
export function ignoringCase(value: string): string {
    return value.toLowerCase();
}

/**
 * Refuses the arguments of a component when there are problems: one error that lists all of them,
 * printed without a stack because the fault is in the arguments, not in the code.
 *
 * @throws pulumi.ResourceError
 */
export function refuse(owner: pulumi.Resource, what: string, problems: Problem[]): void {
    if (problems.length === 0) {
        return;
    }
    const count = problems.length === 1 ? "1 argument is" : `${problems.length} arguments are`;
    const lines = problems.map((p) => `  ${p.path}: got ${p.seen}, allowed: ${p.allowed}`);
    const message = [`${what}: ${count} not acceptable`, ...lines].join("\n");
    throw new pulumi.ResourceError(message, owner, true);
}

/**
 * Judges an argument that may not be known yet. A plain value is judged at once and its problems
 * are added to `problems`; an output is judged when it becomes known, before any child can use it,
 * and its value is left out of the error when it is a secret. Use the returned input in place of
 * the given one.
 */
export function judged<T>(
    owner: pulumi.Resource,
    what: string,
    value: pulumi.Input<T>,
    judge: (value: pulumi.Unwrap<T>) => Problem[],
    problems: Problem[],
): pulumi.Input<pulumi.Unwrap<T>> {
    if (!pulumi.Output.isInstance(value) && !(value instanceof Promise)) {
        const plain = value as pulumi.Unwrap<T>;
        problems.push(...judge(plain));
        return plain;
    }
    const output = pulumi.output(value);
    return output.apply(async (known) => {
        const found = judge(known);
        if (found.length > 0 && (await pulumi.isSecret(output))) {
            found.forEach((p) => (p.seen = "a secret"));
        }
        refuse(owner, what, found);
        return known;
    });
}
