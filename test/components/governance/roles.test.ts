import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { roleTable } from "../../../components/governance/roleTable";
import { roleProjectGroups, roleTeam } from "../../../components/index";
import { known } from "../../support/mocks";
import {
    breakGlass,
    build,
    developers,
    everybody,
    everybodyInEntra,
    groupId,
    releasers,
} from "./holders";

describe("teams of Roles", () => {
    it("teams made here are part of no other team and hold exactly the people given", async () => {
        const { recording } = await build();
        const teams = recording.all("Team").map(({ inputs }) => inputs);
        assert.deepEqual(
            teams,
            everybody.map(({ name }) => ({ name, privacy: "closed" })),
        );
        const members = recording
            .all("TeamMembers")
            .map(({ name, inputs }) => [
                name,
                (inputs.members as { username: string; role: string }[]).map((one) => one.username),
            ]);
        assert.deepEqual(
            members,
            everybody.map(({ name, members: people }) => [`people-members/${name}`, people]),
        );
    });

    it("take people with mail addresses for people, not for logins", async () => {
        const holders = [{ ...developers, members: ["linus", "margaret@acme.example"] }];
        const { recording } = await build({ holders });
        assert.deepEqual(recording.one("TeamMembers").inputs.members, [
            { username: "linus", role: "member" },
        ]);
    });

    it("that stand already are left to their maker, and given out", async () => {
        const team = { slug: "frontend", id: pulumi.output("77") };
        const holder = { ...developers, team };
        const { recording, result } = await build({ holders: [holder] });
        assert.deepEqual(recording.all("Team"), []);
        assert.deepEqual(recording.all("TeamMembers"), []);
        const given = roleTeam(result, holder);
        assert.equal(given.slug, "frontend");
        assert.equal(await known(pulumi.output(given.id)), "77");
        assert.deepEqual(await known(result.teamSlugs), { web: "frontend" });
    });

    it("made here are given out by the name of their holders", async () => {
        const { result } = await build();
        assert.deepEqual(
            Object.keys(await known(result.teamIds)),
            everybody.map(({ name }) => name),
        );
        const given = roleTeam(result, releasers);
        assert.equal(given.slug, "release");
        assert.equal(await known(pulumi.output(given.id)), (await known(result.teamIds)).release);
    });
});

describe("groups of Roles on Azure DevOps", () => {
    it("are those of the same holders, each with the access of its role, break-glass left out", () => {
        assert.deepEqual(
            roleProjectGroups(everybodyInEntra).map(({ name, access, entraGroups }) => [
                name,
                access,
                ...(entraGroups ?? []),
            ]),
            [
                ["web", "write", groupId(1)],
                ["web-leads", "write", groupId(2)],
                ["reviewers", "read", groupId(3)],
                ["release", "read", groupId(4)],
                ["security", "read", groupId(5)],
                ["platform", "operate", groupId(6)],
            ],
        );
        assert.deepEqual(roleProjectGroups([releasers]), []);
        const { role, ...nobody } = { ...releasers, entraGroupId: groupId(1) };
        assert.equal(role, "releaseManager");
        assert.deepEqual(roleProjectGroups([{ ...nobody, role: "boss" }]), []);
    });

    it("give whoever approves releases nothing but reading", () => {
        for (const [name, { duties, ...row }] of Object.entries(roleTable)) {
            const own: readonly string[] = duties;
            const access = "devOpsAccess" in row ? row.devOpsAccess : undefined;
            if (own.includes("approveRelease")) assert.equal(access, "read", name);
        }
    });
});

describe("an empty role", () => {
    it("the break-glass role has no members, and nobody can take it in AWS", async () => {
        const { recording } = await build({
            holders: [breakGlass],
            aws: {
                accountId: "123456789012",
                samlProviderArn: "arn:aws:iam::123456789012:saml-provider/entra",
            },
        });
        assert.deepEqual(recording.one("TeamMembers").inputs.members, []);
        assert.deepEqual(recording.all("Role"), []);
    });
});
