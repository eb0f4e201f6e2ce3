import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { AzureFederatedIdentity, type AzureFederatedIdentityArgs } from "../../../components/index";
import { checkFederation } from "../../../components/identity/checkFederation";
import { withDefaults } from "../../../components/identity/federationArgs";
import { record, refusal } from "../../support/mocks";

const byName = "repo:acme/web:environment:production";
const byId = "repo:acme@101/web@202:environment:production";
const args: AzureFederatedIdentityArgs = {
    repository: "acme/web",
    environment: "production",
    credentials: [{ name: "github", subject: byId }],
    identityName: "id-web",
    resourceGroupName: "rg",
    location: "uksouth",
    subscriptionId: "11111111-2222-3333-4444-555555555555",
};

const build = (more: Partial<AzureFederatedIdentityArgs> = {}) =>
    record(() => new AzureFederatedIdentity("web", { ...args, ...more }));
const refusalOf = (more: Partial<AzureFederatedIdentityArgs>): Promise<string> =>
    refusal(() => new AzureFederatedIdentity("web", { ...args, ...more }));

const day = (ahead: number): string =>
    new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

async function credentialsOf(more: Partial<AzureFederatedIdentityArgs>): Promise<unknown[][]> {
    const { recording } = await build(more);
    return recording
        .all("FederatedIdentityCredential")
        .map(({ inputs }) => [
            inputs.resourceName,
            inputs.federatedIdentityCredentialResourceName,
            inputs.subject,
        ]);
}

/** What is said of arguments on a given day, by the check alone. */
async function checkedOn(
    today: string,
    more: Partial<AzureFederatedIdentityArgs>,
): Promise<{ names: string[]; warnings: string[] }> {
    const warnings: string[] = [];
    const { warn } = pulumi.log;
    Object.assign(pulumi.log, { warn: (message: string) => void warnings.push(message) });
    try {
        const { result } = await record(() => {
            const owner = new pulumi.ComponentResource("test:index:Owner", "owner");
            return checkFederation(
                owner,
                "web",
                withDefaults({ ...args, ...more }),
                new Date(today),
            );
        });
        return { names: result.trusted.map(({ name }) => name), warnings };
    } finally {
        Object.assign(pulumi.log, { warn });
    }
}

describe("the trust of AzureFederatedIdentity in GitHub", () => {
    it("a subject of another repository or environment, of a branch, a tag or a pull request, or with a wildcard, is refused before its credential is created", async () => {
        for (const subject of [
            "repo:acme/api:environment:production",
            "repo:acme@101/api@202:environment:production",
            "repo:Acme/web:environment:production",
            "repo:acme/web:environment:staging",
            "repo:acme/web:environment:Production",
            "repo:acme/web:ref:refs/heads/production",
            "repo:acme/web:ref:refs/tags/production",
            "repo:acme/web:pull_request",
            "repo:acme/web:environment:*",
            "repo:acme/*:environment:production",
            "sc://acme/web/production",
        ]) {
            const plain = await refusalOf({ credentials: [{ name: "github", subject }] });
            assert.match(plain, /credentials\[0\]\.subject: got .* allowed: the exact subject/);
            const late = pulumi.output(subject);
            const { result } = await record(() => {
                const owner = new pulumi.ComponentResource("test:index:Owner", "owner");
                const credentials = [{ name: "github", subject: late }];
                return checkFederation(owner, "web", withDefaults({ ...args, credentials }))
                    .trusted;
            });
            const promised = result[0]?.subject as unknown as { promise(): Promise<string> };
            await assert.rejects(promised.promise(), /credentials\[0\]\.subject/, subject);
        }
    });

    it("is not in two forms at once, whether known at once or late", async () => {
        const mixed = [
            { name: "github", subject: byId },
            { name: "older", subject: byName },
        ];
        assert.match(
            await refusalOf({ credentials: mixed }),
            /credentials\[1\]\.subject: got ".*", allowed: the form of the first subject; .*migrationUntil/,
        );
        const { result } = await record(() => {
            const owner = new pulumi.ComponentResource("test:index:Owner", "owner");
            const credentials = mixed.map(({ name, subject }) => ({
                name,
                subject: pulumi.output(subject),
            }));
            return checkFederation(owner, "web", withDefaults({ ...args, credentials })).trusted;
        });
        for (const { subject } of result) {
            const promised = subject as unknown as { promise(): Promise<string> };
            await assert.rejects(promised.promise(), /the form of the first subject/);
        }
    });

    it("GitHub's subjects by name and with ids are trusted together only until a given day, at most 180 days ahead", async () => {
        for (const subject of [byId, pulumi.output(byId)]) {
            const credentials = [{ name: "github", subject }];
            assert.deepEqual(await credentialsOf({ credentials, migrationUntil: day(30) }), [
                ["id-web", "github", byId],
                ["id-web", "github-by-name", byName],
            ]);
        }
        assert.deepEqual(await credentialsOf({}), [["id-web", "github", byId]]);
        for (const [migrationUntil, why] of [
            [day(0), /the migration is over/],
            [day(-1), /the migration is over/],
            [day(182), /at most 180 days ahead/],
            ["2027-02-30", /a day, for example/],
            ["soon", /a day, for example/],
        ] as const) {
            assert.match(await refusalOf({ migrationUntil }), why, migrationUntil);
        }
    });

    it("during a migration is given with ids, and holds ten subjects at most, on one identity", async () => {
        const migrationUntil = day(30);
        const named = await refusalOf({
            migrationUntil,
            credentials: [{ name: "github", subject: byName }],
        });
        assert.match(named, /in the form with ids/);
        const many = (count: number): AzureFederatedIdentityArgs["credentials"] =>
            Array.from({ length: count }, (_, i) => ({
                name: `workflow-${i}`,
                subject: `${byId}:job_workflow_ref:acme/ci/.github/workflows/w${i}.yml@refs/heads/main`,
            }));
        const ten = await credentialsOf({ migrationUntil, credentials: many(10) });
        assert.equal(ten.length, 20);
        assert.deepEqual([...new Set(ten.map(([identity]) => identity))], ["id-web"]);
        assert.match(
            await refusalOf({ migrationUntil, credentials: many(11) }),
            /credentials: got "11 credentials", allowed: at most 10 during a migration/,
        );
    });

    it("has names for the second credentials that fit, and meet no other", async () => {
        const migrationUntil = day(30);
        const long = "a".repeat(115);
        assert.match(
            await refusalOf({ migrationUntil, credentials: [{ name: long, subject: byId }] }),
            /credentials\[0\]\.name: got "a+…?/,
        );
        assert.match(
            await refusalOf({
                migrationUntil,
                credentials: [
                    { name: "github", subject: byId },
                    {
                        name: "github-by-name",
                        subject: `${byId}:job_workflow_ref:acme/ci/.github/workflows/w.yml@refs/heads/main`,
                    },
                ],
            }),
            /credentials\[0\]\.name: got "github-by-name", allowed: a name not used before/,
        );
    });

    it("is announced to end fourteen days before the end of a migration", async () => {
        const migrationUntil = "2027-03-31";
        const early = await checkedOn("2027-03-16T23:00:00Z", { migrationUntil });
        assert.deepEqual(early, { names: ["github", "github-by-name"], warnings: [] });
        const near = await checkedOn("2027-03-17T00:00:00Z", { migrationUntil });
        assert.equal(near.warnings.length, 1);
        assert.match(near.warnings[0] ?? "", /from 2027-03-31 on, tokens in the form by name/);
        await assert.rejects(checkedOn("2027-03-31T00:00:00Z", { migrationUntil }), /is over/);
    });
});
