import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { AzureFederatedIdentity, type AzureFederatedIdentityArgs } from "../../../components/index";
import { checkFederation } from "../../../components/identity/checkFederation";
import { withDefaults } from "../../../components/identity/federationArgs";
import { opaqueFederation } from "../../../sandbox/cloud/azuredevops/federation";
import { known, record, refusal } from "../../support/mocks";

const tenantId = "5C0D4E2A-7f6b-4a1d-9b3e-2f8a6c1d7e90";
const connectionId = "11111111-2222-4333-8444-555555555555";
const other = "99999999-2222-4333-8444-555555555555";
const subjectOf = (id: string): string => opaqueFederation("acme", tenantId, id).subject;
const vstoken = "https://vstoken.dev.azure.com/11111111-2222-4333-8444-555555555555";

const azureDevOps = {
    organization: "acme",
    project: "Shop",
    connection: "production",
    connectionId,
    tenantId,
};
const args: AzureFederatedIdentityArgs = {
    azureDevOps,
    credentials: [{ name: "azure-devops", subject: subjectOf(connectionId) }],
    identityName: "id-shop",
    existing: {
        id: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop",
        clientId: "22222222-2222-4333-8444-555555555555",
        principalId: "33333333-2222-4333-8444-555555555555",
    },
    resourceGroupName: "rg",
    subscriptionId: "83f2c6d1-5e0a-4b97-b1c8-7a40d9e6f325",
};

const build = (more: Partial<AzureFederatedIdentityArgs> = {}) =>
    record(() => new AzureFederatedIdentity("shop", { ...args, ...more }));
const refusalOf = (more: Partial<AzureFederatedIdentityArgs>): Promise<string> =>
    refusal(() => new AzureFederatedIdentity("shop", { ...args, ...more }));
const credential = (subject: pulumi.Input<string>): Partial<AzureFederatedIdentityArgs> => ({
    credentials: [{ name: "azure-devops", subject }],
});
const retiring = {
    issuer: vstoken,
    azureDevOps: { ...azureDevOps, allowRetiringIssuer: true },
    ...credential("sc://acme/Shop/production"),
};

/** What is announced of arguments on a given day, by the check alone. */
async function checkedOn(
    today: string,
    more: Partial<AzureFederatedIdentityArgs>,
): Promise<string[]> {
    const said: string[] = [];
    const { warn } = pulumi.log;
    Object.assign(pulumi.log, { warn: (message: string) => void said.push(message) });
    try {
        await record(() => {
            const owner = new pulumi.ComponentResource("test:index:Owner", "owner");
            checkFederation(owner, "shop", withDefaults({ ...args, ...more }), new Date(today));
        });
        return said;
    } finally {
        Object.assign(pulumi.log, { warn });
    }
}

describe("the trust of AzureFederatedIdentity in Azure DevOps", () => {
    it("is in the connection's own subject, signed by Entra, on the identity that stands", async () => {
        for (const id of [connectionId, pulumi.output(connectionId)]) {
            const subject = pulumi.output(id).apply(subjectOf);
            const { recording, result } = await build({
                azureDevOps: { ...azureDevOps, connectionId: id },
                ...credential(subject),
                roles: [
                    {
                        name: "web",
                        role: "Website Contributor",
                        scope: `/subscriptions/${args.subscriptionId}/resourceGroups/rg-shop`,
                    },
                ],
            });
            assert.deepEqual(recording.one("FederatedIdentityCredential").inputs, {
                federatedIdentityCredentialResourceName: "azure-devops",
                resourceName: "id-shop",
                resourceGroupName: "rg",
                issuer: `https://login.microsoftonline.com/${tenantId.toLowerCase()}/v2.0`,
                subject: subjectOf(connectionId),
                audiences: ["api://AzureADTokenExchange"],
            });
            assert.equal(recording.all("UserAssignedIdentity").length, 0);
            assert.equal(
                recording.one("RoleAssignment").inputs.principalId,
                args.existing?.principalId,
            );
            assert.equal(await known(result.clientId), args.existing?.clientId);
            assert.equal(await known(result.identityId), args.existing?.id);
            assert.deepEqual(await known(result.clientIds), {
                "azure-devops": args.existing?.clientId,
            });
            const declared = recording.one("index:AzureFederatedIdentity").inputs;
            const { organization, project, connection } =
                declared.azureDevOps as typeof azureDevOps;
            assert.deepEqual([organization, project, connection], ["acme", "Shop", "production"]);
            assert.match(String(declared.issuer), /^https:\/\/login\.microsoftonline\.com\//);
        }
    });

    it("is signed by the Entra of the audience's cloud", async () => {
        for (const [audience, login] of [
            ["api://AzureADTokenExchangeUSGov", "login.microsoftonline.us"],
            ["api://AzureADTokenExchangeChina", "login.partner.microsoftonline.cn"],
        ] as const) {
            const { recording } = await build({ audience });
            const { issuer } = recording.one("FederatedIdentityCredential").inputs;
            assert.equal(issuer, `https://${login}/${tenantId.toLowerCase()}/v2.0`);
        }
    });

    it("a subject of another service connection is refused before its credential is created", async () => {
        const subjects = [
            subjectOf(other),
            subjectOf(connectionId).replace("/eid1/", "/eid2/"),
            `${subjectOf(connectionId)}*`,
            "sc://acme/Shop/production",
            "repo:acme/web:environment:production",
            "",
        ];
        for (const subject of subjects) {
            assert.match(await refusalOf(credential(subject)), /credentials\[0\]\.subject: got /);
            const { result } = await record(() => {
                const owner = new pulumi.ComponentResource("test:index:Owner", "owner");
                const late = withDefaults({ ...args, ...credential(pulumi.output(subject)) });
                return checkFederation(owner, "shop", late).trusted;
            });
            const promised = result[0]?.subject as unknown as { promise(): Promise<string> };
            await assert.rejects(promised.promise(), /the exact subject of service connection/);
        }
        for (const subject of [
            "sc://acme/Shop/staging",
            "sc://acme/shop/production",
            "sc://other/Shop/production",
            "sc://acme/Shop/*",
            subjectOf(connectionId),
        ]) {
            assert.match(
                await refusalOf({ ...retiring, ...credential(subject) }),
                /credentials\[0\]\.subject: got .* as its issuer writes it/,
            );
        }
    });

    it("the issuer of Azure DevOps itself is trusted only with allowRetiringIssuer, and never after its retirement", async () => {
        const said = await checkedOn("2027-06-30T23:59:59Z", retiring);
        assert.equal(said.length, 1);
        assert.match(said[0] ?? "", /the issuer of Azure DevOps retires on 2027-07-01/);
        assert.deepEqual(await checkedOn("2027-06-30T23:59:59Z", {}), []);
        const { recording } = await build(retiring);
        assert.equal(recording.one("FederatedIdentityCredential").inputs.issuer, vstoken);
        assert.match(
            await refusalOf({ ...retiring, azureDevOps }),
            /issuer: got .* until 2027-07-01 with allowRetiringIssuer/,
        );
        await assert.rejects(checkedOn("2027-07-01T00:00:00Z", retiring), /issuer: got /);
    });

    for (const [issuer, what] of [
        ["https://token.actions.githubusercontent.com", "GitHub"],
        [`https://login.microsoftonline.com/${other}/v2.0`, "another tenant"],
        ["https://vstoken.dev.azure.com/*", "no organisation"],
    ] as const) {
        it(`is not signed by ${what}`, async () => {
            const allowed = { ...azureDevOps, allowRetiringIssuer: true };
            assert.match(await refusalOf({ issuer, azureDevOps: allowed }), /issuer: got /);
        });
    }

    it("stands alone: no second host, no migration, no tags, no more than twenty, on an identity that stands", async () => {
        const message = await refusalOf({
            repository: "acme/web",
            environment: "production",
            migrationUntil: "2027-03-31",
            tags: {},
            credentials: Array.from({ length: 21 }, (_, i) => ({
                name: `connection-${i}`,
                subject: subjectOf(connectionId),
            })),
        });
        for (const path of ["repository", "environment", "migrationUntil", "tags", "credentials"]) {
            assert.match(message, new RegExp(`^  ${path}: got .* allowed: .*beside|at most`, "m"));
        }
        assert.match(
            await refusalOf({ existing: undefined, location: "uksouth" }),
            /existing: got nothing, allowed: the identity the connection uses/,
        );
    });

    it("names the connection as Azure DevOps does", async () => {
        const message = await refusalOf({
            azureDevOps: {
                organization: "acme corp",
                project: "*",
                connection: "a/b",
                connectionId: "7",
                tenantId: "acme",
            },
        });
        for (const key of Object.keys(azureDevOps)) {
            assert.match(message, new RegExp(`^  azureDevOps\\.${key}: got `, "m"));
        }
    });
});
