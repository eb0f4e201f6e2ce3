import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { loadEstate } from "../../estate";
import { azureDevOps, onDevOps } from "./devOpsSample";
import { refuses, type Raw } from "./sample";

const source = { name: "mirror", protocol: "npm", location: "https://packages.acme.example/npm/" };

/** An estate with one feed. */
const feed = (changes: Raw = {}, packages: Raw = {}): Raw =>
    onDevOps(
        {},
        {
            azureDevOps: {
                ...azureDevOps,
                packages: { feeds: [{ name: "npm", ...changes }], ...packages },
            },
        },
    );

describe("estate: feeds of packages", () => {
    it("are read by everybody who is a group there, and nobody lets anything in unasked", () => {
        assert.deepEqual(loadEstate(feed()).azureDevOps?.packages, {
            project: "packages",
            feeds: [
                {
                    name: "npm",
                    readers: ["platform", "release", "web"],
                    collectors: [],
                    publishers: [],
                    sources: [],
                },
            ],
        });
    });

    it("get packages from the places that are listed", () => {
        const { feeds } = loadEstate(
            feed({ sources: [source], collectors: ["platform"], readers: [] }),
        ).azureDevOps?.packages ?? { feeds: [] };
        assert.deepEqual(feeds[0]?.sources, [source]);
        assert.deepEqual(feeds[0].readers, []);
    });

    refuses([
        [
            "a feed in the project of the repositories",
            feed({}, { project: "Delivery" }),
            "azureDevOps.packages.project",
            '"Delivery"',
            /a project of its own/,
        ],
        [
            "a team that is no group there",
            feed({ publishers: ["wbe"] }),
            "azureDevOps.packages.feeds[0].publishers[0]",
            '"wbe"',
            /a team that is a group there.*platform, web, release/,
        ],
        [
            "sources that nobody lets anything in from",
            feed({ sources: [source] }),
            "azureDevOps.packages.feeds[0].collectors",
            "nothing",
            /at least one team/,
        ],
        [
            "a source without encryption",
            feed({
                collectors: ["web"],
                sources: [{ ...source, location: "http://packages.acme.example" }],
            }),
            "azureDevOps.packages.feeds[0].sources[0].location",
            '"http://packages.acme.example"',
            /an https address/,
        ],
        [
            "two sources of one name",
            feed({ collectors: ["web"], sources: [source, { ...source, name: "Mirror" }] }),
            "azureDevOps.packages.feeds[0].sources[1].name",
            '"Mirror"',
            /other than that of/,
        ],
    ]);
});
