import { absent, is, known, map, type Known } from "../../../model/known";
import { every, some } from "../../../model/logic";
import type { Resource } from "../../../model/resource";
import { projectType, repositoryType } from "../../../model/views/devOpsPlaces";
import {
    authorPatterns,
    authorPatternType,
    policyForce,
    policyRepositories,
} from "../../../model/views/devOpsPolicies";
import { defineStackRule } from "../../lib/defineRule";
import { Holders, judgePlaces, placesOf } from "../../lib/devOpsCoverage";

/**
 * Stops commits that say somebody else wrote them. Azure DevOps does not check an author's address by
 * itself, and has no signed commits to ask for: this policy is what there is.
 *
 * Advice by default: Azure DevOps is used soundly without it, and on somebody else's stack every new
 * project would be refused. Organisations that hold to it make it mandatory.
 */
export const adoAuthorPattern = defineStackRule({
    id: "ado-author-pattern",
    code: "S21",
    title: "Every project or repository in Azure Repos says whose commits it takes",
    attack:
        "A developer pushes commits under a name outside the organisation, or of nobody, and what a reviewer and an " +
        "auditor later read as their author is made up.",
    blindSpot:
        "An allowed domain is not a proof of identity: a name inside it can still be made up. Repositories made by hand in a project whose own policies name repositories are not covered.",
    severity: "medium",
    enforcement: "advisory",
    confidence: "high",
    remediation: {
        change: "create the policy for the project or each repository (AzureDevOpsProject: leave allowAnyAuthor out and give authorEmails, or give them to each AzureDevOpsRepositoryGuard)",
        code: `new RepositoryPolicyAuthorEmailPattern("authors", {
    projectId: project.id,
    authorEmailPatterns: ["*@acme.example"],
});`,
    },
    controls: ["owasp:cicd-sec-1", "ncsc:7"],
    tags: ["azure-devops", "repository"],
    types: [projectType, repositoryType],
    settings: {},
    examples: {
        denied: 'new Project("shop", { name: "Shop" });',
        allowed: `const shop = new Project("shop", { name: "Shop" });
new RepositoryPolicyAuthorEmailPattern("authors", {
    projectId: shop.id,
    authorEmailPatterns: ["*@acme.example"],
});`,
    },
    judge(stack, context) {
        const places = placesOf(stack, context);
        const policies = new Holders(places, [authorPatternType], "repositoryIds");
        return judgePlaces(places, {
            covers: (place) =>
                some(
                    policies.of(place).map((policy) => {
                        const { enabled, blocking } = policyForce(policy);
                        const about = isAbout(policies, policy, place);
                        return every([enabled, blocking, restricts(policy), about]);
                    }),
                ),
            finding: {
                property: "(resource)",
                seen: absent,
                wanted: "a policy on the addresses of authors",
            },
            open: "policies on authors",
        });
    },
});

/** A policy that names no repository is the whole project's. */
function isAbout(policies: Holders, policy: Resource, place: Resource): Known<boolean> {
    const ids = policyRepositories(policy);
    const whole = ids.state === "absent" || (ids.state === "known" && ids.value.length === 0);
    if (whole) return policies.isAbout(absent, policy, place);
    // All that the list holds are repositories, so each that it comes from is in it.
    const sources = policies.places.sources(policy, "repositoryIds");
    if (sources.some(({ urn }) => urn === place.urn)) return known(true);
    return ids.state === "known"
        ? some(ids.value.map((id) => policies.isAbout(id, policy, place)))
        : policies.isAbout(ids, policy, place);
}

/** Whether a policy's patterns refuse anybody. */
function restricts(policy: Resource): Known<boolean> {
    return map(
        authorPatterns(policy),
        (patterns) => patterns.length > 0 && !patterns.some(isAnybody),
    );
}

function isAnybody(pattern: Known<string>): boolean {
    return is(
        map(pattern, (text) => /^(\*|\*@\*)$/.test(text)),
        true,
    );
}
