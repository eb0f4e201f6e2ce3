import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import {
    committedEstate,
    complaints,
    openSandbox,
    slimEstate,
    type EstateConfig,
    type Sandbox,
} from "../support/sandbox";

type Change = (estate: EstateConfig) => EstateConfig;

function vault(weakening: object): Change {
    return (estate) => ({ ...estate, vault: { ...(estate.vault as object), ...weakening } });
}

/** Changes the production environment that every repository gets. */
function production(weakening: object): Change {
    return (estate) => ({
        ...estate,
        environments: (estate.environments as { name: string }[]).map((environment) =>
            environment.name === "production" ? { ...environment, ...weakening } : environment,
        ),
    });
}

function firstRepository(weakening: object): Change {
    return (estate) => {
        const [first, ...rest] = estate.repositories as object[];
        return { ...estate, repositories: [{ ...first, ...weakening }, ...rest] };
    };
}

/** The slim estate with its repository on Azure DevOps; something there is weak. */
function onAzureDevOps(weakening: object, ofEnvironment: object = {}): Change {
    return (estate) => {
        const { azureDevOps, teams } = committedEstate("prod");
        const asked = ["organization", "project", "infrastructurePrincipalId", "authorEmails"];
        const host = Object.fromEntries(
            Object.entries(azureDevOps as object).filter(([key]) =>
                [...asked, "groups"].includes(key),
            ),
        );
        const production = { name: "production", tier: "production", reviewers: ["release"] };
        const repository = { name: "ledger", host: "azureDevOps", team: "payments" };
        return {
            ...estate,
            azureDevOps: host,
            teams,
            repositories: [
                {
                    ...repository,
                    environments: [{ ...production, ...ofEnvironment }],
                    ...weakening,
                },
            ],
        };
    };
}

/** Every argument that weakens the estate, and the rules that must name it: these and no others. */
const weakenings: readonly (readonly [string, Change, readonly string[]])[] = [
    ["vault.allowPurge", vault({ allowPurge: true }), ["kv-purge-protection"]],
    ["vault.allowPublicNetwork", vault({ allowPublicNetwork: true }), ["kv-no-public-network"]],
    ["vault.allowAccessPolicies", vault({ allowAccessPolicies: true }), ["kv-rbac-only"]],
    [
        "a production environment without reviewers",
        production({ reviewers: [] }),
        ["gh-env-reviewers", "prod-oidc-bound-to-reviewed-environment"],
    ],
    [
        "allowSelfReview",
        production({ allowSelfReview: true }),
        ["gh-env-no-self-or-admin-bypass", "prod-oidc-bound-to-reviewed-environment"],
    ],
    [
        "allowAdminBypass",
        production({ allowAdminBypass: true }),
        ["gh-env-no-self-or-admin-bypass", "prod-oidc-bound-to-reviewed-environment"],
    ],
    [
        "allowAnyBranch",
        production({ allowAnyBranch: true }),
        ["gh-env-branch-limited", "prod-oidc-bound-to-reviewed-environment"],
    ],
    ["allowBypass", firstRepository({ allowBypass: true }), ["ruleset-no-standing-bypass"]],
    ["allowStaleReviews", firstRepository({ allowStaleReviews: true }), ["ruleset-reviews"]],
    ["a single review", firstRepository({ reviews: 1 }), ["ruleset-reviews"]],
    [
        "allowBypass on Azure DevOps",
        onAzureDevOps({ allowBypass: true }),
        ["ado-git-no-bypass-grant"],
    ],
    [
        "allowStaleReviews on Azure DevOps",
        onAzureDevOps({ allowStaleReviews: true }),
        ["ado-min-reviewers"],
    ],
    [
        "allowSelfReview on Azure DevOps",
        onAzureDevOps({}, { allowSelfReview: true }),
        ["ado-approval-quality"],
    ],
    [
        "allowAnyBranch on Azure DevOps",
        onAzureDevOps({}, { allowAnyBranch: true }),
        ["protected-resource-has-checks"],
    ],
];

describe("two witnesses: components and policies agree on what is weak", function () {
    this.timeout(120_000);
    let sandbox: Sandbox;

    before(async () => {
        sandbox = await openSandbox("weakenings");
    });
    after(() => sandbox.close());

    for (const stack of ["dev", "prod"] as const) {
        it(`the ${stack} estate has no finding`, async () => {
            const result = await sandbox.run("preview", committedEstate(stack), { stack });
            assert.ok(result.ok, complaints(result));
            const findings = result.violations.filter((v) => !v.message.includes("undecidable"));
            assert.deepEqual(findings, []);
        });
    }

    for (const [name, change, rules] of weakenings) {
        it(`${name} trips exactly ${rules.join(" and ")}`, async () => {
            const result = await sandbox.run("preview", change(slimEstate()));
            assert.equal(result.ok, false, "the preview was not blocked");
            const tripped = new Set(
                result.violations
                    .filter(({ enforcement }) => enforcement === "mandatory")
                    .map(({ policy }) => policy),
            );
            assert.deepEqual([...tripped].sort(), [...rules].sort());
        });
    }
});
