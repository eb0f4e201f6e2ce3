import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { lenient, strict, type Reading } from "../../../support/people/coalitions";
import type { Standing } from "../../../support/people/deployed";
import { azureDevOps, azureDevOpsPlace } from "../../../support/people/devops/host";
import { lands } from "../../../support/people/devops/landing";
import { fewest } from "../../../support/people/host";
import { admitted, bornGroup, gate, granted, one, policy, project, votes } from "./devOpsWorld";

const place = (more: Standing[]) => azureDevOpsPlace([...project, ...more], "acme", {});
const host = (more: Standing[]) => azureDevOps(place(more));
const stale = { onPushResetAllVotes: false };
const everybody = bornGroup("Project Valid Users");

describe("the laws of approval on Azure DevOps: merges", () => {
    const merges: readonly [string, number | undefined, Standing[], Reading?, string?][] = [
        ["nothing asked: one who may contribute", 1, []],
        ["L4: two votes", 2, [votes()]],
        ["L4: two votes, the author apart", 3, [votes()], lenient],
        [
            "L4: two votes, one of them the author's",
            2,
            [votes({ submitterCanVote: true, lastPusherCannotApprove: false })],
            lenient,
        ],
        ["L3: votes that stay", 1, [votes(stale)]],
        [
            "L3: votes that stay, one after the last push",
            1,
            [votes({ ...stale, onLastIterationRequireVote: true })],
        ],
        ["L3: approvals are reset", 2, [votes({ ...stale, onPushResetApprovedVotes: true })]],
        ["a policy that is off", 1, [votes({}, { enabled: false })]],
        ["a policy that does not block", 1, [votes({}, { blocking: false })]],
        ["another policy alone: no push, and no vote", 1, [policy("BranchPolicyMergeTypes", {})]],
        [
            "L5: may push past policies",
            1,
            [votes(), granted("vssgp.dev", { PolicyExempt: "Allow" })],
        ],
        [
            "L5: may complete past policies",
            1,
            [votes(), granted("vssgp.dev", { PullRequestBypassPolicy: "Allow" })],
        ],
        [
            "L5: what one group is refused no other gives",
            2,
            [
                votes(),
                granted("vssgp.dev", { PolicyExempt: "Allow" }),
                granted(everybody, { PolicyExempt: "Deny" }),
            ],
        ],
        ["L10: may edit policies", 1, [votes(), granted("vssgp.dev", { EditPolicies: "Allow" })]],
        [
            "L9: a required group",
            2,
            [votes(), auto({}), granted("vssgp.guard", { GenericContribute: "Deny" })],
        ],
        ["L9: two of a required group", 2, [votes(), auto({ minimumNumberOfReviewers: 2 })]],
        [
            "L9: two of a required group that cannot push",
            3,
            [
                votes(),
                auto({ minimumNumberOfReviewers: 2 }),
                granted("vssgp.guard", {
                    GenericContribute: "Deny",
                    PullRequestContribute: "Allow",
                }),
            ],
        ],
        [
            "L9: a required group of another path",
            1,
            [
                votes({ reviewerCount: 1 }),
                auto({ minimumNumberOfReviewers: 2, pathFilters: ["/.azuredevops/*"] }),
            ],
        ],
        [
            "L9: a required group of that path",
            2,
            [
                votes({ reviewerCount: 1 }),
                auto({ minimumNumberOfReviewers: 2, pathFilters: ["/.azuredevops/*"] }),
            ],
            strict,
            "/.azuredevops/deploy.yml",
        ],
        [
            "nobody may contribute",
            undefined,
            [votes(), granted(everybody, { GenericContribute: "Deny" })],
        ],
    ];
    for (const [title, expected, more, reading = strict, path] of merges) {
        it(`${title}: ${expected ?? "nobody"}`, () => {
            const its = host(more);
            const found = fewest(its, (who) => its.merges(who, "web", reading, path));
            assert.equal(found?.people, expected);
        });
    }

    it("an explicit permission on a folder of branches ends a refusal above it, there only", () => {
        const { git } = place([
            granted("vssgp.dev", { CreateBranch: "Deny" }),
            granted("vssgp.dev", { CreateBranch: "Allow" }, "feature"),
        ]);
        assert.equal(git.may("ann", "CreateBranch", "R", "refs/heads/feature/x"), true);
        assert.equal(git.may("ann", "CreateBranch", "R", "refs/heads/release/x"), false);
        // The other group of Contributors has what these were born with.
        assert.equal(git.may("gus", "CreateBranch", "R", "refs/heads/release/x"), true);
        assert.equal(git.may("rita", "CreateBranch", "R", "refs/heads/feature/x"), false);
    });
});

describe("the laws of approval on Azure DevOps: branches that are not there yet", () => {
    const prefix = { repositoryId: "R", repositoryRef: "refs/heads/release/", matchType: "Prefix" };
    const guarded = votes({ scopes: [prefix] });
    const refused = ["vssgp.dev", "vssgp.guard"].map((group) =>
        granted(group, { CreateBranch: "Deny" }),
    );
    const ways: readonly [string, string | undefined, Standing[]][] = [
        ["is its maker's, whatever policies say", "make web release/1", [guarded]],
        ["is nobody's, where nobody may make it", undefined, [guarded, ...refused]],
        [
            "is that of one who may make it in its folder",
            "make web release/1",
            [guarded, ...refused, granted("vssgp.dev", { CreateBranch: "Allow" }, "release")],
        ],
        [
            "takes another person, once somebody else made it",
            undefined,
            [guarded, one("GitRepositoryBranch", { repositoryId: "R", name: "release/1" })],
        ],
    ];
    for (const [title, way, more] of ways) {
        it(`one ${title}`, () => {
            const its = place(more);
            const [repository] = its.repositories;
            assert.ok(repository);
            const change = { repository, ref: "refs/heads/release/1" };
            assert.equal(lands(its, ["ann"], change, strict), way);
        });
    }
});

describe("the laws of approval on Azure DevOps: releases", () => {
    const approval = (is: object = {}) =>
        gate("CheckApproval", { approvers: ["id-release"], requesterCanApprove: false, ...is });
    const control = (is: object = {}) =>
        gate("CheckBranchControl", {
            allowedBranches: "refs/heads/main",
            verifyBranchProtection: true,
            ...is,
        });
    const releases: readonly [string, number | undefined, Standing[]][] = [
        ["D2: nobody is let in", undefined, []],
        ["D2: every pipeline is let in", 1, [admitted({})]],
        ["L8: no checks", 1, [admitted()]],
        ["L8: branch control", 2, [admitted(), control()]],
        [
            "L8: branch control of every branch",
            1,
            [admitted(), control({ allowedBranches: "*", verifyBranchProtection: false })],
        ],
        [
            "L8: branch control of every protected branch",
            2,
            [admitted(), control({ allowedBranches: "*" })],
        ],
        [
            "L8: branch control that does not look for protection",
            1,
            [admitted(), control({ verifyBranchProtection: false })],
        ],
        ["L8: an approval", 2, [admitted(), approval()]],
        [
            "L8: of two groups one",
            1,
            [
                admitted(),
                approval({ approvers: ["id-release", "id-dev"], minimumRequiredApprovers: 1 }),
            ],
        ],
        [
            "L8: of two groups both",
            2,
            [admitted(), approval({ approvers: ["id-release", "id-dev"] })],
        ],
        [
            "L8: an approval before the environment only",
            1,
            [
                admitted(),
                one("CheckApproval", {
                    targetResourceType: "environment",
                    targetResourceId: "9",
                    approvers: ["id-release"],
                }),
            ],
        ],
    ];
    for (const [title, expected, more] of releases) {
        it(`${title}: ${expected ?? "nobody"}`, () => {
            const its = host([votes(), ...more]);
            const found = fewest(its, (who) => its.releases(who, "web", "production", strict));
            assert.equal(found?.people, expected);
        });
    }
});

function auto(settings: object): Standing {
    return policy("BranchPolicyAutoReviewers", { autoReviewerIds: ["id-guard"], ...settings });
}
