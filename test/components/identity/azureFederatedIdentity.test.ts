import assert from "node:assert/strict";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { describe, it } from "mocha";
import { AzureFederatedIdentity, type AzureFederatedIdentityArgs } from "../../../components/index";
import { known, record, type Recording } from "../../support/mocks";

const subscriptionId = "11111111-2222-3333-4444-555555555555";
const scope = `/subscriptions/${subscriptionId}/resourceGroups/rg-web`;
const subject = "repo:acme/web:environment:production";
const args: AzureFederatedIdentityArgs = {
    repository: "acme/web",
    environment: "production",
    credentials: [{ name: "github", subject }],
    roles: [{ name: "web", role: "Website Contributor", scope }],
    identityName: "id-web--production",
    resourceGroupName: "rg",
    location: "uksouth",
    subscriptionId,
};

const build = (more: Partial<AzureFederatedIdentityArgs> = {}) =>
    record(() => new AzureFederatedIdentity("web", { ...args, ...more }));

/** Credentials for as many reusable workflows: the way one environment gets many subjects. */
function many(count: number): AzureFederatedIdentityArgs["credentials"] {
    return Array.from({ length: count }, (_, i) => ({
        name: `workflow-${i + 1}`,
        subject: `${subject}:job_workflow_ref:acme/ci/.github/workflows/w${i + 1}.yml@refs/heads/main`,
    }));
}

function credentialsByIdentity(recording: Recording): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    for (const { inputs } of recording.all("FederatedIdentityCredential")) {
        const names = (found[String(inputs.resourceName)] ??= []);
        names.push(String(inputs.federatedIdentityCredentialResourceName));
    }
    return found;
}

describe("AzureFederatedIdentity that is told to wait", () => {
    it("creates neither identity nor role before what it waits for", async () => {
        const { recording } = await record(() => {
            const group = new ResourceGroup("group", { resourceGroupName: "rg-web" });
            new AzureFederatedIdentity("web", args, { dependsOn: [group] });
        });
        for (const type of ["UserAssignedIdentity", "RoleAssignment"]) {
            const { dependencies } = recording.one(type);
            assert.ok(
                dependencies.includes("azure-native:resources:ResourceGroup group"),
                dependencies.join(", "),
            );
        }
    });
});

describe("AzureFederatedIdentity", () => {
    it("each credential trusts one exact subject, one audience and one issuer", async () => {
        const { recording } = await build();
        assert.deepEqual(recording.one("FederatedIdentityCredential").inputs, {
            federatedIdentityCredentialResourceName: "github",
            resourceName: "id-web--production",
            resourceGroupName: "rg",
            issuer: "https://token.actions.githubusercontent.com",
            subject,
            audiences: ["api://AzureADTokenExchange"],
        });
    });

    it("what is trusted is an input of the component that is always known, so that policies can judge it before the ids in a subject exist", async () => {
        const { recording } = await build();
        const declared = recording.one("index:AzureFederatedIdentity").inputs;
        assert.equal(declared.repository, "acme/web");
        assert.equal(declared.environment, "production");
        assert.equal(declared.issuer, "https://token.actions.githubusercontent.com");
        assert.equal(declared.audience, "api://AzureADTokenExchange");
        assert.equal(declared.access, "apply");
    });

    it("takes another GitHub issuer and the audience of another Azure cloud", async () => {
        const issuer = "https://token.actions.acme.ghe.com";
        const audience = "api://AzureADTokenExchangeUSGov";
        const { recording } = await build({ issuer, audience });
        const credential = recording.one("FederatedIdentityCredential").inputs;
        assert.equal(credential.issuer, issuer);
        assert.deepEqual(credential.audiences, [audience]);
        assert.equal(recording.one("index:AzureFederatedIdentity").inputs.issuer, issuer);
    });

    it("gives each role on its narrow scope to the identity, as a service principal", async () => {
        const { recording, result } = await build();
        const assignment = recording.one("RoleAssignment");
        assert.equal(assignment.name, "web-role/web");
        assert.deepEqual(assignment.inputs, {
            scope,
            roleDefinitionId: `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/de139f84-1756-47ae-9be6-808fbbe84772`,
            principalId: await known(result.principalId),
            principalType: "ServicePrincipal",
        });
    });

    it("takes a custom role by its id", async () => {
        const role = "99999999-8888-7777-6666-555555555555";
        const { recording } = await build({ roles: [{ name: "own", role, scope }] });
        const { roleDefinitionId } = recording.one("RoleAssignment").inputs;
        assert.match(String(roleDefinitionId), new RegExp(`/${role}$`));
    });

    it("has no role unless one is given", async () => {
        const { recording } = await build({ roles: undefined });
        assert.equal(recording.all("RoleAssignment").length, 0);
    });

    it("gives out its client id by credential", async () => {
        const { result } = await build();
        assert.deepEqual(await known(result.clientIds), { github: await known(result.clientId) });
        assert.match(await known(result.identityId), /UserAssignedIdentity\/web-identity$/);
    });
});

describe("many credentials", () => {
    for (const [count, sizes] of [
        [1, [1]],
        [20, [20]],
        [21, [20, 1]],
        [45, [20, 20, 5]],
    ] as const) {
        it(`${count} are held by ${sizes.length} identities with the same roles`, async () => {
            const { recording, result } = await build({ credentials: many(count) });
            const held = Object.values(credentialsByIdentity(recording)).map((c) => c.length);
            assert.deepEqual(held, sizes);
            assert.equal(recording.all("UserAssignedIdentity").length, sizes.length);
            assert.equal(recording.all("RoleAssignment").length, sizes.length);
            const clientIds = await known(result.clientIds);
            assert.equal(Object.keys(clientIds).length, count);
            assert.equal(new Set(Object.values(clientIds)).size, sizes.length);
        });
    }

    it("no identity holds more than twenty credentials: more are spread over further identities with the same roles", async () => {
        const customRoles = [
            { name: "slots", scope, actions: ["Microsoft.Web/sites/slots/write"] },
        ];
        const { recording } = await build({ credentials: many(41), customRoles });
        const held = Object.values(credentialsByIdentity(recording)).map((names) => names.length);
        assert.deepEqual(held, [20, 20, 1]);
        const roles = new Map<unknown, unknown[]>();
        for (const { inputs } of recording.all("RoleAssignment")) {
            const given = roles.get(inputs.principalId) ?? [];
            roles.set(inputs.principalId, [...given, [inputs.roleDefinitionId, inputs.scope]]);
        }
        const [first, ...others] = roles.values();
        assert.equal(first?.length, 2);
        assert.equal(others.length, 2);
        for (const other of others) assert.deepEqual(other, first);
    });

    it("credentials of one identity are written one after the other, because Azure refuses to write two at once", async () => {
        const { recording } = await build({ credentials: many(22) });
        const credentials = recording.all("FederatedIdentityCredential");
        const last = new Map<unknown, string>();
        for (const { inputs, type, name, dependencies } of credentials) {
            const before = last.get(inputs.resourceName);
            const waits = dependencies.filter((one) => one.includes("Credential "));
            assert.deepEqual(waits, before === undefined ? [] : [before]);
            last.set(inputs.resourceName, `${type} ${name}`);
        }
        assert.equal(last.size, 2);
    });

    it("beyond twenty never meet the identity or the roles of another component", async () => {
        // The names are what a numbered environment and a second identity would lead to.
        const { recording } = await record(() => {
            for (const [name, identityName] of [
                ["web", "id-web"],
                ["web-2", "id-web-2"],
                ["web_2", "id-web-22"],
            ] as const) {
                new AzureFederatedIdentity(name, { ...args, identityName, credentials: many(41) });
            }
        });
        const unique = (values: unknown[]): void => {
            assert.equal(new Set(values).size, values.length, values.join("\n"));
        };
        const identities = recording.all("UserAssignedIdentity");
        assert.equal(identities.length, 9);
        unique(identities.map(({ inputs }) => String(inputs.resourceName).toLowerCase()));
        unique(recording.resources.map(({ type, name }) => `${type} ${name}`));
    });

    it("the client id of a credential is that of the identity that holds it", async () => {
        const { recording, result } = await build({ credentials: many(21) });
        const clientIds = await known(result.clientIds);
        const principals = recording.all("RoleAssignment").map(({ inputs }) => inputs.principalId);
        assert.equal(new Set(principals).size, 2);
        assert.equal(clientIds["workflow-1"], await known(result.clientId));
        assert.equal(clientIds["workflow-20"], clientIds["workflow-1"]);
        assert.notEqual(clientIds["workflow-21"], clientIds["workflow-1"]);
    });

    it("appending the twenty-first renames and moves nothing", async () => {
        const before = (await build({ credentials: many(20) })).recording;
        const after = (await build({ credentials: many(21) })).recording;
        const first = credentialsByIdentity(before)["id-web--production"];
        assert.deepEqual(credentialsByIdentity(after)["id-web--production"], first);
        const names = new Set(after.resources.map(({ type, name }) => `${type} ${name}`));
        for (const { type, name } of before.resources) {
            assert.ok(names.has(`${type} ${name}`), name);
        }
    });

    it("are named by their key, so that reordering a list of twenty changes nothing", async () => {
        const credentials = many(20);
        const inputsOf = ({ recording }: { recording: Recording }): Map<string, unknown> =>
            new Map(
                recording
                    .all("FederatedIdentityCredential")
                    .map(({ name, inputs }) => [name, inputs]),
            );
        const forth = inputsOf(await build({ credentials }));
        const back = inputsOf(await build({ credentials: credentials.toReversed() }));
        for (const [name, inputs] of forth) {
            assert.deepEqual(back.get(name), inputs);
        }
    });
});
