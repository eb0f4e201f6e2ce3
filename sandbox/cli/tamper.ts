import { distance } from "fastest-levenshtein";
import { tamperCloud, TamperError, type Target, type Tampering } from "../cloud/tamper";
import { EngineError } from "../engine/api";
import { parsePath } from "../engine/diff";
import { UsageError, type CliOptions } from "./options";
import type { ExportedState, Runner } from "./runner";
import type { Screen } from "./screen";

type Stored = NonNullable<ExportedState["deployment"]["resources"]>[number];

/** Most URNs an error lists: the nearest ones. */
const mostListed = 10;

/** `tamper URN PATH=VALUE`: somebody changes the cloud without telling the engine. */
export async function tamper(options: CliOptions, screen: Screen, runner: Runner): Promise<number> {
    const [urn = "", change = ""] = options.args;
    const equals = change.indexOf("=");
    if (equals < 1) {
        throw new UsageError(
            `"${change}" is no change; allowed: <path>=<value>, as in tags.owner=eve`,
        );
    }
    const { deployment } = await runner.exportState();
    const target = targetOf(urn, deployment.resources ?? []);
    const at = parsePath(change.slice(0, equals));
    const done = apply(runner.places.cloud, target, at, change.slice(equals + 1));
    if (options.json) {
        screen.document({ command: options.command, urn, ...done, exitCode: 0 });
        return 0;
    }
    const flag = options.stack === "dev" ? "" : ` --stack ${options.stack}`;
    screen.say(`Changed in the emulated cloud, behind the engine's back: ${urn}`);
    screen.say(`  ~ ${done.path}: ${JSON.stringify(done.before)} => ${JSON.stringify(done.after)}`);
    screen.say(`See it as drift: npm start -- refresh --diff${flag}`);
    screen.say(
        done.settable
            ? `Repair it after that: npm start -- up${flag}`
            : "The service computes this one: the program does not set it, so an up repairs nothing.",
    );
    return 0;
}

function apply(dir: string, target: Target, at: (string | number)[], value: string): Tampering {
    try {
        return tamperCloud(dir, target, at, value);
    } catch (error) {
        if (error instanceof TamperError) throw new UsageError(error.message);
        throw new EngineError(error instanceof Error ? error.message : String(error));
    }
}

function targetOf(urn: string, resources: readonly Stored[]): Target {
    const standing = resources.filter(
        ({ custom, type, delete: dying }) =>
            custom === true && dying !== true && !type.startsWith("pulumi:"),
    );
    const found = standing.find((one) => one.urn === urn);
    if (found === undefined) throw new UsageError(unknownUrn(urn, resources, standing));
    const { type, id = "", provider = "", inputs: own = {} } = found;
    const providerUrn = provider.slice(0, provider.lastIndexOf("::"));
    const inputs = resources.find((one) => one.urn === providerUrn)?.inputs ?? {};
    return { type, id, inputs: own as Target["inputs"], provider: inputs as Target["provider"] };
}

function unknownUrn(
    urn: string,
    resources: readonly Stored[],
    standing: readonly Stored[],
): string {
    const there = resources.some((one) => one.urn === urn);
    const what = there
        ? `${urn} has nothing in the cloud: it is a component, a provider or the stack`
        : `there is no resource ${urn} in the stack`;
    if (standing.length === 0) return `${what}; the stack is empty: npm start -- up`;
    const nearest = standing
        .map((one) => ({ name: one.urn, far: distance(urn, one.urn) }))
        .sort((a, b) => a.far - b.far || a.name.localeCompare(b.name))
        .slice(0, mostListed)
        .map(({ name }) => `  ${name}`);
    const rest = standing.length - nearest.length;
    const more = rest > 0 ? [`  and ${rest} more: npm start -- export`] : [];
    return [`${what}; allowed, nearest first:`, ...nearest, ...more].join("\n");
}
