import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openStand, refusal, token, type Props, type Stand } from "./support";

const projectId = "11111111-2222-4333-8444-555555555555";
const repositoryId = "21111111-2222-4333-8444-555555555555";
const feedId = "31111111-2222-4333-8444-555555555555";

describe("gatehouse-hosts on Azure DevOps", () => {
    let stand: Stand;
    beforeEach(async () => {
        stand = await openStand();
    });
    afterEach(() => stand.close());

    const up = (name: string, inputs: Props) => stand.engine.up(token(name), inputs);
    const read = (name: string, id: string, inputs: Props = {}) =>
        stand.engine.read(token(name), id, inputs);

    it("sets pipeline settings, sees what others set, and leaves them on deletion", async () => {
        const name = "AzureDevOpsPipelineSettings";
        const path = `/acme/${projectId}/_apis/build/generalsettings?api-version=7.2-preview.1`;
        let settings: Props = { forkProtectionEnabled: false, statusBadgesArePrivate: true };
        stand.host.answer((request) => {
            if (request.path !== path) return undefined;
            if (request.method === "PATCH") settings = { ...settings, ...(request.body as Props) };
            return { status: 200, body: settings };
        });
        const inputs = { projectId, forkProtectionEnabled: true };
        assert.equal((await up(name, inputs)).id, projectId);
        assert.deepEqual(stand.host.arrived[0]?.body, { forkProtectionEnabled: true });
        const basic = Buffer.from(":azdohush0123456789").toString("base64");
        assert.equal(stand.host.arrived[0].headers.authorization, `Basic ${basic}`);
        settings.forkProtectionEnabled = false;
        assert.deepEqual((await read(name, projectId, inputs)).inputs, {
            projectId,
            forkProtectionEnabled: false,
        });
        stand.host.lately();
        await stand.engine.delete(token(name), projectId, inputs);
        assert.deepEqual(stand.host.lately(), []);
    });

    it("names the settings that the organisation overrides", async () => {
        stand.host.answer(() => ({ status: 200, body: { forkProtectionEnabled: true } }));
        const inputs = { projectId, forkProtectionEnabled: false };
        const message = await refusal(up("AzureDevOpsPipelineSettings", inputs));
        assert.match(message, /forkProtectionEnabled: asked false, is true/);
    });

    it("streams the audit log, pauses it, and knows the status in both spellings", async () => {
        const name = "AzureDevOpsAuditStream";
        let status: string | number = 1;
        let there = true;
        const bodies: unknown[] = [];
        stand.host.answer(({ method, path, body }) => {
            if (body !== undefined) bodies.push(body);
            if (path.includes("status=disabledByUser")) status = 2;
            if (path.includes("status=enabled")) status = "enabled";
            const stream = {
                id: 7,
                consumerType: "AzureMonitorLogs",
                displayName: "logs",
                consumerInputs: { WorkspaceId: projectId, SharedKey: "***" },
                status,
            };
            if (method === "DELETE") there = false;
            if (method === "GET" && path.includes("streams?")) return { status: 200, body: [] };
            if (!there && method === "GET") return { status: 404, body: { message: "none" } };
            return { status: 200, body: stream };
        });
        const azureMonitorLogs = { workspaceId: projectId, sharedKey: "hush" };
        const inputs = { azureMonitorLogs, enabled: false, daysToBackfill: 3 };
        const { id, outputs } = await up(name, inputs);
        assert.deepEqual(stand.host.lately(), [
            "GET /audit/_apis/audit/streams?api-version=7.2-preview.1",
            "POST /audit/_apis/audit/streams?daysToBackfill=3&api-version=7.2-preview.1",
            "PUT /audit/_apis/audit/streams/7?status=disabledByUser&api-version=7.2-preview.1",
        ]);
        assert.deepEqual(bodies[0], {
            consumerType: "AzureMonitorLogs",
            consumerInputs: { WorkspaceId: projectId, SharedKey: "hush" },
        });
        assert.deepEqual(outputs, {
            enabled: false,
            daysToBackfill: 3,
            streamId: 7,
            consumerType: "AzureMonitorLogs",
            displayName: "logs",
            status: "disabledByUser",
        });
        const news = { ...inputs, enabled: true };
        const now = await stand.engine.update(token(name), id, news, inputs);
        assert.equal(now.status, "enabled");
        status = 3;
        const drifted = await read(name, id, news);
        assert.equal(drifted.inputs.enabled, false);
        assert.equal(drifted.outputs.status, "disabledBySystem");
        await stand.engine.delete(token(name), id);
        assert.equal((await read(name, id, news)).id, "");
    });

    it("switches Advanced Security of a repository, and of what a project creates", async () => {
        const name = "AzureDevOpsAdvancedSecurity";
        const query = "enablement?api-version=7.2-preview.3";
        const stands: Record<string, Props> = {};
        stand.host.answer(({ method, path, body }) => {
            const place = path.split("?")[0] ?? "";
            if (method === "PATCH") stands[place] = { ...stands[place], ...(body as Props) };
            return { status: 200, body: stands[place] ?? {} };
        });
        const inputs = {
            projectId,
            repositoryId,
            secretProtectionEnabled: true,
            blockPushes: true,
            codeSecurityEnabled: true,
        };
        const { id } = await up(name, inputs);
        assert.deepEqual(stand.host.lately(), [
            `PATCH /security/${projectId}/_apis/management/repositories/${repositoryId}/${query}`,
        ]);
        assert.deepEqual(stand.host.arrived[0]?.body, {
            secretProtectionFeatures: { secretProtectionEnabled: true, blockPushes: true },
            codeSecurityFeatures: { codeSecurityEnabled: true },
        });
        assert.deepEqual((await read(name, id, inputs)).inputs, inputs);
        await stand.engine.delete(token(name), id, inputs);
        assert.deepEqual(stand.host.arrived.at(-1)?.body, {
            secretProtectionFeatures: { secretProtectionEnabled: false, blockPushes: false },
            codeSecurityFeatures: { codeSecurityEnabled: false },
        });
        const ofProject = { projectId, enableSecretProtectionOnCreate: true };
        assert.equal((await up(name, ofProject)).id, projectId);
        assert.deepEqual((await read(name, projectId, ofProject)).inputs, ofProject);
    });

    it("allows a feed these sources and no other, and keeps the ids of those it has", async () => {
        const name = "AzureDevOpsFeedUpstreams";
        const path = `/feeds/${projectId}/_apis/packaging/feeds/${feedId}?api-version=7.2-preview.1`;
        let sources: Props[] = [
            {
                id: "old-1",
                name: "upstream",
                protocol: "npm",
                location: "https://Packages.example/",
                upstreamSourceType: "public",
            },
            { id: "x", name: "y", protocol: "npm", location: "https://evil.example/" },
            {
                id: "z",
                name: "w",
                protocol: "npm",
                location: "https://gone.example/",
                deletedDate: "d",
            },
        ];
        stand.host.answer((request) => {
            if (request.path !== path) return undefined;
            const { upstreamSources } = (request.body ?? {}) as { upstreamSources?: Props[] };
            if (upstreamSources !== undefined) sources = upstreamSources;
            return { status: 200, body: { upstreamSources: sources } };
        });
        const source = { name: "upstream", protocol: "npm", location: "https://packages.example/" };
        const inputs = { projectId, feedId, upstreamSources: [source] };
        const { id } = await up(name, inputs);
        assert.deepEqual(stand.host.arrived.at(-1)?.body, {
            upstreamEnabled: true,
            upstreamSources: [{ ...source, upstreamSourceType: "public", id: "old-1" }],
        });
        assert.deepEqual((await read(name, id, inputs)).inputs, inputs);
        sources.push({ name: "evil", protocol: "npm", location: "https://evil.example/" });
        const drifted = (await read(name, id, inputs)).inputs.upstreamSources as Props[];
        assert.deepEqual(drifted.length, 2);
        await stand.engine.delete(token(name), id);
        assert.deepEqual(sources, []);
        const gone = { projectId, feedId: repositoryId, upstreamSources: [source] };
        assert.match(await refusal(up(name, gone)), /404, there is no such feed/);
    });
});
