import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { GitHubOrganization, type GitHubOrganizationArgs } from "../../../components/index";
import { isSecret, known, record } from "../../support/mocks";

const args: GitHubOrganizationArgs = {
    organization: "acme",
    billingEmail: "bills@acme.example",
    guardedRepositories: ["shop"],
    securityManagers: [{ slug: "security", id: "7" }],
    properties: [
        { name: "tier", allowedValues: ["production", "internal"], defaultValue: "internal" },
        { name: "data", allowedValues: ["personal"], description: "What it handles." },
    ],
    enterprise: { slug: "acme-inc", addresses: [{ range: "192.0.2.0/24", name: "office" }] },
};
const build = (more: Partial<GitHubOrganizationArgs> = {}) =>
    record(() => new GitHubOrganization("acme", { ...args, ...more }));

/** The settings among the inputs, whatever else there is. */
async function settings(more: Partial<GitHubOrganizationArgs> = {}) {
    const { recording } = await build(more);
    return recording.one("OrganizationSettings").inputs;
}

async function rules(name: string, more: Partial<GitHubOrganizationArgs> = {}) {
    const { recording } = await build(more);
    return recording.named("OrganizationRuleset", name).inputs as {
        target: string;
        enforcement: string;
        bypassActors: unknown[];
        conditions: Record<string, Record<string, unknown>>;
        rules: Record<string, unknown>;
    };
}

describe("GitHubOrganization", () => {
    it("members reach a repository only through what a team or the repository itself gives them", async () => {
        assert.equal((await settings()).defaultRepositoryPermission, "none");
    });

    it("members make no repositories, of which none would have an estate's guard", async () => {
        const inputs = Object.entries(await settings());
        const kinds = inputs.filter(([key]) => /^membersCanCreate\w*Repositories$/.test(key));
        assert.deepEqual(
            kinds.sort(),
            [
                "membersCanCreateInternalRepositories",
                "membersCanCreatePrivateRepositories",
                "membersCanCreatePublicRepositories",
                "membersCanCreateRepositories",
            ].map((key) => [key, false]),
        );
    });

    it("members fork no private repository and publish no pages", async () => {
        const inputs = Object.entries(await settings());
        const open = inputs.filter(([key]) => /Fork|Pages/.test(key));
        assert.equal(open.length, 4);
        assert.deepEqual(new Set(open.map(([, value]) => value)), new Set([false]));
    });

    it("commits made in the browser are signed off by their author", async () => {
        assert.equal((await settings()).webCommitSignoffRequired, true);
    });

    it("new repositories start with secret scanning, push protection, dependency alerts and updates", async () => {
        const inputs = Object.entries(await settings());
        const flags = inputs.filter(([key]) => key.endsWith("EnabledForNewRepositories"));
        assert.equal(flags.length, 6);
        assert.deepEqual(new Set(flags.map(([, value]) => value)), new Set([true]));
    });

    it("in every repository without a guard of its own a change of the default branch needs two fresh reviews", async () => {
        const guard = await rules("acme-default-branches");
        assert.deepEqual([guard.target, guard.enforcement], ["branch", "active"]);
        assert.deepEqual(guard.conditions, {
            refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] },
            repositoryName: { includes: ["~ALL"], excludes: ["shop"] },
        });
        assert.deepEqual(guard.rules, {
            deletion: true,
            nonFastForward: true,
            requiredLinearHistory: true,
            requiredSignatures: true,
            pullRequest: {
                requiredApprovingReviewCount: 2,
                dismissStaleReviewsOnPush: true,
                requireCodeOwnerReview: true,
                requireLastPushApproval: true,
                requiredReviewThreadResolution: true,
                allowedMergeMethods: ["squash"],
            },
        });
        const all = await rules("acme-default-branches", { guardedRepositories: undefined });
        assert.deepEqual(all.conditions.repositoryName, { includes: ["~ALL"], excludes: [] });
    });

    it("asks every other repository for the checks it is given, by the apps named for them", async () => {
        const checks = [{ context: "scan", integrationId: 15368 }];
        const guard = await rules("acme-default-branches", { checks });
        assert.deepEqual(guard.rules.requiredStatusChecks, {
            requiredChecks: checks,
            strictRequiredStatusChecksPolicy: true,
            doNotEnforceOnCreate: true,
        });
    });

    it("in no repository is a tag, once pushed, moved or deleted", async () => {
        const guard = await rules("acme-tags");
        assert.deepEqual([guard.target, guard.enforcement], ["tag", "active"]);
        assert.deepEqual(guard.conditions, {
            refName: { includes: ["~ALL"], excludes: [] },
            repositoryName: { includes: ["~ALL"], excludes: [] },
        });
        assert.deepEqual(guard.rules, { deletion: true, update: true, nonFastForward: true });
    });

    it("nobody bypasses the organisation's rules, owners included", async () => {
        const { recording } = await build();
        const bypass = recording
            .all("OrganizationRuleset")
            .map(({ inputs }) => inputs.bypassActors);
        assert.deepEqual(bypass, [[], []]);
    });

    it("only owners say what a repository is, where rules depend on it", async () => {
        const { recording } = await build();
        const property = (name: string) =>
            recording.named("OrganizationCustomProperties", `acme-property/${name}`).inputs;
        const data = property("data");
        assert.deepEqual(property("tier"), {
            propertyName: "tier",
            description: "",
            valueType: "single_select",
            allowedValues: ["production", "internal"],
            valuesEditableBy: "org_actors",
            required: true,
            defaultValue: "internal",
        });
        assert.equal(data.valuesEditableBy, "org_actors");
        assert.deepEqual([data.required, data.defaultValue], [false, undefined]);
    });

    it("the hardened settings stay when the component goes", async () => {
        const { recording } = await build();
        assert.equal(recording.one("OrganizationSettings").retainOnDelete, true);
    });

    it("gives the role of security managers to teams, by the role's name", async () => {
        const { recording } = await build();
        const { inputs } = recording.one("OrganizationRoleTeam");
        assert.deepEqual(inputs, { roleId: 138, teamSlug: "security" });
        const without = await build({ securityManagers: [] });
        assert.ok(!without.recording.calls.some(({ token }) => token.endsWith("Roles")));
    });

    it("lists the enterprise's addresses", async () => {
        const { recording } = await build();
        assert.deepEqual(recording.one("EnterpriseIpAllowListEntry").inputs, {
            enterpriseSlug: "acme-inc",
            ip: "192.0.2.0/24",
            name: "office",
            isActive: true,
        });
    });

    it("streams the enterprise's audit log to a bucket or an event hub, whose address is a secret", async () => {
        const slug = "acme-inc";
        const auditBucket = {
            bucket: "acme-audit",
            region: "eu-west-1",
            roleArn: "arn:aws:iam::123456789012:role/github-audit",
        };
        const toBucket = await build({ enterprise: { slug, auditBucket } });
        assert.deepEqual(toBucket.recording.one("GitHubAuditStream").inputs, {
            enterprise: slug,
            enabled: true,
            amazonS3: auditBucket,
        });
        const auditEventHub = { name: "github", connectionString: "Endpoint=sb://acme" };
        const toHub = await build({ enterprise: { slug, auditEventHub } });
        const { inputs } = toHub.recording.one("GitHubAuditStream");
        // A secret inside makes a secret of the whole.
        assert.ok(isSecret(inputs.azureEventHubs));
        assert.ok(isSecret(toHub.recording.one("index:GitHubOrganization").inputs.enterprise));
        assert.equal(inputs.amazonS3, undefined);
        const { recording } = await build();
        assert.deepEqual(recording.all("GitHubAuditStream"), []);
    });

    it("gives out the organisation's number and asks for it once", async () => {
        const { recording, result } = await build();
        assert.equal(await known(result.organization), "acme");
        assert.equal(await known(result.organizationId), 101);
        const asked = recording.calls.filter(({ token }) => token.endsWith(":getOrganization"));
        assert.deepEqual(
            asked.map(({ inputs }) => inputs),
            [{ name: "acme", summaryOnly: true }],
        );
    });
});

describe("a weakened GitHubOrganization", () => {
    it("lets members make private repositories with allowMemberRepositories", async () => {
        const inputs = await settings({ allowMemberRepositories: true });
        assert.equal(inputs.membersCanCreateRepositories, true);
        assert.equal(inputs.membersCanCreatePrivateRepositories, true);
        assert.equal(inputs.membersCanCreatePublicRepositories, false);
        assert.equal(inputs.membersCanCreateInternalRepositories, false);
    });

    it("starts without Advanced Security with allowNoAdvancedSecurity", async () => {
        const inputs = await settings({ allowNoAdvancedSecurity: true });
        assert.equal(inputs.advancedSecurityEnabledForNewRepositories, false);
        assert.equal(inputs.secretScanningEnabledForNewRepositories, true);
    });

    it("has no rules of its own with allowUnguardedRepositories", async () => {
        const { recording } = await build({ allowUnguardedRepositories: true });
        assert.deepEqual(recording.all("OrganizationRuleset"), []);
    });
});
