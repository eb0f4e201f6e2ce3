import { is, readFlag, readText, withDefault, type Known } from "../known";
import type { Resource } from "../resource";
import type { GuardValue } from "./githubRuleset";

/** A type of ours: the GitHub provider has none for this setting. */
export const forkApprovalType = "gatehouse-hosts:index:GitHubForkApproval";

/** What pull requests from forks may run. */
export interface ForkWorkflows {
    /** Public repositories: whose requests wait; absent where this is not managed. */
    readonly approvalPolicy: GuardValue<string>;
    /** Private and internal repositories: whether anything runs at all; absent where not managed. */
    readonly runs: GuardValue<boolean>;
    /** Whether what runs gets secrets, or a token that writes; false where nothing runs. */
    readonly gifts: readonly GuardValue<boolean>[];
    /** Whether what runs waits for somebody who may write; true where nothing runs. */
    readonly waits: GuardValue<boolean>;
}

export function forkWorkflows({ props }: Pick<Resource, "props">): ForkWorkflows {
    const runs = readFlag(props, "runWorkflowsFromForkPullRequests");
    // GitHub's defaults; where nothing runs the others are without effect.
    const detail = (path: string, harmless: boolean): GuardValue<boolean> => {
        const value: Known<boolean> = is(runs, false)
            ? { state: "known", value: harmless }
            : withDefault(readFlag(props, path), harmless);
        return { path, value };
    };
    return {
        approvalPolicy: { path: "approvalPolicy", value: readText(props, "approvalPolicy") },
        runs: { path: "runWorkflowsFromForkPullRequests", value: runs },
        gifts: ["sendSecretsAndVariables", "sendWriteTokensToWorkflows"].map((path) =>
            detail(path, false),
        ),
        waits: detail("requireApprovalForForkPrWorkflows", true),
    };
}
