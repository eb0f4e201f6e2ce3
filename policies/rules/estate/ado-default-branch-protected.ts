import { conclude, type Finding } from "../../../model/finding";
import { absent, is, known, map, type Known } from "../../../model/known";
import { every, not, some } from "../../../model/logic";
import type { Resource } from "../../../model/resource";
import { hasNoBoards, isSwitchedOff, repositoryType } from "../../../model/views/devOpsPlaces";
import {
    buildPolicy,
    buildValidationType,
    commentResolutionType,
    minReviewersType,
    reviewPolicy,
    statusCheckType,
    statusPolicy,
    workItemLinkingType,
} from "../../../model/views/devOpsPolicies";
import { coversDefaultBranch } from "../../lib/branchCoverage";
import { defineStackRule } from "../../lib/defineRule";
import { placesOf } from "../../lib/devOpsCoverage";
import { reviewCounts } from "../../lib/productionBranches";
import { flag } from "../../lib/settings";

/**
 * Stops repositories that nobody thought of. Policies of the whole project count, for every repository
 * of it or for every default branch, and so does one policy over several repositories. Only the
 * default branch is asked for: which others there are is not known here, and integration branches may
 * have weaker policies, which `ado-min-reviewers` judges. A gate counts as the branch's check when it judges
 * every change by itself: one on some paths is beside another on all of them.
 *
 * Comments and work items say why and keep nobody out: of those there is only a warning.
 * A project that offers no boards has no work items to link.
 */
export const adoDefaultBranchProtected = defineStackRule({
    id: "ado-default-branch-protected",
    code: "S24",
    title: "The default branch of every repository in Azure Repos asks for reviews, checks, comments and work items",
    attack:
        "A repository without policies, or with one of them left out, takes a push of anybody who may write: no " +
        "second person, no test and no trace of why.",
    blindSpot:
        "Repositories that another stack, or somebody by hand, made are not seen, nor branches besides the default one.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "create the missing policy for the default branch (AzureDevOpsRepositoryGuard: leave allowNoChecks and allowNoWorkItems out)",
        code: `new BranchPolicyMinReviewers("reviews", {
    projectId: project.id,
    settings: { scopes: [{ matchType: "DefaultBranch" }], reviewerCount: 2, ... },
});`,
    },
    controls: ["ncsc:2", "ncsc:6", "owasp:cicd-sec-1", "cis:1.1.20"],
    tags: ["azure-devops", "repository", "review", "gate"],
    types: [repositoryType],
    settings: {
        minReviews: reviewCounts.minReviews,
        checks: flag("Asks for a build validation or a status check.", true),
        comments: flag("Asks for comments to be resolved.", true),
        workItems: flag("Asks for a work item, where the project has boards.", true),
    },
    examples: {
        denied: 'new Git("web", { projectId: project.id, defaultBranch: "refs/heads/main", ... });',
        allowed: `const scopes = [{ repositoryId: web.id, repositoryRef: "refs/heads/main" }];
new BranchPolicyMinReviewers("reviews", { settings: { scopes, reviewerCount: 2, ... }, ... });
new BranchPolicyBuildValidation("build", { settings: { scopes, ... }, ... });
new BranchPolicyCommentResolution("comments", { settings: { scopes }, ... });
new BranchPolicyWorkItemLinking("work-items", { settings: { scopes }, ... });`,
    },
    judge(stack, context) {
        const places = placesOf(stack, context);
        const { minReviews, checks, comments, workItems } = context.config;
        const enough = (policy: Resource) =>
            map(reviewPolicy(policy).count.value, (count) => count >= minReviews);
        const on = (wanted: boolean, demand: Demand): Demand[] => (wanted ? [demand] : []);
        const always = () => true;
        const demands: readonly Demand[] = [
            {
                id: "reviews",
                wanted: `a policy that asks for ${minReviews} votes`,
                covers: coversDefaultBranch(places, [minReviewersType], enough),
                applies: always,
            },
            ...on(checks, {
                id: "checks",
                wanted: "a policy with a build validation or a status check of every change",
                covers: coversDefaultBranch(
                    places,
                    [buildValidationType, statusCheckType],
                    judgesEveryChange,
                ),
                applies: always,
            }),
            ...on(comments, {
                id: "comments",
                advisory: true,
                wanted: "a policy that comments are resolved",
                covers: coversDefaultBranch(places, [commentResolutionType]),
                applies: always,
            }),
            ...on(workItems, {
                id: "workItems",
                advisory: true,
                wanted: "a policy that a work item is linked",
                covers: coversDefaultBranch(places, [workItemLinkingType]),
                applies: (repository) => {
                    const project = places.projectOf(repository);
                    return project === undefined || !hasNoBoards(project);
                },
            }),
        ];
        return places.repositories
            .filter((repository) => !isSwitchedOff(repository))
            .flatMap((repository) =>
                // Apart, so that a warning never hides what cannot be told.
                [demands.filter((one) => !one.advisory), demands.filter((one) => one.advisory)].map(
                    (some) => ({ urn: repository.urn, verdict: verdictOn(repository, some) }),
                ),
            );
    },
});

/** Patterns that hold for every path. */
const everyPath = /^[\\/]?\*{1,2}$/;

/**
 * A gate that waits for somebody, or looks at some paths only, lets other changes through unjudged. What
 * patterns with an exclamation mark except is `ado-build-validation-strict`'s.
 */
function judgesEveryChange(policy: Resource): Known<boolean> {
    const build = policy.type === buildValidationType;
    const { paths } = build ? buildPolicy(policy) : statusPolicy(policy);
    const byItself = build
        ? not(buildPolicy(policy).byHandOnly.value)
        : map(statusPolicy(policy).applicability.value, (kind) => /^default$/i.test(kind));
    if (paths.value.state === "absent") return byItself;
    if (paths.value.state === "unknown") return every([byItself, paths.value]);
    const texts = paths.value.value;
    const wanted = texts.filter((one) => !(one.state === "known" && one.value.startsWith("!")));
    const whole = wanted.map((one) => map(one, (text) => everyPath.test(text)));
    return every([byItself, wanted.length === 0 ? known(true) : some(whole)]);
}

interface Demand {
    readonly id: string;
    readonly wanted: string;
    /** How teams work, and no guard against anybody: said, and left to them. */
    readonly advisory?: true;
    readonly covers: ReturnType<typeof coversDefaultBranch>;
    readonly applies: (repository: Resource) => boolean;
}

function verdictOn(repository: Resource, demands: readonly Demand[]) {
    const answers = demands
        .filter(({ applies }) => applies(repository))
        .map((demand) => ({ ...demand, covered: demand.covers(repository) }));
    return conclude(
        answers
            .filter(({ covered }) => is(covered, false))
            .map(({ id, wanted, advisory }): Finding => ({
                ...(advisory ? { advisory } : {}),
                id,
                property: "(resource)",
                seen: absent,
                wanted,
                change: `give the default branch ${wanted}`,
            })),
        answers
            .filter(({ covered, advisory }) => covered.state === "unknown" && !advisory)
            .map(({ id }) => `policies on the default branch (${id})`),
    );
}
