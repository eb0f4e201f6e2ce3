import { allowed, undecidable, type Verdict } from "../../model/finding";
import { isNotEnforced, type BranchGuard } from "../../model/views/githubRuleset";

/**
 * Rules that say what a commit or a name looks like, or close a branch to all but those who may bypass
 * them: no merge is reviewed by them.
 */
const commitRules = [
    "branchNamePattern",
    "commitAuthorEmailPattern",
    "commitMessagePattern",
    "committerEmailPattern",
    "creation",
    "requiredSignatures",
    "update",
];

/** A layer above or beside the guards of branches, such as signatures on all of them. */
function asksOfCommitsOnly({ rules }: BranchGuard): boolean {
    return (
        rules.state === "known" &&
        rules.value.length > 0 &&
        rules.value.every((rule) => commitRules.includes(rule))
    );
}

/**
 * The verdict on what is no guard of merges, whatever a rule asks of those: guards of tags and pushes,
 * rulesets that do not stand (`ruleset-active` names them), layers about commits. Undefined for the others.
 */
export function notAMergeGuard(guard: BranchGuard): Verdict | undefined {
    const { target, enforcement } = guard;
    if (target.state === "known" && target.value !== "branch") return allowed;
    if (isNotEnforced(guard)) return allowed;
    const unknown = Object.entries({ target, enforcement }).filter(
        ([, value]) => value.state === "unknown",
    );
    if (unknown.length > 0) return undecidable(unknown.map(([name]) => name));
    return asksOfCommitsOnly(guard) ? allowed : undefined;
}
