import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkConfiguration, configurationFrom } from "../../hosts/plugin/configuration";
import { openStand, refusal, token, unknown } from "./support";

describe("the configuration of gatehouse-hosts", () => {
    it("follows from the organisation's address, and from the environment where nothing is said", () => {
        const environment = {
            GITHUB_OWNER: "acme",
            AZDO_ORG_SERVICE_URL: "https://dev.azure.com/acme/",
        };
        const found = configurationFrom({ githubOwner: "initech" }, environment);
        assert.deepEqual(found, {
            githubOwner: "initech",
            githubApiUrl: "https://api.github.com",
            azureDevOpsUrl: "https://dev.azure.com/acme",
            azureDevOpsAuditUrl: "https://auditservice.dev.azure.com/acme",
            azureDevOpsSecurityUrl: "https://advsec.dev.azure.com/acme",
            azureDevOpsFeedsUrl: "https://feeds.dev.azure.com/acme",
            requestsPerMinute: 60,
            timeoutSeconds: 30,
        });
        const old = configurationFrom({ azureDevOpsUrl: "https://acme.visualstudio.com" }, {});
        assert.equal(old.azureDevOpsFeedsUrl, "https://feeds.dev.azure.com/acme");
    });

    it("lists everything wrong at once", () => {
        const failures = checkConfiguration({
            githubOwner: "a/b",
            githubApiUrl: "http://github.example",
            azureDevOpsUrl: "https://user:hush@dev.azure.com/acme",
            requestsPerMinute: "0",
            timeoutSeconds: "soon",
            token: "hush",
        }).map(({ property, reason }) => `${property}: ${reason}`);
        assert.equal(failures.length, 6);
        assert.match(failures.join("\n"), /githubApiUrl: "http:.*must begin with https/);
        assert.match(failures.join("\n"), /token: unknown property/);
        assert.ok(!failures.join().includes("hush"));
    });

    it("takes http on this machine only, and what is not known yet", () => {
        const said = ["http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1", unknown];
        for (const githubApiUrl of said) assert.deepEqual(checkConfiguration({ githubApiUrl }), []);
        for (const githubApiUrl of ["http://127.0.0.2", "ftp://localhost", "localhost"]) {
            assert.equal(checkConfiguration({ githubApiUrl }).length, 1, githubApiUrl);
        }
    });

    it("refuses wrong values of the environment before anything is asked", () => {
        assert.throws(
            () => configurationFrom({}, { GITHUB_API_URL: "http://github.example" }),
            /configuration of gatehouse-hosts is wrong:\ngithubApiUrl: .*https/,
        );
    });

    it("misses an organisation only where one is needed", async () => {
        const stand = await openStand(undefined, { azureDevOpsFeedsUrl: "" });
        const feedId = "11111111-2222-4333-8444-555555555555";
        const asked = stand.engine.up(token("AzureDevOpsFeedUpstreams"), {
            feedId,
            upstreamSources: [],
        });
        const message = await refusal(asked);
        await stand.close();
        assert.match(message, /lacks azureDevOpsFeedsUrl, or azureDevOpsUrl from which it follows/);
    });
});
