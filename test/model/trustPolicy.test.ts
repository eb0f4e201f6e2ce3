import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { absent, known, unknown, UNKNOWN, type PropertyValue } from "../../model/known";
import { readTrustPolicy } from "../../model/trustPolicy";

const github = "token.actions.githubusercontent.com";
const provider = `arn:aws:iam::123456789012:oidc-provider/${github}`;

function read(document: PropertyValue) {
    return readTrustPolicy(known(document), "policy");
}

function statement(more: Record<string, PropertyValue> = {}): Record<string, PropertyValue> {
    return {
        Effect: "Allow",
        Principal: { Federated: provider },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: { StringEquals: { [`${github}:sub`]: "repo:acme/web:environment:production" } },
        ...more,
    };
}

describe("readTrustPolicy", () => {
    it("reads JSON text and an object alike", () => {
        const document = { Version: "2012-10-17", Statement: [statement()] };
        assert.deepEqual(read(JSON.stringify(document)), read(document));
        assert.deepEqual(read(document).statements[0], {
            path: "policy.Statement[0]",
            providers: [known(github)],
            conditions: known([
                {
                    operator: "StringEquals",
                    comparison: "stringequals",
                    firm: true,
                    provider: github,
                    claim: "sub",
                    values: [known("repo:acme/web:environment:production")],
                    path: `policy.Statement[0].Condition.StringEquals.sub`,
                },
            ]),
        });
    });

    it("takes single values and lists everywhere", () => {
        const single = read({ Statement: statement() });
        const listed = read({
            Statement: [
                statement({
                    Principal: { Federated: [provider] },
                    Action: ["sts:TagSession", "sts:AssumeRoleWithWebIdentity"],
                    Condition: {
                        StringEquals: {
                            [`${github}:sub`]: ["repo:acme/web:environment:production"],
                        },
                    },
                }),
            ],
        });
        assert.deepEqual(single, listed);
    });

    it("reads element names, effects, actions and claims in any case", () => {
        const { statements } = read({
            statement: {
                effect: "allow",
                principal: { federated: provider },
                action: "STS:AssumeRoleWithWebIdentity",
                condition: { stringlike: { [`${github}:SUB`]: "repo:acme/*" } },
            },
        });
        const conditions = statements[0]?.conditions;
        assert.ok(conditions?.state === "known");
        assert.equal(conditions.value[0]?.claim, "sub");
        assert.equal(conditions.value[0].comparison, "stringlike");
    });

    it("visits every statement and every provider", () => {
        const vstoken = "vstoken.dev.azure.com/0aa0a0aa-0000-4000-8000-00000000000a";
        const { statements } = read({
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "ec2.amazonaws.com" },
                    Action: "sts:AssumeRole",
                },
                statement({
                    Principal: {
                        Federated: [provider, `arn:aws:iam::123456789012:oidc-provider/${vstoken}`],
                    },
                }),
                statement(),
            ],
        });
        assert.deepEqual(
            statements.map(({ path, providers }) => [path, providers]),
            [
                ["policy.Statement[1]", [known(github), known(vstoken)]],
                ["policy.Statement[2]", [known(github)]],
            ],
        );
    });

    it("leaves out what does not trust tokens of an OIDC provider", () => {
        for (const other of [
            statement({ Effect: "Deny" }),
            statement({ Action: "sts:TagSession" }),
            statement({ Principal: { AWS: "arn:aws:iam::123456789012:root" } }),
            statement({ Principal: { Federated: "cognito-identity.amazonaws.com" } }),
            statement({ Principal: { Federated: "arn:aws:iam::1:saml-provider/corp" } }),
        ]) {
            assert.deepEqual(read({ Statement: [other] }), { statements: [], unknown: [] });
        }
    });

    it("counts action patterns and NotAction as taking the role", () => {
        for (const action of ["*", "sts:*", "sts:AssumeRole*", "sts:AssumeRoleWithWebIdentit?"]) {
            assert.equal(read({ Statement: statement({ Action: action }) }).statements.length, 1);
        }
        const without = statement({ Action: null, NotAction: "sts:AssumeRole" });
        const { statements } = read({ Statement: without });
        assert.equal(statements.length, 1);
    });

    it("tells operators that hold without the claim from firm ones", () => {
        const firm = (operator: string) => {
            const condition = { [operator]: { [`${github}:sub`]: "x" } };
            const { statements } = read({ Statement: statement({ Condition: condition }) });
            const conditions = statements[0]?.conditions;
            return conditions?.state === "known" && conditions.value[0]?.firm;
        };
        assert.equal(firm("StringEquals"), true);
        assert.equal(firm("ForAnyValue:StringEquals"), true);
        assert.equal(firm("StringEqualsIfExists"), false);
        assert.equal(firm("ForAllValues:StringLike"), false);
    });

    it("keeps the provider of a key whose address holds a path", () => {
        const key = "vstoken.dev.azure.com/0aa0a0aa-0000-4000-8000-00000000000a:sub";
        const { statements } = read({
            Statement: statement({ Condition: { StringEquals: { [key]: "sc://a/b/c" } } }),
        });
        const conditions = statements[0]?.conditions;
        assert.ok(conditions?.state === "known");
        assert.equal(`${conditions.value[0]?.provider ?? ""}:sub`, key);
    });

    it("marks what is unknown where it is unknown", () => {
        assert.deepEqual(readTrustPolicy(unknown, "policy").unknown, ["policy"]);
        assert.deepEqual(readTrustPolicy(absent, "policy"), { statements: [], unknown: [] });
        const { statements, unknown: paths } = read({
            Statement: [
                UNKNOWN,
                statement({ Condition: UNKNOWN }),
                statement({ Principal: { Federated: UNKNOWN } }),
                statement({ Principal: UNKNOWN }),
                statement({ Effect: UNKNOWN }),
                statement({ Condition: { StringEquals: UNKNOWN } }),
                statement({ Condition: { StringEquals: { [`${github}:sub`]: ["a", UNKNOWN] } } }),
            ],
        });
        assert.deepEqual(paths, ["policy.Statement[0]"]);
        assert.equal(statements.length, 6);
        assert.deepEqual(statements[0]?.conditions, unknown);
        assert.deepEqual(statements[1]?.providers, [unknown]);
        assert.deepEqual(statements[2]?.providers, [unknown]);
        assert.deepEqual(statements[4]?.conditions, unknown);
        const last = statements[5]?.conditions;
        assert.ok(last?.state === "known");
        assert.deepEqual(last.value[0]?.values, [known("a"), unknown]);
    });

    it("refuses what is no policy document without quoting it", () => {
        for (const document of ["hunter2", "[]", '"text"', { Statement: ["hunter2"] }, ["x"]]) {
            assert.throws(
                () => read(document),
                (error) =>
                    error instanceof TypeError &&
                    error.message === "expected a policy document at policy",
            );
        }
    });
});
