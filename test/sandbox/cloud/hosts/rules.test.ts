import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { openBench, refusal, type Bench, type Props } from "../support";
import { hostsSamples } from "./samples";

const token = (name: string) => `gatehouse-hosts:index:${name}`;
const github = (name: string) =>
    `github:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;

describe("what the hosts refuse of gatehouse-hosts", () => {
    let bench: Bench;
    let enterprise: Bench;
    const ids: Record<string, string> = {};
    before(async () => {
        bench = await openBench(undefined, { githubPlan: "team" });
        enterprise = await openBench();
        for (const { engine } of [bench, enterprise]) {
            await engine.up(github("Repository"), { name: "web", visibility: "private" });
            await engine.up(github("Repository"), { name: "open", visibility: "public" });
            for (const repository of ["web", "open"]) {
                const environment = { repository, environment: "production" };
                await engine.up(github("RepositoryEnvironment"), environment);
            }
        }
        for (const { type, inputs } of hostsSamples.filter(({ type }) =>
            type.startsWith("azuredevops"),
        )) {
            ids[type.split(":").pop() ?? ""] = (await bench.engine.up(type, inputs)).id;
        }
    });
    after(async () => {
        await bench.close();
        await enterprise.close();
    });

    const asked = (name: string, inputs: Props, on: () => Bench = () => bench) =>
        on()
            .engine.up(token(name), inputs)
            .then(
                () => "",
                (error: unknown) => (error as Error).message,
            );

    const wrong: [string, Props, RegExp][] = [
        ["GitHubForkApproval", { repository: "web" }, /at least one of approvalPolicy/],
        [
            "GitHubForkApproval",
            { repository: "open", approvalPolicy: "nobody" },
            /"nobody" is not one of first_time_contributors_new_to_github/,
        ],
        [
            "GitHubForkApproval",
            { repository: "web", approvalPolicy: "all_external_contributors" },
            /422 Fork PR approval is not allowed for private repositories/,
        ],
        [
            "GitHubForkApproval",
            { repository: "open", runWorkflowsFromForkPullRequests: false },
            /422 This setting only applies to internal and private/,
        ],
        [
            "GitHubForkApproval",
            { approvalPolicy: "first_time_contributors", sendSecretsAndVariables: true },
            /sendSecretsAndVariables: needs runWorkflowsFromForkPullRequests/,
        ],
        ["GitHubImmutableSubject", { repository: "gone" }, /404 Not Found/],
        [
            "GitHubDeploymentProtectionRule",
            { repository: "web", environment: "production", integrationId: 1 },
            /Upgrade to GitHub Enterprise/,
        ],
        [
            "GitHubDeploymentProtectionRule",
            { repository: "open", environment: "nowhere", integrationId: 1 },
            /404 Not Found/,
        ],
        [
            "GitHubPrivateVulnerabilityReporting",
            { repository: "web" },
            /422 Private vulnerability reporting is for public repositories only/,
        ],
        ["GitHubImmutableReleases", {}, /exactly one of repository, enforcedRepositories/],
        [
            "GitHubImmutableReleases",
            { enforcedRepositories: "selected" },
            /selectedRepositoryIds: missing/,
        ],
        [
            "GitHubAuditStream",
            { enterprise: "acme", datadog: { site: "EU1", token: "hush" } },
            /403 Upgrade to GitHub Enterprise/,
        ],
        ["GitHubAuditStream", { enterprise: "acme" }, /exactly one of azureBlob/],
        [
            "GitHubAuditStream",
            { enterprise: "acme", amazonS3: { bucket: "b", region: "r", accessKeyId: "k" } },
            /amazonS3: has either roleArn or both/,
        ],
        ["AzureDevOpsAuditStream", { splunk: { url: "http://x", token: "no" } }, /https address/],
        ["AzureDevOpsAuditStream", { enabled: true }, /exactly one of azureMonitorLogs/],
    ];
    for (const [name, inputs, message] of wrong) {
        it(`${name} ${JSON.stringify(inputs)}`, async () => {
            assert.match(await asked(name, inputs), message);
        });
    }

    it("a project without settings, or that does not stand", async () => {
        const projectId = ids.Project;
        assert.match(await asked("AzureDevOpsPipelineSettings", { projectId }), /at least one of/);
        const gone = { projectId: ids.Git, forkProtectionEnabled: true };
        assert.match(await asked("AzureDevOpsPipelineSettings", gone), /VS800075/);
    });

    it("analyses of a repository in another project, or without their plan", async () => {
        const inProject = { projectId: ids.Project, repositoryId: ids.Git };
        const ask = (more: Props) =>
            asked("AzureDevOpsAdvancedSecurity", { ...inProject, ...more });
        assert.match(await ask({ blockPushes: true }), /needs secretProtectionEnabled to be true/);
        assert.match(await ask({ enableCodeQLOnCreate: true }), /is for a project/);
        const gone = { repositoryId: ids.Feed, secretProtectionEnabled: true };
        assert.match(await ask(gone), /TF401019/);
        assert.equal(await ask({ secretProtectionEnabled: true, blockPushes: true }), "");
    });

    it("upstream sources of a feed that does not stand, twice the same, or half described", async () => {
        const feed = { projectId: ids.Project, feedId: ids.Feed };
        const source = { name: "a", protocol: "npm", location: "https://packages.example/" };
        const ask = (upstreamSources: Props[], more: Props = {}) =>
            asked("AzureDevOpsFeedUpstreams", { ...feed, ...more, upstreamSources });
        assert.match(await ask([source, { ...source, name: "A" }]), /is there twice/);
        assert.match(await ask([{ ...source, protocol: "ftp" }]), /"ftp" is not one of/);
        const internal = { ...source, upstreamSourceType: "internal" };
        assert.match(await ask([internal]), /internalUpstreamFeedId: missing/);
        assert.match(await ask([source], { feedId: ids.Git }), /FeedIdNotFoundException/);
        assert.equal(await ask([source]), "");
    });

    it("an app twice on one environment, and a seventh app", async () => {
        const rule = (integrationId: number) =>
            asked(
                "GitHubDeploymentProtectionRule",
                { repository: "web", environment: "production", integrationId },
                () => enterprise,
            );
        assert.equal(await rule(1), "");
        assert.match(await rule(1), /is enabled already/);
        for (const id of [2, 3, 4, 5, 6]) assert.equal(await rule(id), "");
        assert.match(await rule(7), /at most 6/);
    });

    it("changeable releases where the organisation enforces immutable ones", async () => {
        const ask = (inputs: Props) => asked("GitHubImmutableReleases", inputs, () => enterprise);
        assert.equal(await ask({ enforcedRepositories: "all" }), "");
        assert.match(await ask({ repository: "web", enabled: false }), /409/);
        assert.equal(await ask({ repository: "web" }), "");
        const read = await enterprise.engine.read(token("GitHubImmutableReleases"), "web");
        assert.equal(read.outputs.enforcedByOwner, true);
    });

    it("nothing of a secret is given back in clear", async () => {
        const stream = { enterprise: "acme", splunk: { domain: "d", port: 8088, token: "hush" } };
        const { engine } = enterprise;
        const made = await engine.up(token("GitHubAuditStream"), stream);
        assert.ok(!JSON.stringify(made.outputs).includes("hush"));
        const read = await engine.read(token("GitHubAuditStream"), made.id);
        assert.ok(!JSON.stringify(read).includes("hush"));
        assert.equal(await refusal(engine.delete(token("GitHubAuditStream"), made.id)), "");
    });

    it("tokens follow the switch of their subjects", async () => {
        const { engine } = enterprise;
        const subject = token("GitHubImmutableSubject");
        const body = async () => {
            const endpoint = "repos/acme/web/actions/oidc/customization/sub";
            const answer = await engine.invoke("github:index/getRestApi:getRestApi", { endpoint });
            return JSON.parse(String(answer.body)) as Record<string, unknown>;
        };
        const immutable = await engine.up(subject, { repository: "web" });
        assert.match(String(immutable.outputs.subjectPrefix), /^repo:acme@\d+\/web@\d+$/);
        assert.equal((await body()).sub_claim_prefix, immutable.outputs.subjectPrefix);
        const news = { repository: "web", useImmutableSubject: false };
        const now = await engine.update(subject, "web", news, immutable.outputs);
        assert.equal(now.subjectPrefix, "repo:acme/web");
        assert.equal((await body()).sub_claim_prefix, "repo:acme/web");
        await engine.delete(subject, "web");
        assert.equal((await body()).use_immutable_subject, true);
    });
});
