import { known, type Known } from "../../../model/known";
import { historyGuard } from "../../../model/views/githubBranchRules";
import { branchGuard, branchGuardTypes } from "../../../model/views/githubRuleset";
import { notAMergeGuard } from "../../lib/branchLayers";
import { defineRule } from "../../lib/defineRule";
import { ifThere, judgeDemands, off, on, type Demand } from "../../lib/demands";

/**
 * Stops a reviewed history from being replaced: who may force a push needs no review for what the
 * branch holds afterwards, and who may delete the branch can make it anew.
 *
 * Blind spot: rulesets are layered, so another one may refuse what this one leaves open; judge
 * deliberate layers by exemption. Tags are not judged, nor layers about commits and names alone.
 */
export const rulesetHistoryImmutable = defineRule({
    id: "ruleset-history-immutable",
    code: "F06",
    title: "Nobody rewrites or deletes a guarded branch",
    attack:
        "An attacker with write access forces a push over reviewed commits, or deletes the branch and pushes " +
        "another under its name. What was reviewed is gone, and with it the trace of what was changed.",
    blindSpot:
        "Judges each ruleset by itself: what another one refuses is not seen. Tags are not judged.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "refuse force pushes and deletion, and let nobody force a push",
        code: `rules: { nonFastForward: true, deletion: true }`,
    },
    controls: ["ncsc:6", "owasp:cicd-sec-1", "cis:1.1.16", "cis:1.1.17", "slsa:source-2"],
    tags: ["repository", "history"],
    types: branchGuardTypes,
    settings: {},
    examples: {
        denied: `new BranchProtection("main", {
    repositoryId: "web",
    pattern: "main",
    allowsForcePushes: true,
});`,
        allowed: `new BranchProtection("main", {
    repositoryId: "web",
    pattern: "main",
    allowsForcePushes: false,
    allowsDeletions: false,
});`,
    },
    judge(resource) {
        const elsewhere = notAMergeGuard(branchGuard(resource));
        if (elsewhere) return elsewhere;
        const { demands, permits, exempt } = historyGuard(resource);
        const exempted = exempt.value.state === "known" ? exempt.value.value : [];
        return judgeDemands([
            ...demands.map(on),
            ...permits.map(off),
            // Whoever is listed is judged by name, a list that is unknown as a whole.
            ...ifThere(exempt, () => true, "nobody"),
            ...exempted.map((who, i) => mayForce(`${exempt.path}[${i}]`, who)),
        ]);
    },
});

function mayForce(property: string, seen: Known<string>): Demand {
    return {
        ...(seen.state === "known" && { id: `force push ${seen.value}` }),
        property,
        seen,
        met: known(false),
        wanted: "nobody who may force a push",
    };
}
