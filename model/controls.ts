import { controlTitles, standards } from "./data/controls";

/** Id of a control, its standard's short name first: "ncsc:5", "mcsb:DP-8". */
export type ControlId = keyof typeof controlTitles;

/** The document a control comes from. */
export interface Standard {
    readonly name: string;
    readonly version: string;
    /** Where to read it. */
    readonly reference: string;
    /** How our ids are built from the document's. */
    readonly specification: string;
    /** When ids and titles were looked up. */
    readonly date: string;
}

/** One demand of a published standard. */
export interface Control {
    readonly id: ControlId;
    readonly title: string;
    readonly standard: Standard;
}

/** Every control of the catalogue, in its order. */
export const controlIds = Object.keys(controlTitles) as readonly ControlId[];

export function control(id: ControlId): Control {
    const standard = id.slice(0, id.indexOf(":")) as keyof typeof standards;
    return { id, title: controlTitles[id], standard: standards[standard] };
}
