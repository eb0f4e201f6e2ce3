import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { AzureDevOpsFeed, type AzureDevOpsFeedArgs } from "../../../components/index";
import { known, record, refusal } from "../../support/mocks";

const projectId = "11111111-2222-4333-8444-555555555501";
const group = (name: string) => ({ name, descriptor: `vssgp ${name}`, originId: "x" });
const args: AzureDevOpsFeedArgs = { feed: "npm", projectId };

const build = (more: Partial<AzureDevOpsFeedArgs> = {}) =>
    record(() => new AzureDevOpsFeed("npm", { ...args, ...more }));

const refusalOf = (more: Partial<AzureDevOpsFeedArgs>): Promise<string> =>
    refusal(() => new AzureDevOpsFeed("npm", { ...args, ...more }));

describe("AzureDevOpsFeed", () => {
    it("the feed gets packages from the listed sources and from no other, over TLS", async () => {
        const location = "https://packages.acme.example/npm/";
        const view = { organizationId: "o", projectId: "p", feedId: "f", viewId: "v" };
        const feed = "azure-feed://acme/platform/approved@release";
        const { recording, result } = await build({
            sources: [
                { name: "mirror", protocol: "npm", location },
                { name: "approved", protocol: "nuget", location: feed, view },
            ],
        });
        const { inputs } = recording.one("AzureDevOpsFeedUpstreams");
        assert.deepEqual(inputs, {
            feedId: await known(result.feedId),
            projectId,
            upstreamSources: [
                { name: "mirror", protocol: "npm", location, upstreamSourceType: "public" },
                {
                    name: "approved",
                    protocol: "nuget",
                    location: feed,
                    upstreamSourceType: "internal",
                    internalUpstreamCollectionId: "o",
                    internalUpstreamProjectId: "p",
                    internalUpstreamFeedId: "f",
                    internalUpstreamViewId: "v",
                },
            ],
        });
        const none = (await build()).recording.one("AzureDevOpsFeedUpstreams").inputs;
        assert.deepEqual(none.upstreamSources, []);
        const open = { name: "mirror", protocol: "npm", location: "http://packages.acme.example" };
        assert.match(await refusalOf({ sources: [open] }), /sources\[0\]\.location: got "http:/);
    });

    it("each listed group has exactly one role in the feed, and none of them owns it", async () => {
        const [developers, ci, platform] = ["developers", "ci", "platform"].map(group);
        assert.ok(developers && ci && platform);
        const { recording } = await build({
            readers: [developers, ci, platform],
            collectors: [platform, ci],
            publishers: [ci],
        });
        const roles = recording
            .all("FeedPermission")
            .map(({ inputs }) => [inputs.identityDescriptor, inputs.role]);
        assert.deepEqual(roles, [
            ["vssgp developers", "reader"],
            ["vssgp ci", "contributor"],
            ["vssgp platform", "collaborator"],
        ]);
    });

    it("listed jobs of other projects install what is in the feed, and let nothing into it", async () => {
        const { recording } = await build({ jobs: ["svc.shop"], collectors: [group("platform")] });
        const jobs = recording
            .all("FeedPermission")
            .filter(({ inputs }) => inputs.identityDescriptor === "svc.shop");
        assert.deepEqual(
            jobs.map(({ inputs }) => inputs.role),
            ["reader"],
        );
    });

    it("a version is kept for a number of days after its last use, however many newer ones there are", async () => {
        const of = async (more: Partial<AzureDevOpsFeedArgs>) => {
            const { inputs } = (await build(more)).recording.one("FeedRetentionPolicy");
            return [inputs.countLimit, inputs.daysToKeepRecentlyDownloadedPackages];
        };
        assert.deepEqual(await of({}), [50, 90]);
        assert.deepEqual(await of({ versionsKept: 5, daysKept: 365 }), [5, 365]);
    });

    it("Pulumi does not delete the feed", async () => {
        const { inputs, protect } = (await build()).recording.one("Feed");
        assert.equal(protect, true);
        assert.deepEqual(inputs, {
            name: "npm",
            projectId,
            features: [{ permanentDelete: false, restore: true }],
        });
        const open = (await build({ allowDestroy: true })).recording.one("Feed");
        assert.equal(open.protect, false);
    });
});

describe("the arguments of AzureDevOpsFeed", () => {
    it("are refused all at once", async () => {
        const location = "https://user:password@packages.acme.example/";
        const view = { organizationId: "o", feedId: "f", viewId: "v" };
        const message = await refusalOf({
            feed: "_npm",
            sources: [
                { name: " ", protocol: "gem", location },
                { name: "a", protocol: "npm", location: "https://acme.example/", view },
                { name: "A", protocol: "npm", location: "azure-feed://acme/approved@release" },
            ],
            versionsKept: 0,
            daysKept: 4001,
        });
        assert.deepEqual(
            message.split("\n").map((line) => line.trim().split(":")[0]),
            [
                'AzureDevOpsFeed "npm"',
                "feed",
                "sources[0].name",
                "sources[0].protocol",
                "sources[0].location",
                "sources[1].view",
                "sources[2].view",
                "sources[2].name",
                "versionsKept",
                "daysKept",
            ],
        );
    });
});
