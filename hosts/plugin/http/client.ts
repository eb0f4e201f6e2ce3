import type { Budget } from "./budget";
import type { Clock } from "./clock";
import { HostError, messageOf, without } from "./failure";
import { backoff, longestWait, retryAfter, throttleOf, type Throttle } from "./waits";

export interface Question {
    readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
    readonly url: string;
    readonly body?: unknown;
    /** Statuses from 400 on that are an answer here, no error. */
    readonly expects?: readonly number[];
    /** Texts of the request that no error may repeat. */
    readonly hides?: readonly string[];
    /** A POST that does no harm when it is done twice. */
    readonly harmless?: boolean;
}

export interface Answer {
    readonly status: number;
    /** Undefined where there is none. */
    readonly body: unknown;
}

/** How a client signs its requests. */
export interface Credential {
    headers(): Promise<Readonly<Record<string, string>>>;
    /** After a 401: forgets what it has; false when asking again would give the same. */
    renew(): boolean;
    /** Texts that no message may repeat. */
    secrets(): readonly string[];
    /** What to do when the host refuses it. */
    readonly hint: string;
}

export interface ClientOptions {
    readonly host: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly credential: Credential;
    readonly budget: Budget;
    readonly timeout: number;
    readonly clock: Clock;
    readonly signal: AbortSignal;
    /** Tells people why nothing seems to happen. */
    readonly say: (text: string) => void;
}

interface Answered {
    readonly status: number;
    readonly headers: Headers;
    readonly body: unknown;
    /** Why a success cannot be understood. */
    readonly bad?: string;
}
interface Silent {
    readonly sent: boolean;
    readonly reason: string;
}

/** How far a question has come. */
class Course {
    failures = 0;
    throttled = 0;
    waited = 0;
    renewed = false;
}

/** One host: its requests in turn, repeated as the host wishes, and its refusals in words. */
export class Client {
    constructor(private readonly options: ClientOptions) {}

    /**
     * @throws HostError where the host refuses, fails or stays away. What cannot be repeated without harm is
     * repeated only when the host certainly did not do it.
     */
    async ask(question: Question): Promise<Answer> {
        const { budget, signal } = this.options;
        const course = new Course();
        for (;;) {
            const outcome = await budget.inTurn(signal, () => this.attempt(question));
            const answer =
                "reason" in outcome
                    ? await this.afterSilence(question, outcome, course)
                    : await this.afterAnswer(question, outcome, course);
            if (answer !== undefined) return answer;
        }
    }

    /** Waits for the next attempt, or gives up. */
    private async afterSilence(
        question: Question,
        silent: Silent,
        course: Course,
    ): Promise<Answer | undefined> {
        const { clock, signal } = this.options;
        const { sent, reason } = silent;
        const doubtful = sent && !isRepeatable(question);
        const delay = doubtful ? undefined : backoff[course.failures];
        if (delay === undefined || signal.aborted) {
            throw this.failure(question, 0, reason, doubtful);
        }
        course.failures += 1;
        await clock.sleep(delay, signal);
        return undefined;
    }

    /** The answer; nothing when it is to be asked again. */
    private async afterAnswer(
        question: Question,
        answered: Answered,
        course: Course,
    ): Promise<Answer | undefined> {
        const { budget, clock, signal, credential } = this.options;
        const { status, headers, body, bad } = answered;
        const now = clock.now();
        if (bad === undefined && (status < 400 || question.expects?.includes(status) === true)) {
            // Azure DevOps slows down before it refuses: a delay it wants although it answered.
            const pause = Math.min(retryAfter(headers, now) ?? 0, longestWait);
            budget.pauseUntil(now + pause);
            return { status, body };
        }
        if (status === 401 && !course.renewed && credential.renew()) {
            course.renewed = true;
            return undefined;
        }
        const message = messageOf(body);
        const throttle = throttleOf(status, headers, message, now, course.throttled);
        if (throttle !== undefined) {
            this.hold(question, status, message, throttle, course);
            return undefined;
        }
        const isOurs = status >= 500 || bad !== undefined;
        const delay = isOurs && isRepeatable(question) ? backoff[course.failures] : undefined;
        if (delay === undefined) {
            const said = bad ?? message;
            const hint = status === 401 ? `${said}; ${credential.hint}` : said;
            throw this.failure(question, status, hint, isOurs && !isRepeatable(question));
        }
        course.failures += 1;
        await clock.sleep(delay, signal);
        return undefined;
    }

    /** Nothing more is sent for as long as the host asks, unless that is too long. */
    private hold(
        question: Question,
        status: number,
        message: string,
        { wait, why }: Throttle,
        course: Course,
    ): void {
        const { budget, clock, say, host } = this.options;
        course.waited += wait;
        course.throttled += 1;
        if (course.waited > longestWait) {
            const long = `${host} wants to be left alone (${why}) for longer than ${longestWait / 60_000} minutes`;
            const said = message === "" ? long : `${message}; ${long}`;
            throw this.failure(question, status, said, false);
        }
        say(`${host}: ${why}, waiting ${Math.ceil(wait / 1000)} s`);
        budget.pauseUntil(clock.now() + wait);
    }

    private async attempt(question: Question): Promise<Answered | Silent> {
        const { headers, credential, timeout, signal } = this.options;
        const own = await credential.headers();
        const hasBody = question.body !== undefined;
        const late = AbortSignal.timeout(timeout);
        try {
            const response = await fetch(question.url, {
                method: question.method,
                headers: {
                    ...headers,
                    ...own,
                    ...(hasBody ? { "content-type": "application/json" } : {}),
                },
                ...(hasBody ? { body: JSON.stringify(question.body) } : {}),
                // A redirect could lead a token to another host.
                redirect: "manual",
                signal: AbortSignal.any([signal, late]),
            });
            const text = await response.text();
            return understood(response, text);
        } catch (error) {
            if (late.aborted) {
                return { sent: true, reason: `no answer within ${timeout / 1000} s` };
            }
            return reasonOf(error);
        }
    }

    private failure(question: Question, status: number, said: string, inDoubt: boolean): HostError {
        const { pathname, host } = new URL(question.url);
        const answer = status === 0 ? said : [`${status}`, said].filter((x) => x !== "").join(" ");
        const doubt = inDoubt ? " (whether it was done all the same is not known)" : "";
        const secrets = [...this.options.credential.secrets(), ...(question.hides ?? [])];
        const message = `${question.method} ${host}${pathname}: ${answer}${doubt}`;
        return new HostError(without(secrets, message), status, inDoubt);
    }
}

/** An answer as status and JSON. Azure DevOps answers a wrong token with a page to sign in. */
function understood(response: Response, text: string): Answered {
    const { status, headers } = response;
    const location = headers.get("location") ?? "";
    if (status === 203 || (status === 302 && /_signin/i.test(location))) {
        return { status: 401, headers, body: { message: "it answered with a page to sign in" } };
    }
    if (status >= 300 && status < 400) {
        const to = location.split("?")[0] ?? "";
        return { status: 410, headers, body: { message: `it has moved (${status}) to ${to}` } };
    }
    if (text.trim() === "") return { status, headers, body: undefined };
    try {
        return { status, headers, body: JSON.parse(text) as unknown };
    } catch {
        return status < 400
            ? { status, headers, body: undefined, bad: "the answer is no JSON" }
            : { status, headers, body: undefined };
    }
}

function isRepeatable({ method, harmless }: Question): boolean {
    return method !== "POST" || harmless === true;
}

const neverSent = new Set([
    "ECONNREFUSED",
    "ENOTFOUND",
    "EAI_AGAIN",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
]);

function reasonOf(error: unknown): Silent {
    const { cause, message } = error as {
        cause?: { code?: string; message?: string };
        message: string;
    };
    const code = cause?.code ?? "";
    const reason = code === "" ? (cause?.message ?? message) : code;
    return { sent: !neverSent.has(code), reason: `no answer (${reason})` };
}
