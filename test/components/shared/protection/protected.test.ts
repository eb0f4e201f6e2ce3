import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import {
    judgedGroups,
    judgedPipelines,
} from "../../../../components/shared/protection/checkPrincipals";
import { record, refusal, type Recording } from "../../../support/mocks";
import { checks, operations, platform, project, protectedResources, release } from "./samples";

/** What the resource itself is, by its kind. */
const classes: Readonly<Record<string, string>> = {
    environment: "Environment",
    endpoint: "ServiceEndpointAzureRM",
    "endpoint of AWS": "ServiceEndpointAws",
    variablegroup: "VariableGroup",
    queue: "Queue",
};

type More = Parameters<NonNullable<(typeof protectedResources)[string]>>[0];

/** Each protected resource as it comes out, with its kind. */
async function* each(more: More = {}): AsyncGenerator<[string, Recording]> {
    for (const [kind, build] of Object.entries(protectedResources)) {
        yield [kind, (await record(() => build(more))).recording];
    }
}

describe("a protected resource of Azure DevOps", () => {
    it("a member of each approving group approves each use, never the person who asked for the run", async () => {
        for await (const [kind, recording] of each()) {
            const { inputs } = recording.one("CheckApproval");
            assert.deepEqual(inputs.approvers, [release.originId, operations.originId], kind);
            assert.equal(inputs.minimumRequiredApprovers, 2, kind);
            assert.equal(inputs.requesterCanApprove, false, kind);
            assertTarget(kind, inputs);
        }
    });

    it("only runs from the listed branches pass, and only while these branches are protected", async () => {
        for await (const [kind, recording] of each()) {
            const { inputs } = recording.one("CheckBranchControl");
            assert.equal(inputs.allowedBranches, "refs/heads/main,refs/heads/hotfix", kind);
            assert.equal(inputs.verifyBranchProtection, true, kind);
            assert.equal(inputs.ignoreUnknownProtectionStatus, false, kind);
            assertTarget(kind, inputs);
        }
    });

    it("only the listed pipelines are let in, each by its number, and none before the checks stand", async () => {
        for await (const [kind, recording] of each()) {
            const authorizations = recording.all("PipelineAuthorization");
            assert.deepEqual(
                authorizations.map(({ inputs }) => inputs.pipelineId),
                [7, 8],
                kind,
            );
            const standing = recording.resources.filter(({ type }) => /:Check\w+$/.test(type));
            assert.ok(standing.length >= 2, kind);
            for (const { inputs, dependencies } of authorizations) {
                assert.equal(inputs.type, kind.split(" ")[0], kind);
                for (const check of standing) {
                    const wanted = `${check.type} ${check.name}`;
                    assert.ok(dependencies.includes(wanted), `${kind}: ${dependencies.join()}`);
                }
            }
            const opened = recording
                .all(classes[kind] ?? "")
                .map(({ inputs }) => inputs.allowAccess);
            assert.ok(!opened.includes(true), kind);
        }
        for await (const [kind, recording] of each({ pipelines: [] })) {
            assert.deepEqual(recording.all("PipelineAuthorization"), [], kind);
        }
    });

    it("waits for what its component waits for", async () => {
        const before = "azure-native:resources:ResourceGroup before";
        for (const [kind, build] of Object.entries(protectedResources)) {
            const { recording } = await record(() => {
                return build({}, { dependsOn: [new ResourceGroup("before", {})] });
            });
            const first = kind === "endpoint" ? "UserAssignedIdentity" : (classes[kind] ?? "");
            assert.ok(recording.one(first).dependencies.includes(before), kind);
        }
    });

    it("lets in no pipeline whose number turns out to be none: it would be all of them", async () => {
        for (const id of ["", "all", "0", "7.5"]) {
            assert.match(
                await refusal(() =>
                    protectedResources.queue?.({ pipelines: [{ name: "deploy", id }] }),
                ),
                /pipelines\[0\]\.id: got .* the number of a build definition/,
            );
            const [late] = await judgedLate((owner) =>
                judgedPipelines(
                    owner,
                    "it",
                    "pipelines",
                    [{ name: "deploy", id: pulumi.output(id) }],
                    [],
                ),
            );
            await assert.rejects(settled(late?.id), /pipelines\[0\]\.id: got /);
        }
    });
});

describe("a weakened protected resource", () => {
    it("is approved by nobody with allowNoApproval", async () => {
        const open = { checks: { ...checks, approvers: [], allowNoApproval: true } };
        for await (const [kind, recording] of each(open)) {
            assert.equal(recording.all("CheckApproval").length, 0, kind);
            assert.equal(recording.all("CheckBranchControl").length, 1, kind);
        }
    });

    it("accepts the approval of whoever asked with allowSelfApproval", async () => {
        for await (const [kind, recording] of each({
            checks: { ...checks, allowSelfApproval: true },
        })) {
            assert.equal(recording.one("CheckApproval").inputs.requesterCanApprove, true, kind);
        }
    });

    it("opens to every branch with allowAnyBranch, to those nobody protects with allowUnprotectedBranches", async () => {
        const open = { ...checks, branches: [], allowAnyBranch: true };
        for await (const [kind, recording] of each({ checks: open })) {
            assert.equal(recording.all("CheckBranchControl").length, 0, kind);
        }
        const unprotected = { ...checks, allowUnprotectedBranches: true };
        for await (const [kind, recording] of each({ checks: unprotected })) {
            const { inputs } = recording.one("CheckBranchControl");
            assert.equal(inputs.verifyBranchProtection, false, kind);
            assert.equal(inputs.ignoreUnknownProtectionStatus, false, kind);
            assert.equal(inputs.allowedBranches, "refs/heads/main,refs/heads/hotfix", kind);
        }
    });
});

describe("who may use a protected resource", () => {
    it("is a group once, as user or as administrator", async () => {
        for (const build of Object.values(protectedResources)) {
            const message = await refusal(() => build({ users: [platform, platform] }));
            assert.match(
                message,
                /users\[0\]\.name: got "platform", allowed: a group that does not/,
            );
            assert.match(
                message,
                /users\[1\]\.name: got "platform", allowed: a name not used before/,
            );
            assert.match(message, /users\[1\]\.originId: got /);
        }
    });

    it("is no person and no machine", async () => {
        for (const descriptor of ["aad.abc", "aadsp.abc", "svc.abc", "vssgp.a b", ""]) {
            const users = (given: pulumi.Input<string>) => [{ ...release, descriptor: given }];
            const refusedAs = /users\[0\]\.descriptor: got .* of a group/;
            assert.match(
                await refusal(() => protectedResources.queue?.({ users: users(descriptor) })),
                refusedAs,
            );
            const [late] = await judgedLate((owner) =>
                judgedGroups(owner, "it", "users", users(pulumi.output(descriptor)), []),
            );
            await assert.rejects(settled(late?.descriptor), refusedAs);
        }
    });
});

async function judgedLate<T>(judge: (owner: pulumi.Resource) => T): Promise<T> {
    const { result } = await record(() =>
        judge(new pulumi.ComponentResource("test:index:Owner", "owner")),
    );
    return result;
}

/** The value behind an input that is not known yet; the SDK hides it from its typings. */
function settled(input: pulumi.Input<string> | undefined): Promise<string> {
    return (input as unknown as { promise(): Promise<string> }).promise();
}

function assertTarget(kind: string, inputs: Record<string, unknown>): void {
    assert.equal(inputs.projectId, project, kind);
    assert.equal(inputs.targetResourceType, kind.split(" ")[0], kind);
    const isId = kind.startsWith("endpoint") ? /^[\da-f-]{36}$/ : /^\d+$/;
    assert.match(String(inputs.targetResourceId), isId, kind);
}
