import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
    githubSubject,
    subjectProblems,
    type GitHubIds,
    type GitHubPlace,
} from "../../../components/identity/subject";

const place = { owner: "acme", repository: "web", environment: "production" };
const ids = { ownerId: 101, repositoryId: 202 };

const places: fc.Arbitrary<GitHubPlace> = fc.record({
    owner: fc.stringMatching(/^[a-zA-Z0-9]{1,10}(-[a-zA-Z0-9]{1,10})?$/),
    repository: fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,20}$/),
    environment: fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9 :@/_.-]{0,20}[a-zA-Z0-9]$/),
});
const someIds: fc.Arbitrary<GitHubIds | undefined> = fc.option(
    fc.record({
        ownerId: fc.integer({ min: 1, max: 2 ** 31 }),
        repositoryId: fc.integer({ min: 1, max: 2 ** 31 }),
    }),
    { nil: undefined },
);

const accepts = (subject: unknown): boolean =>
    subjectProblems("subject", subject, "acme/web", "production").length === 0;

describe("the subject of a GitHub job", () => {
    it("has the form by name", () => {
        assert.equal(githubSubject(place), "repo:acme/web:environment:production");
    });

    it("has the form by id", () => {
        assert.equal(githubSubject(place, ids), "repo:acme@101/web@202:environment:production");
    });

    it("escapes colons as GitHub does", () => {
        assert.equal(
            githubSubject({ ...place, environment: "eu:west:1" }),
            "repo:acme/web:environment:eu%3Awest%3A1",
        );
    });

    it("is never written with a wildcard, a foreign context or an empty part", () => {
        for (const [key, value] of [
            ["owner", "*"],
            ["owner", "acme/web:pull_request#"],
            ["repository", "*"],
            ["repository", "web:environment:x"],
            ["environment", "*"],
            ["environment", "prod?"],
            ["environment", ""],
        ] as const) {
            assert.throws(() => githubSubject({ ...place, [key]: value }), RangeError, value);
        }
    });

    it("takes positive whole ids only", () => {
        for (const id of [0, -1, 1.5, Number.NaN, 2 ** 60]) {
            assert.throws(() => githubSubject(place, { ...ids, repositoryId: id }), RangeError);
            assert.throws(() => githubSubject(place, { ...ids, ownerId: id }), RangeError);
        }
    });

    it("has exactly one context, whatever the values", () => {
        fc.assert(
            fc.property(places, someIds, (where, numbers) => {
                const parts = githubSubject(where, numbers).split(":");
                assert.equal(parts.length, 4);
                assert.deepEqual([parts[0], parts[2]], ["repo", "environment"]);
            }),
        );
    });

    it("differs whenever the place differs", () => {
        fc.assert(
            fc.property(places, places, someIds, (left, right, numbers) => {
                fc.pre(JSON.stringify(left) !== JSON.stringify(right));
                assert.notEqual(githubSubject(left, numbers), githubSubject(right, numbers));
            }),
        );
    });

    it("passes the check of its own place and of no other", () => {
        fc.assert(
            fc.property(places, places, someIds, (mine, other, numbers) => {
                const subject = githubSubject(mine, numbers);
                const check = (at: GitHubPlace): number =>
                    subjectProblems("s", subject, `${at.owner}/${at.repository}`, at.environment)
                        .length;
                assert.equal(check(mine), 0);
                fc.pre(JSON.stringify(mine) !== JSON.stringify(other));
                assert.equal(check(other), 1);
            }),
        );
    });
});

describe("the check of a subject", () => {
    it("accepts a subject that names the reusable workflow as well", () => {
        const workflow = "job_workflow_ref:acme/ci/.github/workflows/deploy.yml@refs/heads/main";
        assert.ok(accepts(`${githubSubject(place)}:${workflow}`));
        assert.ok(accepts(`${githubSubject(place, ids)}:${workflow}`));
        assert.ok(!accepts(`${githubSubject(place)}:${workflow.replace("main", "*")}`));
    });

    for (const subject of [
        "repo:acme/web:pull_request",
        "repo:acme/web:ref:refs/heads/main",
        "repo:acme/web:environment:prod",
        "repo:acme/web:environment:production-eu",
        "repo:acme/web:environment:*",
        "repo:acme/*:environment:production",
        "repo:acme/webb:environment:production",
        "repo:acme@1/web:environment:production",
        "repo:acme@x/web@y:environment:production",
        " repo:acme/web:environment:production",
        "repo:acme/web:environment:production\n",
        "repo:acme/web:environment:production:actor:mallory",
        "",
        undefined,
    ]) {
        it(`refuses ${JSON.stringify(subject)}`, () => {
            assert.ok(!accepts(subject));
        });
    }

    it("reads dots in names literally", () => {
        const subject = "repo:acme/webxapi:environment:production";
        assert.equal(subjectProblems("s", subject, "acme/web.api", "production").length, 1);
    });
});
