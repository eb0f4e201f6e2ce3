import { is, known } from "../known";
import { flagAt, textAt, type Reading } from "../reading";
import type { Resource } from "../resource";

/** A type of ours: the GitHub provider has none for this setting. */
export const forkApprovalType = "gatehouse-hosts:index:GitHubForkApproval";

/** What pull requests from forks may run. */
export interface ForkWorkflows {
    /** Public repositories: whose requests wait; absent where this is not managed. */
    readonly approvalPolicy: Reading<string>;
    /** Private and internal repositories: whether anything runs at all; absent where not managed. */
    readonly runs: Reading<boolean>;
    /** Whether what runs gets secrets, or a token that writes; false where nothing runs. */
    readonly gifts: readonly Reading<boolean>[];
    /** Whether what runs waits for somebody who may write; true where nothing runs. */
    readonly waits: Reading<boolean>;
}

export function forkWorkflows({ props }: Pick<Resource, "props">): ForkWorkflows {
    const runs = flagAt(props, "runWorkflowsFromForkPullRequests");
    // GitHub's defaults; where nothing runs the others are without effect.
    const detail = (path: string, harmless: boolean): Reading<boolean> =>
        is(runs.value, false) ? { path, value: known(harmless) } : flagAt(props, path, harmless);
    return {
        approvalPolicy: textAt(props, "approvalPolicy"),
        runs,
        gifts: ["sendSecretsAndVariables", "sendWriteTokensToWorkflows"].map((path) =>
            detail(path, false),
        ),
        waits: detail("requireApprovalForForkPrWorkflows", true),
    };
}
