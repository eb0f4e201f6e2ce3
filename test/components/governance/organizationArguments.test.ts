import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { GitHubOrganization, type GitHubOrganizationArgs } from "../../../components/index";
import { refusal } from "../../support/mocks";

const args = { organization: "acme", billingEmail: "bills@acme.example" };
const refusalOf = (more: Partial<GitHubOrganizationArgs>): Promise<string> =>
    refusal(() => new GitHubOrganization("acme", { ...args, ...more }));
const paths = (message: string) =>
    message
        .split("\n")
        .slice(1)
        .map((line) => line.trim().split(":")[0]);

describe("the arguments of GitHubOrganization", () => {
    it("are refused all at once", async () => {
        const message = await refusalOf({
            organization: "a_b",
            githubPlan: "gold",
            billingEmail: "bills",
            guardedRepositories: ["shop", "a/b", "Shop"],
            checks: [{ context: "", integrationId: 0 }],
            securityManagers: [
                { slug: "Security", id: "1" },
                { slug: "sec", id: "2" },
                { slug: "sec", id: "2" },
            ],
            properties: [
                { name: "my tier", allowedValues: [], defaultValue: "x" },
                { name: "data", allowedValues: ['"', "a", "a"] },
                { name: "Data", allowedValues: ["b"] },
            ],
            enterprise: {
                slug: "",
                addresses: [
                    { range: "0.0.0.0/0", name: "all" },
                    { range: "2001:db8::/16", name: "" },
                    { range: "office", name: "office" },
                    { range: "192.0.2.1", name: "proxy" },
                    { range: "192.0.2.1", name: "again" },
                ],
            },
        });
        assert.match(message, /^GitHubOrganization "acme": 21 arguments are not acceptable/);
        assert.deepEqual(paths(message), [
            "organization",
            "githubPlan",
            "billingEmail",
            "guardedRepositories[1]",
            "guardedRepositories[2]",
            "checks[0].context",
            "checks[0].integrationId",
            "securityManagers[0].slug",
            "securityManagers[2].slug",
            "properties[0].name",
            "properties[0].allowedValues",
            "properties[0].defaultValue",
            "properties[1].allowedValues[0]",
            "properties[1].allowedValues[2]",
            "properties[2].name",
            "enterprise.slug",
            "enterprise.addresses[0].range",
            "enterprise.addresses[1].range",
            "enterprise.addresses[1].name",
            "enterprise.addresses[2].range",
            "enterprise.addresses[4].range",
        ]);
    });

    it("hold at most ten teams of security managers", async () => {
        const securityManagers = Array.from({ length: 11 }, (_, i) => ({
            slug: `team-${i}`,
            id: String(i),
        }));
        assert.match(
            await refusalOf({ securityManagers }),
            /securityManagers: got "11 teams", allowed: at most 10 teams/,
        );
    });

    it("name one place for the audit log", async () => {
        const auditBucket = { bucket: "b", region: "eu-west-1", roleArn: "arn:aws:iam::1:role/r" };
        const auditEventHub = { name: "github", connectionString: "Endpoint=sb://acme" };
        const message = await refusalOf({
            enterprise: { slug: "acme-inc", auditBucket, auditEventHub },
        });
        assert.deepEqual(paths(message), ["enterprise.auditEventHub"]);
        assert.ok(!message.includes("Endpoint"));
    });

    it("take addresses and ranges of both families that are somebody's own", async () => {
        const ranges = ["192.0.2.1", "10.1.0.0/16", "2001:db8::/32", "2001:db8::1", "10.0.0.0/15"];
        const addresses = ranges.map((range) => ({ range, name: "office" }));
        const message = await refusalOf({ enterprise: { slug: "acme-inc", addresses } });
        assert.deepEqual(paths(message), ["enterprise.addresses[4].range"]);
    });
});
