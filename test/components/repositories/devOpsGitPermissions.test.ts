import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { gitGrants, leads, owners, readers, recordGuard, team } from "../../support/devOpsGuard";

type Values = Record<string, string>;

const bypass = ["ForcePush", "PolicyExempt", "PullRequestBypassPolicy", "RemoveOthersLocks"];
const guard = [
    "Administer",
    "DeleteRepository",
    "EditPolicies",
    "ManagePermissions",
    "RenameRepository",
];

async function grants(more: Parameters<typeof recordGuard>[0] = {}) {
    const { recording } = await recordGuard(more);
    const found = new Map<string, Values>();
    for (const [key, { permissions, principal, branchName, replace }] of gitGrants(recording)) {
        assert.equal(replace, true, key);
        assert.equal(branchName === undefined, !key.includes("/"), key);
        assert.ok(String(principal).length > 4, key);
        found.set(key, permissions as Values);
    }
    return found;
}

/** Names of the permissions in one state. */
function named(permissions: Values | undefined, state: string): string[] {
    const found = Object.entries(permissions ?? {}).filter(([, is]) => is === state);
    return found.map(([name]) => name).sort();
}

describe("permissions under AzureDevOpsRepositoryGuard", () => {
    it("nobody in the project pushes or merges past the policies, rewrites or deletes a guarded branch, or moves or deletes a tag", async () => {
        const all = await grants({ leads, readers: [readers] });
        const { recording } = await recordGuard();
        const everybody = gitGrants(recording).get("everybody");
        assert.equal(everybody?.principal, "vssgp.Project Valid Users");
        assert.deepEqual(named(all.get("everybody"), "Deny"), bypass);
        for (const [key, permissions] of all) {
            for (const name of key.includes("/") ? [] : bypass) {
                assert.equal(permissions[name], "Deny", `${key}: ${name}`);
            }
        }
    });

    it("no group named here or born with the project, project administrators included, and no pipeline changes the policies, the permissions or the name of the repository", async () => {
        const all = await grants({ leads, readers: [readers] });
        const keys = [
            "web",
            "platform",
            "leads",
            "auditors",
            "administrators",
            "contributors",
            "build-administrators",
            "build-service",
            "collection-build-services",
        ];
        for (const key of keys) {
            for (const name of guard) assert.equal(all.get(key)?.[name], "Deny", `${key}: ${name}`);
        }
        for (const [key, permissions] of all) {
            for (const name of guard) assert.notEqual(permissions[name], "Allow", key);
        }
    });

    it("people create branches in feature folders only, never one that is guarded", async () => {
        const all = await grants({
            branches: [
                { pattern: "develop", tier: "integration" },
                { pattern: "topic/*", tier: "feature" },
                { pattern: "spike", tier: "feature" },
            ],
        });
        for (const key of ["web", "platform", "contributors", "build-administrators"]) {
            assert.equal(all.get(key)?.CreateBranch, "Deny", key);
        }
        const { recording } = await recordGuard({
            branches: [
                { pattern: "topic/*", tier: "feature" },
                { pattern: "spike", tier: "feature" },
            ],
        });
        const open = [...gitGrants(recording)].filter(([key]) => key.includes("/"));
        const said = open.map(([, grant]) => [
            grant.principal,
            grant.branchName,
            grant.permissions,
        ]);
        const allow = { CreateBranch: "Allow" };
        assert.deepEqual(said, [
            [team.descriptor, "topic", allow],
            [team.descriptor, "spike", allow],
            [owners.descriptor, "topic", allow],
            [owners.descriptor, "spike", allow],
        ]);
        const creators = [...all].filter(([, { CreateBranch }]) => CreateBranch === "Allow");
        assert.equal(creators.length, 4);
    });

    it("open the folders feature and users where no branch is named open", async () => {
        const all = await grants();
        const open = [...all.keys()].filter((key) => key.startsWith("web/"));
        assert.deepEqual(open, ["web/feature/*", "web/users/*"]);
    });

    it("pipelines read the repository, write nothing to it and do not vote", async () => {
        const { recording } = await recordGuard();
        const principals = {
            "build-service": "svc.Shop Build Service (acme)",
            "collection-build-services": "vssgp.Project Collection Build Service Accounts",
        };
        for (const [key, principal] of Object.entries(principals)) {
            const found = gitGrants(recording).get(key);
            assert.equal(found?.principal, principal);
            const permissions = found.permissions as Values;
            assert.deepEqual(named(permissions, "Allow"), ["GenericRead"]);
            const write = [
                "CreateBranch",
                "CreateTag",
                "GenericContribute",
                "ManageNote",
                "PullRequestContribute",
            ];
            assert.deepEqual(named(permissions, "Deny"), [...write, ...bypass, ...guard].sort());
        }
    });

    it("let the team and the owners push, the leads vote and the readers read", async () => {
        const all = await grants({ leads, readers: [readers] });
        const push = [
            "CreateTag",
            "GenericContribute",
            "GenericRead",
            "ManageNote",
            "PullRequestContribute",
        ];
        assert.deepEqual(named(all.get("web"), "Allow"), push);
        assert.deepEqual(named(all.get("platform"), "Allow"), push);
        assert.deepEqual(named(all.get("leads"), "Allow"), [
            "GenericRead",
            "PullRequestContribute",
        ]);
        assert.deepEqual(named(all.get("auditors"), "Allow"), ["GenericRead"]);
    });

    it("give each group one entry, the one with most", async () => {
        const all = await grants({ codeOwners: team, leads: team, readers: [team, readers] });
        assert.ok(all.get("web")?.GenericContribute === "Allow");
        assert.ok(!all.has("platform") && !all.has("leads") && all.has("auditors"));
    });

    it("let project administrators past the policies with allowBypass, and nobody else", async () => {
        const all = await grants({ allowBypass: true });
        const past = ["PolicyExempt", "PullRequestBypassPolicy"];
        assert.deepEqual(named(all.get("administrators"), "Allow"), past);
        assert.deepEqual(named(all.get("everybody"), "Deny"), ["ForcePush", "RemoveOthersLocks"]);
        for (const [key, permissions] of all) {
            if (key !== "administrators") {
                for (const name of past) assert.notEqual(permissions[name], "Allow", key);
            }
        }
    });

    it("leave policies to project administrators with allowProjectAdministrators, bypassing aside", async () => {
        const all = await grants({ allowProjectAdministrators: true });
        assert.deepEqual(all.get("administrators"), {
            ForcePush: "Deny",
            PolicyExempt: "Deny",
            PullRequestBypassPolicy: "Deny",
            RemoveOthersLocks: "Deny",
        });
    });
});
