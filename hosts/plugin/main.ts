/**
 * The plugin as a program: prints its port, serves until it is told to stop or whoever started it is gone.
 * Nothing is logged but waits, on standard error.
 */
import { realClock } from "./http/clock";
import { listen, providerService } from "./server";

/** How often to look whether the engine is still there. */
const lookEvery = 1000;

const ended = new AbortController();
const service = providerService(
    {
        environment: process.env,
        clock: realClock,
        signal: ended.signal,
        say: (text) => {
            process.stderr.write(`gatehouse-hosts: ${text}\n`);
        },
    },
    () => {
        ended.abort();
    },
);

listen(service).then(
    ({ server, port }) => {
        process.stdout.write(`${port}\n`);
        const stop = () => {
            ended.abort();
            server.forceShutdown();
            process.exit(0);
        };
        process.once("SIGTERM", stop);
        process.once("SIGINT", stop);
        const parent = process.ppid;
        setInterval(() => {
            if (process.ppid !== parent) stop();
        }, lookEvery).unref();
    },
    (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
    },
);
