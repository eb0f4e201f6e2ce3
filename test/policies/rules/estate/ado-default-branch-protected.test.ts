import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoDefaultBranchProtected } from "../../../../policies/rules/estate/ado-default-branch-protected";
import { describeStackRule } from "../../../support/describeStackRule";
import {
    branchPolicy,
    devOps,
    everywhere,
    main,
    policies,
    repository,
    shop,
} from "../../../support/devOpsPlaceCases";

const one = repository("one");
const only = ["(resource)"];
const both = ["(resource)", "(resource)"];
/** What the rule only warns of is left out of the cases about the reach of policies. */
const blocking = { comments: false, workItems: false };
const reviews = ["MinReviewers"];

/** The policies, their only check another one. */
function gate(name: string, kind: string, settings: PropertyTree) {
    const check = branchPolicy("gate", kind, { scopes: [main], ...settings });
    return {
        name,
        resources: [shop, one, ...policies({ without: ["BuildValidation"] }), check],
        findings: only,
        says: "of every change",
    };
}

describeStackRule(adoDefaultBranchProtected, {
    denied: [
        {
            name: "no reviews",
            resources: [shop, one, ...policies({ without: reviews })],
            findings: only,
            says: "2 votes",
        },
        { name: "no policy at all", resources: [shop, one], config: blocking, findings: both },
        {
            name: "a single review",
            resources: [
                shop,
                one,
                ...policies({ without: reviews }),
                branchPolicy("weak", "MinReviewers", { scopes: [main], reviewerCount: 1 }),
            ],
            findings: only,
        },
        gate("a build on some paths", "BuildValidation", {
            filenamePatterns: ["/never/*", "!*.md"],
        }),
        gate("a build that waits for somebody", "BuildValidation", { manualQueueOnly: true }),
        gate("a status that need not be there", "StatusCheck", { applicability: "conditional" }),
        {
            name: "no check",
            resources: [shop, one, ...policies({ without: ["BuildValidation"] })],
            findings: only,
            says: "a status check",
        },
        {
            name: "no work items in a project with boards",
            resources: [shop, one, ...policies({ without: ["WorkItemLinking"] })],
            findings: only,
            advisory: true,
            says: "work item",
        },
        {
            name: "policies on another branch",
            resources: [
                shop,
                one,
                ...policies({ scope: { ...main, repositoryRef: "refs/heads/develop" } }),
            ],
            config: blocking,
            findings: both,
        },
        {
            name: "policies on another repository",
            resources: [
                shop,
                one,
                repository("two", { disabled: true }),
                ...policies({ sources: ["two"] }),
            ],
            config: blocking,
            findings: both,
        },
        {
            name: "policies of another project",
            resources: [
                shop,
                devOps("other", "Project", { name: "Other" }),
                one,
                ...policies({ scope: everywhere, sources: [] }).map((policy) => ({
                    ...policy,
                    propertyDependencies: { projectId: ["other"] },
                })),
            ],
            config: blocking,
            findings: both,
        },
        {
            name: "policies on no branch in particular",
            resources: [shop, one, ...policies({ scope: { repositoryId: UNKNOWN } })],
            config: blocking,
            findings: both,
        },
        {
            name: "fewer reviews than the settings ask for",
            resources: [shop, one, ...policies()],
            config: { minReviews: 3 },
            findings: only,
        },
    ],
    allowed: [
        { name: "the four policies", resources: [shop, one, ...policies()] },
        {
            name: "policies on every default branch of the project",
            resources: [shop, one, ...policies({ scope: everywhere, sources: [] })],
        },
        {
            name: "policies on the branch in every repository of the project",
            resources: [
                shop,
                one,
                ...policies({
                    scope: { repositoryRef: "refs/heads/main", matchType: "Exact" },
                    sources: [],
                }),
            ],
        },
        {
            name: "policies on all that begins like the branch",
            resources: [
                shop,
                one,
                ...policies({
                    scope: { ...main, repositoryRef: "refs/heads/", matchType: "Prefix" },
                }),
            ],
        },
        {
            name: "policies over two repositories",
            resources: [shop, one, repository("two"), ...policies({ sources: ["one", "two"] })],
        },
        {
            name: "reviews that are switched off, which another rule names",
            resources: [
                shop,
                one,
                ...policies({ without: reviews }),
                branchPolicy(
                    "off",
                    "MinReviewers",
                    { scopes: [main], reviewerCount: 2 },
                    { force: { enabled: false } },
                ),
            ],
        },
        {
            name: "a build on all paths but documents",
            resources: gate("", "BuildValidation", { filenamePatterns: ["/*", "!*.md"] }).resources,
        },
        {
            name: "a status instead of a build",
            resources: [
                shop,
                one,
                ...policies({ without: ["BuildValidation"] }),
                branchPolicy("scan", "StatusCheck", { scopes: [main], name: "scan" }),
            ],
        },
        {
            name: "no work items in a project without boards",
            resources: [
                devOps("shop", "Project", { features: { boards: "disabled" } }),
                one,
                ...policies({ without: ["WorkItemLinking"] }),
            ],
        },
        {
            name: "a repository that is switched off",
            resources: [shop, repository("one", { disabled: true })],
        },
        {
            name: "what the settings do not ask for",
            resources: [
                shop,
                one,
                ...policies({
                    without: ["BuildValidation", "CommentResolution", "WorkItemLinking"],
                }),
            ],
            config: { checks: false, comments: false, workItems: false },
        },
    ],
    undecidable: [
        {
            name: "policies on a branch that is not known yet",
            resources: [shop, one, ...policies({ scope: { ...main, repositoryRef: UNKNOWN } })],
            production: false,
        },
        {
            name: "a default branch that is not known yet",
            resources: [shop, repository("one", { defaultBranch: UNKNOWN }), ...policies()],
            production: false,
        },
        {
            name: "a repository of two, which of them is not known yet",
            resources: [
                shop,
                one,
                repository("two", { disabled: true }),
                ...policies({ without: reviews }),
                branchPolicy(
                    "either",
                    "MinReviewers",
                    {
                        scopes: [main, { ...main, repositoryRef: "refs/heads/develop" }],
                        reviewerCount: 2,
                    },
                    { sources: ["one", "two"] },
                ),
            ],
            production: false,
        },
    ],
    tokens: ["azuredevops:index:Git"],
});
