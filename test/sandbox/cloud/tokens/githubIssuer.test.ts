import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
    issuerOf,
    jobToken,
    recreated,
    renamed,
    type GitHubJob,
} from "../../../../sandbox/cloud/tokens/githubIssuer";
import { githubIssuer, web } from "./support";

const classic = { ...web, subjectFormat: "name" } as const;
const workflow = "acme/shared/.github/workflows/deploy.yml@refs/heads/main";
const sub = (job: GitHubJob) => jobToken(job).claims.sub;

const subjects: readonly [string, GitHubJob, string][] = [
    ["a branch", { repository: web }, "repo:acme@1001/web@2002:ref:refs/heads/main"],
    ["a tag", { repository: web, ref: "refs/tags/v1" }, "repo:acme@1001/web@2002:ref:refs/tags/v1"],
    [
        "an environment, whatever the branch",
        { repository: web, ref: "refs/heads/x", environment: "production" },
        "repo:acme@1001/web@2002:environment:production",
    ],
    [
        "a pull request",
        { repository: web, pullRequest: { number: 7, head: "x", base: "main" } },
        "repo:acme@1001/web@2002:pull_request",
    ],
    [
        "a pull request whose job names an environment",
        {
            repository: web,
            environment: "staging",
            pullRequest: { number: 7, head: "x", base: "main" },
        },
        "repo:acme@1001/web@2002:environment:staging",
    ],
    [
        "pull_request_target, which runs on the base branch",
        {
            repository: web,
            event: "pull_request_target",
            pullRequest: { number: 7, head: "x", base: "main", forkOwner: "mallory" },
        },
        "repo:acme@1001/web@2002:ref:refs/heads/main",
    ],
    ["a repository of before", { repository: classic }, "repo:acme/web:ref:refs/heads/main"],
    [
        "a repository renamed since",
        { repository: renamed(classic, { name: "shop" }) },
        "repo:acme@1001/shop@2002:ref:refs/heads/main",
    ],
    [
        "a repository whose owner was renamed",
        { repository: renamed(classic, { owner: "apex" }) },
        "repo:apex@1001/web@2002:ref:refs/heads/main",
    ],
    [
        "a repository made again under the same name",
        { repository: recreated(web, 3003) },
        "repo:acme@1001/web@3003:ref:refs/heads/main",
    ],
    [
        "a template with a reusable workflow",
        {
            repository: { ...web, template: ["repo", "context", "job_workflow_ref"] },
            environment: "production",
            reusableWorkflow: workflow,
        },
        `repo:acme@1001/web@2002:environment:production:job_workflow_ref:${workflow}`,
    ],
    [
        "a template of other claims",
        { repository: { ...web, template: ["repository_owner", "environment"] } },
        "repository_owner:acme:environment:",
    ],
    [
        "a colon in an environment's name",
        { repository: web, environment: "eu:ref:refs/heads/main" },
        "repo:acme@1001/web@2002:environment:eu%3Aref%3Arefs/heads/main",
    ],
];

describe("the emulated issuer of GitHub Actions tokens", () => {
    for (const [what, job, wanted] of subjects) {
        it(`writes the subject of ${what}`, () => {
            assert.equal(sub(job), wanted);
        });
    }

    it("keeps names as they were registered", () => {
        const repository = { ...web, owner: "Acme", name: "Web" };
        assert.equal(sub({ repository }), "repo:Acme@1001/Web@2002:ref:refs/heads/main");
    });

    it("has an issuer for each enterprise that wants one, and for its own host", () => {
        assert.equal(issuerOf(web), githubIssuer);
        const enterprise = { slug: "acme-inc", ownIssuer: true };
        assert.equal(issuerOf({ ...web, enterprise }), `${githubIssuer}/acme-inc`);
        const shared = { ...web, enterprise: { ...enterprise, ownIssuer: false } };
        assert.equal(issuerOf(shared), githubIssuer);
        const resident = { ...web, dataResidencyHost: "acme.ghe.com" };
        assert.equal(issuerOf(resident), "https://token.actions.acme.ghe.com");
    });

    it("gives a fork's pull request a token only where a private repository says so", () => {
        const pullRequest = { number: 7, head: "x", base: "main", forkOwner: "mallory" };
        const refused = /no token to a job of a fork's pull request in acme\/web \(emulated\)/;
        assert.throws(() => jobToken({ repository: web, pullRequest }), refused);
        const open = { ...web, tokensForForks: true };
        assert.equal(
            sub({ repository: open, pullRequest }),
            "repo:acme@1001/web@2002:pull_request",
        );
        const visible = { ...open, visibility: "public" } as const;
        assert.throws(() => jobToken({ repository: visible, pullRequest }), refused);
    });

    it("says where the job ran, in every claim a trust policy may ask for", () => {
        const { claims } = jobToken({
            repository: { ...web, enterprise: { slug: "acme-inc", ownIssuer: false } },
            environment: "production",
            reusableWorkflow: workflow,
            audience: "sts.amazonaws.com",
            issuedAt: new Date("2026-11-21T10:00:00Z"),
        });
        const said = {
            iss: githubIssuer,
            aud: "sts.amazonaws.com",
            repository: "acme/web",
            repository_id: "2002",
            repository_owner: "acme",
            repository_owner_id: "1001",
            repository_visibility: "private",
            environment: "production",
            enterprise: "acme-inc",
            event_name: "push",
            ref: "refs/heads/main",
            ref_type: "branch",
            job_workflow_ref: workflow,
            workflow_ref: "acme/web/.github/workflows/deploy.yml@refs/heads/main",
            runner_environment: "github-hosted",
        };
        for (const [claim, value] of Object.entries(said)) {
            assert.equal(claims[claim], value, claim);
        }
        assert.equal(Number(claims.exp) - Number(claims.iat), 300);
        assert.equal(jobToken({ repository: web }).claims.aud, "https://github.com/acme");
    });

    it("never gives two different places the same subject", () => {
        const word = fc.stringMatching(/^[a-zA-Z0-9][-a-zA-Z0-9:.]{0,8}$/);
        const repository = fc.record({
            owner: fc.stringMatching(/^[a-z0-9]{1,6}$/),
            name: fc.stringMatching(/^[a-z0-9.]{1,6}$/),
            ownerId: fc.integer({ min: 1, max: 99 }),
            id: fc.integer({ min: 1, max: 99 }),
            subjectFormat: fc.constantFrom("name" as const, "id" as const),
        });
        const place = fc.record({
            repository,
            ref: word.map((branch) => `refs/heads/${branch}`),
            environment: fc.option(word, { nil: undefined }),
        });
        const visible = ({ repository: r, ref, environment }: GitHubJob) =>
            JSON.stringify([
                r.owner,
                r.name,
                r.subjectFormat === "id" ? [r.ownerId, r.id] : [],
                environment === undefined ? { ref } : { environment },
            ]);
        const property = fc.property(place, place, (one, other) => {
            const jobs = [one, other].map(({ repository: r, ref, environment }): GitHubJob => ({
                repository: { ...web, ...r },
                ref,
                ...(environment === undefined ? {} : { environment }),
            }));
            const [a, b] = jobs as [GitHubJob, GitHubJob];
            assert.equal(sub(a) === sub(b), visible(a) === visible(b));
        });
        fc.assert(property, { numRuns: 300 });
    });
});
