import { allowed, conclude, undecidable, type Finding } from "../../../model/finding";
import { checkSources, type CheckSource } from "../../../model/views/githubBranchRules";
import { branchGuard, isNotEnforced, rulesetTypes } from "../../../model/views/githubRuleset";
import { defineRule } from "../../lib/defineRule";

/**
 * Stops a green check that nothing ran. GitHub knows a check by its name; unless an app is named for
 * it, any token that may write statuses can report it, that of a workflow on a branch included.
 *
 * Blind spot: classic protection, where the provider cannot name the app. The app GitHub Actions is one
 * for all workflows, so whoever may change workflows can still report the check.
 */
export const statusCheckSourcePinned = defineRule({
    id: "status-check-source-pinned",
    code: "F09",
    title: "Each required check names the app that reports it",
    attack:
        "A developer, or a job on a branch of theirs, reports the required check as green by a call to the API. The " +
        "rules are met, the merge goes through, and no test or scan ever ran.",
    blindSpot:
        "Classic branch protection is not judged, and every workflow reports as the same app.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set the integrationId of the app that runs the check (GitHub Actions is 15368)",
        code: `requiredChecks: [{ context: "build", integrationId: 15368 }]`,
    },
    controls: ["ncsc:6", "ncsc:7", "owasp:cicd-sec-1", "cis:1.1.9"],
    tags: ["repository", "checks"],
    types: rulesetTypes,
    settings: {},
    examples: {
        denied: `new RepositoryRuleset("main", {
    repository: "web",
    target: "branch",
    enforcement: "active",
    rules: { requiredStatusChecks: { requiredChecks: [{ context: "build" }] } },
});`,
        allowed: `new RepositoryRuleset("main", {
    repository: "web",
    target: "branch",
    enforcement: "active",
    rules: {
        requiredStatusChecks: { requiredChecks: [{ context: "build", integrationId: 15368 }] },
    },
});`,
    },
    judge(resource) {
        if (isNotEnforced(branchGuard(resource))) return allowed;
        const sources = checkSources(resource);
        if (sources.state === "absent") return allowed;
        if (sources.state === "unknown") {
            return undecidable(["rules.requiredStatusChecks.requiredChecks"]);
        }
        return conclude(
            sources.value.filter(({ app }) => app.value.state === "absent").map(findingOf),
            sources.value
                .filter(({ app }) => app.value.state === "unknown")
                .map(({ app }) => app.path),
        );
    },
});

function findingOf({ context, app }: CheckSource): Finding {
    return {
        ...(context.state === "known" && { id: `check ${context.value}` }),
        property: app.path,
        seen: app.value,
        wanted: "the id of the app that reports the check",
    };
}
