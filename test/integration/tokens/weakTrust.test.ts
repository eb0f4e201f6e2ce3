import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { CloudView } from "../../../sandbox/cloud/index";
import { jobToken } from "../../../sandbox/cloud/tokens/githubIssuer";
import type { Claims } from "../../../sandbox/cloud/tokens/token";
import { web } from "../../sandbox/cloud/tokens/support";
import { intruders } from "./proof";
import { everyTrust, type Trusted } from "./trusted";
import { trustStatements } from "./trustStatements";

const job = { repository: web, environment: "production", audience: "api://AzureADTokenExchange" };
const own = { host: "github", job, token: jobToken(job) } as const;

/** A trust that lets in whoever satisfies these conditions, as a careless policy would. */
function trusting(accepts: (claims: Claims) => boolean): Trusted {
    return {
        name: "careless",
        identity: "careless",
        own,
        exchange: ({ claims }) =>
            accepts(claims)
                ? { accepted: true, identity: "careless" }
                : { accepted: false, reason: "no" },
    };
}

const { iss, aud, sub } = own.token.claims;
const timely = ({ exp }: Claims): boolean => Number(exp) > Date.now() / 1000;
const exact = (claims: Claims): boolean =>
    claims.iss === iss && claims.aud === aud && claims.sub === sub && timely(claims);

describe("the table of impostors", () => {
    it("finds nobody who gets past an exact trust", () => {
        assert.deepEqual(intruders(trusting(exact)), []);
    });

    for (const [careless, accepts, found] of [
        [
            "any environment of the repository",
            (claims: Claims) =>
                exact({ ...claims, sub: sub ?? "" }) &&
                fits(claims, /^repo:acme@1001\/web@2002:environment:/),
            [
                "another environment",
                "an environment whose name goes on",
                "the environment in another case",
                "the subject with something after it",
            ],
        ],
        [
            "any job of the repository",
            (claims: Claims) =>
                exact({ ...claims, sub: sub ?? "" }) && fits(claims, /^repo:acme@1001\/web@2002:/),
            [
                "a fork's pull request",
                "a pull request",
                "a push to another branch",
                "a tag",
                "a subject made of other claims",
            ],
        ],
        [
            "names without ids",
            (claims: Claims) =>
                exact({ ...claims, sub: sub ?? "" }) &&
                fits(claims, /^repo:acme(@\d+)?\/web(@\d+)?:environment:production$/),
            [
                "the repository made again under its name",
                "the owner made again under its name",
                "the other form of the subject",
            ],
        ],
        [
            "any audience",
            (claims: Claims) => exact({ ...claims, aud: aud ?? "" }),
            ["the audience GitHub gives unasked", "the audience of the other cloud"],
        ],
        [
            "any issuer",
            (claims: Claims) => exact({ ...claims, iss: iss ?? "" }),
            [
                "the issuer of an enterprise",
                "the issuer of another GitHub",
                "an issuer of somebody's own",
            ],
        ],
        [
            "names in any case",
            (claims: Claims) =>
                exact({ ...claims, sub: sub ?? "" }) && String(claims.sub).toLowerCase() === sub,
            [
                "the repository in another case",
                "the owner in another case",
                "the environment in another case",
            ],
        ],
        [
            "old tokens",
            (claims: Claims) => exact({ ...claims, exp: Date.now() }),
            ["the right token of yesterday"],
        ],
    ] as const) {
        it(`finds who gets past trust in ${careless}`, () => {
            const intruding = intruders(trusting(accepts));
            for (const name of found) assert.ok(intruding.includes(name), intruding.join(", "));
        });
    }

    it("is not spared by a policy that names no subject or no audience", () => {
        const policy = (condition: object): string =>
            JSON.stringify({
                Statement: {
                    Effect: "Allow",
                    Action: "sts:AssumeRoleWithWebIdentity",
                    Principal: { Federated: "arn:aws:iam::1:oidc-provider/host" },
                    Condition: condition,
                },
            });
        for (const condition of [
            {},
            { StringEquals: { "host:aud": "sts.amazonaws.com" } },
            { StringEquals: { "host:sub": "repo:acme/web" } },
            { StringLike: { "host:sub": "repo:*", "host:aud": "sts.amazonaws.com" } },
        ]) {
            assert.throws(() => trustStatements(policy(condition)), /does not name audience and/);
        }
    });

    it("is not spared by a credential without an identity", () => {
        const type = "azure-native:managedidentity:FederatedIdentityCredential";
        const credential = {
            key: "c",
            type,
            id: "/x/federatedIdentityCredentials/c",
            inputs: {},
            outputs: {},
            claims: [],
            parents: [],
            secrets: [],
        };
        const cloud: CloudView = {
            list: (wanted) => (wanted === type ? [credential] : []),
            find: () => undefined,
        };
        assert.throws(() => everyTrust(cloud, []), /no identity of/);
    });
});

function fits({ sub: subject }: Claims, form: RegExp): boolean {
    return form.test(String(subject));
}
