import { status } from "@grpc/grpc-js";
import { CallFailure } from "../unary";
import type { Fault, FaultKind } from "./configuration";
import type { Call, Dice } from "./dice";
import { answerSeconds, callSeconds, retryRule } from "./retryRules";

/** In this order: a service that throttles does not get as far as to fail. */
const beforeAnswer: readonly FaultKind[] = ["throttle", "timeout", "error", "lost"];

/** The clock of the emulated world, and the end of the plugin. */
export interface World {
    /** Waits that many emulated seconds. */
    wait(seconds: number): Promise<void>;
    /** Ends the plugin at once, as a crash does. */
    crash(): void;
}

/**
 * One call as the real provider of its package makes it: repeated after answers that are none, with the
 * waits it uses, until it gives up. What the service did is done once: an attempt after a lost answer
 * gets the answer that was lost.
 * @throws CallFailure when it gives up, and what the service refuses with.
 */
export async function perform<Response>(
    call: Call,
    service: () => Promise<Response>,
    dice: Dice,
    world: World,
): Promise<Response> {
    const crash = dice.cast(["crash"], call, 1);
    if (crash?.when === "before") await die(world);
    let done: { readonly response: Response } | undefined;
    const once = async () => (done ??= { response: await service() });
    const rule = retryRule(call.token.split(":")[0] ?? "");
    let waited = 0;
    let counted = 0;
    for (let attempt = 1; ; attempt++) {
        const trouble = dice.cast(beforeAnswer, call, attempt);
        if (trouble === undefined) {
            const { response } = await once();
            if (crash !== undefined) await die(world);
            return response;
        }
        if (trouble.kind === "lost") {
            await once();
            if (crash !== undefined) await die(world);
        }
        const unanswered = trouble.kind === "lost" || trouble.kind === "timeout";
        if (unanswered) {
            await world.wait(answerSeconds);
            waited += answerSeconds;
        }
        const throttled = trouble.kind === "throttle";
        const free = throttled && rule.throttled === "waited for";
        const pause = throttled
            ? trouble.retryAfter
            : (rule.waitSeconds[Math.min(counted, rule.waitSeconds.length - 1)] ?? 0);
        const tooLong = throttled && pause > (rule.longestRetryAfterSeconds ?? Infinity);
        const over = free ? waited + pause > callSeconds : counted >= rule.retries;
        if (over || tooLong) throw givenUp(call, trouble, attempt, waited, done !== undefined);
        if (!free) counted += 1;
        await world.wait(pause);
        waited += pause;
    }
}

/** Ends the plugin; nobody is there to be answered. */
async function die(world: World): Promise<never> {
    world.crash();
    return new Promise<never>(() => undefined);
}

/**
 * Throttled and failed requests did nothing; of an unanswered one nobody knows, and the code says so to the
 * engine.
 */
function givenUp(
    call: Call,
    trouble: Fault,
    attempts: number,
    waited: number,
    lost: boolean,
): CallFailure {
    const { code, what } = described(trouble);
    const tries = attempts === 1 ? "one attempt" : `${attempts} attempts`;
    const details =
        `${call.operation} ${call.token}: ${what}; the provider gave up after ${tries} and ` +
        `${waited} s of waiting (emulated fault)`;
    return new CallFailure(lost ? status.DEADLINE_EXCEEDED : code, details);
}

const reasons: Readonly<Record<number, string>> = {
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
};

function described(trouble: Fault): { code: status; what: string } {
    if (trouble.kind === "throttle") {
        const what = `429 Too Many Requests, Retry-After: ${trouble.retryAfter}`;
        return { code: status.RESOURCE_EXHAUSTED, what };
    }
    if (trouble.kind === "error") {
        const what = `${trouble.status} ${reasons[trouble.status] ?? ""}`;
        return { code: status.INTERNAL, what };
    }
    return { code: status.DEADLINE_EXCEEDED, what: `no answer within ${answerSeconds} s` };
}
