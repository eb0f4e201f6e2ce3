import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parse } from "yaml";
import { build, refused } from "./sampleGuard";

describe("files under GitHubRepositoryGuard", () => {
    it("CODEOWNERS is written before the rules stand, which would refuse the write", async () => {
        const { recording } = await build({ branches: [{ pattern: "dev", tier: "integration" }] });
        const file = "github:index/repositoryFile:RepositoryFile web-codeowners";
        for (const key of ["branch", "integration", "push"]) {
            const rules = recording.named("RepositoryRuleset", `web-${key}-rules`);
            assert.ok(rules.dependencies.includes(file), rules.dependencies.join(", "));
        }
    });

    it("every path has a code owner, and pipelines, policies and CODEOWNERS itself belong to the guarding team", async () => {
        const { recording } = await build();
        const file = recording.one("RepositoryFile").inputs;
        assert.equal(file.file, ".github/CODEOWNERS");
        assert.match(String(file.content), /^\* @acme\/web$/m);
        assert.match(String(file.content), /^\/\.github\/ @acme\/platform$/m);
    });

    it("hold Dependabot's version updates, written before the rules and after CODEOWNERS", async () => {
        const { recording } = await build({
            dependabot: [
                { ecosystem: "npm", directory: "/web", interval: "daily" },
                { ecosystem: "github-actions" },
            ],
        });
        const { inputs, dependencies } = recording.named("RepositoryFile", "web-dependabot");
        assert.equal(inputs.file, ".github/dependabot.yml");
        assert.deepEqual(parse(String(inputs.content)), {
            version: 2,
            updates: [
                {
                    "package-ecosystem": "npm",
                    directory: "/web",
                    schedule: { interval: "daily" },
                },
                {
                    "package-ecosystem": "github-actions",
                    directory: "/",
                    schedule: { interval: "weekly" },
                },
            ],
        });
        assert.ok(dependencies.some((one) => one.endsWith("web-codeowners")));
        const rules = recording.named("RepositoryRuleset", "web-branch-rules");
        assert.ok(rules.dependencies.some((one) => one.endsWith("web-dependabot")));
    });

    it("hold the workflows that are given, each written after the other files", async () => {
        const workflows = [
            { file: "signatures.yml", content: "name: signatures\n" },
            { file: "build.yaml", content: "name: build\n" },
        ];
        const { recording } = await build({ workflows });
        const { inputs, dependencies } = recording.named(
            "RepositoryFile",
            "web-workflow/build.yaml",
        );
        assert.equal(inputs.file, ".github/workflows/build.yaml");
        assert.equal(inputs.content, "name: build\n");
        assert.ok(dependencies.some((one) => one.endsWith("web-workflow/signatures.yml")));
        const rules = recording.named("RepositoryRuleset", "web-branch-rules");
        assert.ok(rules.dependencies.some((one) => one.endsWith("web-workflow/build.yaml")));
        const wrong = [{ file: "../CODEOWNERS", content: "" }, ...workflows, ...workflows];
        const message = await refused({ workflows: wrong });
        for (const path of ["[0].file", "[0].content", "[3].file", "[4].file"]) {
            assert.ok(message.includes(`workflows${path}: got`), message);
        }
    });
});
