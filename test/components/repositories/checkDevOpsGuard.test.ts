import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
    AzureDevOpsRepositoryGuard,
    type AzureDevOpsRepositoryGuardArgs,
} from "../../../components/index";
import { overlap } from "../../../components/repositories/devOpsBranches";
import { guardArgs } from "../../support/devOpsGuard";
import { refusal } from "../../support/mocks";

const refused = (more: Partial<AzureDevOpsRepositoryGuardArgs>) =>
    refusal(() => new AzureDevOpsRepositoryGuard("web", { ...guardArgs, ...more }));

/** The arguments an error names, in its order. */
function named(message: string): string[] {
    const [, ...lines] = message.split("\n");
    return lines.map((line) => line.trim().split(":")[0] ?? "");
}

describe("the arguments of AzureDevOpsRepositoryGuard", () => {
    it("are refused all at once", async () => {
        const message = await refused({
            project: "a/b",
            projectId: "Shop",
            repository: "_web",
            defaultBranch: "refs/heads/main",
            team: { name: " ", descriptor: "web", originId: "1" },
            leads: { name: "leads", descriptor: "aad.person", originId: "1" },
            readers: [{ name: "", descriptor: "vssgp.x", originId: "1" }],
            reviews: 0,
            checks: [
                { name: "build it" },
                { name: "a", pipelineFile: "../a.yml" },
                { name: "A", pipelineFile: "/a.sh" },
                { name: "b", pipeline: "steps: []" },
            ],
            adopt: true,
            statusChecks: [
                { name: "s", genre: "", authorId: "scanner" },
                { name: "s", genre: "", authorId: "99999999-2222-3333-4444-555555555555" },
            ],
            mergeTypes: ["merge"],
            authorEmails: ["*@*"],
            maxFileSize: 7,
            maxPathLength: 5,
            blockedPaths: ["pfx", "/*"],
            pipelineFolder: "a/b",
            agentPool: " ",
        });
        assert.match(message, /^AzureDevOpsRepositoryGuard "web": 29 arguments are/);
        assert.deepEqual(named(message), [
            "project",
            "projectId",
            "repository",
            "defaultBranch",
            "team.name",
            "team.descriptor",
            "team.originId",
            "leads.descriptor",
            "leads.originId",
            "readers[0].name",
            "readers[0].originId",
            "reviews",
            "checks[0].name",
            "checks[1].pipelineFile",
            "checks[2].pipelineFile",
            "checks[3].pipeline",
            "checks[2].name",
            "statusChecks[0].genre",
            "statusChecks[0].authorId",
            "statusChecks[1].genre",
            "statusChecks[1].name",
            "mergeTypes[0]",
            "authorEmails[0]",
            "maxFileSize",
            "maxPathLength",
            "blockedPaths[0]",
            "blockedPaths[1]",
            "pipelineFolder",
            "agentPool",
        ]);
    });

    it("hold a check or a status unless allowNoChecks says otherwise", async () => {
        const message = await refused({ checks: [] });
        assert.match(message, /checks: got \[\], allowed: at least one check/);
    });

    it("name branches that can be told apart, in a tier there is", async () => {
        const message = await refused({
            branches: [
                { pattern: "main", tier: "feature" },
                { pattern: "release/*", tier: "production" },
                { pattern: "release/1", tier: "integration", create: true },
                { pattern: "*", tier: "production" },
                { pattern: "hot fix", tier: "urgent" },
                { pattern: "develop/*", tier: "integration", create: true },
            ],
        });
        assert.deepEqual(named(message), [
            "branches[0].pattern",
            "branches[1].pattern",
            "branches[2].pattern",
            "branches[3].pattern",
            "branches[4].pattern",
            "branches[4].tier",
            "branches[5].create",
            "branches[0].pattern",
        ]);
        assert.match(message, /"release\/1", allowed: no branch that "release\/\*" of tier/);
    });

    it("guard no folder that is open where none is named open", async () => {
        const message = await refused({ branches: [{ pattern: "users/ada", tier: "production" }] });
        assert.match(message, /branches\[0\]\.pattern: .*"users\/\*" of tier feature/);
    });
});

describe("patterns of branches", () => {
    const part = fc.constantFrom("a", "ab", "b");
    const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
    const pattern = fc
        .tuple(name, fc.constantFrom("", "/*", "/**"))
        .map(([one, rest]) => `${one}${rest}`);
    const matches = (branch: string, of: string) =>
        of.endsWith("*") ? branch.startsWith(of.slice(0, of.indexOf("*"))) : branch === of;

    it("overlap exactly when some branch matches both", () => {
        fc.assert(
            fc.property(pattern, pattern, name, (one, other, branch) => {
                assert.equal(overlap(one, other), overlap(other, one));
                if (matches(branch, one) && matches(branch, other)) {
                    assert.ok(overlap(one, other), branch);
                }
                if (overlap(one, other)) {
                    const witness = [one, other].map((text) => text.replace(/\*+/, "x"));
                    assert.ok(witness.some((text) => matches(text, one) && matches(text, other)));
                }
            }),
        );
    });
});
