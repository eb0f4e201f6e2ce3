import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { found, idOf, stateOf } from "./mockStates";

/** A resource as the program asked for it; a secret input is what the engine gets, see `isSecret`. */
export interface Recorded {
    type: string;
    name: string;
    inputs: Record<string, unknown>;
    custom: boolean;
    /** Parent, as "type name"; empty for a root. */
    parent: string;
    protect: boolean;
    /** Whether it stays in the cloud when the program forgets it. */
    retainOnDelete: boolean;
    /** Inputs that keep what they were. */
    ignoreChanges: string[];
    /** What it waits for, by its inputs or by `dependsOn`, as "type name". */
    dependencies: string[];
}

/** The requests as far as they are read here; the SDK does not type them. */
interface Request {
    getUrn(): string;
    getParent(): string;
    getProtect(): boolean;
    getRetainondelete(): boolean;
    getDependenciesList(): string[];
    getIgnorechangesList(): string[];
    getOutputs(): { toJavaScript(): Record<string, unknown> };
}

interface Monitor {
    registerResource(request: Request, callback: unknown): Promise<void>;
    registerResourceOutputs(request: Request, callback: unknown): void;
}

/** What a program registered, in the order in which the engine saw it. */
export class Recording {
    readonly resources: Recorded[] = [];
    /** Outputs that components registered, by "type name". */
    readonly outputs = new Map<string, Record<string, unknown>>();
    readonly calls: { token: string; inputs: Record<string, unknown> }[] = [];

    /** All resources whose type ends with `type`, for example "Vault" or "index:HardenedVault". */
    all(type: string): Recorded[] {
        return this.resources.filter((resource) => resource.type.endsWith(`:${type}`));
    }

    /** The only resource of the type. */
    one(type: string): Recorded {
        const [found, ...others] = this.all(type);
        assert.ok(found, `no ${type} was registered`);
        assert.deepEqual(others, [], `more than one ${type} was registered`);
        return found;
    }

    /** The resource of that type and name. */
    named(type: string, name: string): Recorded {
        const found = this.all(type).find((resource) => resource.name === name);
        assert.ok(found, `no ${type} named ${name} was registered`);
        return found;
    }
}

/**
 * Runs a program against recording mocks and waits until all it started has been registered. Computed
 * values are made up, but of the right kind: ARM ids, GUIDs, numbers.
 */
export async function record<T>(program: () => T): Promise<{ recording: Recording; result: T }> {
    const recording = new Recording();
    const mocks = new RecordingMocks(recording);
    await pulumi.runtime.setMocks(mocks, "test", "unit", false);
    listen(pulumi.runtime.getMonitor() as unknown as Monitor, mocks);
    const result = program();
    await pulumi.runtime.disconnect();
    return { recording, result };
}

/** Whether an input went to the engine as a secret. */
export function isSecret(input: unknown): boolean {
    const marked = input as Record<string, unknown> | undefined;
    return marked?.["4dabf18193072939515e22adb298388d"] === "1b47061264138c4ac30d75fd1eb44270";
}

/** The value of an output, once known. */
export function known<T>(output: pulumi.Output<T>): Promise<T> {
    return new Promise((resolve) => output.apply(resolve));
}

/** The message with which a program refuses its arguments; the error must hide the stack. */
export async function refusal(program: () => unknown): Promise<string> {
    try {
        await record(program);
    } catch (error) {
        assert.ok(pulumi.ResourceError.isInstance(error), String(error));
        assert.equal(error.hideStack, true);
        return error.message;
    }
    return assert.fail("the arguments were accepted");
}

class RecordingMocks implements pulumi.runtime.Mocks {
    /** The request being served; mocks themselves are told less than the engine. */
    request: Request | undefined;
    private count = 0;

    constructor(readonly recording: Recording) {}

    newResource({ type, name, inputs, custom }: pulumi.runtime.MockResourceArgs) {
        const given = inputs as Record<string, unknown>;
        this.count += 1;
        this.recording.resources.push({
            type,
            name,
            inputs: given,
            custom: custom === true,
            parent: shortUrn(this.request?.getParent() ?? ""),
            protect: this.request?.getProtect() === true,
            retainOnDelete: this.request?.getRetainondelete() === true,
            ignoreChanges: this.request?.getIgnorechangesList() ?? [],
            dependencies: (this.request?.getDependenciesList() ?? []).map(shortUrn),
        });
        const state = stateOf(type, given, this.count);
        const firewall = type.endsWith(":AzureFirewall") ? this.firewallState(given) : {};
        return { id: idOf(type, name, this.count), state: { ...state, ...firewall } };
    }

    /** A firewall has the first address of its subnet that Azure does not keep: the fifth. */
    private firewallState(inputs: Record<string, unknown>) {
        const [first, ...others] = inputs.ipConfigurations as { subnet?: { id: string } }[];
        const subnet = this.recording
            .all("network:Subnet")
            .find(({ name }) => first?.subnet?.id.endsWith(`/${name}`));
        const range = String(subnet?.inputs.addressPrefix).replace(/\.(\d+)\/\d+$/, ".$1");
        const privateIPAddress = range.replace(/\d+$/, (last) => String(Number(last) + 4));
        return { ipConfigurations: [{ ...first, privateIPAddress }, ...others] };
    }

    call({ token, inputs }: pulumi.runtime.MockCallArgs) {
        this.recording.calls.push({ token, inputs: inputs as Record<string, unknown> });
        return found(token, inputs as Record<string, unknown>);
    }
}

/** Lets the recording see parents, protection, dependencies and outputs, which mocks are not told. */
function listen(monitor: Monitor, mocks: RecordingMocks): void {
    const register = monitor.registerResource.bind(monitor);
    const finish = monitor.registerResourceOutputs.bind(monitor);
    monitor.registerResource = (request, callback) => {
        mocks.request = request;
        return register(request, callback);
    };
    monitor.registerResourceOutputs = (request, callback) => {
        const outputs = request.getOutputs().toJavaScript();
        mocks.recording.outputs.set(shortUrn(request.getUrn()), outputs);
        finish(request, callback);
    };
}

/** "type name" of a URN. */
function shortUrn(urn: string): string {
    const [, , type = "", name = ""] = urn.split("::");
    return urn === "" ? "" : `${type.split("$").at(-1) ?? ""} ${name}`;
}
