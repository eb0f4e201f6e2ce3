import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openCloudStore } from "../../../../sandbox/cloud/index";
import { exchangeAtSts, type StsRequest } from "../../../../sandbox/cloud/tokens/sts";
import type { Claims } from "../../../../sandbox/cloud/tokens/token";
import { account, arn, github, make, policy, trust } from "../aws/support";
import { openBench, type Bench, type Props } from "../support";

const subject = "repo:acme/web:environment:production";
const roleArn = arn("iam", "role/pipeline/deploy", "");
const own: Claims = {
    iss: `https://${github}`,
    sub: subject,
    aud: "sts.amazonaws.com",
    repository: "acme/web",
    repository_id: "4711",
    environment: "production",
    ref: "refs/heads/main",
};

describe("STS's exchange of a web identity", () => {
    let bench: Bench;
    beforeEach(async () => {
        bench = await openBench();
        await make(bench, "iam/openIdConnectProvider:OpenIdConnectProvider", {
            url: `https://${github}`,
            clientIdLists: ["sts.amazonaws.com"],
        });
    });
    afterEach(() => bench.close());

    const standing = (assumeRolePolicy: string, more: Props = {}) =>
        make(bench, "iam/role:Role", {
            name: "deploy",
            path: "/pipeline/",
            assumeRolePolicy,
            ...more,
        });
    const ask = (claims: Props = {}, more: Partial<StsRequest> = {}) => {
        const merged = { ...own, ...claims } as Record<string, Claims[string] | undefined>;
        const given = Object.entries(merged).filter(([, value]) => value !== undefined);
        const token = { claims: Object.fromEntries(given) as Claims };
        return exchangeAtSts(openCloudStore(bench.dir), { token, roleArn, ...more });
    };
    const reason = (...args: Parameters<typeof ask>) => {
        const answer = ask(...args);
        return answer.accepted ? "accepted" : answer.reason;
    };

    it("gives the job of the environment a session of its role", async () => {
        await standing(trust(subject));
        assert.deepEqual(ask({}, { roleSessionName: "run-1" }), {
            accepted: true,
            identity: `arn:aws:sts::${account}:assumed-role/deploy/run-1`,
        });
    });

    const refused: readonly (readonly [string, Props, RegExp])[] = [
        ["a pull request", { sub: "repo:acme/web:pull_request" }, /^AccessDenied: Not authorized/],
        ["a fork's pull request", { sub: "repo:eve/web:pull_request" }, /^AccessDenied/],
        ["another branch", { sub: "repo:acme/web:ref:refs/heads/x" }, /^AccessDenied/],
        ["a tag", { sub: "repo:acme/web:ref:refs/tags/v1" }, /^AccessDenied/],
        ["another environment", { sub: "repo:acme/web:environment:staging" }, /^AccessDenied/],
        ["another repository", { sub: "repo:acme/web2:environment:production" }, /^AccessDenied/],
        ["a renamed owner", { sub: "repo:acme2/web:environment:production" }, /^AccessDenied/],
        [
            "the subject in another case",
            { sub: "repo:Acme/web:environment:production" },
            /^AccessDenied/,
        ],
        [
            "the subject with ids",
            { sub: "repo:acme@1/web@2:environment:production" },
            /^AccessDenied/,
        ],
        ["the subject and more", { sub: `${subject}:x` }, /^AccessDenied/],
        [
            "another audience",
            { aud: "api://AzureADTokenExchange" },
            /^InvalidIdentityToken: Incorrect token audience/,
        ],
        [
            "another party the token is for",
            { azp: "someone" },
            /^InvalidIdentityToken: Incorrect token audience/,
        ],
        [
            "another issuer",
            { iss: "https://gitlab.com" },
            /No OpenIDConnect provider found in your account/,
        ],
        [
            "an enterprise's own issuer",
            { iss: `https://${github}/acme` },
            /No OpenIDConnect provider/,
        ],
        ["an issuer with a slash at the end", { iss: `https://${github}/` }, /No OpenIDConnect/],
        ["an expired token", { exp: 1 }, /^ExpiredTokenException: Token expired/],
        [
            "a token of later",
            { nbf: 99_999_999_999 },
            /^InvalidIdentityToken: Token is not valid before/,
        ],
        ["a token without subject", { sub: undefined }, /^InvalidIdentityToken/],
    ];
    for (const [what, claims, expected] of refused) {
        it(`refuses ${what}`, async () => {
            await standing(trust(subject));
            assert.match(reason(claims), expected);
        });
    }

    it("refuses a role that does not stand, in another case or of another account", async () => {
        await standing(trust(subject));
        for (const other of ["role/deploy", "role/pipeline/Deploy", "role/pipeline/none"]) {
            assert.match(reason({}, { roleArn: arn("iam", other, "") }), /^AccessDenied/);
        }
        const elsewhere = roleArn.replace(account, "210987654321");
        assert.match(reason({}, { roleArn: elsewhere }), /No OpenIDConnect provider found/);
        assert.match(reason({}, { roleArn: "deploy" }), /^ValidationError: deploy is invalid/);
    });

    it("keeps to the longest session of the role, and to its own limits", async () => {
        await standing(trust(subject), { maxSessionDuration: 7200 });
        assert.equal(reason({}, { durationSeconds: 7200 }), "accepted");
        assert.match(reason({}, { durationSeconds: 7201 }), /MaxSessionDuration set for this role/);
        assert.match(reason({}, { durationSeconds: 60 }), /between 900 and 43200/);
        assert.match(reason({}, { roleSessionName: "a b" }), /roleSessionName/);
    });

    it("offers GitHub's claims to conditions, and only those it names", async () => {
        const equals = (claims: Props) =>
            trust(subject, {
                Condition: {
                    StringEquals: {
                        [`${github}:sub`]: subject,
                        ...Object.fromEntries(
                            Object.entries(claims).map(([name, value]) => [
                                `${github}:${name}`,
                                value,
                            ]),
                        ),
                    },
                },
            });
        await standing(equals({ repository_id: "4711", environment: "production" }));
        assert.equal(reason(), "accepted");
        assert.match(
            reason({ repository_id: "4712" }),
            /^AccessDenied/,
            "made again under its name",
        );
        assert.match(reason({ environment: undefined }), /^AccessDenied/);
        await make(bench, "iam/role:Role", {
            name: "runner",
            assumeRolePolicy: equals({ run_id: "7" }),
        });
        const asked = reason({ run_id: "7" }, { roleArn: arn("iam", "role/runner", "") });
        assert.match(asked, /^AccessDenied/, "a claim STS does not offer");
    });

    it("lets a denial win, and a statement of another provider or action give nothing", async () => {
        const allowed = JSON.parse(trust(subject)) as { Statement: Props[] };
        const [statement = {}] = allowed.Statement;
        const deny = {
            ...statement,
            Effect: "Deny",
            Condition: { StringLike: { [`${github}:ref`]: "refs/heads/*" } },
        };
        await standing(policy(statement, deny));
        assert.match(reason(), /^AccessDenied/);
        assert.equal(reason({ ref: "refs/tags/v1" }), "accepted");
        const other = {
            ...statement,
            Principal: { Federated: arn("iam", "oidc-provider/gitlab.com", "") },
        };
        const gitlab = { ...other, Condition: { StringEquals: { "gitlab.com:sub": subject } } };
        await make(bench, "iam/role:Role", {
            name: "other",
            assumeRolePolicy: policy(gitlab, { ...statement, Action: "sts:TagSession" }),
        });
        assert.match(reason({}, { roleArn: arn("iam", "role/other", "") }), /^AccessDenied/);
    });

    it("takes the token of an Azure DevOps connection", async () => {
        const issuer = "vstoken.dev.azure.com/0f1e2d3c-0000-4000-8000-000000000001";
        await make(bench, "iam/openIdConnectProvider:OpenIdConnectProvider", {
            url: `https://${issuer}`,
            clientIdLists: ["api://AzureADTokenExchange"],
        });
        await standing(
            policy({
                Effect: "Allow",
                Principal: { Federated: arn("iam", `oidc-provider/${issuer}`, "") },
                Action: "sts:AssumeRoleWithWebIdentity",
                Condition: { StringEquals: { [`${issuer}:sub`]: "sc://acme/shop/prod" } },
            }),
        );
        const claims = { iss: `https://${issuer}`, aud: "api://AzureADTokenExchange" };
        assert.equal(reason({ ...claims, sub: "sc://acme/shop/prod" }), "accepted");
        assert.match(reason({ ...claims, sub: "sc://acme/shop/Prod" }), /^AccessDenied/);
        assert.match(reason({ ...claims, sub: "sc://acme/other/prod" }), /^AccessDenied/);
    });
});
