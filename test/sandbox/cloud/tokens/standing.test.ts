import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { openCloudStore } from "../../../../sandbox/cloud/index";
import { exchangeAtEntra } from "../../../../sandbox/cloud/tokens/entra";
import { jobToken, standingRepository } from "../../../../sandbox/cloud/tokens/githubIssuer";
import { openBench, type Bench } from "../support";
import { entraAudience, githubIssuer } from "./support";

const repository = "github:index/repository:Repository";
const template =
    "github:index/actionsRepositoryOidcSubjectClaimCustomizationTemplate:ActionsRepositoryOidcSubjectClaimCustomizationTemplate";
const place = { resourceGroupName: "rg", location: "uksouth" };

describe("tokens of what stands in the emulated cloud", () => {
    let bench: Bench;
    const cloud = () => openCloudStore(bench.dir);
    before(async () => {
        bench = await openBench();
        await bench.engine.up(repository, { name: "Web", visibility: "private" });
    });
    after(() => bench.close());

    it("carry the numbers that GitHub tells the program", async () => {
        const made = await bench.engine.read(repository, "Web");
        const owner = await bench.engine.invoke("github:index/getOrganization:getOrganization", {
            name: "acme",
        });
        const { claims } = jobToken({
            repository: standingRepository(cloud(), "ACME", "web"),
            environment: "production",
        });
        const ids = { owner: String(owner.id), repository: String(made.outputs.repoId) };
        assert.equal(
            claims.sub,
            `repo:acme@${ids.owner}/Web@${ids.repository}:environment:production`,
        );
        assert.equal(claims.repository_id, ids.repository);
    });

    it("get the identity whose credential was written for them, through the services", async () => {
        const identity = "azure-native:managedidentity:UserAssignedIdentity";
        const credential = "azure-native:managedidentity:FederatedIdentityCredential";
        const token = jobToken({
            repository: standingRepository(cloud(), "acme", "web"),
            environment: "production",
            audience: entraAudience,
        });
        await bench.engine.up("azure-native:resources:ResourceGroup", place);
        const made = await bench.engine.up(identity, { ...place, resourceName: "id-web" });
        const clientId = String(made.outputs.clientId);
        const before = exchangeAtEntra(cloud(), { token, clientId });
        assert.match(JSON.stringify(before), /AADSTS70025/);
        await bench.engine.up(credential, {
            resourceGroupName: "rg",
            resourceName: "id-web",
            federatedIdentityCredentialResourceName: "production",
            issuer: githubIssuer,
            subject: String(token.claims.sub),
            audiences: [entraAudience],
        });
        const now = exchangeAtEntra(cloud(), { token, clientId: clientId.toUpperCase() });
        assert.deepEqual(now, { accepted: true, identity: clientId });
    });

    it("follow the template a repository has opted in to", async () => {
        const inputs = {
            repository: "Web",
            useDefault: false,
            includeClaimKeys: ["repo", "job_workflow_ref"],
        };
        await bench.engine.up(template, inputs);
        const standing = standingRepository(cloud(), "acme", "web");
        assert.deepEqual(standing.template, ["repo", "job_workflow_ref"]);
        await bench.engine.update(template, "Web", { repository: "Web", useDefault: true });
        assert.equal(standingRepository(cloud(), "acme", "web").template, undefined);
    });

    it("are not made for a repository that does not stand", () => {
        assert.throws(
            () => standingRepository(cloud(), "acme", "none"),
            /no repository acme\/none/,
        );
    });
});
