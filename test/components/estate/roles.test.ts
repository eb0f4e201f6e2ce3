import assert from "node:assert/strict";
import { before, describe, it } from "mocha";

import {
    PipelineEstate,
    type EstateRoles,
    type PipelineEstateArgs,
} from "../../../components/index";
import { estateProblems } from "../../../components/estate/checkEstate";
import { record, type Recording } from "../../support/mocks";
import { groupId, inDays } from "../governance/holders";
import { estate, repository } from "./sampleEstate";

const accountId = "123456789012";
const account = groupId(8);
const samlProviderArn = `arn:aws:iam::${accountId}:saml-provider/entra`;

/** Ends of the ids of role definitions that only look: Reader, Security Reader. */
const looks = ["acdd72a7-3385-48ef-bd42-f606fba81ae7", "39bc4728-0917-49c7-9d2c-d95423bc2eb4"];

function withRoles(
    changes: Partial<EstateRoles> = {},
    more: Partial<PipelineEstateArgs> = {},
): PipelineEstateArgs {
    return estate({
        teams: [
            { name: "platform", members: ["ada", "grace"], groupId: groupId(1) },
            { name: "web", members: ["linus", "margaret"], groupId: groupId(2) },
            { name: "data", members: ["edgar"], groupId: groupId(3) },
            { name: "release", members: ["barbara"], groupId: groupId(4) },
            { name: "security", members: ["radia"] },
        ],
        repositories: [repository(), repository({ name: "reports", team: "data" })],
        aws: { accountId, region: "eu-west-2", adoptProvider: false },
        breakGlass: { azure: [account], aws: [`arn:aws:iam::${accountId}:role/emergency`] },
        roles: {
            releaseManagers: ["release"],
            security: ["security"],
            platform: ["platform"],
            leads: [],
            breakGlass: { groupId: groupId(9), until: inDays(30) },
            samlProviderArn,
            ...changes,
        },
        ...more,
    });
}

const build = (args: PipelineEstateArgs) => record(() => new PipelineEstate("estate", args));

describe("roles in a PipelineEstate", () => {
    let recording: Recording;

    before(async () => {
        ({ recording } = await build(withRoles()));
    });

    /** Names of the environments on which a group holds something. */
    function placesOf(group: string): string[] {
        return recording
            .all("RoleAssignment")
            .filter(({ inputs }) => inputs.principalId === group)
            .map(({ inputs }) => String(inputs.scope).split("/rg-acme--").pop() ?? "")
            .toSorted();
    }

    it("where roles are given, each team has one, and people look at what they answer for and change nothing, emergencies excepted", () => {
        const staging = ["reports--staging", "web--staging"];
        const production = ["reports--production", "web--production"];
        assert.deepEqual(placesOf(groupId(2)), ["web--production", "web--staging"]);
        assert.deepEqual(placesOf(groupId(3)), ["reports--production", "reports--staging"]);
        const all = [...staging, ...production].toSorted();
        assert.deepEqual(placesOf(groupId(1)), all);
        assert.deepEqual(placesOf(groupId(4)), all);
        const given = recording
            .all("RoleAssignment")
            .filter(({ inputs }) => inputs.principalType === "Group");
        assert.equal(given.length, 12);
        for (const { inputs } of given) {
            assert.ok(looks.some((id) => String(inputs.roleDefinitionId).endsWith(id)));
        }
        const policies = recording
            .all("RolePolicyAttachment")
            .filter(({ name }) => name.startsWith("estate-roles"))
            .map(({ inputs }) => String(inputs.policyArn).split("/").pop());
        assert.deepEqual([...new Set(policies)].toSorted(), ["SecurityAudit", "ViewOnlyAccess"]);
        assert.deepEqual(
            recording
                .all("PimRoleEligibilitySchedule")
                .map(({ inputs }) => [inputs.principalId, String(inputs.scope).split("--").pop()]),
            [
                [groupId(9), "production"],
                [groupId(9), "production"],
            ],
        );
    });

    it("gives roles on groups that stand", () => {
        for (const { dependencies, name } of recording.all("RoleAssignment")) {
            if (name.startsWith("estate-roles")) {
                assert.ok(
                    dependencies.some((one) => one.includes("ResourceGroup estate-web/production")),
                );
            }
        }
    });

    it("makes no team but the one for emergencies, which is empty", () => {
        const slugs = recording.all("Team").map(({ inputs }) => inputs.name);
        assert.deepEqual(slugs.toSorted(), [
            "break-glass",
            "data",
            "platform",
            "release",
            "security",
            "web",
        ]);
        const members = recording.all("TeamMembers").map(({ inputs }) => inputs);
        const empty = members.find(({ members: people }) => (people as unknown[]).length === 0);
        assert.ok(empty);
    });

    it("has the audit trails watch accounts and roles for emergencies, before anybody holds them", () => {
        const watching = (trail: string): string =>
            JSON.stringify(recording.resources.filter(({ name }) => name.startsWith(trail)));
        assert.ok(watching("estate-audit").includes(account));
        for (const role of ["emergency", "acme--people--breakglass"]) {
            const arn = `arn:aws:iam::${accountId}:role/${role}`;
            assert.ok(watching("estate-aws-audit").includes(arn), arn);
        }
    });

    it("lets developers and leads read nothing of production on devices that are not trusted, and leads where they lead", async () => {
        const teams = [
            ...withRoles().teams,
            { name: "leads", members: ["margaret"], groupId: groupId(5) },
        ];
        const repositories = [repository({ leads: "leads" }), repository({ name: "reports" })];
        const { recording: wary } = await build(
            withRoles({ leads: ["leads"] }, { teams, repositories, developerDevices: "untrusted" }),
        );
        const given = wary
            .all("RoleAssignment")
            .filter(({ inputs }) => [groupId(2), groupId(5)].includes(String(inputs.principalId)))
            .map(({ name }) => name.replace("estate-roles-access/", ""));
        assert.deepEqual(given, [
            "web/web/staging/Reader",
            "web/reports/staging/Reader",
            "leads/web/staging/Reader",
        ]);
    });
});

describe("roles in the arguments of PipelineEstate", () => {
    const found = (args: PipelineEstateArgs): string[] =>
        estateProblems(args).map(({ path, seen }) => `${path} ${seen}`);

    it("are accepted", () => {
        assert.deepEqual(found(withRoles()), []);
    });

    it("are refused in one error when teams, people, days and accounts do not fit", () => {
        const args = withRoles(
            {
                security: ["release", "nobody"],
                breakGlass: { groupId: "group", until: inDays(91) },
                samlProviderArn: samlProviderArn.replace("123", "321"),
            },
            {
                breakGlass: { azure: [], aws: [] },
                teams: [
                    { name: "platform", members: ["ada"] },
                    { name: "web", members: ["linus"] },
                    { name: "data", members: [] },
                    { name: "release", members: ["barbara", "ada"] },
                    { name: "break-glass", members: [] },
                ],
            },
        );
        assert.deepEqual(found(args), [
            'roles.security[1] "nobody"',
            'roles.security[0] "release"',
            'roles.holders[3].members[1] "ada", which is both platform (platform) and releaseManager (release)',
            'roles.holders[5].team.slug "break-glass", which is both developer (break-glass) and breakGlass (break-glass)',
            'roles.breakGlass.groupId "group"',
            `roles.breakGlass.until "${inDays(91)}"`,
            "breakGlass.azure []",
            `roles.samlProviderArn "${samlProviderArn.replace("123", "321")}"`,
        ]);
    });

    it("are refused in AWS without an account there", () => {
        assert.deepEqual(found(withRoles({}, { aws: undefined })), [
            `roles.samlProviderArn "${samlProviderArn}"`,
        ]);
    });
});
