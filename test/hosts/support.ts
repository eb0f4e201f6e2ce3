import { connect } from "node:net";
import { Engine, type Props } from "../sandbox/cloud/support";
import type { Clock } from "../../hosts/plugin/http/clock";
import { listen, providerService } from "../../hosts/plugin/server";
import { startLoopback, type Loopback } from "./loopback";

export { refusal, secret, unknown, type Props } from "../sandbox/cloud/support";

/** A clock that never waits: sleeping moves it on, and is noted in seconds. */
export class QuickClock implements Clock {
    time = Date.now();
    readonly slept: number[] = [];

    now(): number {
        return this.time;
    }

    sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
        if (signal.aborted) return Promise.reject(new Error("cancelled"));
        this.time += milliseconds;
        this.slept.push(milliseconds / 1000);
        return Promise.resolve();
    }

    /** Waits of a second and more since the last time it was asked: without the spacing of requests. */
    waits(): number[] {
        return this.slept.splice(0).filter((seconds) => seconds >= 1);
    }
}

export const token = (name: string) => `gatehouse-hosts:index:${name}`;
export const githubToken = "ghp_hush0123456789";
export const personalToken = "azdohush0123456789";

/** The plugin in this process, spoken to over its protocol, and the host it talks to. */
export interface Stand {
    readonly host: Loopback;
    readonly engine: Engine;
    readonly clock: QuickClock;
    readonly said: string[];
    close(): Promise<void>;
}

export async function openStand(
    environment: Readonly<Record<string, string>> = {
        GITHUB_TOKEN: githubToken,
        AZDO_PERSONAL_ACCESS_TOKEN: personalToken,
    },
    configuration: Props = {},
): Promise<Stand> {
    const host = await startLoopback();
    const clock = new QuickClock();
    const said: string[] = [];
    const ended = new AbortController();
    const surroundings = {
        environment,
        clock,
        signal: ended.signal,
        say: (text: string) => said.push(text),
    };
    const { server, port } = await listen(
        providerService(surroundings, () => {
            ended.abort();
        }),
    );
    const engine = new Engine(`127.0.0.1:${port}`);
    await engine.configure("gatehouse-hosts", {
        githubOwner: "acme",
        githubApiUrl: host.url,
        azureDevOpsUrl: `${host.url}/acme`,
        azureDevOpsAuditUrl: `${host.url}/audit`,
        azureDevOpsSecurityUrl: `${host.url}/security`,
        azureDevOpsFeedsUrl: `${host.url}/feeds`,
        // So fast that the spacing stays below a second.
        requestsPerMinute: "900",
        ...configuration,
    });
    return {
        host,
        engine,
        clock,
        said,
        close: async () => {
            engine.close();
            server.forceShutdown();
            await host.close();
        },
    };
}

/** An address of this machine where nobody listens. */
export async function deadAddress(): Promise<string> {
    const host = await startLoopback();
    await host.close();
    const { port } = new URL(host.url);
    await new Promise((resolve) => connect(Number(port), "127.0.0.1").once("error", resolve));
    return host.url;
}
