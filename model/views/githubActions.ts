import { map, read, readFlag, readText, readTexts, withDefault, type Known } from "../known";
import { flagAt, readingAt, textAt, type Reading } from "../reading";
import type { Resource } from "../resource";

/** Those that say whether actions must be pinned; an enterprise's do not. */
export const pinningTypes = [
    "github:index:ActionsRepositoryPermissions",
    "github:index:ActionsOrganizationPermissions",
] as const;
/** What says which actions may run, of a repository, an organisation or an enterprise. */
export const actionsPermissionsTypes = [
    ...pinningTypes,
    "github:index:EnterpriseActionsPermissions",
] as const;
/** What says what the token of a workflow may do. */
export const workflowTokenTypes = [
    "github:index:WorkflowRepositoryPermissions",
    "github:index:ActionsOrganizationWorkflowPermissions",
    "github:index:EnterpriseActionsWorkflowPermissions",
] as const;
export const runnerGroupTypes = [
    "github:index:ActionsRunnerGroup",
    "github:index:EnterpriseActionsRunnerGroup",
] as const;

/** Which actions may run. */
export interface ActionsPermissions {
    /** Whether workflows run there at all. */
    readonly enabled: Known<boolean>;
    /** "all", "local_only" or "selected"; GitHub's default is all. */
    readonly allowed: Reading<string>;
    /** Whether actions of creators that GitHub has verified are allowed. */
    readonly verified: Reading<boolean>;
    /** Actions allowed by name; absent where nothing is said of them. */
    readonly patterns: Reading<readonly Known<string>[]>;
    /** Whether "selected" says what is. */
    readonly selection: Reading<unknown>;
    /** Whether an action has to be named by a commit. */
    readonly pinned: Reading<boolean>;
}

export function actionsPermissions({ props }: Pick<Resource, "props">): ActionsPermissions {
    const config = "allowedActionsConfig";
    const none = ["enabledRepositories", "enabledOrganizations"].map((path) =>
        map(readText(props, path), (which) => which !== "none"),
    );
    const [above = readFlag(props, "enabled")] = none.filter(({ state }) => state !== "absent");
    return {
        enabled: withDefault(above, true),
        allowed: textAt(props, "allowedActions", "all"),
        verified: flagAt(props, `${config}.verifiedAllowed`, false),
        patterns: readingAt(props, `${config}.patternsAlloweds`, readTexts),
        selection: readingAt<unknown>(props, config, read),
        pinned: flagAt(props, "shaPinningRequired", false),
    };
}

/** What the token of a workflow may do where the workflow asks for nothing. */
export interface WorkflowToken {
    /** "read" or "write". */
    readonly permissions: Reading<string>;
    readonly approves: Reading<boolean>;
}

export function workflowToken({ type, props }: Resource): WorkflowToken {
    // The provider's default; of a repository it has none, and leaves what the organisation says.
    const above = type !== "github:index:WorkflowRepositoryPermissions";
    return {
        permissions: textAt(props, "defaultWorkflowPermissions", above ? "read" : undefined),
        approves: flagAt(props, "canApprovePullRequestReviews", false),
    };
}

/** Whether an action's pattern leaves open whose, or which, it is; what begins with "!" is refused, not allowed. */
export function isWideAction(pattern: string, owners: readonly string[]): boolean {
    if (pattern.startsWith("!")) return false;
    const [owner = "", repository = ""] = pattern.split("@", 1)[0]?.split("/") ?? [];
    if (/[*?]/.test(owner)) return true;
    return /[*?]|^$/.test(repository) && !owners.includes(owner.toLowerCase());
}

/** A group of runners. */
export function opensToPublic({ props }: Pick<Resource, "props">): Reading<boolean> {
    return flagAt(props, "allowsPublicRepositories", false);
}

export const deployKeyType = "github:index:RepositoryDeployKey";

export function readsOnly({ props }: Pick<Resource, "props">): Reading<boolean> {
    return flagAt(props, "readOnly", true);
}
