import { conclude, type Finding } from "../../../model/finding";
import { is } from "../../../model/known";
import {
    autoReviewersType,
    branchPolicyTypes,
    policyForce,
    repositoryPolicyTypes,
} from "../../../model/views/devOpsPolicies";
import { defineRule } from "../../lib/defineRule";

/**
 * Stops policies that are there to be looked at. One kind is meant to advise as well: Azure DevOps
 * documents automatically included reviewers as required or optional, and optional ones are how
 * people are told of a change. Those may be without blocking.
 */
export const adoPolicyBlocking = defineRule({
    id: "ado-policy-blocking",
    code: "F14",
    title: "Policies of branches and repositories are in force",
    attack:
        "A policy stands in the list, and a reviewer of the settings ticks it off, but it is switched off or only " +
        "advises: whoever pushes or completes a pull request is not stopped by it.",
    blindSpot:
        "Sees policies that are there, not ones that are missing; optional reviewers are taken for what Azure DevOps says they are.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set enabled and blocking to true, or leave them out; take a policy away that nobody wants",
        code: "enabled: true,\nblocking: true,",
    },
    controls: ["ncsc:6", "owasp:cicd-sec-1"],
    tags: ["azure-devops", "repository"],
    types: [...branchPolicyTypes, ...repositoryPolicyTypes],
    settings: {},
    examples: {
        denied: `new BranchPolicyCommentResolution("comments", {
    blocking: false,
    // …
});`,
        allowed: `new BranchPolicyCommentResolution("comments", {
    enabled: true,
    blocking: true,
    // …
});`,
    },
    judge(resource) {
        const { enabled, blocking } = policyForce(resource);
        const parts = [
            { property: "enabled", seen: enabled },
            ...(resource.type === autoReviewersType
                ? []
                : [{ property: "blocking", seen: blocking }]),
        ];
        return conclude(
            parts
                .filter(({ seen }) => is(seen, false))
                .map((part): Finding => ({ ...part, wanted: "true" })),
            parts.filter(({ seen }) => seen.state === "unknown").map(({ property }) => property),
        );
    },
});
