import assert from "node:assert/strict";
import { guardsLeftAlone, lenient, strict } from "../../../support/people/coalitions";
import { plus, settings, text } from "../../../support/people/deployed";
import { lands } from "../../../support/people/devops/landing";
import { botsApprove } from "../../../support/people/github/access";
import { fewest, named, type Host } from "../../../support/people/host";
import { hostsOf } from "../../../support/people/prodHosts";
import { alike, everybody, ofDevOps, ofGitHub, policiesOf, reviewsOf } from "./asked";
import type { HostPromise } from "./promise";

export const changePromises: readonly HostPromise[] = [
    {
        title: "nobody pushes to a production branch",
        ...alike((host) => {
            for (const repository of host.repositories) {
                const able = everybody(host).filter((person) =>
                    host.may(person, "push to production", repository),
                );
                assert.deepEqual(able, [], repository);
            }
        }),
    },
    {
        title: "nobody makes a production branch of code that nobody reviewed",
        azureDevOps: ({ azureDevOps }) => {
            const { standing, people, git, repositories } = azureDevOps;
            for (const repository of repositories) {
                for (const ref of ["refs/heads/release/next", "refs/heads/develop2"]) {
                    const able = people.people.filter((one) =>
                        git.may(one, "CreateBranch", repository.id, ref),
                    );
                    assert.deepEqual(able, [], `${repository.name} ${ref}`);
                }
            }
            // One that is named the estate makes, from the default branch, and its policies hold.
            const made = settings(standing, "GitRepositoryBranch").filter((is) =>
                text(is.name).startsWith("release/"),
            );
            assert.ok(made.length > 0);
            for (const is of made) {
                assert.equal(is.refBranch, "main");
                const repository = repositories.find(({ id }) => id === is.repositoryId);
                assert.ok(repository);
                const change = { repository, ref: `refs/heads/${text(is.name)}` };
                for (const person of people.people) {
                    assert.equal(lands(azureDevOps, [person], change, strict), undefined, person);
                }
                assert.ok(lands(azureDevOps, people.people, change, strict));
            }
        },
    },
    {
        title: "nobody merges to production without another person's approval",
        ...alike((host) => {
            for (const repository of host.repositories) {
                const found = fewest(host, (who) => host.merges(who, repository, strict));
                assert.equal(found?.people, 2, `${repository}: ${found?.way}`);
                const honest = fewest(host, (who) => host.merges(who, repository, lenient));
                assert.equal(honest?.people, 3, `${repository}: ${honest?.way}`);
            }
        }),
    },
    {
        title: "approvals end with the next push",
        gitHub: (hosts) => {
            for (const review of reviewsOf(hosts)) assert.ok(review.dismissed);
        },
        azureDevOps: (hosts) => {
            for (const policy of policiesOf(hosts, "BranchPolicyMinReviewers")) {
                assert.equal(policy.onPushResetAllVotes, true);
            }
        },
    },
    {
        title: "neither author nor last pusher approves the change",
        gitHub: (hosts) => {
            for (const review of reviewsOf(hosts)) assert.ok(review.lastPush);
        },
        azureDevOps: (hosts) => {
            for (const policy of policiesOf(hosts, "BranchPolicyMinReviewers")) {
                assert.equal(policy.submitterCanVote, false);
                assert.equal(policy.lastPusherCannotApprove, true);
            }
        },
    },
    {
        title: "pipelines and policies change with the guarding team's approval",
        gitHub: (hosts) => {
            const guards = new Map([["platform", "security"]]);
            refusedWithout(ofGitHub(hosts), hosts.gitHub.people.teams, {
                path: ".github/workflows/deploy.yml",
                team: (repository) => guards.get(repository) ?? "platform",
                // A request that a guardian opened counts as approved by one.
                reading: lenient,
            });
        },
        azureDevOps: (hosts) => {
            refusedWithout(ofDevOps(hosts), hosts.azureDevOps.people.names, {
                path: "/.azuredevops/deploy.yml",
                team: () => "platform",
                reading: strict,
            });
        },
    },
    {
        title: "nobody bypasses a rule, administrators included",
        gitHub: ({ standing }) => {
            const { gitHub, both } = hostsOf(
                plus(standing, "RepositoryCollaborator", "root", {
                    username: "root",
                    permission: "admin",
                    repository: "ledger",
                }),
            );
            const host = named(both, "GitHub");
            assert.equal(host.may("root", "edit the guard", "ledger"), true);
            assert.equal(host.merges(["root"], "ledger", guardsLeftAlone), undefined);
            assert.equal(
                host.releases(["root"], "ledger", "production", guardsLeftAlone),
                undefined,
            );
            for (const { name } of gitHub.repositories) {
                const able = everybody(host).filter((one) => host.may(one, "edit the guard", name));
                assert.deepEqual(able, [], "no one of the estate administers a repository");
            }
        },
        azureDevOps: ({ standing, azureDevOps }) => {
            const group = azureDevOps.people.born("Project Administrators");
            const { both } = hostsOf(
                plus(standing, "GroupMembership", "root", { group, members: ["root"] }),
            );
            const host = named(both, "Azure DevOps");
            assert.ok(everybody(host).includes("root"));
            for (const repository of host.repositories) {
                assert.equal(host.may("root", "edit the guard", repository), false, repository);
                assert.equal(host.merges(["root"], repository, strict), undefined);
                assert.equal(host.releases(["root"], repository, "production", strict), undefined);
            }
        },
    },
    {
        title: "no bot approves a change",
        gitHub: ({ gitHub }) => {
            for (const { name } of gitHub.repositories) {
                assert.equal(botsApprove(gitHub.standing, name), false, name);
            }
        },
        azureDevOps: ({ azureDevOps: { people, git, repositories } }) => {
            const bot = people.born("Build Service");
            assert.notEqual(bot, "");
            for (const { id, name } of repositories) {
                for (const permission of ["PullRequestContribute", "GenericContribute"]) {
                    assert.equal(git.may(bot, permission, id), false, `${name} ${permission}`);
                }
            }
        },
    },
];

/** Everybody but the guarding team together changes nothing of it; with them they could. */
function refusedWithout(
    host: Host,
    teams: (person: string) => readonly string[],
    given: { path: string; team: (repository: string) => string; reading: typeof strict },
): void {
    for (const repository of host.repositories) {
        const team = given.team(repository);
        const others = everybody(host).filter((person) => !teams(person).includes(team));
        assert.equal(
            host.merges(others, repository, given.reading, given.path),
            undefined,
            repository,
        );
        assert.ok(host.merges(everybody(host), repository, given.reading, given.path));
    }
}
