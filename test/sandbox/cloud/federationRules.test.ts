import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openBench, refusal, type Bench, type Props } from "./support";

const credential = "azure-native:managedidentity:FederatedIdentityCredential";
const identity = "azure-native:managedidentity:UserAssignedIdentity";
const placed = { resourceGroupName: "rg", location: "uksouth" };

describe("federated credentials of the emulated Azure", () => {
    let bench: Bench;
    const trust = (subject: string, more: Props = {}) =>
        bench.engine.up(credential, {
            resourceGroupName: "rg",
            resourceName: "id-web",
            federatedIdentityCredentialResourceName: `cred-${subject.replaceAll(/\W/g, "-")}`,
            issuer: "https://token.actions.githubusercontent.com",
            subject,
            audiences: ["api://AzureADTokenExchange"],
            ...more,
        });
    beforeEach(async () => {
        bench = await openBench();
        await bench.engine.up("azure-native:resources:ResourceGroup", placed);
        for (const resourceName of ["id-web", "id-other"]) {
            await bench.engine.up(identity, { ...placed, resourceName });
        }
    });
    afterEach(() => bench.close());

    it("have an identity", async () => {
        const asked = trust("repo:acme/web", { resourceName: "id-none" });
        assert.match(await refusal(asked), /"ParentResourceNotFound"/);
    });

    it("are twenty at most on one identity", async () => {
        for (let i = 0; i < 20; i++) {
            await trust(`repo:acme/web:environment:e${i}`);
        }
        const message = await refusal(trust("repo:acme/web:environment:e20"));
        assert.match(message, /"FederatedIdentityCredentialLimitReached".*20/);
        assert.ok((await trust("repo:acme/web:x", { resourceName: "id-other" })).id);
    });

    it("collide when two are written at once on one identity", async () => {
        const outcomes = await Promise.all([
            refusal(trust("repo:acme/web:environment:a")),
            refusal(trust("repo:acme/web:environment:b")),
        ]);
        assert.deepEqual(outcomes.filter((message) => message === "").length, 1);
        assert.match(outcomes.join(""), /Status=409 Code="ConcurrentFederated/);
        const retried = await Promise.all([
            refusal(trust("repo:acme/web:environment:c")),
            refusal(trust("repo:acme/web:environment:d", { resourceName: "id-other" })),
        ]);
        assert.deepEqual(retried, ["", ""], "other identities are not in the way");
    });

    it("name a pair of issuer and subject once per identity", async () => {
        await trust("repo:acme/web:environment:a");
        const again = { federatedIdentityCredentialResourceName: "another" };
        const asked = trust("repo:acme/web:environment:a", again);
        assert.match(await refusal(asked), /Issuer and subject combination already exists/);
    });

    it("leave the identity free again when one is refused", async () => {
        await trust("repo:acme/web:environment:a");
        await refusal(trust("repo:acme/web:environment:a", { resourceName: "id-none" }));
        assert.ok((await trust("repo:acme/web:environment:b")).id);
    });

    it("go with their identity", async () => {
        const made = await trust("repo:acme/web:environment:a");
        await bench.engine.delete(
            identity,
            made.id.split("/federatedIdentityCredentials")[0] ?? "",
        );
        assert.equal((await bench.engine.read(credential, made.id)).id, "");
    });
});
