import * as path from "node:path";
import { planNamed, type GitHubPlan } from "./github/plan";
import { packages } from "./packages";
import { listen, stop } from "./server";
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
    /** Stops listening, once calls under way are answered, and lets the folder go. */
    close(): Promise<void>;
}

export interface CloudOptions {
    readonly dir: string;
    /**
     * Plan of the emulated GitHub's organisations.
     * @default GATEHOUSE_GITHUB_PLAN, else "enterprise"
     */
    readonly githubPlan?: GitHubPlan;
}

/** Starts the emulated cloud whose contents lie in a folder. One process at a time may do so. */
export async function startCloud({ dir, githubPlan }: CloudOptions): Promise<Cloud> {
    const plan = githubPlan ?? planNamed(process.env.GATEHOUSE_GITHUB_PLAN);
    const store = CloudStore.open(path.resolve(dir));
    const all = await listen(packages, store, plan);
    const single = await Promise.all(packages.map((one) => listen([one], store, plan)));
    return {
        address: `127.0.0.1:${all.port}`,
        ports: Object.fromEntries(packages.map((one, i) => [one.name, single[i]?.port ?? 0])),
        packages: cloudPackages,
        close: async () => {
            await Promise.all([all, ...single].map(({ server }) => stop(server)));
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
