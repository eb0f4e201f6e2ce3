import http from "node:http";
import type { AddressInfo } from "node:net";

/** One request as it arrived. */
export interface Arrived {
    readonly method: string;
    /** Path with query. */
    readonly path: string;
    readonly body: unknown;
    readonly headers: http.IncomingHttpHeaders;
}

/** What the server does with a request. */
export type Reply =
    | {
          readonly status: number;
          readonly body?: unknown;
          readonly text?: string;
          readonly headers?: Readonly<Record<string, string>>;
      }
    /** Takes the request, perhaps acts on it, and closes the connection without a word. */
    | "reset"
    /** Takes the request and says nothing. */
    | "silence";

export type Handler = (request: Arrived) => Reply | undefined;

/** A host on this machine: answers from handlers, the newest first; without one 404. */
export interface Loopback {
    readonly url: string;
    readonly arrived: Arrived[];
    /** "PUT /path" of everything that arrived since the last time it was asked. */
    lately(): string[];
    /** From now on; a handler that answers undefined leaves it to the next. */
    answer(handler: Handler): void;
    /** Once: the next request gets this. */
    once(...replies: (Reply | Handler)[]): void;
    close(): Promise<void>;
}

export async function startLoopback(): Promise<Loopback> {
    const arrived: Arrived[] = [];
    const handlers: Handler[] = [];
    const queue: (Reply | Handler)[] = [];
    let told = 0;
    const replyTo = (request: Arrived): Reply => {
        const next = queue.shift();
        const faulty = typeof next === "function" ? next(request) : next;
        return (
            faulty ??
            [...handlers].reverse().reduce<Reply | undefined>((found, handler) => {
                return found ?? handler(request);
            }, undefined) ?? { status: 404, body: { message: "Not Found" } }
        );
    };
    const server = http.createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on("data", (chunk: Buffer) => chunks.push(chunk));
        request.on("end", () => {
            const text = Buffer.concat(chunks).toString();
            const seen: Arrived = {
                method: request.method ?? "",
                path: request.url ?? "",
                body: text === "" ? undefined : (JSON.parse(text) as unknown),
                headers: request.headers,
            };
            arrived.push(seen);
            const reply = replyTo(seen);
            if (reply === "silence") return;
            if (reply === "reset") {
                request.socket.destroy();
                return;
            }
            const { status, body, headers = {} } = reply;
            response.writeHead(status, { "content-type": "application/json", ...headers });
            response.end(reply.text ?? (body === undefined ? undefined : JSON.stringify(body)));
        });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return {
        url: `http://127.0.0.1:${port}`,
        arrived,
        lately: () => {
            const fresh = arrived.slice(told).map(({ method, path }) => `${method} ${path}`);
            told = arrived.length;
            return fresh;
        },
        answer: (handler) => handlers.push(handler),
        once: (...replies) => queue.push(...replies),
        close: () =>
            new Promise((resolve) => {
                server.closeAllConnections();
                server.close(() => {
                    resolve();
                });
            }),
    };
}
