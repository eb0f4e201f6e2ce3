import type { z } from "zod";
import type { Failure } from "./configuration";
import type { Hosts } from "./hosts";
import type { Values } from "./values";

/** What stands on the host: what the program could have said, and what only the host tells. */
export interface Standing {
    readonly inputs: Values;
    readonly computed: Values;
}

/** One class: its inputs, and how each operation is done over REST. Inputs carry no marks here. */
export interface HostResource {
    readonly name: string;
    readonly schema: z.ZodObject;
    /** Paths of inputs a change of which replaces: "repository", "splunk.url". */
    readonly fixed: readonly string[];
    /** Inputs one of which is given: going from one to another replaces. */
    readonly targets?: readonly string[];
    /** Paths of inputs that are secret, whatever the program says; the host gives none back. */
    readonly secrets?: readonly string[];
    /** What an input is where it is left out. */
    readonly defaults?: Values;
    /** Outputs only the host can tell, and their types in Pulumi's words. */
    readonly computed: Readonly<Record<string, "string" | "integer" | "boolean">>;
    /** Rules over several inputs; asked only when each is well formed. What is not known yet must pass. */
    rules?(inputs: Values): Failure[];
    /** The id where the inputs say it; else the host tells. */
    id?(inputs: Values): string;
    create(on: Hosts, inputs: Values): Promise<{ id: string; computed: Values }>;
    /** Nothing when it is gone. Inputs are those of last time; none when it is looked up by its id. */
    read(on: Hosts, id: string, inputs: Values): Promise<Standing | undefined>;
    /** Left out where every change replaces. */
    update?(on: Hosts, id: string, inputs: Values, olds: Values): Promise<Values>;
    delete(on: Hosts, id: string, inputs: Values): Promise<void>;
}

/**
 * Inputs as they would have to be for what stands: those that were given, with their present values, and those
 * that differ from what leaving them out means.
 */
export function liveInputs(given: Values, live: Values, defaults: Values): Values {
    const isLookUp = Object.keys(given).length === 0;
    return Object.fromEntries(
        Object.entries(live).filter(
            ([name, value]) =>
                given[name] !== undefined ||
                (name in defaults ? value !== defaults[name] : isLookUp),
        ),
    );
}
