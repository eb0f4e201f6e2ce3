import { conclude, undecidable, type Verdict } from "../../../model/finding";
import { is } from "../../../model/known";
import type { Resource } from "../../../model/resource";
import {
    checkDemand,
    requiresWorkflows,
    type CheckDemand,
} from "../../../model/views/githubBranchRules";
import { branchGuard, branchGuardTypes } from "../../../model/views/githubRuleset";
import { notAMergeGuard } from "../../lib/branchLayers";
import { defineRule } from "../../lib/defineRule";
import { demand, judgeDemands, on } from "../../lib/demands";

/**
 * Stops code from reaching a guarded branch untested. A check that ran on an old base says nothing of
 * what the branch will hold, so the branch has to be up to date, or merged by a queue.
 *
 * An organisation's ruleset that names no check is accepted, unlike in the catalogue: one check that
 * a repository does not report blocks its merges for good, so they belong to each repository;
 * `every-repo-protected` asks for them where no other guard does. Required workflows count as checks.
 *
 * Blind spot: rulesets are layered, so another one may ask for what this one leaves out; judge
 * deliberate layers by exemption. What a check does, and whether anything reports it, is not seen.
 */
export const rulesetStatusChecks = defineRule({
    id: "ruleset-status-checks",
    code: "F08",
    title: "Rules for branches demand green checks on what the branch will hold",
    attack:
        "A change that fails its tests or scans, or was never tested at all, is merged: by mistake, in a hurry, or " +
        "because its author knows what the scan would say. Without an up-to-date branch two changes that pass alone break together.",
    blindSpot:
        "Judges each ruleset by itself, and neither what a check does nor whether anything reports it. An organization's ruleset need not name checks.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "require at least one status check on an up-to-date branch (GitHubRepositoryGuard: name checks and leave allowNoChecks out)",
        code: `requiredStatusChecks: {
    requiredChecks: [{ context: "build", integrationId: 15368 }],
    strictRequiredStatusChecksPolicy: true,
}`,
    },
    controls: ["ncsc:4", "ncsc:6", "owasp:cicd-sec-1", "cis:1.1.9", "cis:1.1.10"],
    tags: ["repository", "checks"],
    types: branchGuardTypes,
    settings: {},
    examples: {
        denied: `new RepositoryRuleset("main", {
    repository: "web",
    target: "branch",
    enforcement: "active",
    conditions: { refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] } },
    rules: { deletion: true, pullRequest: { requiredApprovingReviewCount: 2 } },
});`,
        allowed: `new RepositoryRuleset("main", {
    repository: "web",
    target: "branch",
    enforcement: "active",
    conditions: { refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] } },
    rules: {
        deletion: true,
        pullRequest: { requiredApprovingReviewCount: 2 },
        requiredStatusChecks: {
            requiredChecks: [{ context: "build", integrationId: 15368 }],
            strictRequiredStatusChecksPolicy: true,
        },
    },
});`,
    },
    judge(resource) {
        const elsewhere = notAMergeGuard(branchGuard(resource));
        if (elsewhere) return elsewhere;
        const { path, value } = checkDemand(resource);
        if (value.state === "known") return judgeChecks(value.value);
        if (value.state === "unknown") return undecidable([path]);
        return judgeAbsence(resource, path);
    },
});

function judgeChecks({ count, strict }: CheckDemand): Verdict {
    return judgeDemands([demand(count, (checks) => checks > 0, "at least one check"), on(strict)]);
}

function judgeAbsence(resource: Resource, property: string): Verdict {
    const isOrganizations = resource.type === "github:index:OrganizationRuleset";
    const workflows = requiresWorkflows(resource);
    if (workflows.state === "unknown") return undecidable(["rules.requiredWorkflows"]);
    return conclude(
        isOrganizations || is(workflows, true)
            ? []
            : [{ property, seen: { state: "absent" }, wanted: "required status checks" }],
    );
}
