import assert from "node:assert/strict";
import { strict } from "../../../support/people/coalitions";
import { all, only, settings, text, texts } from "../../../support/people/deployed";
import { policiesFor } from "../../../support/people/devops/landing";
import { refsFor, reviews, waysInto } from "../../../support/people/devops/pipelines";
import { opensTo } from "../../../support/people/github/environments";
import { rulesFor } from "../../../support/people/github/rules";
import { fewest } from "../../../support/people/host";
import { alike, everybody, ofDevOps, ofGitHub } from "./asked";
import type { HostPromise } from "./promise";

const production = "production";

export const releasePromises: readonly HostPromise[] = [
    {
        title: "nobody releases to production without another person's approval",
        ...alike((host) => {
            for (const repository of host.repositories) {
                const found = fewest(host, (who) =>
                    host.releases(who, repository, production, strict),
                );
                assert.ok(found && found.people >= 2, `${repository}: ${found?.way}`);
            }
        }),
    },
    {
        title: "who approves releases cannot push to the repository",
        ...alike((host) => {
            for (const repository of host.repositories) {
                const approvers = everybody(host).filter((person) =>
                    host.may(person, "approve a release", repository),
                );
                assert.ok(approvers.length > 1, `${repository} has ${approvers.length}`);
                for (const person of approvers) {
                    const pushes = host.may(person, "push to other branches", repository);
                    assert.equal(pushes, false, `${person} pushes to ${repository}`);
                }
            }
        }),
    },
    {
        title: "only reviewed branches deploy to production",
        gitHub: ({ gitHub }) => {
            for (const repository of gitHub.repositories) {
                const { branches, tagged } = opensTo(gitHub, repository, production);
                assert.deepEqual(tagged, [], "a tag may stand for what nobody reviewed");
                assert.ok(branches.length > 0);
                for (const branch of branches) {
                    const { standing, people } = gitHub;
                    const rules = rulesFor(standing, people, repository, `refs/heads/${branch}`);
                    const two = rules.some(({ review }) => (review?.required ?? 0) >= 2);
                    assert.ok(two, `${repository.name} ${branch}`);
                }
            }
        },
        azureDevOps: ({ azureDevOps }) => {
            for (const repository of azureDevOps.repositories) {
                for (const way of waysInto(azureDevOps, repository.name, production)) {
                    const refs = refsFor(azureDevOps, repository, way);
                    assert.ok(refs.length > 0);
                    for (const ref of refs) {
                        const change = { repository, ref };
                        const kind = "BranchPolicyMinReviewers";
                        const votes = policiesFor(azureDevOps.standing, kind, change);
                        assert.ok(
                            votes.some(({ reviewerCount }) => Number(reviewerCount) >= 2),
                            ref,
                        );
                    }
                }
            }
        },
    },
    {
        title: "the approval stands before what a job needs, not only before its name",
        gitHub: ({ gitHub }) => {
            // A trust names the environment, which a job gets only past the environment's rules.
            const subjects = settings(gitHub.standing, "FederatedIdentityCredential").map((is) =>
                text(is.subject),
            );
            const ours = subjects.filter((subject) => subject.startsWith("repo:"));
            assert.ok(ours.length > gitHub.repositories.length);
            for (const subject of ours) assert.match(subject, /:environment:[\w-]+$/);
        },
        azureDevOps: (hosts) => {
            const { azureDevOps } = hosts;
            for (const { name } of azureDevOps.repositories) {
                const ways = waysInto(azureDevOps, name, production);
                assert.ok(ways.some(({ type }) => type === "endpoint"));
                const approvers = everybody(ofDevOps(hosts)).filter((person) =>
                    ways.every((way) => reviews(azureDevOps, person, way)),
                );
                assert.ok(approvers.length > 1, name);
            }
        },
    },
    {
        title: "only what is named for it uses what deploys to production",
        gitHub: ({ gitHub }) => {
            const groups = settings(gitHub.standing, "ActionsRunnerGroup").filter((is) =>
                text(is.name).endsWith("-production"),
            );
            assert.ok(groups.length > 0);
            for (const is of groups) {
                assert.equal(is.restrictedToWorkflows, true);
                assert.ok(
                    texts(is.selectedWorkflows).every((one) => one.endsWith("@refs/heads/main")),
                );
                assert.equal(is.visibility, "selected");
            }
        },
        azureDevOps: ({ azureDevOps }) => {
            const authorised = settings(azureDevOps.standing, "PipelineAuthorization");
            assert.ok(authorised.length > azureDevOps.repositories.length);
            for (const is of authorised) assert.ok(Number(is.pipelineId) > 0, text(is.resourceId));
            for (const { name } of azureDevOps.repositories) {
                for (const { id } of waysInto(azureDevOps, name, production)) {
                    const here = authorised.filter((is) => text(is.resourceId) === id);
                    assert.equal(here.length, 1, name);
                }
            }
        },
    },
    {
        title: "nobody alone reads a production secret from a pipeline",
        ...alike((host) => {
            for (const repository of host.repositories) {
                const found = fewest(host, (who) =>
                    host.readsSecrets(who, repository, production, strict),
                );
                assert.ok(found && found.people >= 2, `${repository}: ${found?.way}`);
            }
        }),
    },
    {
        title: "a pipeline signs in without a stored key",
        gitHub: ({ gitHub: { standing } }) => {
            for (const kind of [
                "ActionsSecret",
                "ActionsEnvironmentSecret",
                "ActionsOrganizationSecret",
            ]) {
                assert.deepEqual(all(standing, kind), []);
            }
        },
        azureDevOps: ({ azureDevOps: { standing } }) => {
            const connections = settings(standing, "ServiceEndpointAzureRM");
            assert.ok(connections.length > 0);
            for (const is of connections) {
                assert.equal(is.serviceEndpointAuthenticationScheme, "WorkloadIdentityFederation");
                assert.equal(only(is.credentials)?.serviceprincipalkey, undefined);
            }
            const toAws = settings(standing, "ServiceEndpointAws");
            assert.ok(toAws.length > 0);
            for (const is of toAws) {
                assert.equal(is.useOidc, true);
                assert.deepEqual([text(is.accessKeyId), text(is.secretAccessKey)], ["", ""]);
            }
        },
    },
    {
        title: "a pull request from a fork runs no code with secrets",
        ...alike((host) => {
            for (const repository of host.repositories) {
                assert.equal(host.forkRuns(everybody(host), repository), undefined, repository);
            }
        }),
    },
    {
        title: "workflows run known code only",
        gitHub: (hosts) => {
            const { standing, repositories } = hosts.gitHub;
            assert.ok(ofGitHub(hosts).repositories.length > 0);
            for (const { name } of repositories) {
                const is = settings(standing, "ActionsRepositoryPermissions").find(
                    ({ repository }) => repository === name,
                );
                assert.equal(is?.allowedActions, "selected", name);
                assert.equal(is.shaPinningRequired, true, name);
            }
        },
    },
    {
        title: "a release waits, so that somebody can object",
        gitHub: ({ gitHub: { standing } }) => {
            const waits = settings(standing, "RepositoryEnvironment").filter(
                ({ repository, environment }) =>
                    repository === "payments" && environment === production,
            );
            assert.deepEqual(
                waits.map(({ waitTimer }) => waitTimer),
                [60],
            );
        },
    },
    { title: "changes are merged one after the other, each tested on the last" },
    { title: "no repository can leave out a check that all have to pass" },
    { title: "what the plan of the organisation would void is refused" },
    { title: "a subject of a token names one place and no other" },
];
