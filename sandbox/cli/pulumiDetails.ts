import type { StepEventMetadata } from "@pulumi/pulumi/automation/events";
import type { Operation, PropertyDifference, ShownState, StepDetail } from "../engine/api";
import { hideSecrets } from "./pulumiState";

/** A step of the CLI's events in full, as the embedded engine tells it. */
export function detailOf(op: Operation, metadata: StepEventMetadata): StepDetail {
    // What does not apply the CLI sends as null, whatever the SDK's types say.
    const { urn, provider } = metadata;
    const diffs = metadata.diffs ?? [];
    const keys = metadata.keys ?? [];
    const detailedDiff = metadata.detailedDiff as StepEventMetadata["detailedDiff"] | null;
    const [old, next] = [metadata.old, metadata.new] as (StepEventMetadata["old"] | null)[];
    return {
        op,
        urn,
        ...(provider === "" ? {} : { provider }),
        ...(old === undefined || old === null ? {} : { oldState: shown(old) }),
        ...(next === undefined || next === null ? {} : { newState: shown(next) }),
        ...(diffs.length > 0 && { diffReasons: diffs }),
        ...(keys.length > 0 && { replaceReasons: keys }),
        detailedDiff: detailedDiff ? differences(detailedDiff) : null,
    };
}

function differences(
    detailed: NonNullable<StepEventMetadata["detailedDiff"]>,
): Record<string, PropertyDifference> {
    return Object.fromEntries(
        Object.entries(detailed).map(([path, { diffKind, inputDiff }]) => [
            path,
            { kind: diffKind, inputDiff },
        ]),
    );
}

function shown(state: NonNullable<StepEventMetadata["old"]>): ShownState {
    const fields = Object.entries(hideSecrets(state) as object).filter(
        ([key, value]) => key === "custom" || !isEmpty(value),
    );
    return { ...Object.fromEntries(fields), urn: state.urn, type: state.type };
}

function isEmpty(value: unknown): boolean {
    if (value === undefined || value === null || value === "" || value === false) return true;
    return typeof value === "object" && Object.keys(value).length === 0;
}
