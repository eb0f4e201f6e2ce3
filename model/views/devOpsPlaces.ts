import { is, readFlag, readText, type Known } from "../known";
import type { Resource } from "../resource";

export const projectType = "azuredevops:index:Project";
export const repositoryType = "azuredevops:index:Git";

/** Whether a project certainly offers no boards: then there are no work items. */
export function hasNoBoards({ props }: Resource): boolean {
    return is(readText(props, ["features", "boards"]), "disabled");
}

/** Whether a repository is switched off: nobody reads or writes it. */
export function isSwitchedOff({ props }: Resource): boolean {
    return is(readFlag(props, "disabled"), true);
}

/** "refs/heads/main"; what a repository has when it is not said is not known here. */
export function defaultBranch({ props }: Resource): Known<string> {
    const branch = readText(props, "defaultBranch");
    return branch.state === "known" && branch.value !== "" ? branch : { state: "unknown" };
}
