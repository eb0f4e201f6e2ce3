import assert from "node:assert/strict";
import { at, inGroup, placed } from "./everything";
import { openBench, refusal, type Bench, type Props } from "./support";

/** A cloud with a resource group, and short words for what tests of service rules do. */
export interface AzureBench {
    readonly bench: Bench;
    /** Creates a type by module and class, as "network:NatGateway". */
    up(type: string, inputs: Props): ReturnType<Bench["engine"]["up"]>;
    /** Asserts that a creation is refused in these words. */
    refused(type: string, inputs: Props, words: RegExp): Promise<void>;
    /** Asserts that a change of what stands is refused in these words. */
    kept(type: string, id: string, inputs: Props, words: RegExp): Promise<void>;
    /** Asserts that a deletion is refused in these words. */
    held(type: string, id: string, words: RegExp): Promise<void>;
    /** Reasons of a check, joined. */
    check(type: string, inputs: Props): Promise<string>;
}

export async function openAzure(): Promise<AzureBench> {
    const bench = await openBench();
    const token = (type: string) => `azure-native:${type}`;
    await bench.engine.up(token("resources:ResourceGroup"), placed);
    return {
        bench,
        up: (type, inputs) => bench.engine.up(token(type), inputs),
        refused: async (type, inputs, words) =>
            assert.match(await refusal(bench.engine.create(token(type), inputs)), words),
        kept: async (type, id, inputs, words) =>
            assert.match(await refusal(bench.engine.update(token(type), id, inputs)), words),
        held: async (type, id, words) =>
            assert.match(await refusal(bench.engine.delete(token(type), id)), words),
        check: async (type, inputs) =>
            (await bench.engine.check(token(type), inputs)).failures.join("\n"),
    };
}

/** A network with a subnet of this name and range. */
export async function network(azure: AzureBench, name: string, range: string, more: Props = {}) {
    await azure.up("network:VirtualNetwork", {
        ...placed,
        virtualNetworkName: "vnet-main",
        addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    });
    return subnet(azure, name, range, more);
}

export async function subnet(azure: AzureBench, name: string, range: string, more: Props = {}) {
    const inputs = {
        ...inGroup,
        virtualNetworkName: "vnet-main",
        subnetName: name,
        addressPrefix: range,
    };
    return (await azure.up("network:Subnet", { ...inputs, ...more })).id;
}

/** A Standard, static public address. */
export async function address(azure: AzureBench, name: string) {
    await azure.up("network:PublicIPAddress", {
        ...placed,
        publicIpAddressName: name,
        sku: { name: "Standard" },
        publicIPAllocationMethod: "Static",
    });
    return at(`Microsoft.Network/publicIPAddresses/${name}`);
}
