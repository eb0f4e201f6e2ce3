import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
    githubSubject,
    parseGitHubSubject,
    type GitHubJobs,
} from "../../../../components/identity/subjects/githubSubject";

const jobs: GitHubJobs = {
    owner: "Acme",
    repository: "Web.api",
    context: { kind: "environment", name: "Production" },
};
const ids = { ownerId: 101, repositoryId: 202 };
const workflow = "acme/ci/.github/workflows/deploy.yml@refs/heads/main";

const plain = { noNullPrototype: true } as const;
const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const refName = fc.stringMatching(
    /^[A-Za-z0-9_@#+-]{1,12}(\/[A-Za-z0-9_][A-Za-z0-9_.,+-]{0,8}[a-z0-9])?$/,
);
const contexts: fc.Arbitrary<GitHubJobs["context"]> = fc.oneof(
    fc.record(
        {
            kind: fc.constant("environment" as const),
            name: fc.stringMatching(/^[a-zA-Z0-9ü][a-zA-Z0-9 :@/_.%-]{0,20}[a-zA-Z0-9]$/),
        },
        plain,
    ),
    fc.record({ kind: fc.constantFrom("branch" as const, "tag" as const), name: refName }, plain),
);
const anyJobs: fc.Arbitrary<GitHubJobs> = fc
    .record(
        {
            owner: fc.stringMatching(/^[a-zA-Z0-9]{1,10}(-[a-zA-Z0-9]{1,10})?$/),
            repository: fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,20}$/),
            context: contexts,
            ids: fc.record({ ownerId: id, repositoryId: id }, plain),
            workflow: fc.constantFrom(
                workflow,
                "Other/CI.x/.github/workflows/a_b.yaml@refs/tags/v1.2",
            ),
        },
        { requiredKeys: ["owner", "repository", "context"], noNullPrototype: true },
    )
    .filter(({ context }) => !/%3a/i.test(context.name) && !/\.\.|@\{|\.lock/.test(context.name));

describe("the subject of a GitHub job", () => {
    const forms: readonly (readonly [string, Partial<GitHubJobs>, string])[] = [
        ["by name", {}, "repo:Acme/Web.api:environment:Production"],
        ["with ids", { ids }, "repo:Acme@101/Web.api@202:environment:Production"],
        [
            "of a branch",
            { ids, context: { kind: "branch", name: "release/1.x" } },
            "repo:Acme@101/Web.api@202:ref:refs/heads/release/1.x",
        ],
        [
            "of a tag",
            { context: { kind: "tag", name: "v1" } },
            "repo:Acme/Web.api:ref:refs/tags/v1",
        ],
        [
            "with a colon",
            { context: { kind: "environment", name: "eu:west:1" } },
            "repo:Acme/Web.api:environment:eu%3Awest%3A1",
        ],
        [
            "of a template with the reusable workflow",
            { ids, workflow },
            `repo:Acme@101/Web.api@202:environment:Production:job_workflow_ref:${workflow}`,
        ],
    ];
    for (const [name, more, subject] of forms) {
        it(`${name} is written and read`, () => {
            assert.equal(githubSubject({ ...jobs, ...more }), subject);
            assert.deepEqual(parseGitHubSubject(subject), { ...jobs, ...more });
        });
    }

    it("reads back as the jobs it was written for, whatever they are", () => {
        fc.assert(
            fc.property(anyJobs, (some) => {
                assert.deepEqual(parseGitHubSubject(githubSubject(some)), some);
            }),
        );
    });

    it("differs whenever the jobs differ", () => {
        fc.assert(
            fc.property(anyJobs, anyJobs, (left, right) => {
                fc.pre(JSON.stringify(left) !== JSON.stringify(right));
                assert.notEqual(githubSubject(left), githubSubject(right));
            }),
        );
    });

    it("cannot be written with a wildcard in any part", () => {
        const spoil = (text: string, at: number, wildcard: string): string =>
            text.slice(0, at % (text.length + 1)) + wildcard + text.slice(at % (text.length + 1));
        const part = fc.constantFrom("owner", "repository", "context", "workflow");
        fc.assert(
            fc.property(
                anyJobs,
                part,
                fc.nat(40),
                fc.constantFrom("*", "?"),
                (some, key, at, w) => {
                    const context = { ...some.context, name: spoil(some.context.name, at, w) };
                    const spoilt =
                        key === "context"
                            ? { ...some, context }
                            : {
                                  ...some,
                                  [key]: spoil(key === "workflow" ? workflow : some.owner, at, w),
                              };
                    assert.throws(() => githubSubject(spoilt), RangeError);
                },
            ),
        );
    });

    it("is not read when a wildcard, or anything else, was put into it", () => {
        const character = fc.constantFrom("*", "?", "\n", "\0");
        fc.assert(
            fc.property(anyJobs, fc.nat(), character, (some, at, added) => {
                const subject = githubSubject(some);
                const place = at % (subject.length + 1);
                const spoilt = subject.slice(0, place) + added + subject.slice(place);
                assert.equal(parseGitHubSubject(spoilt), undefined);
            }),
        );
    });

    for (const [key, value] of [
        ["owner", "acme/web:pull_request#"],
        ["owner", ""],
        ["repository", "web:environment:x"],
        ["context", { kind: "environment", name: "" }],
        ["context", { kind: "environment", name: "eu%3Awest" }],
        ["context", { kind: "branch", name: "a..b" }],
        ["context", { kind: "branch", name: "/main" }],
        ["context", { kind: "tag", name: "v1:environment:production" }],
        ["workflow", "acme/ci/.github/workflows/deploy.yml@main"],
        ["ids", { ownerId: 0, repositoryId: 1 }],
        ["ids", { ownerId: 1, repositoryId: 1.5 }],
        ["ids", { ownerId: 1, repositoryId: 2 ** 60 }],
        ["ids", { ownerId: Number.NaN, repositoryId: 1 }],
    ] as const) {
        it(`is not written for the ${key} ${JSON.stringify(value)}`, () => {
            assert.throws(() => githubSubject({ ...jobs, [key]: value }), RangeError);
        });
    }

    it("is not written longer than Azure takes", () => {
        const long = { kind: "environment" as const, name: "ü".repeat(255) };
        const tail = `acme/ci/.github/workflows/deploy.yml@refs/heads/${"b".repeat(200)}`;
        assert.equal(githubSubject({ ...jobs, context: long }).length, 285);
        assert.throws(
            () =>
                githubSubject({
                    ...jobs,
                    repository: "r".repeat(100),
                    context: long,
                    workflow: tail,
                }),
            /subject: got .* allowed: at most 600 characters/,
        );
    });

    for (const subject of [
        "",
        "repo:acme/web",
        "repo:acme/web:pull_request",
        "repo:acme/web:ref:refs/pull/1/merge",
        "repo:acme/web:environment:",
        "repo:acme@1/web:environment:production",
        "repo:acme/web@1:environment:production",
        "repo:acme@01/web@2:environment:production",
        "repo:acme@x/web@y:environment:production",
        "repo:acme/web:environment:eu%3awest:x",
        "repo:acme/web:environment:production:actor:mallory",
        "repo:acme/web:environment:production:ref:refs/heads/main",
        "repo:acme/web:ref:refs/heads/main:environment:production",
        "REPO:acme/web:environment:production",
        "sc://acme/shop/production",
    ]) {
        it(`is not ${JSON.stringify(subject)}`, () => {
            assert.equal(parseGitHubSubject(subject), undefined);
        });
    }
});
