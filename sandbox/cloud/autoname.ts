import { createHash, randomBytes } from "node:crypto";
import { isUnknown, str, type Values } from "./values";

/** Which input is named by the provider when the program does not, and how. */
export interface Autoname {
    readonly property: string;
    /** "copy": the resource's own name; "suffix": with a random end; "guid": nothing but random. */
    readonly style: "copy" | "suffix" | "guid";
    /** Between name and suffix; nothing when not given. */
    readonly separator?: string;
    /** Digits of the suffix. */
    readonly digits?: number;
    /** Input that asks for a name made by the service instead. */
    readonly unless?: string;
    /** Where the service allows fewer characters. */
    readonly fit?: (name: string) => string;
}

/** What the engine says about names: its seed, and what a user configured about naming. */
export interface NamingRequest {
    readonly resourceName: string;
    readonly seed: Uint8Array;
    readonly proposed?: string;
    readonly disabled?: boolean;
}

/**
 * Inputs with a name. The one of last time stays; equal seeds give equal names, so that preview and
 * update agree when the engine keeps its seed.
 */
export function named(
    autoname: Autoname | undefined,
    inputs: Values,
    olds: Values,
    request: NamingRequest,
): Values {
    if (autoname === undefined || isNamed(autoname, inputs)) {
        return inputs;
    }
    const last = str(olds, autoname.property);
    if (last !== "" && !isUnknown(last)) {
        return { ...inputs, [autoname.property]: last };
    }
    if (request.disabled === true) {
        return inputs;
    }
    return { ...inputs, [autoname.property]: request.proposed ?? invent(autoname, request) };
}

/** True when the inputs say what the name is to be. */
export function isNamed({ property, unless }: Autoname, inputs: Values): boolean {
    return inputs[property] !== undefined || (unless !== undefined && inputs[unless] !== undefined);
}

function invent(autoname: Autoname, request: NamingRequest): string {
    const { resourceName, seed } = request;
    const source = seed.length > 0 ? seed : randomBytes(32);
    const random = createHash("sha256").update(source).update(resourceName).digest("hex");
    if (autoname.style === "guid") {
        const cut = [random.slice(0, 8), random.slice(8, 12), `4${random.slice(13, 16)}`];
        return [...cut, `a${random.slice(17, 20)}`, random.slice(20, 32)].join("-");
    }
    const suffix = `${autoname.separator ?? ""}${random.slice(0, autoname.digits ?? 8)}`;
    const name = autoname.style === "copy" ? resourceName : `${resourceName}${suffix}`;
    return autoname.fit === undefined ? name : autoname.fit(name);
}
