import assert from "node:assert/strict";
import { OpenIdConnectProvider } from "@pulumi/aws/iam";
import { afterEach, beforeEach, describe, it } from "mocha";
import { AwsOidcProvider, type AwsOidcProviderArgs } from "../../../../components/index";
import { known, record, refusal, type Recorded } from "../../../support/mocks";
import { openClouds, type Clouds } from "./cloud";
import { account, github } from "./roles";

const guid = "11111111-2222-3333-4444-555555555555";
const devOps = `https://vstoken.dev.azure.com/${guid}`;
const type = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
const arn = `arn:aws:iam::${account}:oidc-provider/${github}`;

const build = (more: Partial<AwsOidcProviderArgs> = {}) =>
    record(() => new AwsOidcProvider("login", { accountId: account, ...more }));
const inputs = async (more: Partial<AwsOidcProviderArgs> = {}): Promise<Recorded> =>
    (await build(more)).recording.one("OpenIdConnectProvider");

describe("AwsOidcProvider", () => {
    let clouds: Clouds;
    beforeEach(() => {
        clouds = openClouds();
    });
    afterEach(() => {
        clouds.close();
    });

    it("the provider accepts tokens of one issuer, meant for one audience", async () => {
        const ofGitHub = (await inputs()).inputs;
        assert.equal(ofGitHub.url, `https://${github}`);
        assert.deepEqual(ofGitHub.clientIdLists, ["sts.amazonaws.com"]);
        const ofDevOps = (await inputs({ issuer: devOps })).inputs;
        assert.equal(ofDevOps.url, devOps);
        assert.deepEqual(ofDevOps.clientIdLists, ["api://AzureADTokenExchange"]);
    });

    it("no thumbprint of a certificate is pinned: AWS trusts the issuer's public certificate authority", async () => {
        assert.equal((await inputs()).inputs.thumbprintLists, undefined);
    });

    /** What somebody else made before. */
    const standing = async (...clientIdLists: string[]): Promise<void> => {
        const { makesThem } = {
            makesThem: () =>
                new OpenIdConnectProvider("theirs", { url: `https://${github}`, clientIdLists }),
        };
        assert.ok((await clouds.run(makesThem)).ok);
    };
    const providers = () => clouds.view().list(type);

    it("an adopted provider is read, never changed and never deleted", async () => {
        await standing("sts.amazonaws.com", "other");
        const [before] = providers();
        const theirs = () =>
            new OpenIdConnectProvider("theirs", {
                url: `https://${github}`,
                clientIdLists: ["sts.amazonaws.com", "other"],
            });
        const adopting = () =>
            new AwsOidcProvider("ours", { accountId: account, adopt: true, tags: { a: "b" } });
        const made = await clouds.run(() => {
            theirs();
            adopting();
        });
        assert.ok(made.ok, JSON.stringify(made.diagnostics));
        const steps = made.steps.filter(({ name }) => name === "ours-provider");
        assert.deepEqual(
            steps.map(({ op }) => op),
            ["read"],
        );
        const gone = await clouds.run(theirs);
        assert.ok(gone.ok, JSON.stringify(gone.diagnostics));
        assert.deepEqual(providers(), [before]);
    });

    it("an adopted provider that does not accept the audience is refused, before a role can trust it", async () => {
        await standing("other");
        const made = await clouds.run(() => {
            new OpenIdConnectProvider("theirs", {
                url: `https://${github}`,
                clientIdLists: ["other"],
            });
            const { arn } = new AwsOidcProvider("ours", { accountId: account, adopt: true });
            new OpenIdConnectProvider("after", { url: devOps, clientIdLists: [arn] });
        });
        assert.equal(made.ok, false);
        assert.match(JSON.stringify(made.diagnostics), /an adopted provider that accepts sts/);
        assert.equal(providers().length, 1);
    });

    it("the program warns of an issuer that retires, and says when", async () => {
        const warnings = async (issuer?: string): Promise<string[]> => {
            const args = { accountId: account, ...(issuer === undefined ? {} : { issuer }) };
            const made = await clouds.run(() => new AwsOidcProvider("ours", args), "preview");
            return made.diagnostics
                .filter(({ severity }) => severity === "warning")
                .map(({ message }) => message);
        };
        const [warning, ...others] = await warnings(devOps);
        assert.deepEqual(others, []);
        assert.match(warning ?? "", /retires on 2027-07-01/);
        assert.deepEqual(await warnings(), []);
        assert.deepEqual(await warnings(`https://login.microsoftonline.com/${guid}/v2.0`), []);
    });

    it("Pulumi protects the provider it made, unless allowDestroy is given", async () => {
        assert.equal((await inputs()).protect, true);
        assert.equal((await inputs({ allowDestroy: true })).protect, false);
    });

    it("gives out what a role needs", async () => {
        const made = await clouds.run(() => {
            const {
                arn: found,
                issuer,
                audience,
            } = new AwsOidcProvider("ours", {
                accountId: account,
            });
            new OpenIdConnectProvider("seen", {
                url: devOps,
                clientIdLists: [found, issuer, audience],
            });
        });
        assert.ok(made.ok, JSON.stringify(made.diagnostics));
        const seen = providers().find(({ inputs: one }) => one.url === devOps);
        assert.deepEqual(seen?.inputs.clientIdLists, [
            arn,
            `https://${github}`,
            "sts.amazonaws.com",
        ]);
        const { result } = await build({ tags: { owner: "platform" } });
        assert.equal(await known(result.audience), "sts.amazonaws.com");
    });

    it("tags the provider", async () => {
        const tags = { owner: "platform" };
        assert.deepEqual((await inputs({ tags })).inputs.tags, tags);
    });

    it("refuses bad arguments, all at once", async () => {
        const refused = (more: object) =>
            refusal(() => new AwsOidcProvider("login", { accountId: account, ...more }));
        const message = await refused({ accountId: "acme", issuer: "https://gitlab.com" });
        assert.match(
            message,
            /^AwsOidcProvider "login": 2 arguments are not acceptable\n {2}accountId:/,
        );
        for (const issuer of [
            "http://token.actions.githubusercontent.com",
            "https://token.actions.githubusercontent.com/",
            "https://vstoken.dev.azure.com/acme",
            `https://vstoken.dev.azure.com/${guid.toUpperCase().replaceAll("1", "A")}`,
            "https://login.microsoftonline.com/common/v2.0",
        ]) {
            assert.match(await refused({ issuer }), /issuer: got/, issuer);
        }
        assert.match(await refused({ audience: "api://AzureADTokenExchange" }), /audience: got/);
        assert.match(await refused({ issuer: devOps, audience: "sts.amazonaws.com" }), /audience/);
    });
});
