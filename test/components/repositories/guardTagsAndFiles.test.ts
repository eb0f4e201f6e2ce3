import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { build, grantsOf, refused, ruleKeys, rulesOf } from "./sampleGuard";

const releaseTags = { patterns: ["v*"], creators: [{ slug: "release", id: "21" }] };

describe("tags under GitHubRepositoryGuard", () => {
    it("a tag, once pushed, is never moved or deleted", async () => {
        const { ruleset, rules } = rulesOf((await build({ releaseTags })).recording, "tag");
        assert.equal(ruleset.target, "tag");
        assert.equal(ruleset.enforcement, "active");
        assert.deepEqual(ruleset.conditions, { refName: { includes: ["~ALL"], excludes: [] } });
        assert.deepEqual(ruleset.bypassActors, []);
        assert.deepEqual(rules, { deletion: true, update: true, nonFastForward: true });
    });

    it("with releaseTags, only members of the named teams create tags of releases", async () => {
        const { recording } = await build({ releaseTags });
        const { ruleset, rules } = rulesOf(recording, "release-tag");
        assert.equal(ruleset.target, "tag");
        assert.equal(ruleset.enforcement, "active");
        assert.deepEqual(ruleset.conditions, {
            refName: { includes: ["refs/tags/v*"], excludes: [] },
        });
        assert.deepEqual(rules, { creation: true });
        assert.deepEqual(ruleset.bypassActors, [
            { actorType: "Team", actorId: 21, bypassMode: "always" },
        ]);
        assert.equal(grantsOf(recording)["21"], "push");
    });

    it("are named as the arguments say", async () => {
        const { recording } = await build({ tagNames: "^v[0-9]+$" });
        const { pattern, operator } = rulesOf(recording, "tag").rules.tagNamePattern as Record<
            string,
            unknown
        >;
        assert.deepEqual([operator, pattern], ["regex", "^v[0-9]+$"]);
    });

    it("of releases have a pattern and somebody to create them", async () => {
        const message = await refused({ releaseTags: { patterns: [], creators: [] } });
        assert.match(message, /releaseTags\.patterns: got \[\], allowed: at least one pattern/);
        assert.match(message, /releaseTags\.creators: got \[\], allowed: at least one team/);
    });
});

describe("pushes under GitHubRepositoryGuard", () => {
    const limits = async (more: Parameters<typeof build>[0]) =>
        rulesOf((await build(more)).recording, "push");

    it("files that are keys by their name, large files and long paths are refused at every push", async () => {
        const { ruleset, rules } = await limits({});
        assert.equal(ruleset.target, "push");
        assert.equal(ruleset.enforcement, "active");
        assert.equal(ruleset.conditions, undefined);
        assert.deepEqual(ruleset.bypassActors, []);
        const { filePathRestriction, fileExtensionRestriction, ...sizes } = rules;
        assert.deepEqual(sizes, {
            maxFileSize: { maxFileSize: 10 },
            maxFilePathLength: { maxFilePathLength: 200 },
        });
        const { restrictedFilePaths } = filePathRestriction as { restrictedFilePaths: string[] };
        assert.ok(restrictedFilePaths.includes("**/id_ed25519"));
        const { restrictedFileExtensions } = fileExtensionRestriction as {
            restrictedFileExtensions: string[];
        };
        assert.ok(
            ["*.pem", "*.pfx", "*.jks"].every((one) => restrictedFileExtensions.includes(one)),
        );
    });

    it("are held to the lists and limits of the arguments", async () => {
        const { rules } = await limits({
            blockedPaths: ["deploy/**"],
            blockedExtensions: [],
            largestFile: 100,
            longestPath: 80,
        });
        assert.deepEqual(rules, {
            filePathRestriction: { restrictedFilePaths: ["deploy/**"] },
            maxFileSize: { maxFileSize: 100 },
            maxFilePathLength: { maxFilePathLength: 80 },
        });
    });

    it("are free with allowAnyFile, and then nothing else is asked of them", async () => {
        const { recording } = await build({ allowAnyFile: true });
        assert.deepEqual(ruleKeys(recording), ["branch", "tag"]);
        const message = await refused({ allowAnyFile: true, largestFile: 5 });
        assert.match(message, /largestFile: got 5, allowed: nothing, with allowAnyFile/);
    });
});
