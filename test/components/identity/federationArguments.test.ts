import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { AzureFederatedIdentity, type AzureFederatedIdentityArgs } from "../../../components/index";
import { azureRoles, refusedRoles } from "../../../components/identity/azureRoles";
import { checkFederation } from "../../../components/identity/checkFederation";
import { withDefaults } from "../../../components/identity/federationArgs";
import { record, refusal } from "../../support/mocks";

const subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";
const scope = `${subscription}/resourceGroups/rg-web`;
const args: AzureFederatedIdentityArgs = {
    repository: "acme/web",
    environment: "production",
    credentials: [{ name: "github", subject: "repo:acme/web:environment:production" }],
    identityName: "id-web",
    resourceGroupName: "rg",
    location: "uksouth",
    subscriptionId: "11111111-2222-3333-4444-555555555555",
};

const refusalOf = (more: Partial<AzureFederatedIdentityArgs>): Promise<string> =>
    refusal(() => new AzureFederatedIdentity("web", { ...args, ...more }));

const withRole = (role: string, at = scope): Partial<AzureFederatedIdentityArgs> => ({
    roles: [{ name: "r", role, scope: at }],
});

describe("the arguments of AzureFederatedIdentity", () => {
    it("are refused all at once", async () => {
        const message = await refusalOf({
            repository: "acme",
            environment: "*",
            identityName: "a b",
            subscriptionId: "mine",
            issuer: "https://token.actions.githubusercontent.com.evil.example",
            audience: "sts.amazonaws.com",
            credentials: [{ name: "x", subject: "repo:*" }],
            access: "read",
            location: undefined,
            roles: [{ name: "r", role: "Owner", scope: subscription, condition: " " }],
            customRoles: [{ name: "c", scope: subscription, actions: ["*"] }],
        });
        assert.deepEqual(
            message.split("\n").map((line) => line.trim().split(":")[0]),
            [
                'AzureFederatedIdentity "web"',
                "repository",
                "environment",
                "issuer",
                "audience",
                "access",
                "identityName",
                "subscriptionId",
                "location",
                "credentials[0].name",
                "credentials[0].subject",
                "roles[0].role",
                "roles[0].scope",
                "roles[0].condition",
                "customRoles[0].actions[0]",
                "customRoles[0].scope",
            ],
        );
    });

    it("name known roles only", async () => {
        const message = await refusalOf(withRole("Website Contributer"));
        assert.match(message, /got "Website Contributer", allowed: .*Website Contributor/);
    });

    it("hold at least one credential", async () => {
        assert.match(
            await refusalOf({ credentials: [] }),
            /credentials: got \[\], allowed: at least/,
        );
    });

    it("hold no credential name, subject or role key twice", async () => {
        const [credential] = args.credentials;
        assert.ok(credential);
        const role = { name: "r", role: "Reader", scope };
        const message = await refusalOf({
            credentials: [credential, { ...credential, name: "GitHub" }],
            roles: [role, role],
        });
        assert.match(
            message,
            /credentials\[1\]\.name: got "GitHub", allowed: a name not used before/,
        );
        assert.match(message, /credentials\[1\]\.subject: .* a subject not used before/);
        assert.match(message, /roles\[1\]\.name: got "r", allowed: a key not used before/);
    });

    it("are judged late when they are outputs, before anything can use them", async () => {
        const { result } = await record(() => {
            const owner = new pulumi.ComponentResource("test:index:Owner", "owner");
            const foreign = pulumi.output("repo:acme/other:environment:production");
            return checkFederation(
                owner,
                "web",
                withDefaults({ ...args, credentials: [{ name: "github", subject: foreign }] }),
            ).trusted;
        });
        const subject = result[0]?.subject as unknown as { promise(): Promise<string> };
        await assert.rejects(subject.promise(), (error: unknown) => {
            assert.ok(pulumi.ResourceError.isInstance(error));
            assert.match(error.message, /credentials\[0\]\.subject: got "repo:acme\/other/);
            return true;
        });
    });
});

describe("the tables of Azure roles", () => {
    it("refuses the roles that the promise names, and no others", () => {
        const folder = path.join(__dirname, "..", "..", "..", "docs", "components");
        const page = fs.readFileSync(path.join(folder, "AzureFederatedIdentity.md"), "utf8");
        for (const [, listed = ""] of page
            .replaceAll(/\s+/g, " ")
            .matchAll(/by name and by (?:id|GUID): ([^.;]+)/gi)) {
            assert.deepEqual(listed.split(", ").toSorted(), Object.keys(refusedRoles).toSorted());
        }
        assert.equal(page.match(/by name and by/gi)?.length, 2);
    });

    it("holds well-formed ids, none twice, and none that is refused", () => {
        const ids = Object.values({ ...azureRoles, ...refusedRoles });
        assert.equal(new Set(ids).size, ids.length);
        for (const id of ids) {
            assert.match(id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        }
        for (const name of Object.keys(refusedRoles)) {
            assert.ok(!(name in azureRoles), name);
        }
    });
});
