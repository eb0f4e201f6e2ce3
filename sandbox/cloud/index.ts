import * as path from "node:path";
import { Creations } from "./creations";
import { Faults, type FaultsConfiguration } from "./faults";
import { planNamed, type GitHubPlan } from "./github/plan";
import { packages } from "./packages";
import type { CloudPackage } from "./resourceType";
import { listen, stop } from "./server";
import { providerService } from "./service";
import type { StoredResource } from "./store/record";
import { CloudStore } from "./store/store";

/** Packages the emulated cloud answers for. */
export const cloudPackages: readonly string[] = packages.map(({ name }) => name);

/** A running emulated cloud. */
export interface Cloud {
    /** "127.0.0.1:PORT", serving every package. */
    readonly address: string;
    /**
     * One port per package, answering with the version of the SDK package installed here: for
     * PULUMI_DEBUG_PROVIDERS of the real CLI.
     */
    readonly ports: Readonly<Record<string, number>>;
    readonly packages: readonly string[];
    /**
     * Stops listening, once calls under way are answered, and lets the folder go.
     * @param inOrder false when whoever asked may not have got, or kept, all answers. Default: true.
     */
    close(inOrder?: boolean): Promise<void>;
}

export interface CloudOptions {
    readonly dir: string;
    /**
     * Plan of the emulated GitHub's organisations.
     * @default GATEHOUSE_GITHUB_PLAN, else "enterprise"
     */
    readonly githubPlan?: GitHubPlan;
    /** What goes wrong. Nothing when not given. */
    readonly faults?: FaultsConfiguration | undefined;
    /** Ends the process of the plugin, for the fault of that name. Without it the connections break. */
    readonly crash?: () => void;
}

/** Starts the emulated cloud whose contents lie in a folder. One process at a time may do so. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
    const { dir, githubPlan, faults, crash } = options;
    const plan = githubPlan ?? planNamed(process.env.GATEHOUSE_GITHUB_PLAN);
    const folder = path.resolve(dir);
    const store = CloudStore.open(folder);
    const creations = new Creations(store);
    const servers: Awaited<ReturnType<typeof listen>>[] = [];
    const breakOff = () => {
        for (const { server } of servers) server.forceShutdown();
    };
    const trouble = faults && new Faults(faults, folder, crash ?? breakOff);
    const serve = async (served: readonly CloudPackage[]) => {
        const service = providerService(served, store, plan);
        const listening = await listen(creations.around(trouble?.around(service) ?? service));
        servers.push(listening);
        return listening.port;
    };
    const port = await serve(packages);
    const single = await Promise.all(packages.map((one) => serve([one])));
    return {
        address: `127.0.0.1:${port}`,
        ports: Object.fromEntries(packages.map((one, i) => [one.name, single[i] ?? 0])),
        packages: cloudPackages,
        close: async (inOrder = true) => {
            await Promise.all(servers.map(({ server }) => stop(server)));
            if (inOrder) creations.settle();
            store.close();
        },
    };
}

/** Read access to what stands in a folder's cloud, as of now. */
export interface CloudView {
    /** Everything, or everything of a type; secret values are in clear. */
    list(type?: string): StoredResource[];
    find(type: string, id: string, organization?: string): StoredResource | undefined;
}

/** Looks into a folder's cloud without disturbing who runs it. */
export function openCloudStore(dir: string): CloudView {
    return CloudStore.peek(path.resolve(dir));
}
