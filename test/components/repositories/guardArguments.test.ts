import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { refused } from "./sampleGuard";

describe("the arguments of GitHubRepositoryGuard", () => {
    it("are refused all at once", async () => {
        const message = await refused({
            organization: "ac me",
            repository: "acme/web",
            visibility: "public",
            team: { slug: "Web Team", id: "1" },
            codeOwners: { slug: "*", id: "1" },
            readers: [{ slug: "", id: "1" }],
            reviews: 11,
            checks: [
                { context: " ", integrationId: 0 },
                { context: "a", integrationId: 1 },
                { context: "a", integrationId: 2 },
            ],
            allowedActions: ["*", "evil/*", "azure/login@main", "azure/login@*"],
        });
        assert.deepEqual(
            message.split("\n").map((line) => line.trim().split(":")[0]),
            [
                'GitHubRepositoryGuard "web"',
                "organization",
                "repository",
                "team.slug",
                "codeOwners.slug",
                "readers[0].slug",
                "visibility",
                "reviews",
                "checks[0].context",
                "checks[0].integrationId",
                "checks[2].context",
                "allowedActions[0]",
                "allowedActions[1]",
                "allowedActions[2]",
            ],
        );
    });

    it("hold a check unless allowNoChecks says otherwise", async () => {
        const message = await refused({ checks: [] });
        assert.match(message, /checks: got \[\], allowed: at least one check/);
    });

    for (const [what, more, line] of [
        ["a slug in capitals", { leads: { slug: "Leads", id: "1" } }, 'leads.slug: got "Leads"'],
        ["no scanner's name", { codeScanning: [{ tool: " " }] }, 'codeScanning[0].tool: got " "'],
        [
            "a threshold GitHub lacks",
            { codeScanning: [{ tool: "a", alerts: "high", securityAlerts: "errors" }] },
            'codeScanning[0].alerts: got "high", allowed: "none" or "errors"',
        ],
        [
            "an environment twice",
            { requiredDeployments: ["staging", "staging"] },
            'requiredDeployments[1]: got "staging"',
        ],
        ["what RE2 refuses", { branchNames: "(?!main)" }, 'branchNames: got "(?!main)"'],
        ["what is no expression", { commitEmails: "(" }, 'commitEmails: got "("'],
        ["an empty expression", { tagNames: "" }, 'tagNames: got ""'],
        ["an absolute path", { blockedPaths: ["/etc"] }, 'blockedPaths[0]: got "/etc"'],
        ["a bare extension", { blockedExtensions: ["pem"] }, 'blockedExtensions[0]: got "pem"'],
        ["a file GitHub refuses anyway", { largestFile: 101 }, "largestFile: got 101"],
        ["no path at all", { longestPath: 0 }, "longestPath: got 0"],
        [
            "more paths than GitHub takes",
            { blockedPaths: Array.from({ length: 201 }, (_, i) => `p${i}`) },
            'blockedPaths: got "201 entries", allowed: at most 200 entries',
        ],
        [
            "an ecosystem twice, a relative folder, an odd interval",
            {
                dependabot: [
                    { ecosystem: "npm" },
                    { ecosystem: "npm", directory: "/" },
                    { ecosystem: "npm", directory: "web", interval: "hourly" },
                ],
            },
            'dependabot[2].directory: got "web"',
        ],
        ["everybody", { workflowAccess: "user" }, 'workflowAccess: got "user"'],
        [
            "a name nothing asks for",
            { defaultBranch: "trunk" },
            'defaultBranch: got "trunk", allowed: nothing, without classicProtection',
        ],
    ] as const) {
        it(`hold no mistake: ${what}`, async () => {
            const message = await refused(more as Parameters<typeof refused>[0]);
            assert.ok(message.includes(`  ${line}`), message);
        });
    }
});
