import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { PipelineEstate } from "../../../components/index";
import { known, record, type Recorded, type Recording } from "../../support/mocks";
import { estate } from "./sampleEstate";

const build = (args = estate()) => record(() => new PipelineEstate("estate", args));

const keys = ["web/staging", "web/production", "web-api/staging", "web-api/production"];

describe("PipelineEstate", () => {
    let recording: Recording;
    let result: PipelineEstate;

    before(async () => {
        ({ recording, result } = await build());
    });

    function environmentGroup(name: string): Recorded {
        return recording.named("ResourceGroup", `estate-${name}-group`);
    }

    it("the members of a team are those listed, nobody else", () => {
        const teams = recording.all("Team").map(({ inputs }) => [inputs.name, inputs.privacy]);
        assert.deepEqual(teams, [
            ["platform", "closed"],
            ["web", "closed"],
            ["release", "closed"],
        ]);
        assert.deepEqual(recording.named("TeamMembers", "estate-members/platform").inputs, {
            teamSlug: "platform",
            members: [
                { username: "ada", role: "member" },
                { username: "grace", role: "member" },
            ],
        });
    });

    it("the audit log is kept for a year, read with a role on the log itself, and written by Azure's diagnostic settings alone", () => {
        const workspace = recording.one("Workspace").inputs;
        assert.equal(workspace.retentionInDays, 365);
        assert.deepEqual(workspace.features, {
            disableLocalAuth: true,
            enableLogAccessUsingOnlyResourcePermissions: false,
        });
        assert.equal(workspace.publicNetworkAccessForIngestion, "Disabled");
        assert.equal(workspace.publicNetworkAccessForQuery, "Enabled");
    });

    it("vault, its network and the audit log itself are logged", () => {
        const logged = recording.all("DiagnosticSetting").map(({ inputs }) => {
            assert.match(String(inputs.workspaceId), /Workspace\/estate-audit-workspace$/);
            assert.deepEqual(inputs.logs, [{ categoryGroup: "allLogs", enabled: true }]);
            return String(inputs.resourceUri).split("/").slice(-2)[0];
        });
        assert.deepEqual(logged.toSorted(), [
            "azure-native:keyvault:Vault",
            "azure-native:network:NetworkSecurityGroup",
            "azure-native:operationalinsights:Workspace",
        ]);
    });

    it("puts the vault's endpoint into a guarded subnet without a way out", () => {
        const subnet = recording.one("network:Subnet");
        assert.equal(subnet.inputs.defaultOutboundAccess, false);
        assert.equal(subnet.inputs.privateEndpointNetworkPolicies, "Enabled");
        const guard = subnet.inputs.networkSecurityGroup as Record<string, unknown>;
        assert.match(String(guard.id), /NetworkSecurityGroup\/estate-endpoints-guard$/);
        const endpoint = recording.one("PrivateEndpoint").inputs.subnet as Record<string, unknown>;
        assert.match(String(endpoint.id), /Subnet\/estate-endpoints$/);
    });

    it("lets nothing into that subnet but HTTPS from the network, and nothing out", () => {
        const rules = recording.one("NetworkSecurityGroup").inputs.securityRules;
        const seen = (rules as Record<string, unknown>[]).map((rule) =>
            [
                rule.priority,
                rule.direction,
                rule.access,
                rule.sourceAddressPrefix,
                rule.destinationPortRange,
            ].join(" "),
        );
        assert.deepEqual(seen, [
            "100 Inbound Allow VirtualNetwork 443",
            "4096 Inbound Deny * *",
            "4096 Outbound Deny * *",
        ]);
    });

    it("has a guard for each repository and an environment and an identity for each stage", () => {
        const names = (type: string): string[] => recording.all(type).map(({ name }) => name);
        assert.deepEqual(names("index:GitHubRepositoryGuard").toSorted(), [
            "estate-web",
            "estate-web-api",
        ]);
        const expected = keys.map((key) => `estate-${key}`).toSorted();
        assert.deepEqual(names("index:GitHubEnvironment").toSorted(), expected);
        assert.deepEqual(names("index:AzureFederatedIdentity").toSorted(), expected);
        assert.equal(recording.all("UserAssignedIdentity").length, 4);
    });

    it("lets reviewing teams read the repository", () => {
        const { teams } = recording.named("RepositoryCollaborators", "estate-web-access").inputs;
        const grants = (teams as { permission: string }[]).map(({ permission }) => permission);
        assert.deepEqual(grants.toSorted(), ["pull", "push", "push"]);
    });

    it("asks the reviewing team's members before production", () => {
        const gate = recording.named(
            "RepositoryEnvironment",
            "estate-web/production-environment",
        ).inputs;
        const [reviewers] = gate.reviewers as { teams: number[] }[];
        assert.equal(reviewers?.teams.length, 1);
        assert.equal(typeof reviewers.teams[0], "number");
    });

    it("trusts by id where the repository is new and by name where it is told so", async () => {
        const subjects = await known(result.subjects);
        assert.deepEqual(Object.keys(subjects).toSorted(), keys.toSorted());
        assert.match(
            subjects["web/production"] ?? "",
            /^repo:acme@101\/web@\d+:environment:production$/,
        );
        assert.equal(subjects["web-api/staging"], "repo:acme/web-api:environment:staging");
    });

    it("one identity per repository and environment, trusted by exact subject", async () => {
        const subjects = await known(result.subjects);
        for (const key of keys) {
            const { inputs } = recording.named(
                "FederatedIdentityCredential",
                `estate-${key}-credential/github`,
            );
            assert.equal(inputs.subject, subjects[key], key);
        }
    });

    it("an identity's roles end at its environment's own resource group, and at the keys and secrets it is named for", () => {
        const assignments = recording.all("RoleAssignment");
        assert.equal(assignments.length, 4);
        for (const { name, inputs } of assignments) {
            const key = name.slice("estate-".length).replace("-role/website-contributor", "");
            const group = String(environmentGroup(key).inputs.resourceGroupName);
            assert.equal(
                inputs.scope,
                `/subscriptions/99999999-8888-7777-6666-555555555555/resourceGroups/${group}`,
            );
        }
    });

    it("no pipeline has a role on the group the identities live in", () => {
        const groups = new Set(recording.all("UserAssignedIdentity").map(groupOf));
        assert.deepEqual([...groups], ["rg-acme--identities"]);
    });

    it("an identity is created after the guards of its repository and the gate of its environment", () => {
        const { dependencies } = recording.named(
            "FederatedIdentityCredential",
            "estate-web/production-credential/github",
        );
        const gate = "RepositoryEnvironment estate-web/production-environment";
        assert.ok(
            dependencies.some((one) => one.endsWith(gate)),
            dependencies.join(", "),
        );
        const environment = recording.named(
            "RepositoryEnvironment",
            "estate-web/production-environment",
        );
        const rules = "RepositoryRuleset estate-web-branch-rules";
        assert.ok(
            environment.dependencies.some((one) => one.endsWith(rules)),
            environment.dependencies.join(", "),
        );
    });

    it("what holds state outlives a mistake: Pulumi protects it, and archives repositories in place of erasing them", () => {
        const protectedTypes = recording.resources
            .filter((one) => one.protect)
            .map(({ type }) => type.split(":").at(-1));
        for (const type of ["Vault", "ManagementLockByScope", "Workspace", "ResourceGroup"]) {
            assert.ok(protectedTypes.includes(type), type);
        }
        assert.ok(recording.all("Repository").every((one) => one.inputs.archiveOnDestroy === true));
    });

    it("names every resource group differently and readably", () => {
        const names = recording.all("ResourceGroup").map(groupOf);
        assert.equal(new Set(names).size, names.length);
        assert.ok(names.includes("rg-acme--web-api--production"));
    });

    it("workflows get ids as environment variables, and there is no secret to steal", async () => {
        const clientIds = await known(result.clientIds);
        const variables = recording.all("ActionsEnvironmentVariable").map(({ inputs }) => inputs);
        assert.equal(variables.length, 12);
        const of = (environmentName: string): unknown =>
            Object.fromEntries(
                variables
                    .filter((v) => v.repository === "web" && v.environment === environmentName)
                    .map((v) => [v.variableName, v.value]),
            );
        assert.deepEqual(of("production"), {
            AZURE_CLIENT_ID: clientIds["web/production"],
            AZURE_TENANT_ID: "11111111-2222-3333-4444-555555555555",
            AZURE_SUBSCRIPTION_ID: "99999999-8888-7777-6666-555555555555",
        });
        assert.ok(recording.resources.every(({ type }) => !type.endsWith("Secret")));
    });

    it("gives out the vault's address and the repositories", async () => {
        assert.equal(await known(result.vaultUri), "https://kv-acme.vault.azure.net/");
        assert.deepEqual(await known(result.repositories), ["acme/web", "acme/web-api"]);
    });

    it("asks GitHub once for the organisation's id", () => {
        assert.deepEqual(
            recording.calls.map(({ inputs }) => inputs.name),
            ["acme"],
        );
    });

    it("tags every Azure group with owner, stage and confidentiality", () => {
        assert.deepEqual(environmentGroup("web/production").inputs.tags, {
            owner: "web",
            environment: "production",
            "data-classification": "internal",
            "managed-by": "gatehouse",
        });
    });

    it("gives no two resources of a type the same name", () => {
        const urns = recording.resources.map(({ type, name }) => `${type} ${name}`);
        assert.deepEqual(
            urns.filter((urn, i) => urns.indexOf(urn) !== i),
            [],
        );
    });
});

function groupOf(resource: Recorded): unknown {
    return resource.inputs.resourceGroupName;
}
