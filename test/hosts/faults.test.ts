import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { githubHandler, newGitHub, type GitHubState } from "./github";
import type { Reply } from "./loopback";
import { deadAddress, githubToken, openStand, refusal, token, type Stand } from "./support";

const reporting = token("GitHubPrivateVulnerabilityReporting");
const open = { repository: "open" };
const path = "/repos/acme/open/private-vulnerability-reporting";

describe("gatehouse-hosts and a host in trouble", () => {
    let stand: Stand;
    let state: GitHubState;
    beforeEach(async () => {
        stand = await openStand();
        state = newGitHub();
        stand.host.answer(githubHandler(state));
    });
    afterEach(() => stand.close());

    const up = () => stand.engine.up(reporting, open);
    const limited = (headers: Record<string, string>, status = 403): Reply => ({
        status,
        headers,
        body: { message: "You have exceeded a secondary rate limit." },
    });

    const throttles: [string, () => Reply, number][] = [
        ["Retry-After with 429", () => limited({ "retry-after": "7" }, 429), 7],
        ["Retry-After with 403", () => limited({ "retry-after": "9" }), 9],
        [
            "a primary limit used up until its reset",
            () => {
                const reset = String(Math.ceil(stand.clock.now() / 1000) + 120);
                return limited({ "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset });
            },
            121,
        ],
        ["a secondary limit without a time", () => limited({}), 60],
    ];
    for (const [what, reply, seconds] of throttles) {
        it(`waits for ${what}, says so, and then does it`, async () => {
            stand.host.once(reply());
            await up();
            assert.ok(state.reporting.has("open"));
            const [waited = 0, ...more] = stand.clock.waits();
            assert.ok(waited <= seconds && waited > seconds - 2, `waited ${waited} s`);
            assert.deepEqual(more, []);
            assert.match(stand.said.join(), /^GitHub: .*, waiting \d+ s$/);
        });
    }

    it("gives up on a host that wants to be left alone for too long", async () => {
        stand.host.once(limited({ "retry-after": "3600" }, 429));
        assert.match(await refusal(up()), /429 .*secondary rate limit.*longer than 15 minutes/);
        assert.deepEqual(stand.clock.waits(), []);
    });

    it("does not take a plain 403 for a limit", async () => {
        stand.host.once({ status: 403, body: { message: "Resource not accessible" } });
        assert.match(await refusal(up()), /403 Resource not accessible$/);
        assert.equal(stand.host.arrived.length, 1);
    });

    for (const fault of [{ status: 502, text: "<html>" }, { status: 503 }, "reset"] as Reply[]) {
        it(`repeats a write that can be repeated after ${JSON.stringify(fault)}`, async () => {
            stand.host.once(fault, fault);
            await up();
            assert.deepEqual(stand.host.lately(), [`PUT ${path}`, `PUT ${path}`, `PUT ${path}`]);
            assert.deepEqual(stand.clock.waits(), [1, 2]);
        });
    }

    it("gives up after five attempts, with the request and the answer", async () => {
        stand.host.answer(() => ({ status: 500, body: { message: "Server Error" } }));
        const message = await refusal(up());
        assert.match(
            message,
            /^PUT 127\.0\.0\.1:\d+\/repos\/acme\/open\/private.*: 500 Server Error$/,
        );
        assert.deepEqual(stand.clock.waits(), [1, 2, 4, 8]);
    });

    it("looks for what a lost answer may have made, and does not make it twice", async () => {
        const rule = token("GitHubDeploymentProtectionRule");
        const inputs = { repository: "web", environment: "production", integrationId: 15 };
        stand.host.once((request) => {
            githubHandler(state)(request);
            return "reset";
        });
        const { id } = await stand.engine.up(rule, inputs);
        assert.equal(id, "web:production:100");
        assert.equal(state.rules.length, 1);
        stand.host.once({ status: 500 });
        const other = { ...inputs, integrationId: 16 };
        const message = await refusal(stand.engine.up(rule, other));
        assert.match(message, /whether it was done all the same is not known/);
        assert.equal(state.rules.length, 1);
    });

    it("repeats a creation that certainly did not arrive", async () => {
        const rule = token("GitHubDeploymentProtectionRule");
        const inputs = { repository: "web", environment: "production", integrationId: 15 };
        stand.host.once(limited({ "retry-after": "3" }, 429));
        await stand.engine.up(rule, inputs);
        assert.equal(state.rules.length, 1);
        assert.equal(stand.host.arrived.length, 2);
    });

    it("takes an answer that is no JSON for none, and one without what it needs for a stranger", async () => {
        stand.host.once({ status: 200, text: "<html>it works</html>" });
        const read = () => stand.engine.read(reporting, "open", open);
        assert.equal((await read()).id, "open");
        assert.deepEqual(stand.clock.waits(), [1]);
        stand.host.once({ status: 200, body: { enabled: "yes" } });
        const message = await refusal(read());
        assert.match(
            message,
            /private-vulnerability-reporting: the answer is not understood at enabled/,
        );
    });

    it("tells a wrong token from a wrong request, and never repeats the token", async () => {
        stand.host.answer(() => ({ status: 401, body: { message: `Bad ${githubToken}` } }));
        const message = await refusal(up());
        assert.match(message, /401 Bad \[secret\]; set GITHUB_TOKEN/);
        assert.equal(stand.host.arrived.length, 1);
    });

    it("follows no redirect: it could lead the token elsewhere", async () => {
        stand.host.once({ status: 301, headers: { location: "https://evil.example/x?y=1" } });
        const message = await refusal(up());
        assert.match(message, /410 it has moved \(301\) to https:\/\/evil\.example\/x$/);
        assert.equal(stand.host.arrived.length, 1);
    });

    it("takes the page to sign in of Azure DevOps for a refusal", async () => {
        const settings = token("AzureDevOpsPipelineSettings");
        const projectId = "11111111-2222-4333-8444-555555555555";
        stand.host.answer(() => ({ status: 203, text: "<html>Sign in</html>" }));
        const asked = stand.engine.up(settings, { projectId, buildsEnabledForForks: false });
        assert.match(await refusal(asked), /401 it answered with a page to sign in; set AZDO/);
    });

    it("slows down when Azure DevOps asks for it in an answer that is a success", async () => {
        const settings = token("AzureDevOpsPipelineSettings");
        const projectId = "11111111-2222-4333-8444-555555555555";
        stand.host.answer(() => ({ status: 200, headers: { "retry-after": "30" }, body: {} }));
        const inputs = { projectId, buildsEnabledForForks: false };
        await stand.engine.up(settings, inputs);
        assert.deepEqual(stand.clock.waits(), []);
        await stand.engine.read(settings, projectId, inputs);
        assert.deepEqual(stand.clock.waits().map(Math.round), [30]);
    });

    it("says that nobody listens, after trying", async () => {
        const lonely = await openStand(undefined, { githubApiUrl: await deadAddress() });
        const message = await refusal(lonely.engine.up(reporting, open));
        await lonely.close();
        assert.match(message, /no answer \(ECONNREFUSED\)$/);
        assert.deepEqual(lonely.clock.waits(), [1, 2, 4, 8]);
    });

    it("does not wait for ever for a slow host", async () => {
        const hurried = await openStand(undefined, { timeoutSeconds: "1" });
        hurried.host.answer(({ method }) => (method === "POST" ? "silence" : undefined));
        const rule = token("GitHubDeploymentProtectionRule");
        const inputs = { repository: "web", environment: "production", integrationId: 15 };
        const message = await refusal(hurried.engine.up(rule, inputs));
        await hurried.close();
        assert.match(
            message,
            /no answer within 1 s \(whether it was done all the same is not known\)/,
        );
        assert.ok(hurried.host.arrived.length >= 2, "it looked for what may stand");
    });

    it("never sends two requests closer together than the budget allows", async () => {
        const slow = await openStand(undefined, { requestsPerMinute: "6" });
        slow.host.answer(githubHandler(newGitHub()));
        await Promise.all([1, 2, 3, 4].map(() => slow.engine.up(reporting, open)));
        await slow.close();
        assert.deepEqual(slow.clock.waits().map(Math.round), [10, 10, 10]);
    });
});
