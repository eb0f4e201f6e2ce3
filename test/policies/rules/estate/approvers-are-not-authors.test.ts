import { approversAreNotAuthors } from "../../../../policies/rules/estate/approvers-are-not-authors";
import { approvalWith, devOpsToken } from "../../../support/devOpsCases";
import {
    exemption,
    testRule,
    unknownValue,
    urnOf,
    type CaseResource,
} from "../../../support/ruleCases";

type Properties = CaseResource["props"];

function group(name: string): CaseResource {
    return { name, type: devOpsToken("Group"), props: { displayName: name } };
}

const [release, web, everybody] = [group("release"), group("web"), group("Contributors")];
const urns = (groups: readonly CaseResource[]) => groups.map(urnOf);

/** An approval of groups that are still to be made. */
function approvalOf(...groups: CaseResource[]): CaseResource {
    return {
        ...approvalWith({ approvers: groups.map(() => unknownValue) }),
        propertyDependencies: { approvers: urns(groups) },
    };
}

/** What a group, still to be made, may do in every repository. */
function permissions(principal: CaseResource, granted: Properties): CaseResource {
    return {
        name: "permissions",
        type: devOpsToken("GitPermissions"),
        props: { projectId: "shop", principal: unknownValue, permissions: granted },
        propertyDependencies: { principal: urns([principal]) },
    };
}

/** The reviewers a branch requires, still to be made. */
function reviewers(groups: readonly CaseResource[], more: Properties = {}): CaseResource {
    const settings = { autoReviewerIds: groups.map(() => unknownValue), scopes: [{}] };
    return {
        name: "reviewers",
        type: devOpsToken("BranchPolicyAutoReviewers"),
        props: { enabled: true, blocking: true, settings, ...more },
        propertyDependencies: { settings: urns(groups) },
    };
}

const bypass = { PullRequestBypassPolicy: "Allow", PolicyExempt: "Deny" };
const first = [approvalOf(release), release, permissions(release, bypass)];
const person = "aaaaaaaa-0000-4000-8000-000000000001";
const standing = { ...release, props: { ...release.props, originId: person } };

testRule(approversAreNotAuthors, {
    denied: [
        {
            title: "a group that goes round the policies it approves after",
            resources: first,
            says: ["somebody else than who has PullRequestBypassPolicy"],
        },
        {
            title: "a group that is the only reviewer, too",
            resources: [approvalOf(release), release, reviewers([release])],
            says: ["the only required reviewer"],
        },
        {
            title: "a group that stands and is named by its id",
            resources: [
                approvalWith({ approvers: [person] }),
                standing,
                permissions(standing, bypass),
            ],
            says: ["PullRequestBypassPolicy"],
        },
        {
            title: "somebody who is named by an id in both places",
            resources: [
                approvalWith({ approvers: [person] }),
                {
                    ...reviewers([]),
                    props: { settings: { autoReviewerIds: [person.toUpperCase()] } },
                },
            ],
            says: ["the only required reviewer"],
        },
        {
            title: "a group in which everybody is",
            resources: [approvalOf(everybody), everybody],
            says: ["a group in which not everybody is"],
        },
    ],
    allowed: [
        {
            title: "another group than goes round the policies",
            resources: [approvalOf(release), release, web, permissions(web, bypass)],
        },
        {
            title: "two groups, of which one goes round the policies",
            resources: [approvalOf(release, web), release, web, permissions(web, bypass)],
        },
        {
            title: "a group that may not go round them",
            resources: [
                approvalOf(release),
                release,
                permissions(release, { PolicyExempt: "Deny", GenericContribute: "Allow" }),
            ],
        },
        {
            title: "a group that is one of two reviewers",
            resources: [approvalOf(release), release, web, reviewers([release, web])],
        },
        {
            title: "a group whose review is not required",
            resources: [approvalOf(release), release, reviewers([release], { blocking: false })],
        },
    ],
    undecidable: [
        {
            title: "an approver that is not known yet",
            resources: [approvalWith({ approvers: [unknownValue] })],
        },
        {
            title: "approvers that are not known yet",
            resources: [approvalWith({ approvers: unknownValue })],
        },
    ],
    exempt: [
        {
            title: "a group that goes round the policies it approves after",
            resources: first,
            config: { exemptions: [exemption()] },
        },
    ],
    tokenVariant: [
        {
            title: "a group that goes round the policies, as azuredevops:index:CheckApproval",
            resources: first.map((one, i) =>
                i === 0 ? { ...one, type: "azuredevops:index:CheckApproval" } : one,
            ),
        },
    ],
});
