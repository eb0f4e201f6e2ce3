import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { build, refusalOf } from "./projectCases";

describe("the arguments of AzureDevOpsProject", () => {
    it("are refused all at once", async () => {
        const message = await refusalOf({
            project: "a/b",
            process: " ",
            features: ["wiki", "boards", "boards"],
            groups: [
                { name: "readers", access: "read" },
                { name: "team", access: "admin", entraGroups: ["team"], members: ["ada"] },
                { name: "TEAM", access: "write", members: ["a@acme.example", "A@acme.example"] },
                { name: "a/b", access: "read" },
            ],
            authorEmails: ["*", "*@*", "ada@acme.example", "ada@acme.example"],
            maxFileSize: 3,
            maxPathLength: 0,
            blockedPaths: ["a b"],
            audit: { url: "http://acme.example", username: "a:b", password: "x" },
        });
        assert.deepEqual(
            message.split("\n").map((line) => line.trim().split(":")[0]),
            [
                'AzureDevOpsProject "shop"',
                "project",
                "process",
                "features[0]",
                "features[2]",
                "groups[0].name",
                "groups[1].access",
                "groups[1].entraGroups[0]",
                "groups[1].members[0]",
                "groups[2].members[1]",
                "groups[3].name",
                "groups[2].name",
                "authorEmails[0]",
                "authorEmails[1]",
                "authorEmails[3]",
                "maxFileSize",
                "maxPathLength",
                "blockedPaths[0]",
                "audit.username",
                "audit.url",
            ],
        );
    });

    it("name an author unless allowAnyAuthor says otherwise, and do not only refuse some", async () => {
        const allowed = /authorEmails: got .*, allowed: at least one address/;
        assert.match(await refusalOf({ authorEmails: [] }), allowed);
        for (const allowAnyAuthor of [true, false]) {
            const refusing = { authorEmails: ["!eve@acme.example"], allowAnyAuthor };
            assert.match(await refusalOf(refusing), allowed);
        }
        const some = ["!eve@acme.example", "*@acme.example", "ci-*@build.acme.example"];
        await build({ authorEmails: some });
    });

    it("never show the password of a sink in an error", async () => {
        const url = "https://devops:hunter2@events.acme.example/";
        const message = await refusalOf({
            audit: { url: "https://events.acme.example", username: "", password: "hunter2" },
        });
        assert.doesNotMatch(message, /hunter2/);
        const withPassword = { url, username: "devops", password: "x" };
        assert.match(await refusalOf({ audit: withPassword }), /audit\.url/);
    });
});
