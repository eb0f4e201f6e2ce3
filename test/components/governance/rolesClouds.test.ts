import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { known, type Recording } from "../../support/mocks";
import {
    aws,
    azure,
    build,
    developers,
    everybodyInEntra,
    groupId,
    inDays,
    refused,
    scopeOf,
} from "./holders";

const inAzure = { holders: everybodyInEntra, azure, breakGlassUntil: inDays(30) };
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const securityReader = "39bc4728-0917-49c7-9d2c-d95423bc2eb4";

/** What each assignment gives, by the last parts of its name. */
function assignments(recording: Recording): Record<string, string> {
    return Object.fromEntries(
        recording.all("RoleAssignment").map(({ name, inputs }) => {
            const role = String(inputs.roleDefinitionId).split("/").pop() ?? "";
            return [name.replace("people-access/", ""), role];
        }),
    );
}

function policies(recording: Recording): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    for (const { name, inputs } of recording.all("RolePolicyAttachment")) {
        const role = name.split("/")[1] ?? "";
        (found[role] ??= []).push(String(inputs.policyArn));
    }
    return found;
}

const viewOnly = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess";

describe("Roles in Azure", () => {
    it("gives holders with scopes of their own nothing on others, and refuses scopes that are none", async () => {
        const holders = [{ ...developers, entraGroupId: groupId(1), scopes: ["production"] }];
        const trusted = { holders, azure, developerDevices: "trusted" };
        const { recording } = await build(trusted);
        assert.deepEqual(Object.keys(assignments(recording)), ["web/production/Reader"]);
        const none = [{ ...developers, scopes: ["elsewhere"] }];
        const [problem = ""] = await refused({ ...trusted, holders: none });
        assert.match(problem, /^holders\[0\]\.scopes\[0\]/);
    });

    it("people only read in Azure and AWS, break-glass excepted", async () => {
        const { recording } = await build({ ...inAzure, aws });
        const given = new Set(Object.values(assignments(recording)));
        assert.deepEqual([...given].sort(), [securityReader, reader].sort());
        const attached = new Set(Object.values(policies(recording)).flat());
        assert.deepEqual([...attached].sort(), ["arn:aws:iam::aws:policy/SecurityAudit", viewOnly]);
    });

    it("developers, reviewers and leads read nothing of production unless developer devices are trusted", async () => {
        const { recording } = await build({ ...inAzure, aws });
        const given = assignments(recording);
        assert.equal(given["web/staging/Reader"], reader);
        const kept = ["web/", "web-leads/", "reviewers/"];
        const inProduction = (names: string[]): string[] =>
            names.filter(
                (one) => one.includes("/production/") && kept.some((k) => one.startsWith(k)),
            );
        assert.deepEqual(inProduction(Object.keys(given)), []);
        const few = ["releaseManager", "security", "platform"];
        assert.deepEqual(Object.keys(policies(recording)).sort(), few.sort());

        const trusting = (await build({ ...inAzure, aws, developerDevices: "trusted" })).recording;
        assert.deepEqual(inProduction(Object.keys(assignments(trusting))), [
            "web/production/Reader",
            "web-leads/production/Reader",
        ]);
        assert.deepEqual(policies(trusting).developer, [viewOnly]);
    });

    it("roles in Azure are given on a resource group or something narrower", async () => {
        const { recording } = await build(inAzure);
        const scopes = new Set(recording.all("RoleAssignment").map(({ inputs }) => inputs.scope));
        assert.deepEqual([...scopes], [scopeOf("rg-staging"), scopeOf("rg-production")]);
        for (const scope of [`/subscriptions/${azure.subscriptionId}`, "/", scopeOf("")]) {
            const one = { name: "wide", tier: "staging", scope };
            const [line] = await refused({ ...inAzure, azure: { ...azure, scopes: [one] } });
            assert.match(line ?? "", /^azure\.scopes\[0\]\.scope: got /);
        }
    });

    it("takes scopes that are not known yet, and gives nothing on what turns out to be too wide", async () => {
        for (const [id, given] of [
            [scopeOf("rg"), ["people-access/web/late/Reader"]],
            [`/subscriptions/${azure.subscriptionId}`, []],
        ] as const) {
            const scopes = [{ name: "late", tier: "staging", scope: pulumi.output(id) }];
            const holders = everybodyInEntra.slice(0, 1);
            const { recording } = await build({ holders, azure: { ...azure, scopes } });
            const names = recording.all("RoleAssignment").map(({ name }) => name);
            assert.deepEqual(names, given);
        }
    });

    it("gives nothing to holders without an Entra group", async () => {
        const { recording } = await build({ azure });
        assert.deepEqual(recording.all("RoleAssignment"), []);
    });

    it("assigns to groups, by name of holder and scope", async () => {
        const { recording } = await build(inAzure);
        const { inputs } = recording.named(
            "RoleAssignment",
            "people-access/release/production/Reader",
        );
        assert.deepEqual(inputs, {
            scope: scopeOf("rg-production"),
            roleDefinitionId: `/subscriptions/${azure.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${reader}`,
            principalId: everybodyInEntra[3]?.entraGroupId,
            principalType: "Group",
        });
    });
});

describe("Roles in AWS", () => {
    it("roles in AWS can be taken through one SAML provider only", async () => {
        const { recording, result } = await build({ aws: { ...aws, tier: "staging" } });
        const roles = recording.all("Role");
        assert.equal(roles.length, 5);
        for (const { inputs } of roles) {
            assert.equal(inputs.maxSessionDuration, 3600);
            assert.deepEqual(JSON.parse(String(inputs.assumeRolePolicy)), {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { Federated: aws.samlProviderArn },
                        Action: ["sts:AssumeRoleWithSAML"],
                        Condition: {
                            StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" },
                        },
                    },
                ],
            });
        }
        const held = ["developer", "platform", "releaseManager", "security", "teamLead"];
        assert.deepEqual(Object.keys(await known(result.awsRoleArns)).sort(), held);
    });
});
