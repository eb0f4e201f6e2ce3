import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openAzure, type AzureBench } from "./azureBench";
import { group, inGroup, placed, workspaceId } from "./everything";
import { azureGovernanceSamples } from "./everythingAzureGovernance";
import { azureOperationsSamples } from "./everythingAzureOperations";
import { refusal, subscription, unknown, type Props } from "./support";

const ofSubscription = `/subscriptions/${subscription}`;
const account = { ...inGroup, accountName: "stmain" };
const sample = (type: string): Props =>
    [...azureOperationsSamples, ...azureGovernanceSamples].find(
        (one) => one.type === `azure-native:${type}`,
    )?.inputs ?? {};

describe("what keeps, watches and judges the emulated Azure", () => {
    let azure: AzureBench;
    const storage = (more: Props = {}) =>
        azure.up("storage:StorageAccount", {
            ...placed,
            accountName: "stmain",
            kind: "StorageV2",
            sku: { name: "Standard_LRS" },
            ...more,
        });
    beforeEach(async () => {
        azure = await openAzure();
    });
    afterEach(() => azure.bench.close());

    it("tells the keys of a workspace that stands, always the same", async () => {
        const args = { ...inGroup, workspaceName: "log-keys" };
        const token = "azure-native:operationalinsights:getSharedKeys";
        const ask = () => azure.bench.engine.invoke(token, args);
        await assert.rejects(ask, /"ResourceNotFound"/);
        await azure.up("operationalinsights:Workspace", { ...placed, workspaceName: "log-keys" });
        const { primarySharedKey, secondarySharedKey } = await ask();
        assert.match(String(primarySharedKey), /^[A-Za-z0-9+/]{80,}={0,2}$/);
        assert.notEqual(primarySharedKey, secondarySharedKey);
        assert.deepEqual((await ask()).primarySharedKey, primarySharedKey);
    });

    it("lets nobody read a container without signing in unless the account does", async () => {
        const container = { ...account, containerName: "state", publicAccess: "Blob" };
        await azure.refused("storage:BlobContainer", container, /"ParentResourceNotFound"/);
        await storage({ allowBlobPublicAccess: false });
        await azure.refused("storage:BlobContainer", container, /"PublicAccessNotPermitted"/);
        const immutable = { ...account, containerName: "log" };
        const versioned = { ...immutable, immutableStorageWithVersioning: { enabled: true } };
        await azure.refused("storage:BlobContainer", versioned, /needs blob versioning/);
        const name = { ...account, containerName: "Two--Hyphens" };
        assert.match(await azure.check("storage:BlobContainer", name), /3 to 63 lower-case/);
    });

    it("sends events of what stands, to somewhere, by filters that can match", async () => {
        const type = "eventgrid:EventSubscription";
        const subscribed = sample(type);
        await azure.refused(type, subscribed, /"ResourceNotFound"/);
        const onGroup = { ...subscribed, scope: group };
        assert.ok((await azure.up(type, onGroup)).id);
        const nowhere = { eventSubscriptionName: "nowhere", scope: group };
        assert.match(await azure.check(type, nowhere), /events go somewhere/);
        const empty = { advancedFilters: [{ operatorType: "StringIn", key: "subject" }] };
        assert.match(await azure.check(type, { ...onGroup, filter: empty }), /values.*is needed/);
        const name = { ...onGroup, eventSubscriptionName: "near_expiry" };
        assert.match(await azure.check(type, name), /3 to 64/);
    });

    it("goes back in time only with versions and a longer memory", async () => {
        await storage();
        const service = { ...account, blobServicesName: "default" };
        const restore = { ...service, restorePolicy: { enabled: true, days: 7 } };
        await azure.refused("storage:BlobServiceProperties", restore, /restorePolicy needs/);
        const ready = {
            ...restore,
            isVersioningEnabled: true,
            changeFeed: { enabled: true },
            deleteRetentionPolicy: { enabled: true, days: 8 },
        };
        assert.ok((await azure.up("storage:BlobServiceProperties", ready)).id);
    });

    it("keeps blobs for a day at least, in one way", async () => {
        const type = "storage:BlobContainerImmutabilityPolicy";
        const policy = { ...account, containerName: "state", immutabilityPolicyName: "default" };
        const none = { ...policy, immutabilityPeriodSinceCreationInDays: 0 };
        assert.match(await azure.check(type, none), /0 must be 1 to 146000/);
        const both = {
            ...policy,
            allowProtectedAppendWrites: true,
            allowProtectedAppendWritesAll: true,
        };
        assert.match(await azure.check(type, both), /conflicts with allowProtectedAppendWrites/);
        assert.match(
            await azure.check(type, { ...policy, immutabilityPolicyName: "mine" }),
            /default/,
        );
        await storage();
        await azure.refused(type, policy, /"ContainerNotFound"/);
    });

    it("alerts groups that stand, about a category, looking back far enough", async () => {
        const roles = sample("monitor:ActivityLogAlert");
        await azure.refused("monitor:ActivityLogAlert", roles, /"ActionGroupNotFound"/);
        await azure.up("monitor:ActionGroup", sample("monitor:ActionGroup"));
        assert.ok((await azure.up("monitor:ActivityLogAlert", roles)).id);
        const vague = { ...roles, condition: { allOf: [{ field: "operationName", equals: "x" }] } };
        await azure.refused("monitor:ActivityLogAlert", vague, /field 'category'/);
        const there = { ...roles, location: "uksouth" };
        const type = "monitor:ActivityLogAlert";
        await azure.refused(type, there, /"LocationNotAvailableForResourceType".*global/);
        const query = sample("monitor:ScheduledQueryRule");
        await azure.refused("monitor:ScheduledQueryRule", query, /"ResourceNotFound".*log-main/);
        const near = { ...query, evaluationFrequency: "PT1H", windowSize: "PT5M" };
        await azure.refused("monitor:ScheduledQueryRule", near, /must not be less than evaluation/);
        const enumWord = { ...query, criteria: { allOf: [{ query: "x", operator: "gt" }] } };
        const said = await azure.check("monitor:ScheduledQueryRule", enumWord);
        assert.match(
            said,
            /criteria\.allOf\[0\]\.operator: "gt" is not one of Equals, GreaterThan/,
        );
    });

    it("names receivers of a group apart, and the group in twelve characters", async () => {
        const receiver = { name: "a", emailAddress: "a@acme.example" };
        const inputs = {
            ...sample("monitor:ActionGroup"),
            groupShortName: "much too long",
            emailReceivers: [receiver],
        };
        assert.match(await azure.check("monitor:ActionGroup", inputs), /1 to 12 characters/);
        const twice = { ...inputs, groupShortName: "short", emailReceivers: [receiver, receiver] };
        assert.match(
            await azure.check("monitor:ActionGroup", twice),
            /emailReceivers\[1\]\.name: "a" is used twice/,
        );
    });

    it("collects into destinations that a rule names and that stand", async () => {
        const rule = sample("monitor:DataCollectionRule");
        const type = "monitor:DataCollectionRule";
        await azure.refused(type, rule, /"InvalidResourceReference".*log-main/);
        const lost = { ...rule, dataFlows: [{ streams: ["s"], destinations: ["else"] }] };
        assert.match(await azure.check(type, lost), /"else" is no destination of the rule/);
        const later = { ...lost, destinations: { logAnalytics: [{ name: unknown }] } };
        assert.equal(await azure.check(type, later), "");
        const association = sample("monitor:DataCollectionRuleAssociation");
        const both = { ...association, dataCollectionEndpointId: "/x" };
        const said = await azure.check("monitor:DataCollectionRuleAssociation", both);
        assert.match(said, /exactly one of dataCollectionRuleId/);
    });

    it("keeps a rule that something is collected by", async () => {
        await azure.up("operationalinsights:Workspace", { ...placed, workspaceName: "log-main" });
        const rule = await azure.up(
            "monitor:DataCollectionRule",
            sample("monitor:DataCollectionRule"),
        );
        await azure.up("monitor:DataCollectionRuleAssociation", {
            associationName: "a",
            resourceUri: workspaceId,
            dataCollectionRuleId: rule.id,
        });
        await azure.held("monitor:DataCollectionRule", rule.id, /has associations/);
        const table = { ...inGroup, workspaceName: "log-main", tableName: "T" };
        const short = { ...table, retentionInDays: 90, totalRetentionInDays: 30 };
        await azure.refused("operationalinsights:Table", short, /must not be less than retention/);
        const kept = await azure.up("operationalinsights:Table", {
            ...table,
            totalRetentionInDays: 90,
        });
        assert.equal(kept.outputs.archiveRetentionInDays, 60);
    });

    it("sends the activity log to five places at most, by kinds it has", async () => {
        await azure.up("operationalinsights:Workspace", { ...placed, workspaceName: "log-main" });
        const type = "monitor:SubscriptionDiagnosticSetting";
        const setting = (name: string) => ({ ...sample(type), name });
        for (const name of ["a", "b", "c", "d", "e"]) {
            await azure.up(type, setting(name));
        }
        await azure.refused(type, setting("f"), /limit of 5 diagnostic settings/);
        const odd = { name: "x", workspaceId, logs: [{ category: "Gossip", enabled: true }] };
        assert.match(
            await azure.check(type, odd),
            /"Gossip" is not one of Administrative, Security/,
        );
        assert.match(await azure.check(type, { name: "x" }), /workspaceId: needs one of/);
    });

    it("assigns policies that exist, with their parameters, and keeps what is used", async () => {
        const type = "authorization:PolicyAssignment";
        const assignment = sample(type);
        await azure.refused(type, assignment, /"PolicyDefinitionNotFound"/);
        const definition = sample("authorization:PolicyDefinition");
        const rule = { ...definition, policyRule: { if: {} } };
        await azure.refused("authorization:PolicyDefinition", rule, /"InvalidPolicyRule"/);
        const made = await azure.up("authorization:PolicyDefinition", definition);
        const bare = { ...assignment, parameters: { else: { value: 1 } } };
        await azure.refused(type, bare, /not defined: else; missing: places/);
        const homeless = await azure.check(type, { ...assignment, location: null });
        assert.match(homeless, /location: missing, an assignment with an identity needs it/);
        const standing = await azure.up(type, assignment);
        await azure.held("authorization:PolicyDefinition", made.id, /"PolicyDefinitionInUse"/);
        const exemption = sample("authorization:PolicyExemption");
        await azure.up("authorization:PolicyExemption", exemption);
        await azure.held(type, standing.id, /has exemptions/);
        const stray = { ...exemption, policyAssignmentId: `${group}/none` };
        await azure.refused("authorization:PolicyExemption", stray, /"PolicyAssignmentNotFound"/);
    });

    it("gives an assignment's identity roles, as a principal that exists", async () => {
        await azure.up("authorization:PolicyDefinition", sample("authorization:PolicyDefinition"));
        const type = "authorization:PolicyAssignment";
        const { outputs } = await azure.up(type, sample(type));
        const { principalId } = outputs.identity as { principalId: string };
        const role = {
            scope: group,
            roleAssignmentName: "00000000-0000-4000-8000-000000000009",
            roleDefinitionId: `${ofSubscription}/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c`,
        };
        assert.ok((await azure.up("authorization:RoleAssignment", { ...role, principalId })).id);
        const stranger = { ...role, principalId: "00000000-0000-4000-8000-00000000000a" };
        const asked = azure.up("authorization:RoleAssignment", stranger);
        assert.match(await refusal(asked), /"PrincipalNotFound"/);
    });

    it("defends by plans that exist, and connects hosts by what is theirs", async () => {
        const pricing = sample("security:Pricing");
        const odd = await azure.check("security:Pricing", {
            ...pricing,
            pricingName: "Everything",
        });
        assert.match(odd, /"Everything" is not one of VirtualMachines/);
        const free = { ...pricing, pricingTier: "Free" };
        await azure.refused("security:Pricing", free, /subPlan is for pricingTier Standard only/);
        const connector = sample("security:SecurityConnector");
        const mixed = { ...connector, offerings: [{ offeringType: "CspmMonitorAzureDevOps" }] };
        await azure.refused("security:SecurityConnector", mixed, /does not belong to .*Github/);
        const devops = sample("security:DevOpsConfiguration");
        await azure.refused("security:DevOpsConfiguration", devops, /"ParentResourceNotFound"/);
    });
});
