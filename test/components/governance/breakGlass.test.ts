import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { known } from "../../support/mocks";
import {
    aws,
    azure,
    breakGlass,
    build,
    everybody,
    everybodyInEntra,
    groupId,
    inDays,
    refused,
    scopeOf,
} from "./holders";

const inAzure = { holders: everybodyInEntra, azure };
const people = ["arn:aws:iam::123456789012:user/emergency-1"];
const policies = ["arn:aws:iam::aws:policy/AmazonECS_FullAccess"];
const inAws = {
    aws: { ...aws, breakGlassPrincipalArns: people, breakGlassPolicyArns: policies },
    allowBreakGlassMembers: true,
};
const withMember = [{ ...breakGlass, members: ["emergency-ada"] }];

describe("the break-glass role", () => {
    it("what the break-glass role may do in Azure has to be activated first, and ends on a given day at most 90 days ahead", async () => {
        const { recording } = await build({ ...inAzure, breakGlassUntil: inDays(90) });
        const { name, inputs } = recording.one("PimRoleEligibilitySchedule");
        assert.equal(name, "people-break-glass/production");
        assert.equal(inputs.scope, scopeOf("rg-production"));
        assert.equal(inputs.principalId, everybodyInEntra.at(-1)?.entraGroupId);
        assert.match(String(inputs.roleDefinitionId), /b24988ac-6180-42a0-ab88-20f7382dd24c$/);
        assert.deepEqual(inputs.scheduleInfo, {
            expiration: { type: "AfterDateTime", endDateTime: `${inDays(90)}T00:00:00Z` },
        });
        const held = recording
            .all("RoleAssignment")
            .filter(({ inputs: given }) => given.principalId === inputs.principalId);
        assert.deepEqual(held, []);

        for (const breakGlassUntil of [undefined, inDays(91), "soon", "2027-02-30"]) {
            const [line] = await refused({ ...inAzure, breakGlassUntil });
            assert.match(line ?? "", /^breakGlassUntil: got .*at most 90 days after/);
        }
    });

    it("with members the break-glass role ends within 7 days, and in AWS it asks for a second factor of the last hour", async () => {
        const { recording } = await build({ ...inAws, breakGlassUntil: inDays(7) });
        const { name, inputs } = recording.named("Role", "people-aws/breakGlass");
        assert.equal(name, "people-aws/breakGlass");
        assert.deepEqual(JSON.parse(String(inputs.assumeRolePolicy)), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { AWS: people },
                    Action: ["sts:AssumeRole"],
                    Condition: {
                        Bool: { "aws:MultiFactorAuthPresent": "true" },
                        NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
                        DateLessThan: { "aws:CurrentTime": `${inDays(7)}T00:00:00Z` },
                    },
                },
            ],
        });
        for (const more of [inAws, { holders: withMember, allowBreakGlassMembers: true }]) {
            for (const breakGlassUntil of [undefined, inDays(8)]) {
                const [line] = await refused({ ...more, breakGlassUntil });
                assert.match(line ?? "", /^breakGlassUntil: got .*at most 7 days after/);
            }
        }
    });

    it("once its day has come, the next run leaves the break-glass role empty and without power, and says so", async () => {
        const holders = everybodyInEntra.map((holder) =>
            holder.role === "breakGlass" ? { ...holder, members: ["emergency-ada"] } : holder,
        );
        for (const breakGlassUntil of [inDays(0), inDays(-400)]) {
            const { recording, warnings } = await build({
                ...inAws,
                holders,
                azure,
                breakGlassUntil,
            });
            const { inputs } = recording.named("TeamMembers", "people-members/break-glass");
            assert.deepEqual(inputs.members, []);
            assert.deepEqual(recording.all("PimRoleEligibilitySchedule"), []);
            const roles = recording.all("Role").map(({ name }) => name);
            assert.ok(!roles.includes("people-aws/breakGlass"), roles.join(", "));
            assert.match(warnings.join(), /break-glass role ended on .* holds nobody and nothing/);
        }
        const before = await build({ ...inAws, holders, azure, breakGlassUntil: inDays(1) });
        assert.deepEqual(before.warnings, []);
        assert.equal(before.recording.all("PimRoleEligibilitySchedule").length, 1);
    });

    it("refuses members and principals unless they are allowed", async () => {
        const until = { breakGlassUntil: inDays(7), allowBreakGlassMembers: false };
        assert.deepEqual(await refused({ holders: withMember, ...until }), [
            'holders[0].members: got ["emergency-ada"], allowed: nobody, unless allowBreakGlassMembers is true',
        ]);
        const [line] = await refused({ ...inAws, ...until });
        assert.match(line ?? "", /^aws\.breakGlassPrincipalArns: got .*nobody, unless/);
    });

    it("takes members with allowBreakGlassMembers until a day", async () => {
        const { recording } = await build({
            holders: withMember,
            allowBreakGlassMembers: true,
            breakGlassUntil: inDays(1),
        });
        assert.deepEqual(recording.one("TeamMembers").inputs.members, [
            { username: "emergency-ada", role: "member" },
        ]);
    });

    it("accounts and roles for emergencies are given out for `AuditTrail` to watch, before anybody can use them", async () => {
        const { recording, result } = await build({ ...inAzure, aws, breakGlassUntil: inDays(9) });
        assert.deepEqual(await known(result.breakGlassPrincipalIds), azure.breakGlassAccountIds);
        assert.deepEqual(await known(result.breakGlassRoleArns), [
            "arn:aws:iam::123456789012:role/acme--people--breakglass",
        ]);
        const standing = recording.all("Role").map(({ name }) => name);
        assert.ok(!standing.includes("people-aws/breakGlass"), standing.join(", "));

        const made = await build({ ...inAws, breakGlassUntil: inDays(7) });
        const role = made.recording.named("Role", "people-aws/breakGlass").inputs;
        const [arn] = await known(made.result.breakGlassRoleArns);
        assert.equal(arn, `arn:aws:iam::123456789012:role/${String(role.name)}`);

        const unwatched = { ...azure, breakGlassAccountIds: [] };
        const lines = await refused({ ...inAzure, azure: unwatched, breakGlassUntil: inDays(9) });
        assert.match(
            lines.join(),
            /^azure\.breakGlassAccountIds: got \[\].*for AuditTrail to watch/,
        );
    });

    it("does not pass on an account that turns out to be none", async () => {
        const breakGlassAccountIds = [groupId(98), pulumi.output("nobody")];
        const { result } = await build({ azure: { ...azure, breakGlassAccountIds } });
        const ids = result.breakGlassPrincipalIds as unknown as { promise(): Promise<string[]> };
        await assert.rejects(ids.promise(), /breakGlassAccountIds\[1\]: got "nobody"/);
    });

    it("has policies of its own in AWS, none of which outlasts an emergency", async () => {
        const { recording } = await build({ ...inAws, breakGlassUntil: inDays(7) });
        const attached = recording
            .all("RolePolicyAttachment")
            .filter(({ name }) => name.startsWith("people-aws/breakGlass/"));
        assert.deepEqual(
            attached.map(({ inputs }) => inputs.policyArn),
            policies,
        );
        for (const name of ["AdministratorAccess", "IAMFullAccess", "PowerUserAccess"]) {
            const breakGlassPolicyArns = [`arn:aws:iam::aws:policy/${name}`];
            const lines = await refused({
                ...inAws,
                aws: { ...inAws.aws, breakGlassPolicyArns },
                breakGlassUntil: inDays(7),
            });
            assert.equal(lines.length, 1);
            assert.match(lines.join(), /rights outlast an emergency/);
        }
    });
});

describe("the arguments of Roles", () => {
    it("are refused all at once", async () => {
        const lines = await refused({
            organization: "a--b",
            holders: [
                {
                    role: "boss",
                    name: "The Boss",
                    members: ["-", "x@y", "ada", "ADA"],
                    entraGroupId: "group",
                },
                { role: "developer", name: "web", members: [], team: { slug: "W", id: "1" } },
                breakGlass,
                { ...breakGlass, name: "web" },
            ],
            azure: {
                subscriptionId: "s",
                scopes: [
                    { name: "a\tb", tier: "test", scope: scopeOf("rg") },
                    { name: "a\tb", tier: "staging", scope: scopeOf("rg") },
                ],
            },
            aws: {
                accountId: "1",
                tier: "live",
                samlProviderArn: "entra",
                breakGlassPrincipalArns: ["*"],
                breakGlassPolicyArns: [],
            },
            developerDevices: "perhaps",
            breakGlassUntil: "2027-02-30",
        });
        assert.deepEqual(
            lines.map((line) => line.split(": got ")[0] ?? "").sort(),
            [
                "organization",
                "holders[0].role",
                "holders[0].name",
                "holders[0].members[0]",
                "holders[0].members[1]",
                "holders[0].members[3]",
                "holders[0].entraGroupId",
                "holders[1].team.slug",
                "holders[3].name",
                "holders",
                "azure.subscriptionId",
                "azure.scopes[0].name",
                "azure.scopes[1].name",
                "azure.scopes[1].name",
                "azure.scopes[0].tier",
                "aws.accountId",
                "aws.tier",
                "aws.samlProviderArn",
                "aws.breakGlassPrincipalArns[0]",
                "aws.breakGlassPolicyArns",
                "developerDevices",
                "aws.breakGlassPrincipalArns",
                "breakGlassUntil",
            ].sort(),
        );
    });

    it("need no date where the break-glass role holds nothing", async () => {
        const { recording } = await build({ holders: everybody, azure, aws });
        assert.deepEqual(recording.all("PimRoleEligibilitySchedule"), []);
        assert.match(
            (await refused({ breakGlassUntil: "soon" })).join(),
            /breakGlassUntil: got "soon"/,
        );
    });
});
