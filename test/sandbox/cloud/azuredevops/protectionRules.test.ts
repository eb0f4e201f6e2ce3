import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { refusal, type Props } from "../support";
import { ada } from "./accessSamples";
import { openOrganization, type Organization } from "./organization";
import { azure } from "./pipelineSamples";
import { stranger, token } from "./samples";

describe("rules of the emulated checks and connections", () => {
    let org: Organization;
    let environment = "";
    const check = (name: string, more: Props = {}, target = environment) =>
        org.up(
            name,
            org.here({ targetResourceId: target, targetResourceType: "environment", ...more }),
        );
    const connect = (name: string, more: Props = {}) =>
        org.up(
            "ServiceEndpointAzureRM",
            org.here({ serviceEndpointName: name, ...azure, ...more }),
        );
    beforeEach(async () => {
        org = await openOrganization();
        environment = (await org.up("Environment", org.here({ name: "production" }))).id;
    });
    afterEach(() => org.bench.close());

    it("name environments once in a project, in characters the service takes", async () => {
        const again = org.up("Environment", org.here({ name: "Production" }));
        assert.match(await refusal(again), /EnvironmentExistsException/);
        assert.match(await org.wrong("Environment", org.here({ name: "a/b" })), /none of them/);
    });

    it("have checks on what stands, named by an id of its kind", async () => {
        assert.match(await refusal(check("CheckExclusiveLock", {}, "99")), /type environment/);
        const wrong = await org.wrong(
            "CheckExclusiveLock",
            org.here({ targetResourceId: stranger, targetResourceType: "environment" }),
        );
        assert.match(wrong, /targetResourceId: .* must be the whole number of an environment/);
        assert.ok((await check("CheckExclusiveLock")).id);
        assert.match(await refusal(check("CheckExclusiveLock")), /already has an exclusive lock/);
    });

    it("let people and groups approve that exist, by id and never by descriptor", async () => {
        const group = await org.up("Group", { scope: org.project, displayName: "Releasers" });
        const approve = (...approvers: unknown[]) => check("CheckApproval", { approvers });
        assert.match(await refusal(approve(stranger)), /TF400813/);
        assert.match(
            await org.wrong("CheckApproval", {
                ...org.here({ approvers: [group.id] }),
                targetResourceId: environment,
                targetResourceType: "environment",
            }),
            /approvers\[0\]: .* must be a GUID/,
        );
        assert.ok((await approve(group.outputs.originId, ada)).id);
        const many = check("CheckApproval", { approvers: [ada], minimumRequiredApprovers: 2 });
        assert.match(await refusal(many), /cannot be greater than the number of approvers \(1\)/);
    });

    it("count the writes of a check as versions", async () => {
        const made = await check("CheckBranchControl", { allowedBranches: "refs/heads/main" });
        assert.equal(made.outputs.version, 1);
        assert.equal(made.outputs.verifyBranchProtection, false);
        const type = token("CheckBranchControl");
        const now = await org.bench.engine.update(type, made.id, made.inputs);
        assert.equal(now.version, 2);
    });

    it("refuse times, zones and tries a check cannot have", async () => {
        const target = org.here({
            targetResourceId: environment,
            targetResourceType: "environment",
        });
        const hours = { startTime: "8:00", endTime: "24:00", timeZone: "Europe/London" };
        const said = await org.wrong("CheckBusinessHours", { ...target, ...hours });
        for (const name of ["startTime", "endTime", "timeZone"]) {
            assert.match(said, new RegExp(`^${name}: `, "m"));
        }
        const rest = {
            ...target,
            displayName: "gate",
            method: "POST",
            connectedServiceName: "gate",
            connectedServiceNameSelector: "connectedServiceName",
        };
        const often = { ...rest, completionEvent: "ApiResponse", retryInterval: 10, timeout: 100 };
        assert.match(await org.wrong("CheckRestApi", often), /10 tries in 100; .* fewer than 10/);
        assert.match(
            await org.wrong("CheckRestApi", { ...rest, successCriteria: "eq(1, 1)" }),
            /successCriteria: only with completionEvent ApiResponse/,
        );
        assert.match(await refusal(org.up("CheckRestApi", rest)), /connection gate could not/);
    });

    it("name connections once in a project, and say what a connection lacks, at once", async () => {
        await connect("azure");
        assert.match(await refusal(connect("Azure")), /DuplicateServiceConnectionException/);
        const said = await org.wrong("ServiceEndpointAzureRM", {
            ...org.here({ serviceEndpointName: "x", azurermSpnTenantid: "t" }),
            resourceGroup: "rg",
            credentials: {
                serviceprincipalid: "a",
                serviceprincipalkey: "correct",
                serviceprincipalcertificate: "horse",
            },
            environment: "AzureStack",
        });
        assert.match(said, /azurermSubscriptionId: give subscription/);
        assert.match(said, /resourceGroup: conflicts with credentials/);
        assert.match(said, /serviceprincipalkey: conflicts with/);
        assert.match(said, /serverUrl: missing/);
        assert.doesNotMatch(said, /correct|horse/);
    });

    it("keep issuer and subject of a connection, whatever it is renamed to", async () => {
        const made = await connect("azure", { credentials: { serviceprincipalid: stranger } });
        const type = token("ServiceEndpointAzureRM");
        const news = { ...made.inputs, serviceEndpointName: "renamed" };
        const now = await org.bench.engine.update(type, made.id, news);
        const subject = "workloadIdentityFederationSubject";
        assert.equal(now[subject], made.outputs[subject]);
        assert.equal(made.outputs.servicePrincipalId, stranger);
    });

    it("have the named form where the organisation is asked to be an older one", async () => {
        process.env.GATEHOUSE_AZURE_DEVOPS_ISSUER = "azureDevOps";
        const made = await connect("azure").finally(() => {
            delete process.env.GATEHOUSE_AZURE_DEVOPS_ISSUER;
        });
        const subject = "workloadIdentityFederationSubject";
        assert.equal(made.outputs[subject], "sc://acme/Shop/azure");
        const type = token("ServiceEndpointAzureRM");
        const news = { ...made.inputs, serviceEndpointName: "renamed" };
        const now = await org.bench.engine.update(type, made.id, news);
        assert.equal(now[subject], "sc://acme/Shop/renamed");
    });

    it("know AWS only by its toolkit, and no key without its other half", async () => {
        const aws = org.here({ serviceEndpointName: "aws", useOidc: true });
        const early = org.up("ServiceEndpointAws", aws);
        assert.match(await refusal(early), /extension AmazonWebServices\/aws-vsts-tools is not/);
        const half = await org.wrong("ServiceEndpointAws", { ...aws, accessKeyId: "AKIA" });
        assert.match(half, /secretAccessKey: missing/);
        const made = { publisherId: "AmazonWebServices", extensionId: "aws-vsts-tools" };
        await org.up("Extension", made);
        assert.ok((await org.up("ServiceEndpointAws", aws)).id);
        const unlisted = org.up("Extension", { publisherId: "me", extensionId: "mine" });
        assert.match(await refusal(unlisted), /me\.mine is not in the marketplace/);
    });

    it("authorise pipelines that stand for resources that stand, by whole numbers", async () => {
        const endpoint = (await connect("azure")).id;
        const authorize = (more: Props) =>
            org.up(
                "PipelineAuthorization",
                org.here({ type: "endpoint", resourceId: endpoint, ...more }),
            );
        assert.match(await refusal(authorize({ pipelineId: 99 })), /99 not found/);
        assert.match(await refusal(authorize({ resourceId: stranger })), /type endpoint does not/);
        const text = org.here({ type: "endpoint", resourceId: endpoint, pipelineId: "1" });
        assert.match(
            await org.wrong("PipelineAuthorization", text),
            /pipelineId: is a string, must be a number/,
        );
        const all = await authorize({});
        assert.equal(all.id, `${org.project}/endpoint/${endpoint}`);
        const repository = { type: "repository", resourceId: `${org.project}.${org.repository}` };
        assert.match(
            await org.wrong("PipelineAuthorization", org.here(repository)),
            /puts the project's id before it/,
        );
        await org.bench.engine.delete(token("ServiceEndpointAzureRM"), endpoint);
        const read = await org.bench.engine.read(token("PipelineAuthorization"), all.id);
        assert.equal(read.id, "", "what protects a connection goes with it");
    });
});
