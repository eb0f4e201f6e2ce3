import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { onDevOps } from "./devOpsSample";
import { problems, refuses, withRepository, type FormCase } from "./sample";

const folder = { pattern: "release/*", tier: "production" };

describe("estate: branches that are guarded beside the default one", () => {
    it("are taken as either host takes them", () => {
        const branches = [{ pattern: "develop", tier: "integration" }, folder];
        assert.deepEqual(problems(onDevOps({ branches })), []);
        assert.deepEqual(problems(withRepository({ branches })), []);
        assert.deepEqual(
            problems(withRepository({ branches: [{ pattern: "v[0-9]*", tier: "production" }] })),
            [],
        );
    });

    refuses([
        ...["rel*", "rel*/x", "refs/heads/next"].map((pattern): FormCase => [
            `${pattern} on Azure DevOps`,
            onDevOps({ branches: [{ pattern, tier: "production" }] }),
            "repositories[0].branches[0].pattern",
            JSON.stringify(pattern),
            /a folder of branches such as `release\/\*`, on Azure DevOps/,
        ]),
        ...["main", "feature/x"].map((pattern): FormCase => [
            `${pattern} on Azure DevOps, which has a tier already`,
            onDevOps({ branches: [{ pattern, tier: "integration" }] }),
            "repositories[0].branches[0].pattern",
            JSON.stringify(pattern),
            /no branch that (main|feature\/\*) covers/,
        ]),
        [
            "a branch of two tiers on Azure DevOps",
            onDevOps({ branches: [folder, { pattern: "release/x", tier: "integration" }] }),
            "repositories[0].branches[1].pattern",
            '"release/x"',
            /no branch that release\/\* covers/,
        ],
        [
            "a branch given twice on GitHub",
            withRepository({ branches: [folder, folder] }),
            "repositories[0].branches[1].pattern",
            '"release/*"',
            /not given before/,
        ],
        [
            "a reference on GitHub",
            withRepository({ branches: [{ pattern: "refs/heads/next", tier: "production" }] }),
            "repositories[0].branches[0].pattern",
            '"refs/heads/next"',
            /without refs\/heads/,
        ],
    ]);
});
