import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { strict } from "../../../support/people/coalitions";
import type { Standing } from "../../../support/people/deployed";
import { gitHub, gitHubPlace } from "../../../support/people/github/host";
import { fewest } from "../../../support/people/host";
import { one, organisation, release, repository, ruleset } from "./githubWorld";

/** An environment that release reviews, for these branches. */
const opensTo = (branchPattern: string): Standing[] => [
    release({
        reviewers: [{ teams: [3] }],
        deploymentBranchPolicy: { customBranchPolicies: true, protectedBranches: false },
    }),
    one("RepositoryEnvironmentDeploymentPolicy", {
        repository,
        environment: "production",
        branchPattern,
    }),
];

describe("the laws of approval on GitHub: releases", () => {
    const releases: readonly [string, number, Standing[]][] = [
        ["D1: no such environment", 1, []],
        ["L7: no reviewers", 1, [release({})]],
        ["L7: reviewers apart from those who push", 2, [release({ reviewers: [{ teams: [3] }] })]],
        [
            "L7: any one of the reviewers",
            1,
            [release({ reviewers: [{ teams: [3] }, { users: ["ann"] }] })],
        ],
        ["D1: a pattern that nobody's branch is kept from", 2, opensTo("hotfix/*")],
        ["D1: the branch with two reviews", 3, opensTo("main")],
    ];
    for (const [title, expected, more] of releases) {
        it(`${title}: ${expected}`, () => {
            const host = gitHub(gitHubPlace([...organisation, ruleset(), ...more]));
            const found = fewest(host, (who) =>
                host.releases(who, repository, "production", strict),
            );
            assert.equal(found?.people, expected);
        });
    }
});
