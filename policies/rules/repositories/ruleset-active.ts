import { branchGuard, rulesetTypes } from "../../../model/views/githubRuleset";
import { defineRule } from "../../lib/defineRule";
import { demand, judgeDemands } from "../../lib/demands";

/**
 * Stops rules that only look as if they held. A ruleset that is switched off or merely evaluated
 * refuses nothing, and reads in a program just like one that does.
 *
 * Blind spot: a ruleset that is deleted instead; `every-repo-protected` names the default branch that
 * nothing guards any more.
 */
export const rulesetActive = defineRule({
    id: "ruleset-active",
    code: "F04",
    title: "Every ruleset is enforced",
    attack:
        "Somebody sets a ruleset to evaluate, for a trial or an urgent merge, and it stays there. From then on every " +
        "push passes, while the program and the settings page still list the rules.",
    blindSpot:
        "A ruleset that is taken away altogether; another rule asks each repository for its guard.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "enforce the ruleset; to try one out, exempt it for as long as the trial lasts",
        code: `enforcement: "active"`,
    },
    controls: ["ncsc:6", "owasp:cicd-sec-1", "cis:1.1.20", "slsa:source-3"],
    tags: ["repository", "ruleset"],
    types: rulesetTypes,
    settings: {},
    examples: {
        denied: `new RepositoryRuleset("main", {
    repository: "web",
    target: "branch",
    enforcement: "evaluate",
    rules: { deletion: true },
});`,
        allowed: `new RepositoryRuleset("main", {
    repository: "web",
    target: "branch",
    enforcement: "active",
    rules: { deletion: true },
});`,
    },
    judge(resource) {
        const value = branchGuard(resource).enforcement;
        return judgeDemands([
            demand({ path: "enforcement", value }, (how) => how === "active", '"active"'),
        ]);
    },
});
