import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { admitsPullRequest, parseSubject, type GitHubSubject } from "../../model/subjects";

function github(text: string): GitHubSubject {
    const subject = parseSubject(text);
    assert.ok(subject.kind === "github", JSON.stringify(subject));
    return subject;
}

function reason(text: string): string {
    const subject = parseSubject(text);
    assert.ok(subject.kind === "unparseable", JSON.stringify(subject));
    return subject.reason;
}

describe("parseSubject", () => {
    it("reads the form by name", () => {
        assert.deepEqual(parseSubject("repo:acme/web:environment:production"), {
            kind: "github",
            text: "repo:acme/web:environment:production",
            wildcards: [],
            owner: "acme",
            repository: "web",
            context: { kind: "environment", environment: "production" },
            claims: [{ name: "environment", value: "production" }],
        });
    });

    it("reads the form with ids", () => {
        const subject = github("repo:acme@101/web.api@202:environment:production");
        assert.equal(subject.owner, "acme");
        assert.equal(subject.ownerId, "101");
        assert.equal(subject.repository, "web.api");
        assert.equal(subject.repositoryId, "202");
    });

    it("keeps an id that only one of the two names has", () => {
        const subject = github("repo:acme@101/web:environment:production");
        assert.equal(subject.ownerId, "101");
        assert.equal(subject.repositoryId, undefined);
    });

    it("tells branch, tag, pull request, other refs and no context apart", () => {
        const context = (rest: string) => github(`repo:acme/web:${rest}`).context;
        assert.deepEqual(context("ref:refs/heads/release/1.x"), {
            kind: "branch",
            branch: "release/1.x",
        });
        assert.deepEqual(context("ref:refs/tags/v1.0.0"), { kind: "tag", tag: "v1.0.0" });
        assert.deepEqual(context("pull_request"), { kind: "pullRequest" });
        assert.deepEqual(context("ref:refs/pull/7/merge"), {
            kind: "ref",
            ref: "refs/pull/7/merge",
        });
        assert.deepEqual(context("actor:ada"), { kind: "none" });
    });

    it("decodes the colons of an environment's name", () => {
        assert.deepEqual(github("repo:acme/web:environment:eu%3Aproduction%3a1").context, {
            kind: "environment",
            environment: "eu:production:1",
        });
    });

    it("reads a customised subject that names the reusable workflow", () => {
        const workflow = "acme/ci/.github/workflows/deploy.yml@refs/heads/main";
        const subject = github(`repo:acme/web:environment:production:job_workflow_ref:${workflow}`);
        assert.deepEqual(subject.context, { kind: "environment", environment: "production" });
        assert.deepEqual(subject.claims[1], { name: "job_workflow_ref", value: workflow });
    });

    it("reads a customised subject without the repo claim", () => {
        const subject = github("repository_owner_id:101:repository_id:202:environment:production");
        assert.equal(subject.owner, undefined);
        assert.equal(subject.ownerId, "101");
        assert.equal(subject.repositoryId, "202");
        const byName = github("repository:acme/web:environment:production");
        assert.equal(byName.owner, "acme");
        assert.equal(byName.repository, "web");
        assert.equal(github("repository_owner:acme:ref:refs/heads/main").owner, "acme");
    });

    it("reads custom properties of the repository as claims", () => {
        const subject = github("repo_property_tier:gold:repo:acme/web:pull_request");
        assert.deepEqual(subject.claims, [{ name: "repo_property_tier", value: "gold" }]);
        assert.deepEqual(subject.context, { kind: "pullRequest" });
    });

    it("takes an empty claim for one the job does not have", () => {
        assert.deepEqual(github("repo:acme/web:environment:").context, { kind: "none" });
        assert.deepEqual(github("repo:acme/web:environment::ref:refs/heads/main").context, {
            kind: "branch",
            branch: "main",
        });
    });

    it("reads service connections and pipelines of Azure DevOps", () => {
        assert.deepEqual(parseSubject("sc://acme/shop/azure production"), {
            kind: "connection",
            text: "sc://acme/shop/azure production",
            wildcards: [],
            organization: "acme",
            project: "shop",
            connection: "azure production",
        });
        const pipeline = parseSubject("p://acme/shop/deploy");
        assert.equal(pipeline.kind, "pipeline");
    });

    it("reads the form Entra gives new service connections without opening it", () => {
        const organization = "0aa0a0aa-0000-4000-8000-00000000000a";
        const connection = "0bb0b0bb-0000-4000-8000-00000000000b";
        const text = `/eid1/c/pub/t/AbC_-9/a/xyz/sc/${organization}/${connection}`;
        assert.deepEqual(parseSubject(text), {
            kind: "entra",
            text,
            wildcards: [],
            organizationId: organization,
            connectionId: connection,
        });
    });

    it("says why another text is no subject", () => {
        assert.match(reason(""), /empty/);
        assert.match(reason(" repo:acme/web:pull_request"), /white space/);
        assert.match(reason("sc://acme/shop"), /organization, project and name/);
        assert.match(reason("sc://acme//x"), /organization, project and name/);
        assert.match(reason("/eid1/c/pub/t/a"), /Entra/);
        assert.match(reason("system:serviceaccount:a:b"), /"system" where .* claim's name/);
        assert.match(reason("repo:acme:environment:production"), /"acme" where .* owner\/rep/);
        assert.match(reason("repo:acme/web/api:pull_request"), /owner\/repository/);
        assert.match(reason("repo:acme/web:environment:a:b"), /"b" where .* claim's name/);
        assert.match(reason("repo:acme/web:environment"), /ends after the claim's name/);
        assert.match(reason("repo:acme/web:repo:acme/api:pull_request"), /"repo" twice/);
    });
});

describe("wildcards of a subject", () => {
    const parts = (text: string) => parseSubject(text).wildcards.map(({ part }) => part);

    it("are found in every part of a GitHub subject", () => {
        assert.deepEqual(parts("repo:acme*/web:environment:production"), ["owner"]);
        assert.deepEqual(parts("repo:acme/*:environment:production"), ["repository"]);
        assert.deepEqual(parts("repo:acme/web-?:ref:refs/heads/main"), ["repository"]);
        assert.deepEqual(parts("repo:acme/web:environment:prod*"), ["environment"]);
        assert.deepEqual(parts("repo:acme/web:ref:refs/heads/*"), ["ref"]);
        assert.deepEqual(parts("repo:a*/?:environment:*"), ["owner", "repository", "environment"]);
        assert.deepEqual(
            parts("repo:acme/web:environment:production:job_workflow_ref:acme/ci/*@*"),
            ["job_workflow_ref"],
        );
    });

    it("are found where the subject ends in one", () => {
        assert.deepEqual(parseSubject("repo:acme/web:*").wildcards, [
            { part: "context", value: "*" },
        ]);
        assert.deepEqual(parts("repo:acme/web*"), ["repository"]);
        assert.deepEqual(parts("repo:acme*"), ["owner and repository"]);
        assert.deepEqual(parts("repo:*"), ["owner and repository"]);
        assert.deepEqual(parts("repo:acme/web:pull_request*"), ["context"]);
        assert.deepEqual(parts("*"), ["subject"]);
        assert.deepEqual(parts("*:environment:production"), ["subject"]);
    });

    it("are found in the other forms", () => {
        assert.deepEqual(parts("sc://acme/*/azure"), ["project"]);
        assert.deepEqual(parts("sc://acme/*"), ["subject"]);
        assert.deepEqual(parts("/eid1/c/pub/t/*"), ["subject"]);
        assert.deepEqual(parts(" repo:acme/*"), ["subject"]);
    });
});

describe("admitsPullRequest", () => {
    it("is true for every way a pull request's job can carry the subject", () => {
        for (const context of [
            "pull_request",
            "ref:refs/pull/12/merge",
            "event_name:pull_request",
            "event_name:pull_request_target:ref:refs/heads/main",
            "base_ref:main",
            "head_ref:feature",
        ]) {
            assert.ok(admitsPullRequest(parseSubject(`repo:acme/web:${context}`)), context);
        }
    });

    it("is false for environments, branches, tags, empty claims and other systems", () => {
        for (const text of [
            "repo:acme/web:environment:pull_request",
            "repo:acme/web:ref:refs/heads/pull_request",
            "repo:acme/web:ref:refs/tags/v1",
            "repo:acme/web:event_name:push",
            "repo:acme/web:environment:production:base_ref:",
            "sc://acme/shop/pull_request",
        ]) {
            assert.equal(admitsPullRequest(parseSubject(text)), false, text);
        }
    });
});
