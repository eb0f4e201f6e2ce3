import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { differences, warnings } from "../../../components/governance/organizationSettings";

const args = { organization: "acme", billingEmail: "bills@acme.example" };

describe("what a GitHubOrganization says of the organisation it finds", () => {
    it("is each setting that differs, as it is and as it will be", () => {
        const found = {
            defaultRepositoryPermission: "read",
            membersCanCreatePages: true,
            webCommitSignoffRequired: true,
        };
        assert.deepEqual(differences(found, args), [
            'acme: defaultRepositoryPermission is "read", becomes "none"',
            "acme: membersCanCreatePages is true, becomes false",
        ]);
    });

    it("is a second factor that nobody is asked for, and a plan that is another", () => {
        const sound = { twoFactorRequirementEnabled: true, plan: "enterprise" };
        assert.deepEqual(warnings(sound, args), []);
        assert.deepEqual(warnings({ ...sound, plan: "" }, args), []);
        const [plan] = warnings({ ...sound, plan: "team" }, args);
        assert.match(plan ?? "", /is on the plan "team", not "enterprise"/);
        const [factor] = warnings({ ...sound, twoFactorRequirementEnabled: false }, args);
        assert.match(
            factor ?? "",
            /second factor .* an owner does, in the organisation's settings/,
        );
    });
});
