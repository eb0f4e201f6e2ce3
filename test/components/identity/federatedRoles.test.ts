import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { AzureFederatedIdentity, type AzureFederatedIdentityArgs } from "../../../components/index";
import { azureRoles, planRoles, refusedRoles } from "../../../components/identity/azureRoles";
import { escalations, revealing } from "../../../components/identity/escalations";
import { record, refusal } from "../../support/mocks";

const subscriptionId = "11111111-2222-3333-4444-555555555555";
const subscription = `/subscriptions/${subscriptionId}`;
const scope = `${subscription}/resourceGroups/rg-web`;
const container = `${scope}/providers/Microsoft.Storage/storageAccounts/state/blobServices/default/containers/pulumi`;
const args: AzureFederatedIdentityArgs = {
    repository: "acme/web",
    environment: "production",
    credentials: [{ name: "github", subject: "repo:acme/web:environment:production" }],
    identityName: "id-web",
    resourceGroupName: "rg",
    location: "uksouth",
    subscriptionId,
};

const build = (more: Partial<AzureFederatedIdentityArgs>) =>
    record(() => new AzureFederatedIdentity("web", { ...args, ...more }));
const refusalOf = (more: Partial<AzureFederatedIdentityArgs>): Promise<string> =>
    refusal(() => new AzureFederatedIdentity("web", { ...args, ...more }));
const withRole = (role: string, at: pulumi.Input<string> = scope) => ({
    roles: [{ name: "r", role, scope: at }],
});
const withActions = (actions: string[], dataActions?: string[]) => ({
    customRoles: [{ name: "deploy", scope, actions, dataActions }],
});

describe("the roles of AzureFederatedIdentity", () => {
    it("roles are given on a resource group or something narrower", async () => {
        for (const wide of [
            subscription,
            `${subscription}/`,
            "/providers/Microsoft.Management/managementGroups/acme",
            "/",
            "",
            `${subscription}/resourceGroups/`,
            `${subscription}/providers/Microsoft.KeyVault/vaults/kv`,
        ]) {
            const message = await refusalOf(withRole("Reader", wide));
            assert.match(message, /roles\[0\]\.scope: .* the id of a resource group/);
        }
        for (const narrow of [
            scope,
            scope.replace("resourceGroups", "resourcegroups"),
            `${scope}/providers/Microsoft.Web/sites/web`,
        ]) {
            const { recording } = await build(withRole("Reader", narrow));
            assert.equal(recording.one("RoleAssignment").inputs.scope, narrow);
        }
    });

    it("roles that hand out roles, and Contributor, are refused by name and by id: Owner, Contributor, User Access Administrator, Role Based Access Control Administrator, Key Vault Data Access Administrator", async () => {
        for (const [name, id] of Object.entries(refusedRoles)) {
            for (const role of [name, name.toUpperCase(), id, id.toUpperCase()]) {
                const message = await refusalOf(withRole(role));
                assert.match(message, /roles\[0\]\.role: .* allowed: a role other than /);
            }
        }
    });

    it("may have a condition, in version 2.0", async () => {
        const condition = "((!(ActionMatches{'x'})) OR (@Resource[y] StringEquals 'z'))";
        const [role] = withRole("Storage Blob Data Contributor").roles;
        assert.ok(role);
        for (const given of [condition, pulumi.output(condition)]) {
            const { recording } = await build({ roles: [{ ...role, condition: given }] });
            const { inputs } = recording.one("RoleAssignment");
            assert.equal(inputs.condition, condition);
            assert.equal(inputs.conditionVersion, "2.0");
        }
        const { recording } = await build({ roles: [role] });
        assert.ok(!("condition" in recording.one("RoleAssignment").inputs));
        assert.ok(!("conditionVersion" in recording.one("RoleAssignment").inputs));
    });
});

describe("a custom role of AzureFederatedIdentity", () => {
    it("is made for its group, and given there", async () => {
        const actions = ["Microsoft.Web/sites/read", "Microsoft.Web/sites/write"];
        const data = ["Microsoft.KeyVault/vaults/secrets/getSecret/action"];
        const { recording } = await build(withActions(actions, data));
        const { inputs } = recording.one("RoleDefinition");
        assert.equal(inputs.scope, scope);
        assert.deepEqual(inputs.assignableScopes, [scope]);
        assert.deepEqual(inputs.permissions, [
            { actions, notActions: [], dataActions: data, notDataActions: [] },
        ]);
        const assignment = recording.one("RoleAssignment");
        assert.equal(assignment.inputs.scope, scope);
        assert.equal(
            assignment.inputs.roleDefinitionId,
            `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${String(inputs.roleDefinitionId)}`,
        );
        assert.ok(assignment.dependencies.some((one) => one.endsWith(" web-definition/deploy")));
    });

    it("keeps its id, which no other role has", async () => {
        const idOf = async (more: Partial<AzureFederatedIdentityArgs>): Promise<unknown> => {
            const { recording } = await build({
                ...withActions(["Microsoft.Web/sites/read"]),
                ...more,
            });
            return recording.one("RoleDefinition").inputs.roleDefinitionId;
        };
        const id = await idOf({});
        assert.match(
            String(id),
            /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
        );
        assert.equal(await idOf(withActions(["Microsoft.Web/sites/write"])), id);
        assert.notEqual(await idOf({ identityName: "id-api" }), id);
    });

    it("a custom role can be given in one resource group only, and holds no wildcard and no action with which its holder could give itself more", async () => {
        for (const wide of [subscription, "/", `${scope}/providers/Microsoft.Web/sites/web`]) {
            const [role] = withActions(["Microsoft.Web/sites/read"]).customRoles;
            assert.ok(role);
            const message = await refusalOf({ customRoles: [{ ...role, scope: wide }] });
            assert.match(message, /customRoles\[0\]\.scope: got .* the id of a resource group$/m);
        }
        for (const open of [
            "*",
            "*/read",
            "Microsoft.Web/*",
            "Microsoft.Web/sites/*",
            "Microsoft.Web/*/write",
            "Microsoft.Web/sites",
            "Microsoft.Web/sites/w?ite",
            "",
        ]) {
            assert.match(await refusalOf(withActions([open])), /actions\[0\]: got .* in full/);
            assert.match(
                await refusalOf(withActions([], [open])),
                /dataActions\[0\]: got .* in full/,
            );
        }
        for (const more of [
            "Microsoft.Authorization/roleAssignments/write",
            "microsoft.authorization/roleassignments/Write",
            "Microsoft.Authorization/locks/delete",
            "Microsoft.Authorization/elevateAccess/action",
            "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
            "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
            "Microsoft.KeyVault/vaults/write",
            "Microsoft.Compute/virtualMachines/runCommand/action",
            "Microsoft.Compute/virtualMachines/runCommands/write",
            "Microsoft.Resources/deploymentScripts/write",
        ]) {
            const message = await refusalOf(withActions([more]));
            assert.match(message, /actions\[0\]: got .* cannot give itself more/, more);
        }
        await build(withActions(["Microsoft.Authorization/roleAssignments/read"]));
        assert.match(await refusalOf(withActions([])), /actions: got \[\], allowed: at least one/);
    });

    it("has a key of its own among all roles", async () => {
        const message = await refusalOf({
            roles: [{ name: "deploy", role: "Reader", scope }],
            ...withActions(["Microsoft.Web/sites/read"]),
        });
        assert.match(message, /customRoles\[0\]\.name: got "deploy", allowed: a key not used/);
    });
});

describe("a plan identity", () => {
    const plan = { access: "plan" };

    it("a plan identity holds only roles that neither write nor read a secret's value", async () => {
        for (const [role, kind] of Object.entries(planRoles)) {
            const at = kind === "container" ? container : scope;
            for (const written of [role, azureRoles[role] ?? ""]) {
                const { recording } = await build({ ...plan, ...withRole(written, at) });
                const { roleDefinitionId } = recording.one("RoleAssignment").inputs;
                assert.ok(String(roleDefinitionId).endsWith(azureRoles[role] ?? "none"));
            }
        }
        const others = Object.entries(azureRoles).filter(([name]) => !(name in planRoles));
        const unknown = "99999999-8888-7777-6666-555555555555";
        assert.ok(others.length > 10);
        for (const role of [...others.flat(), unknown]) {
            const message = await refusalOf({ ...plan, ...withRole(role, container) });
            assert.match(message, /roles\[0\]\.role: got .* to plan/, role);
        }
        for (const action of [
            "Microsoft.Web/sites/write",
            "Microsoft.Web/sites/config/list/action",
            "Microsoft.Storage/storageAccounts/listKeys/action",
            ...revealing,
        ]) {
            const message = await refusalOf({ ...plan, ...withActions([action]) });
            assert.match(message, /actions\[0\]: got .* to plan/, action);
        }
        const data = ["Microsoft.KeyVault/vaults/secrets/getSecret/action"];
        const reading = await refusalOf({
            ...plan,
            ...withActions(["Microsoft.Web/sites/read"], data),
        });
        assert.match(reading, /dataActions: got .* no action on data, to plan/);
        await build({ ...plan, ...withActions(["Microsoft.Web/sites/read"]) });
    });

    it("reads contents in one container only", async () => {
        for (const wide of [scope, container.replace(/\/blobServices.*/, "")]) {
            const message = await refusalOf({
                ...plan,
                ...withRole("Storage Blob Data Reader", wide),
            });
            assert.match(message, /roles\[0\]\.scope: got .* the id of a blob container, to plan/);
        }
    });

    it("says so among the inputs that policies see", async () => {
        const { recording } = await build(plan);
        assert.equal(recording.one("index:AzureFederatedIdentity").inputs.access, "plan");
    });
});

describe("the tables of actions", () => {
    it("begin with a provider, and those that reveal are read", () => {
        for (const one of escalations) assert.match(one, /^Microsoft\.[A-Za-z]+\//);
        for (const one of revealing) assert.match(one, /\/read$/);
    });
});
