import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { pathText } from "../../estate/problems";
import { looksSecret, shown } from "../../estate/redact";
import { nearest } from "../../estate/suggest";
import { problems, refusal, sample, withRepository } from "./sample";

// Made up, and put together here so that no scanner takes them for real.
const secrets = [
    ["a GitHub token", ["ghp", "16C7e42F292c6912E7710c838347Ae178B4a"].join("_")],
    ["a fine-grained GitHub token", ["github", "pat", "11ABCDEFG0123456789"].join("_")],
    ["an AWS key id", ["AKIA", "IOSFODNN7EXAMPLE"].join("")],
    ["an AWS secret key", ["wJalrXUtnFEMI/K7MDENG", "bPxRfiCYEXAMPLEKEY"].join("/")],
    ["a JSON Web Token", ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxIn0", "x"].join(".")],
    ["a Slack token", ["xoxb", "2345", "678"].join("-")],
    ["a private key", "-----BEGIN PRIVATE KEY-----"],
    ["a storage connection string", "AccountName=a;AccountKey=short;"],
    ["an address with a password", "https://ada:pw@example.org/"],
    ["a signed address", "https://a.example.org/?sv=1&sig=abc"],
    ["random hexadecimal", "0123456789abcdef0123456789abcdef"],
    ["a Pulumi token", ["pul", "0123abcd"].join("-")],
] as const;

describe("estate: what a message shows", () => {
    for (const [title, secret] of secrets) {
        it(`withholds ${title}, wherever it stands`, () => {
            assert.equal(looksSecret(secret), true);
            const { message } = refusal(withRepository({ [secret]: secret })) ?? assert.fail();
            assert.match(message, /withheld/);
            assert.equal(message.includes(secret), false);
            for (const raw of [
                sample({ organization: secret }),
                withRepository({ team: secret }),
                withRepository({ [secret]: 1 }),
                sample({ teams: { [secret]: ["ada"] } }),
                sample({ [secret]: secret }),
            ]) {
                assert.equal(refusal(raw)?.message.includes(secret) ?? false, false);
            }
        });
    }

    it("withholds whatever stands under a key that speaks of secrets", () => {
        for (const key of ["password", "clientSecret", "api_key", "accessToken", "dbPwd"]) {
            const { message } = refusal(sample({ [key]: "hunter2" })) ?? assert.fail();
            assert.match(message, /withheld \(7 characters\)/);
            assert.equal(message.includes("hunter2"), false);
        }
    });

    it("shows ordinary values", () => {
        for (const value of [
            "11111111-2222-3333-4444-555555555555",
            "payments-reconciliation-service-v2",
            "release/2026-11",
            "Takes orders, tells the warehouse, and bills the customer.",
            "docker/build-push-action@*",
            "Canonical:ubuntu-24_04-lts:server:24.04.x",
            "MicrosoftWindowsServer:WindowsServer:2025-datacenter:latest",
        ]) {
            assert.equal(shown(value), JSON.stringify(value));
        }
        assert.equal(shown(true), "true");
        assert.equal(shown(0.5), "0.5");
        assert.equal(shown(null), "nothing");
        assert.equal(shown(undefined), "nothing");
        assert.equal(shown([1, 2]), "a list of 2");
        assert.equal(shown({ a: 1 }), "an object");
    });

    it("shows ids of Azure's resources, and withholds what is no name within them", () => {
        const group =
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-Acme-1";
        assert.equal(looksSecret(`${group}/providers/Microsoft.Compute/galleries/gal`), false);
        assert.equal(
            looksSecret(`${group}/providers/Microsoft.Compute/galleries/aB3${"x9".repeat(9)}`),
            true,
        );
        assert.equal(looksSecret(`123456789:AAb1${"x9".repeat(9)}`), true);
    });

    it("shortens long values and keeps them on one line", () => {
        assert.equal(shown("ab ".repeat(100)).length, 63);
        assert.equal(shown("two\nlines"), '"two\\nlines"');
    });

    it("writes paths as a user would look them up", () => {
        assert.equal(pathText([]), "gatehouse:estate");
        assert.equal(pathText(["repositories", 2, "team"]), "repositories[2].team");
        assert.equal(pathText(["teams", "web"]), "teams.web");
        assert.equal(pathText(["teams", "Web Team", 0]), 'teams["Web Team"][0]');
    });
});

describe("estate: suggestions", () => {
    const keys = ["name", "host", "team", "reviews", "allowPurge", "allowPublicNetwork"];

    for (const [written, meant] of [
        ["teem", "team"],
        ["taem", "team"],
        ["review", "reviews"],
        ["allow_purge", "allowPurge"],
        ["allow-public-network", "allowPublicNetwork"],
        ["allowPublicNetworks", "allowPublicNetwork"],
        ["NAME", "name"],
    ] as const) {
        it(`takes ${written} for ${meant}`, () => {
            assert.equal(nearest(written, keys), meant);
        });
    }

    it("suggests nothing for what is near to nothing", () => {
        for (const written of ["colour", "x", "", "somethingElseAltogether", 7, undefined]) {
            assert.equal(nearest(written, keys), undefined);
        }
        assert.equal(nearest("web", []), undefined);
        assert.equal(nearest("api", ["web"]), undefined);
    });

    it("reports a misspelt required key once, not also as missing", () => {
        const found = problems(withRepository({ team: undefined, teem: "web" }));
        assert.deepEqual(
            found.map(({ where, meant }) => [where, meant]),
            [["repositories[0].teem", "team"]],
        );
    });

    it("suggests the value that was meant", () => {
        const meant = (raw: unknown) => problems(raw).map((problem) => problem.meant);
        const azure = { ...(sample().azure as object), location: "UK South" };
        assert.deepEqual(meant(sample({ azure })), ["uksouth"]);
        assert.deepEqual(meant(sample({ organization: 7 })), ["the same in quotes"]);
        assert.deepEqual(meant(withRepository({ host: "GitHub" })), ["github"]);
        assert.deepEqual(meant(withRepository({ visibility: "privat" })), ["private"]);
        const teams = { platform: ["@ada"], "Web Team": ["x"], web: ["y"], release: ["z"] };
        assert.deepEqual(meant(sample({ teams })), ["web-team", "ada"].reverse());
    });
});
