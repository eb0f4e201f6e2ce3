import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { openCloudStore } from "../../../../sandbox/cloud/index";
import {
    connectionToken,
    pipelineToken,
    type ConnectionJob,
} from "../../../../sandbox/cloud/tokens/azureDevOpsIssuer";
import { exchangeAtEntra } from "../../../../sandbox/cloud/tokens/entra";
import { azure } from "../azuredevops/pipelineSamples";
import { token, type Ids } from "../azuredevops/samples";
import { openBench, subscription, tenant, type Bench, type Props } from "../support";
import { entraAudience } from "./support";

const identity = "azure-native:managedidentity:UserAssignedIdentity";
const credential = "azure-native:managedidentity:FederatedIdentityCredential";
const place = { resourceGroupName: "rg", location: "uksouth" };
const acme = { organization: "acme", project: "Shop" };

describe("tokens of Azure DevOps pipelines", () => {
    let bench: Bench;
    let clientId = "";
    const made = new Map<string, string>();
    const id: Ids = (name) => made.get(name) ?? "";
    const cloud = () => openCloudStore(bench.dir);
    const job = (more: Partial<ConnectionJob> = {}) =>
        connectionToken(cloud(), { ...acme, connection: "production", ...more });
    const outcome = (more: Partial<ConnectionJob> = {}) =>
        exchangeAtEntra(cloud(), { token: job(more), clientId });
    const accepted = (more: Partial<ConnectionJob> = {}) => outcome(more).accepted;
    const up = async (name: string, inputs: Props, as = name) => {
        const built = await bench.engine.up(token(name), inputs);
        made.set(as, built.id);
        return built.outputs;
    };
    const connection = (name: string, more: Props = {}) => ({
        projectId: id("Project"),
        serviceEndpointName: name,
        ...azure,
        credentials: { serviceprincipalid: clientId },
        ...more,
    });
    const trust = (name: string, issuer: unknown, subject: unknown) =>
        bench.engine.up(credential, {
            resourceGroupName: "rg",
            resourceName: "id-web",
            federatedIdentityCredentialResourceName: name,
            issuer,
            subject,
            audiences: [entraAudience],
        });

    before(async () => {
        bench = await openBench();
        await bench.engine.up("azure-native:resources:ResourceGroup", place);
        const built = await bench.engine.up(identity, { ...place, resourceName: "id-web" });
        clientId = String(built.outputs.clientId);
        await up("Project", { name: "Shop" });
        await up("Project", { name: "Elsewhere" }, "Elsewhere");
        const git = { projectId: id("Project"), initialization: { initType: "Clean" } };
        await up("Git", { ...git, name: "web" });
        await up("BuildDefinition", {
            projectId: id("Project"),
            name: "deploy",
            repository: { repoType: "TfsGit", repoId: id("Git") },
        });
        const outputs = await up("ServiceEndpointAzureRM", connection("production"));
        await up("ServiceEndpointAzureRM", connection("staging"), "staging");
        await trust(
            "production",
            outputs.workloadIdentityFederationIssuer,
            outputs.workloadIdentityFederationSubject,
        );
    });
    after(() => bench.close());

    it("carry what the connection's outputs say, in the opaque form of Entra", () => {
        const { claims } = job();
        assert.equal(claims.iss, `https://login.microsoftonline.com/${tenant}/v2.0`);
        assert.match(
            String(claims.sub),
            /^\/eid1\/c\/pub\/t\/[\w-]{22}\/a\/rISbSSETf0KqFyZ8ppdXmA\/sc\/[\da-f-]{36}\/[\da-f-]{36}$/,
        );
        assert.ok(String(claims.sub).endsWith(id("ServiceEndpointAzureRM")));
        assert.equal(claims.aud, entraAudience);
    });

    it("get the identity that trusts exactly that connection, and no other connection does", () => {
        assert.deepEqual(outcome(), { accepted: true, identity: clientId });
        assert.equal(accepted({ connection: "staging" }), false);
    });

    it("survive renames in the opaque form, and break by them in the named one", async () => {
        const renamed = { project: "Store", connection: "prod" };
        assert.equal(accepted({ renamed }), true);
        const form = "azureDevOps";
        const { claims } = job({ form });
        assert.equal(claims.sub, "sc://acme/Shop/production");
        assert.match(String(claims.iss), /^https:\/\/vstoken\.dev\.azure\.com\/[\da-f-]{36}$/);
        assert.equal(accepted({ form }), false);
        await trust("named", claims.iss, claims.sub);
        assert.equal(accepted({ form }), true);
        assert.equal(accepted({ form, renamed: { project: "Store" } }), false);
        assert.equal(accepted({ form, renamed: { connection: "prod" } }), false);
    });

    it("are named for AWS, whose toolkit presents what Azure DevOps signs", async () => {
        await up("Extension", { publisherId: "AmazonWebServices", extensionId: "aws-vsts-tools" });
        const aws = { projectId: id("Project"), serviceEndpointName: "aws" };
        await up("ServiceEndpointAws", {
            ...aws,
            useOidc: true,
            roleToAssume: "arn:aws:iam::1:role/r",
        });
        assert.equal(job({ connection: "aws" }).claims.sub, "sc://acme/Shop/aws");
        await up("ServiceEndpointAws", { ...aws, serviceEndpointName: "keys" });
        assert.throws(() => job({ connection: "keys" }), /keys does not use workload identity/);
    });

    it("are given only where the connection stands, in this project", () => {
        assert.throws(() => job({ connection: "none" }), /no service connection none/);
        assert.throws(() => job({ project: "Elsewhere" }), /no service connection production/);
        assert.throws(() => job({ project: "Nowhere" }), /project Nowhere does not stand in acme/);
        assert.throws(() => job({ organization: "other" }), /does not stand in other/);
    });

    it("are given only to a pipeline that is authorised", async () => {
        const pipeline = Number(id("BuildDefinition"));
        assert.throws(
            () => job({ pipeline }),
            /pipeline 1 may not use service connection production/,
        );
        await up("PipelineAuthorization", {
            projectId: id("Project"),
            type: "endpoint",
            resourceId: id("ServiceEndpointAzureRM"),
            pipelineId: pipeline,
        });
        assert.equal(accepted({ pipeline }), true);
        assert.throws(() => job({ pipeline: pipeline + 1 }), /may not use/);
    });

    it("of a pipeline without a connection name the pipeline", () => {
        const at = { ...acme, pipeline: Number(id("BuildDefinition")) };
        const { claims } = pipelineToken(cloud(), at);
        assert.equal(claims.sub, "p://acme/Shop/deploy");
        assert.equal(claims.rpo_id, id("Git"));
        assert.throws(
            () => pipelineToken(cloud(), { ...at, pipeline: 99 }),
            /pipeline 99 does not/,
        );
    });

    it("let a connection be validated once its credential stands, and not before", async () => {
        const features = { validate: true };
        const early = bench.engine.up(
            token("ServiceEndpointAzureRM"),
            connection("early", { features }),
        );
        await assert.rejects(early, /AADSTS70025.*Leave features.validate off/);
        const change = (name: string, as = name) =>
            bench.engine.update(
                token("ServiceEndpointAzureRM"),
                id(as),
                connection(name, { features, azurermSubscriptionId: subscription }),
            );
        assert.ok(await change("production", "ServiceEndpointAzureRM"));
        await assert.rejects(change("staging"), /AADSTS70025/);
    });
});
