import { randomUUID } from "node:crypto";
import path from "node:path";
import type { EngineOptions, PluginSpec } from "./api";
import { EngineError } from "./api";
import { ComponentPlugins } from "./componentPlugins";
import { startPlugin, type PluginProcess } from "./plugin";
import type { PluginFolder } from "./project";
import { Provider } from "./provider";
import { errorText } from "./rpc";
import type { ResourceState } from "./state";
import { isProvider, packageOf, parseReference, typeOf } from "./urn";
import type { Properties } from "./wire";

/**
 * The one plugin this engine talks to, and the providers configured on it. Any other package is
 * refused by name: the embedded engine never touches a real cloud.
 */
export class Providers {
    readonly #plugin: PluginSpec;
    #process: Promise<PluginProcess> | undefined;
    readonly #configured = new Map<string, Promise<Provider>>();

    /** Provider resources of the old state, by reference. */
    readonly #olds = new Map<string, ResourceState>();
    /** Those of them that were needed: for deletions and questions about what they made. */
    readonly #configuredOlds = new Map<string, Promise<Provider>>();

    readonly #unconfigured = new Map<string, Promise<Provider>>();
    readonly #components: ComponentPlugins;
    /** Where this engine listens, while a program runs. */
    engineAddress = "";

    constructor(options: EngineOptions, components: readonly PluginFolder[]) {
        this.#plugin = options.plugin;
        this.#components = new ComponentPlugins(components);
    }

    /** Starts the plugin early, so that it is up when the first resource comes. */
    warmUp(): void {
        this.#pluginAddress().catch(() => undefined);
    }

    /** @throws EngineError naming a package the plugin does not answer for. */
    refuseForeign(type: string): void {
        const pkg = packageOf(type);
        // The engine itself is the provider of stack references.
        if (pkg === "pulumi" || this.#plugin.packages.includes(pkg)) return;
        if (this.#components.has(pkg)) return;
        const known = this.#plugin.packages.join(", ");
        throw new EngineError(
            `package "${pkg}" (of ${type}) is not emulated; the sandbox answers for: ${known}. ` +
                "A package of components needs its plugin named in Pulumi.yaml: " +
                `plugins: {providers: [{name: ${pkg}, path: <folder with PulumiPlugin.yaml>}]}`,
        );
    }

    newId(): string {
        return randomUUID();
    }

    /** Configures a provider of this run; from now on it is what its reference stands for. */
    async configure(urn: string, id: string, inputs: Properties): Promise<void> {
        const provider = this.#connect(urn, id, inputs);
        this.#configured.set(`${urn}::${id}`, provider);
        await provider;
    }

    /** Makes the providers of the old state known; they are configured when they are asked for. */
    remember(resources: readonly ResourceState[]): void {
        for (const resource of resources.filter(({ type }) => isProvider(type))) {
            this.#olds.set(`${resource.urn}::${resource.id ?? ""}`, resource);
        }
    }

    /** A provider of this run, else of the old state. */
    get(reference: string): Promise<Provider> {
        const provider = this.#configured.get(reference) ?? this.#configuredOlds.get(reference);
        if (provider !== undefined) return provider;
        const { urn, id } = parseReference(reference);
        const old = this.#olds.get(reference);
        if (old !== undefined) {
            const connected = this.#connect(urn, id, old.inputs ?? {});
            this.#configuredOlds.set(reference, connected);
            return connected;
        }
        return Promise.reject(new EngineError(`provider ${urn} is not known in this run`));
    }

    /** A plugin as it is before anybody configures it: for questions about configurations. */
    unconfigured(type: string): Promise<Provider> {
        const pkg = packageOf(type);
        let provider = this.#unconfigured.get(pkg);
        if (provider === undefined) {
            provider = this.#open(type);
            this.#unconfigured.set(pkg, provider);
        }
        return provider;
    }

    /**
     * Ends the plugin's process. A run that did not come to its end, perhaps because its state could not
     * be written, must not look to the plugin like one that kept all answers: that plugin is killed.
     */
    async close(inOrder: boolean): Promise<void> {
        const maps = [this.#configured, this.#configuredOlds, this.#unconfigured];
        for (const provider of maps.flatMap((map) => [...map.values()])) {
            await provider.then(
                (connected) => {
                    connected.close();
                },
                () => undefined,
            );
        }
        const process = await this.#process?.catch(() => undefined);
        await Promise.all([process?.stop(!inOrder), this.#components.close()]);
    }

    async #connect(urn: string, id: string, inputs: Properties): Promise<Provider> {
        const provider = await this.#open(typeOf(urn));
        try {
            await provider.configure(urn, id, inputs);
        } catch (error) {
            provider.close();
            throw new EngineError(`provider ${urn} could not be configured: ${errorText(error)}`);
        }
        return provider;
    }

    async #open(type: string): Promise<Provider> {
        const pkg = packageOf(type);
        // What is emulated stays emulated, even where Pulumi.yaml names the real plugin: so does the real
        // CLI with a plugin that is attached.
        const isEmulated = this.#plugin.packages.includes(pkg) || !this.#components.has(pkg);
        const address = isEmulated
            ? await this.#pluginAddress()
            : await this.#components.address(pkg, this.engineAddress);
        return new Provider(address, this.#plugin.answerLimitMs);
    }

    async #pluginAddress(): Promise<string> {
        const { address, command } = this.#plugin;
        if (address !== undefined) return address;
        if (command === undefined)
            throw new EngineError("the plugin has no address and no command");
        this.#process ??= startPlugin({
            title: `plugin ${path.basename(command.args.at(-1) ?? command.path)}`,
            path: command.path,
            args: [...command.args, "127.0.0.1:0"],
            env: { ...process.env, ...command.env },
            limitMs: this.#plugin.answerLimitMs,
        });
        return (await this.#process).address;
    }
}
