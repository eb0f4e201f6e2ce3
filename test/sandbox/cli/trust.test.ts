import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { trusts } from "../../../sandbox/cli/trust";
import type { ResourceSummary } from "../../../sandbox/engine/api";

const host = "token.actions.githubusercontent.com";
const subject = "repo:acme@1/web@2:environment:production";

function role(policy: unknown): ResourceSummary {
    const assumeRolePolicy = typeof policy === "string" ? policy : JSON.stringify(policy);
    return {
        urn: "urn:pulumi:dev::p::aws:iam/role:Role::web",
        type: "aws:iam/role:Role",
        id: "acme--web--production",
        custom: true,
        inputs: {},
        outputs: { assumeRolePolicy },
    } as unknown as ResourceSummary;
}

describe("the list of who is trusted", () => {
    it("has the roles of AWS that take a job's token, with the subject they demand", () => {
        const Condition = { StringEquals: { [`${host}:aud`]: "x", [`${host}:sub`]: subject } };
        assert.deepEqual(trusts([role({ Statement: [{ Condition }] })]), [
            {
                identity: "acme--web--production",
                subject,
                issuer: `https://${host}`,
                repository: "acme/web",
                environment: "production",
            },
        ]);
    });

    it("leaves out roles that services take, and what cannot be read", () => {
        const service = { Statement: { Principal: { Service: "ec2.amazonaws.com" } } };
        assert.deepEqual(trusts([role(service), role("no policy"), role("")]), []);
    });
});
