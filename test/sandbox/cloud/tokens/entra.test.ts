import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { exchangeAtEntra } from "../../../../sandbox/cloud/tokens/entra";
import {
    jobToken,
    recreated,
    renamed,
    type GitHubJob,
} from "../../../../sandbox/cloud/tokens/githubIssuer";
import type { Claims } from "../../../../sandbox/cloud/tokens/token";
import { clientId, entraAudience, githubIssuer, identityTrusting, web } from "./support";

const trust = {
    issuer: githubIssuer,
    subject: "repo:acme@1001/web@2002:environment:production",
    audience: entraAudience,
};
const job: GitHubJob = { repository: web, environment: "production", audience: entraAudience };
const answer = (cloud: ReturnType<typeof identityTrusting>, claims: Claims, at?: Date) => {
    const request = { token: { claims }, clientId, ...(at === undefined ? {} : { at }) };
    const said = exchangeAtEntra(cloud, request);
    return said.accepted ? said.identity : said.reason;
};
const ask = (other: Partial<GitHubJob>, trusts = [trust]) =>
    answer(identityTrusting(...trusts), jobToken({ ...job, ...other }).claims);

const strangers: readonly [string, Partial<GitHubJob>, RegExp][] = [
    [
        "a pull request from a fork",
        {
            repository: { ...web, tokensForForks: true },
            environment: undefined,
            pullRequest: { number: 7, head: "x", base: "main", forkOwner: "mallory" },
        },
        /^AADSTS700213: .*'repo:acme@1001\/web@2002:pull_request'/,
    ],
    ["the fork itself", { repository: { ...web, owner: "mallory", ownerId: 9, id: 9 } }, /700213/],
    ["another environment", { environment: "staging" }, /700213/],
    ["another spelling of the environment", { environment: "Production" }, /700213/],
    ["another repository", { repository: { ...web, name: "shop", id: 2003 } }, /700213/],
    ["the repository made again", { repository: recreated(web, 3003) }, /700213/],
    ["a renamed owner", { repository: renamed(web, { owner: "apex" }) }, /700213/],
    ["a renamed repository", { repository: renamed(web, { name: "shop" }) }, /700213/],
    ["the form of names only", { repository: { ...web, subjectFormat: "name" } }, /700213/],
    ["another case of the owner", { repository: { ...web, owner: "Acme" } }, /700213/],
    ["a template", { repository: { ...web, template: ["repo", "context", "actor"] } }, /700213/],
    ["the default audience", { audience: "https://github.com/acme" }, /^AADSTS700212: /],
    ["another case of the audience", { audience: "api://azureadtokenexchange" }, /700212/],
    [
        "the enterprise's own issuer",
        { repository: { ...web, enterprise: { slug: "acme-inc", ownIssuer: true } } },
        /^AADSTS700211: .*githubusercontent\.com\/acme-inc'/,
    ],
    [
        "the issuer of another host",
        { repository: { ...web, dataResidencyHost: "acme.ghe.com" } },
        /^AADSTS700211: /,
    ],
];

describe("the emulated token exchange of Entra", () => {
    it("gives the job that is trusted its identity", () => {
        assert.equal(ask({}), clientId);
    });

    for (const [who, other, reason] of strangers) {
        it(`refuses ${who}`, () => {
            assert.match(ask(other), reason);
        });
    }

    for (const [where, ref] of [
        ["branch", "refs/heads/main"],
        ["tag", "refs/tags/v1"],
    ] as const) {
        it(`refuses a ${where} without the environment`, () => {
            const token = jobToken({ repository: web, ref, audience: entraAudience });
            assert.match(answer(identityTrusting(trust), token.claims), /^AADSTS700213: /);
        });
    }

    it("wants one credential that has all three, not three that have one each", () => {
        const mixed = [
            { ...trust, subject: "repo:acme@1001/web@2002:environment:staging" },
            { ...trust, audience: "other" },
            { ...trust, issuer: "https://other.example.org" },
        ];
        const said = ask({}, mixed);
        assert.match(said, /^AADSTS70021: .*Assertion Issuer: .*Subject: .*Audience: /);
    });

    it("tries each of twenty credentials", () => {
        const many = Array.from({ length: 19 }, (_, i) => ({
            ...trust,
            subject: `repo:acme@1001/web@2002:environment:e${i}`,
        }));
        assert.equal(ask({}, [...many, trust]), clientId);
        assert.equal(ask({ environment: "e18" }, [...many, trust]), clientId);
        assert.match(ask({ environment: "e19" }, [...many, trust]), /700213/);
    });

    it("takes no wildcard for one", () => {
        const wild = { ...trust, subject: "repo:acme@1001/web@2002:*" };
        assert.match(ask({}, [wild]), /700213/);
    });

    it("says which identity is not there, and which trusts nobody", () => {
        const { claims } = jobToken(job);
        const nobody = "bbbbbbbb-0000-4000-8000-000000000002";
        const said = exchangeAtEntra(identityTrusting(trust), {
            token: { claims },
            clientId: nobody,
        });
        assert.ok(!said.accepted);
        assert.match(said.reason, /^AADSTS700016: .*bbbbbbbb.* \(emulated\)$/);
        assert.match(answer(identityTrusting(), claims), /^AADSTS70025: .*\(id-web\)/);
    });

    it("refuses a token of another time, and one that lacks a claim", () => {
        const { claims } = jobToken({ ...job, issuedAt: new Date("2026-11-21T10:00:00Z") });
        const at = (time: string) =>
            answer(identityTrusting(trust), claims, new Date(`2026-11-21T${time}Z`));
        assert.equal(at("10:04:00"), clientId);
        assert.match(at("10:11:00"), /^AADSTS700024: /);
        assert.match(at("09:40:00"), /^AADSTS700024: /);
        const without = Object.fromEntries(Object.entries(claims).filter(([key]) => key !== "aud"));
        assert.match(answer(identityTrusting(trust), without), /^AADSTS50027: /);
    });

    it("accepts no variant of a token but the exact one", () => {
        const cloud = identityTrusting(trust);
        const { claims } = jobToken(job);
        const letter = fc.string({ minLength: 1, maxLength: 1, unit: "binary-ascii" });
        const edit = fc.record({
            claim: fc.constantFrom("iss", "sub", "aud"),
            at: fc.nat(80),
            kind: fc.constantFrom("insert", "drop", "replace", "case", "trailing"),
            letter,
        });
        const property = fc.property(edit, ({ claim, at, kind, letter: put }) => {
            const value = String(claims[claim]);
            const i = at % value.length;
            const flipped = value[i]?.toUpperCase() === value[i] ? "toLowerCase" : "toUpperCase";
            const variants: Record<string, string> = {
                insert: value.slice(0, i) + put + value.slice(i),
                drop: value.slice(0, i) + value.slice(i + 1),
                replace: value.slice(0, i) + put + value.slice(i + 1),
                case: value.slice(0, i) + (value[i] ?? "")[flipped]() + value.slice(i + 1),
                trailing: `${value}/`,
            };
            const changed = { ...claims, [claim]: variants[kind] ?? "" };
            const exact = changed[claim] === value;
            assert.equal(answer(cloud, changed) === clientId, exact, String(changed[claim]));
        });
        fc.assert(property, { numRuns: 1000 });
    });
});
