import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openBench, refusal, type Bench, type Props } from "../support";
import { allow, arn, make, policy, trustService } from "./support";

const roleType = "iam/role:Role";

describe("roles and policies of the emulated IAM", () => {
    let bench: Bench;
    beforeEach(async () => {
        bench = await openBench();
    });
    afterEach(() => bench.close());

    const made = (type: string, inputs: Props) => make(bench, type, inputs);
    const refused = (type: string, inputs: Props) => refusal(made(type, inputs));
    const role = (assumeRolePolicy: unknown, more: Props = {}) =>
        made(roleType, { name: "deploy", assumeRolePolicy, ...more });
    const failures = async (type: string, inputs: Props) =>
        (await bench.engine.check(`aws:${type}`, inputs)).failures.join("\n");

    it("counts ten managed policies to a role", async () => {
        await role(trustService("ec2"));
        for (let i = 0; i <= 10; i++) {
            const { id } = await made("iam/policy:Policy", {
                name: `p-${i}`,
                policy: allow("s3:Get*"),
            });
            const attach = refused("iam/rolePolicyAttachment:RolePolicyAttachment", {
                role: "deploy",
                policyArn: id,
            });
            assert.match(
                await attach,
                i < 10 ? /^$/ : /LimitExceeded: Cannot exceed quota for PoliciesPerRole: 10/,
            );
        }
    });

    it("attaches policies and boundaries that exist to roles that exist", async () => {
        const attach = "iam/rolePolicyAttachment:RolePolicyAttachment";
        const own = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
        assert.match(
            await refused(attach, { role: "none", policyArn: own }),
            /404, NoSuchEntity: The role/,
        );
        await role(trustService("ec2"));
        assert.equal(await refused(attach, { role: "deploy", policyArn: own }), "");
        const none = arn("iam", "policy/none", "");
        assert.match(
            await refused(attach, { role: "deploy", policyArn: none }),
            /Policy .*none does not exist/,
        );
        assert.match(
            await refused(attach, { role: "deploy", policyArn: `${own}X` }),
            /does not exist/,
        );
        assert.match(
            await refused(roleType, {
                assumeRolePolicy: trustService("ec2"),
                permissionsBoundary: none,
            }),
            /does not exist/,
        );
    });

    it("keeps policies attached and roles in use", async () => {
        const { id } = await made("iam/policy:Policy", { name: "p", policy: allow("s3:Get*") });
        await role(trustService("ec2"));
        const attached = await made("iam/rolePolicyAttachment:RolePolicyAttachment", {
            role: "deploy",
            policyArn: id,
        });
        assert.match(
            await refusal(bench.engine.delete("aws:iam/policy:Policy", id)),
            /DeleteConflict: Cannot delete a policy attached/,
        );
        assert.match(
            await refusal(bench.engine.delete(`aws:${roleType}`, "deploy")),
            /must detach all policies first/,
        );
        await bench.engine.delete("aws:iam/rolePolicyAttachment:RolePolicyAttachment", attached.id);
        await bench.engine.delete(`aws:${roleType}`, "deploy");
        await bench.engine.delete("aws:iam/policy:Policy", id);
    });

    it("names policies once, whatever their path, and gives ids that are never used again", async () => {
        const document = allow("s3:Get*");
        const first = await made("iam/policy:Policy", { name: "p", policy: document });
        assert.match(
            await refused("iam/policy:Policy", { name: "p", path: "/x/", policy: document }),
            /EntityAlreadyExists/,
        );
        await bench.engine.delete("aws:iam/policy:Policy", first.id);
        const again = await made("iam/policy:Policy", { name: "p", policy: document });
        assert.equal(again.id, first.id);
        assert.match(String(again.outputs.policyId), /^ANPA[A-Z2-7]{17}$/);
        assert.notEqual(again.outputs.policyId, first.outputs.policyId);
    });

    it("refuses policies of principals that are none", async () => {
        const bad = (document: string) => refused("iam/policy:Policy", { policy: document });
        assert.match(
            await bad(policy({ Effect: "Allow", Action: "s3:*" })),
            /must contain resources/,
        );
        assert.match(
            await bad(policy({ Effect: "Allow", Action: "s3", Resource: "*" })),
            /prefaced by a vendor/,
        );
        assert.match(
            await bad(policy({ Effect: "Allow", Action: "s3:*", Resource: "bucket" })),
            /must be in ARN format/,
        );
        assert.match(
            await bad(policy({ Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*" })),
            /should not specify a principal/,
        );
        assert.match(
            await bad(allow(...Array.from({ length: 400 }, (_, i) => `s3:Something${i}`))),
            /PolicySize: 6144/,
        );
    });

    it("invents names from a prefix, at creation", async () => {
        const planned = await bench.engine.up(
            `aws:${roleType}`,
            { namePrefix: "ci-", assumeRolePolicy: trustService("ec2") },
            true,
        );
        assert.equal(planned.id, "");
        const built = await made(roleType, {
            assumeRolePolicy: trustService("ec2"),
            namePrefix: "ci-",
        });
        assert.match(built.id, /^ci-[0-9a-f]{26}$/);
        assert.equal(built.outputs.name, built.id);
        assert.match(
            await failures(roleType, { name: "a", namePrefix: "b", assumeRolePolicy: "{}" }),
            /only one of name, namePrefix/,
        );
    });
});
