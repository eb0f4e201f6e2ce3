import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";

/** A resource as the program asked for it; a secret input is what the engine gets, see `isSecret`. */
export interface Recorded {
    type: string;
    name: string;
    inputs: Record<string, unknown>;
    custom: boolean;
}

/** What a program registered, in the order in which the engine saw it. */
export class Recording {
    readonly resources: Recorded[] = [];
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
    await pulumi.runtime.setMocks(mocksFor(recording), "test", "unit", false);
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

function mocksFor(recording: Recording): pulumi.runtime.Mocks {
    let count = 0;
    return {
        newResource({ type, name, inputs, custom }: pulumi.runtime.MockResourceArgs) {
            const given = inputs as Record<string, unknown>;
            count += 1;
            recording.resources.push({ type, name, inputs: given, custom: custom === true });
            return { id: idOf(type, name, count), state: stateOf(type, given, count) };
        },
        call({ token, inputs }: pulumi.runtime.MockCallArgs) {
            recording.calls.push({ token, inputs: inputs as Record<string, unknown> });
            return token.endsWith(":getOrganization") ? { id: "101", login: "acme" } : {};
        },
    };
}

function idOf(type: string, name: string, count: number): string {
    const azure = `/subscriptions/${guid(0)}/resourceGroups/rg/providers/${type}/${name}`;
    return type.startsWith("azure-native:") ? azure : String(1000 + count);
}

function stateOf(
    type: string,
    inputs: Record<string, unknown>,
    count: number,
): Record<string, unknown> {
    const kind = type.split(":").at(-1) ?? "";
    switch (kind) {
        case "Vault": {
            const vaultUri = `https://${String(inputs.vaultName)}.vault.azure.net/`;
            return { name: inputs.vaultName, properties: { vaultUri } };
        }
        case "UserAssignedIdentity":
            return { name: inputs.resourceName, clientId: guid(count), principalId: guid(-count) };
        case "Repository":
            return { ...inputs, fullName: `acme/${String(inputs.name)}`, repoId: 200 + count };
        case "Team":
            return { ...inputs, slug: inputs.name };
        default:
            return { name: inputs[`${lowerFirst(kind)}Name`], ...inputs };
    }
}

function lowerFirst(text: string): string {
    return text.charAt(0).toLowerCase() + text.slice(1);
}

function guid(number: number): string {
    const sign = number < 0 ? "f" : "0";
    return `${sign.repeat(8)}-0000-4000-8000-${String(Math.abs(number)).padStart(12, "0")}`;
}
