import assert from "node:assert/strict";
import fs from "node:fs";
import { before, describe, it } from "mocha";
import { AzureFederatedIdentity, PipelineEstate } from "../../components/index";
import { record, type Recording } from "../support/mocks";
import { schemaPath } from "../support/componentSchema";
import { estate } from "./estate/sampleEstate";

const credential = "azure-native:managedidentity:FederatedIdentityCredential";

interface Schema {
    resources: Record<string, { properties: object }>;
}

describe("what the components register", () => {
    let recording: Recording;

    before(async () => {
        ({ recording } = await record(() => new PipelineEstate("estate", estate())));
    });

    it("has a parent, down from the one estate", () => {
        const roots = recording.resources.filter(({ parent }) => parent === "");
        assert.deepEqual(
            roots.map(({ name }) => name),
            ["estate"],
        );
    });

    it("ends with all outputs of each component, as the schema promises them", () => {
        const schema = JSON.parse(fs.readFileSync(schemaPath, "utf8")) as Schema;
        for (const { type, name } of recording.resources.filter(({ custom }) => !custom)) {
            const promised = Object.keys(schema.resources[type]?.properties ?? {});
            const given = Object.keys(recording.outputs.get(`${type} ${name}`) ?? {});
            assert.ok(promised.length > 0, type);
            assert.deepEqual(given.toSorted(), promised.toSorted(), name);
        }
    });

    it("protects vault, lock, audit log and the groups that are deployed to, nothing else", () => {
        const names = recording.resources.filter((r) => r.protect).map(({ name }) => name);
        assert.deepEqual(names.toSorted(), [
            "estate-audit-workspace",
            "estate-vault-lock",
            "estate-vault-vault",
            "estate-web-api/production-group",
            "estate-web-api/staging-group",
            "estate-web/production-group",
            "estate-web/staging-group",
        ]);
    });

    it("protects nothing with allowDestroy", async () => {
        const open = await record(
            () => new PipelineEstate("estate", estate({ allowDestroy: true })),
        );
        assert.deepEqual(
            open.recording.resources.filter((resource) => resource.protect),
            [],
        );
    });

    for (const [later, earlier] of [
        [
            "ManagementLockByScope estate-vault-lock",
            "azure-native:keyvault:Vault estate-vault-vault",
        ],
        [
            "ManagementLockByScope estate-vault-lock",
            "azure-native:monitor:DiagnosticSetting estate-vault-audit-log",
        ],
        [
            "ManagementLockByScope estate-vault-lock",
            "azure-native:network:PrivateEndpoint estate-vault-endpoint",
        ],
        [
            "ManagementLockByScope estate-vault-lock",
            "azure-native:network:PrivateDnsZoneGroup estate-vault-zone-group",
        ],
        [
            "RepositoryRuleset estate-web-branch-rules",
            "github:index/repositoryFile:RepositoryFile estate-web-codeowners",
        ],
        [
            "RepositoryDependabotSecurityUpdates estate-web-security-updates",
            "github:index/repositoryVulnerabilityAlerts:RepositoryVulnerabilityAlerts estate-web-alerts",
        ],
        [
            "FederatedIdentityCredential estate-web/production-credential/github",
            "github:index/repositoryEnvironment:RepositoryEnvironment estate-web/production-environment",
        ],
        [
            "index:GitHubEnvironment estate-web/production",
            "github:index/repositoryCollaborators:RepositoryCollaborators estate-web-access",
        ],
        [
            "index:GitHubEnvironment estate-web/production",
            "github:index/repositoryRuleset:RepositoryRuleset estate-web-branch-rules",
        ],
        [
            "index:AzureFederatedIdentity estate-web/production",
            "azure-native:resources:ResourceGroup estate-web/production-group",
        ],
    ] as const) {
        it(`creates ${later} after ${earlier.split(" ").join(" ")}`, () => {
            const [type = "", name = ""] = later.split(" ");
            const { dependencies } = recording.named(type, name);
            assert.ok(dependencies.includes(earlier), dependencies.join("\n"));
        });
    }
});

describe("the credentials of one identity", () => {
    it("are written one after the other, those of different identities at the same time", async () => {
        const { recording } = await record(
            () =>
                new AzureFederatedIdentity("web", {
                    repository: "acme/web",
                    environment: "production",
                    identityName: "id-web",
                    resourceGroupName: "rg",
                    location: "uksouth",
                    subscriptionId: "11111111-2222-3333-4444-555555555555",
                    credentials: Array.from({ length: 45 }, (_, i) => ({
                        name: `workflow-${i}`,
                        subject: `repo:acme/web:environment:production:job_workflow_ref:acme/ci/.github/workflows/w${i}.yml@refs/heads/main`,
                    })),
                }),
        );
        for (let i = 0; i < 45; i++) {
            const { dependencies } = recording.named(
                "FederatedIdentityCredential",
                `web-credential/workflow-${i}`,
            );
            const before = dependencies.filter((urn) => urn.startsWith(credential));
            const expected = i % 20 === 0 ? [] : [`${credential} web-credential/workflow-${i - 1}`];
            assert.deepEqual(before, expected, `workflow-${i}`);
        }
    });
});
