import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { refusal, tenant } from "../support";
import { ada, adaDescriptor } from "./accessSamples";
import { openOrganization, type Organization } from "./organization";
import { azure } from "./pipelineSamples";
import { stranger } from "./samples";

describe("functions of the emulated Azure DevOps", () => {
    let org: Organization;
    const call = (name: string, args: Record<string, unknown>) => org.call(name, args);
    before(async () => {
        org = await openOrganization();
    });
    after(() => org.bench.close());

    it("tell the organisation the provider was configured for", async () => {
        const config = await call("getClientConfig", {});
        assert.equal(config.name, "acme");
        assert.equal(config.organizationUrl, "https://dev.azure.com/acme");
        assert.equal(config.tenantId, tenant);
        assert.match(String(config.id), /^[\da-f-]{36}$/);
    });

    it("find projects and repositories, by name without regard to case", async () => {
        const project = await call("getProject", { name: "shop" });
        assert.equal(project.projectId, org.project);
        assert.equal((project.features as Record<string, string>).boards, "enabled");
        const git = await call("getGitRepository", { projectId: org.project, name: "WEB" });
        assert.equal(git.id, org.repository);
        assert.equal(git.webUrl, "https://dev.azure.com/acme/Shop/_git/web");
        const all = await call("getRepositories", { projectId: org.project });
        assert.equal((all.repositories as unknown[]).length, 1);
        assert.equal(((await call("getProjects", {})).projects as unknown[]).length, 1);
        assert.match(await refusal(call("getProject", { name: "none" })), /does not exist/);
        assert.match(await refusal(call("getProject", {})), /exactly one of name, projectId/);
    });

    it("find the groups a project is born with, and those made", async () => {
        const readers = await call("getGroup", { projectId: org.project, name: "Readers" });
        assert.match(String(readers.descriptor), /^vssgp\./);
        const [first, second] = await Promise.all(
            ["Project Administrators", "Readers"].map(async (name) => {
                const { descriptor } = await call("getGroup", { projectId: org.project, name });
                const [, encoded = ""] = String(descriptor).split(".");
                return Buffer.from(encoded, "base64url").toString().endsWith("-0-0-0-0-1");
            }),
        );
        assert.deepEqual(
            [first, second],
            [true, false],
            "administrators have a number of their own",
        );
        const made = await org.up("Group", { scope: org.project, displayName: "Releasers" });
        const found = await call("getGroup", { projectId: org.project, name: "Releasers" });
        assert.equal(found.descriptor, made.id);
        const key = await call("getStorageKey", { descriptor: readers.descriptor });
        assert.equal(key.storageKey, readers.originId);
        const back = await call("getDescriptor", { storageKey: key.storageKey });
        assert.equal(back.descriptor, readers.descriptor);
        await org.up("GroupMembership", { group: made.id, members: [adaDescriptor] });
        const members = await call("getGroupMembership", { groupDescriptor: made.id });
        assert.deepEqual(members.members, [adaDescriptor]);
        const identity = await call("getIdentityGroup", {
            projectId: org.project,
            name: "Readers",
        });
        assert.equal(identity.subjectDescriptor, readers.descriptor);
        const administrators = await call("getGroup", {
            name: "Project Collection Administrators",
        });
        assert.notEqual(administrators.descriptor, readers.descriptor);
        assert.match(await refusal(call("getDescriptor", { storageKey: stranger })), /VS860016/);
    });

    it("find people, whoever they are, always with the same ids", async () => {
        const { users } = await call("getUsers", { principalName: "ada@acme.example" });
        const [user] = users as Record<string, unknown>[];
        assert.equal(user?.id, ada);
        assert.equal(user.descriptor, adaDescriptor);
        const same = await call("getIdentityUsers", { name: "ada@acme.example" });
        assert.equal(same.subjectDescriptor, adaDescriptor);
        assert.equal((await call("getUser", { descriptor: adaDescriptor })).subjectKind, "user");
    });

    it("find the identity of a project's jobs by its name, and none of a project that is not", async () => {
        const found = await call("getIdentityUsers", { name: "Shop Build Service (acme)" });
        const subject = String(found.descriptor).split(";")[1] ?? "";
        assert.match(subject, new RegExp(`^[0-9a-f-]{36}:Build:${org.project}$`));
        const encoded = Buffer.from(subject).toString("base64url");
        assert.equal(found.subjectDescriptor, `svc.${encoded}`);
        const principal = found.subjectDescriptor;
        const permissions = { GenericContribute: "Deny" };
        assert.ok((await org.up("GitPermissions", org.here({ principal, permissions }))).id);
        const none = call("getIdentityUsers", { name: "Shop Build Service (other)" });
        assert.match(await refusal(none), /Could not find user with name: Shop Build Service/);
    });

    it("find what pipelines use", async () => {
        const made = await org.up("Pool", { name: "agents" });
        const queue = await org.up("Queue", org.here({ name: "agents" }));
        assert.equal((await call("getPool", { name: "agents" })).id, made.id);
        const found = await call("getAgentQueue", { projectId: org.project, name: "agents" });
        assert.equal(found.id, queue.id);
        const environment = await org.up("Environment", org.here({ name: "production" }));
        const at = { projectId: org.project, environmentId: Number(environment.id) };
        assert.equal((await call("getEnvironment", at)).name, "production");
        const endpoint = await org.up(
            "ServiceEndpointAzureRM",
            org.here({ serviceEndpointName: "azure", ...azure }),
        );
        const by = { projectId: org.project, serviceEndpointName: "azure" };
        const connection = await call("getServiceEndpointAzureRM", by);
        assert.equal(connection.serviceEndpointId, endpoint.id);
        const subject = "workloadIdentityFederationSubject";
        assert.equal(connection[subject], endpoint.outputs[subject]);
    });

    it("give no secret back", async () => {
        const variables = [{ name: "token", secretValue: "correct horse", isSecret: true }];
        await org.up("VariableGroup", org.here({ name: "production", variables }));
        const found = await call("getVariableGroup", {
            projectId: org.project,
            name: "production",
        });
        assert.doesNotMatch(JSON.stringify(found), /horse/);
    });

    it("make the tokens of security namespaces", async () => {
        const token = (namespaceName: string, identifiers: Record<string, string>) =>
            call("getSecurityNamespaceToken", { namespaceName, identifiers });
        const git = { project_id: org.project, repository_id: org.repository };
        const branch = await token("Git Repositories", { ...git, ref_name: "refs/heads/main" });
        assert.equal(
            branch.token,
            `repoV2/${org.project}/${org.repository}/refs/heads/6d00610069006e00/`,
        );
        assert.equal((await token("AuditLog", {})).token, "AllPermissions");
        assert.match(await refusal(token("Project", {})), /missing identifiers: project_id/);
        assert.match(await refusal(token("Boards", {})), /no security namespace with name Boards/);
        const namespace = await call("getSecurityNamespace", { name: "Git Repositories" });
        const actions = namespace.actions as Record<string, unknown>[];
        assert.equal(actions.find(({ name }) => name === "PolicyExempt")?.bit, 128);
        const roles = await call("getSecurityroleDefinitions", {
            scope: "distributedtask.environmentreferencerole",
        });
        assert.equal((roles.definitions as unknown[]).length, 3);
    });
});
