import { map, readFlag, readList, readNumber, readText, withDefault, type Known } from "../known";
import type { Resource } from "../resource";

export const approvalType = "azuredevops:index:CheckApproval";
export const branchControlType = "azuredevops:index:CheckBranchControl";
export const requiredTemplateType = "azuredevops:index:CheckRequiredTemplate";

/** Who approves each use of a protected resource. */
export interface ApprovalCheck {
    /** How many people and groups may approve; a group counts once. */
    readonly approvers: Known<number>;
    /** How many of them have to; 0, which is the default, means all. */
    readonly minimum: Known<number>;
    /** Whether whoever asked for a run may approve it. */
    readonly requesterApproves: Known<boolean>;
}

export function approvalCheck({ props }: Pick<Resource, "props">): ApprovalCheck {
    return {
        approvers: map(withDefault(readList(props, "approvers"), []), ({ length }) => length),
        minimum: withDefault(readNumber(props, "minimumRequiredApprovers"), 0),
        requesterApproves: withDefault(readFlag(props, "requesterCanApprove"), false),
    };
}

/** From which branches a run comes that uses a protected resource. */
export interface BranchCheck {
    /** Names and patterns; a single "*" where none are given. */
    readonly branches: Known<readonly string[]>;
    /** Whether these branches have to have policies. */
    readonly verifiesProtection: Known<boolean>;
    /** Whether a branch passes of whose protection the service knows nothing. */
    readonly acceptsUnknownProtection: Known<boolean>;
}

export function branchCheck({ props }: Pick<Resource, "props">): BranchCheck {
    return {
        branches: map(withDefault(readText(props, "allowedBranches"), "*"), listed),
        verifiesProtection: withDefault(readFlag(props, "verifyBranchProtection"), false),
        acceptsUnknownProtection: withDefault(
            readFlag(props, "ignoreUnknownProtectionStatus"),
            false,
        ),
    };
}

/** An empty list limits nothing. */
function listed(text: string): readonly string[] {
    const names = text.split(",").map((name) => name.trim());
    const written = names.filter((name) => name !== "");
    return written.length === 0 ? ["*"] : written;
}

/**
 * Whether a pattern of branches leaves none out, or lets in what a pull request proposes and nobody has
 * reviewed.
 */
export function admitsAnyBranch(pattern: string): boolean {
    const [before = "", ...after] = pattern.toLowerCase().split("*");
    if (before.startsWith("refs/pull")) return true;
    const begins = (start: string) => after.length > 0 && start.startsWith(before);
    return (begins("refs/pull/") || begins("refs/heads/")) && /^[/?]*$/.test(after.join(""));
}

/** A template that pipelines have to extend, and where it stands in the list. */
export interface RequiredTemplate {
    readonly path: string;
    readonly repository: Known<string>;
    readonly ref: Known<string>;
}

export function requiredTemplates({
    props,
}: Pick<Resource, "props">): Known<readonly RequiredTemplate[]> {
    const list = withDefault(readList(props, "requiredTemplates"), []);
    return map(list, (items) =>
        items.map((item, i) => ({
            path: `requiredTemplates[${i}]`,
            repository: item.state === "known" ? readText(item.value, "repositoryName") : item,
            ref: item.state === "known" ? readText(item.value, "repositoryRef") : item,
        })),
    );
}

/** What a check stands before. */
export interface CheckTarget {
    /** "environment", "endpoint", "variablegroup", "queue", "repository" or "securefile". */
    readonly kind: Known<string>;
    /** Its id; a repository's without the project's before it. */
    readonly id: Known<string>;
}

export function checkTarget({ props }: Pick<Resource, "props">): CheckTarget {
    const kind = map(readText(props, "targetResourceType"), (text) => text.toLowerCase());
    return { kind, id: map(readText(props, "targetResourceId"), bareId) };
}

function bareId(id: string): string {
    return id.slice(id.lastIndexOf(".") + 1).toLowerCase();
}

/** The id of what stands; its provider repeats it among the outputs. */
export function standingId({ props }: Pick<Resource, "props">): Known<string> {
    return map(readText(props, "id"), (id) => id.toLowerCase());
}
