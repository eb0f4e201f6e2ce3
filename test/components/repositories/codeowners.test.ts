import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
    codeowners,
    codeownersPath,
    guardedPaths,
} from "../../../components/repositories/codeowners";

const text = codeowners({ organization: "acme", team: "web", guardians: "platform" });
const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

/** GitHub's reading for the few kinds of pattern used here: the last one that matches counts. */
function ownerOf(path: string): string | undefined {
    const matching = lines.filter((line) => {
        const [pattern = ""] = line.split(" ");
        const body = pattern.replace(/^\//, "").replace(/[.]/g, "\\.").replace(/\*/g, "[^/]*");
        const anchored = pattern.startsWith("/") ? "^" : "(^|/)";
        const tail = pattern.endsWith("/") ? "" : "$";
        return pattern === "*" || new RegExp(`${anchored}${body}${tail}`).test(path);
    });
    return matching.at(-1)?.split(" ")[1];
}

describe("CODEOWNERS", () => {
    it("leaves no path without an owner", () => {
        for (const path of ["README.md", "src/deep/down.ts", "Dockerfile", "package.json"]) {
            assert.equal(ownerOf(path), "@acme/web", path);
        }
    });

    it("gives pipelines, policies and itself to the guardians", () => {
        for (const path of [
            ".github/workflows/deploy.yml",
            ".github/actions/setup/action.yml",
            codeownersPath,
            "CODEOWNERS",
            "docs/CODEOWNERS",
            "azure-pipelines.yml",
            "ci/azure-pipelines-release.yaml",
            "tools/action.yaml",
            "Pulumi.yaml",
            "infra/Pulumi.prod.yaml",
            "policies/rules/one.ts",
        ]) {
            assert.equal(ownerOf(path), "@acme/platform", path);
        }
    });

    it("lies where GitHub looks first, and names each pattern once", () => {
        assert.equal(codeownersPath, ".github/CODEOWNERS");
        assert.equal(new Set(guardedPaths).size, guardedPaths.length);
    });

    it("ends with a line break and puts the general pattern first", () => {
        assert.ok(text.endsWith("\n"));
        assert.equal(lines[0], "* @acme/web");
    });
});
