import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { PipelineEstate } from "../../../components/index";
import { isSecret, known, record } from "../../support/mocks";
import { environment, estate, repository } from "./sampleEstate";

const build = (args = estate()) => record(() => new PipelineEstate("estate", args));

describe("a PipelineEstate under other arguments", () => {
    it("passes every weakening on to the part it weakens", async () => {
        const weak = environment({
            reviewers: [],
            allowSelfReview: true,
            allowAdminBypass: true,
            allowAnyBranch: true,
        });
        const { recording } = await build(
            estate({
                vault: {
                    name: "kv-acme",
                    allowPurge: true,
                    allowPublicNetwork: true,
                    allowAccessPolicies: true,
                },
                repositories: [
                    repository({
                        environments: [weak],
                        checks: [],
                        allowBypass: true,
                        allowStaleReviews: true,
                    }),
                ],
            }),
        );
        const inputs = {
            ...recording.one("index:HardenedVault").inputs,
            ...recording.one("index:GitHubRepositoryGuard").inputs,
            ...recording.one("index:GitHubEnvironment").inputs,
        };
        const allowed = Object.keys(inputs).filter((key) => /^allow[A-Z]/.test(key) && inputs[key]);
        assert.deepEqual(allowed.toSorted(), [
            "allowAccessPolicies",
            "allowAdminBypass",
            "allowAnyBranch",
            "allowBypass",
            "allowNoChecks",
            "allowNoReview",
            "allowPublicNetwork",
            "allowPurge",
            "allowSelfReview",
            "allowStaleReviews",
        ]);
    });

    it("keeps the password of the sink as a secret, in its own arguments as well", async () => {
        const azureDevOps = {
            organization: "acme",
            project: "delivery",
            authorEmails: ["*@acme.example"],
            audit: { url: "https://events.acme.example", username: "devops", password: "x" },
        };
        const { recording } = await build(estate({ azureDevOps }));
        assert.ok(isSecret(recording.one("index:PipelineEstate").inputs.azureDevOps));
        assert.ok(isSecret(recording.one("index:AzureDevOpsProject").inputs.audit));
        const plain = await build();
        assert.ok(!isSecret(plain.recording.one("index:PipelineEstate").inputs.azure));
    });

    it("takes over allowDestroy for the vault and the repositories", async () => {
        for (const allowDestroy of [true, false, undefined]) {
            const { recording } = await build(estate({ allowDestroy }));
            assert.equal(recording.one("index:HardenedVault").inputs.allowDestroy, allowDestroy);
            const archived = recording.all("Repository").map((r) => r.inputs.archiveOnDestroy);
            assert.deepEqual(archived, [allowDestroy !== true, allowDestroy !== true]);
        }
    });

    it("does not ask GitHub for the organisation's id where no subject holds it", async () => {
        const named = repository({ subjectFormat: "name" });
        const library = repository({ name: "library", environments: [] });
        const { recording, result } = await build(estate({ repositories: [named, library] }));
        assert.deepEqual(recording.calls, []);
        assert.deepEqual(await known(result.subjects), {
            "web/staging": "repo:acme/web:environment:staging",
            "web/production": "repo:acme/web:environment:production",
        });
    });

    it("tells repository web-api in prod from repository web in api-prod", async () => {
        const { recording } = await build(
            estate({
                repositories: [
                    repository({ name: "web-api", environments: [environment({ name: "prod" })] }),
                    repository({ name: "web", environments: [environment({ name: "api-prod" })] }),
                ],
            }),
        );
        const groups = recording.all("ResourceGroup").map(({ inputs }) => inputs.resourceGroupName);
        assert.equal(new Set(groups).size, 4);
    });

    it("needs no members in a team", async () => {
        const { recording } = await build(
            estate({ teams: [{ name: "web", members: [] }], repositories: [] }),
        );
        assert.equal(recording.all("TeamMembers").length, 0);
    });
});
