import type { Case, Expectation, Program, Run, Values } from "./case";
import { Thing } from "./things";

export function story(title: string, ...runs: readonly Run[]): Case {
    return { title, runs };
}

export function up(program: Program, expect?: Expectation): Run {
    return { program, ...(expect === undefined ? {} : { expect }) };
}

export function preview(program: Program, expect: Expectation): Run {
    return { kind: "preview", program, expect };
}

/** The program of the run before, once more. */
export function again(expect: Expectation): Run {
    return { expect };
}

export function refresh(expect: Expectation, meanwhile?: Run["meanwhile"]): Run {
    return { kind: "refresh", expect, ...(meanwhile === undefined ? {} : { meanwhile }) };
}

export function destroy(expect: Expectation): Run {
    return { kind: "destroy", expect };
}

/** A program with nothing in it. */
export const nothing: Program = () => undefined;

/** A program with the one resource "a". */
export function thing(inputs: Values = {}, opts: object = {}, type?: string): Program {
    return () => {
        new Thing("a", inputs, opts, type);
    };
}
