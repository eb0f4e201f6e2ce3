import { is, known, read, readFlag, withDefault, type Known } from "../known";
import type { Resource } from "../resource";

export const authorizationType = "azuredevops:index:PipelineAuthorization";
/** The older resource, which its provider will remove. */
export const olderAuthorizationType = "azuredevops:index:ResourceAuthorization";
export const variableGroupType = "azuredevops:index:VariableGroup";

export const authorizationTypes = [
    authorizationType,
    olderAuthorizationType,
    variableGroupType,
] as const;

/** Whom a resource of Azure DevOps is opened to. */
export interface Opening {
    /** The property that decides it. */
    readonly property: string;
    /** Whether it is open to every pipeline of the project. */
    readonly toAll: Known<boolean>;
}

/** A pipeline whose number is not known yet is one pipeline. */
export function opening({ type, props }: Resource): Opening {
    if (type === variableGroupType) {
        return {
            property: "allowAccess",
            toAll: withDefault(readFlag(props, "allowAccess"), false),
        };
    }
    const older = type === olderAuthorizationType;
    const property = older ? "definitionId" : "pipelineId";
    const pipeline = read(props, property);
    const named =
        pipeline.state === "unknown" || (pipeline.state === "known" && pipeline.value !== 0);
    const authorized = older ? readFlag(props, "authorized") : known(true);
    if (named || is(authorized, false)) return { property, toAll: known(false) };
    return { property, toAll: withDefault(authorized, true) };
}
