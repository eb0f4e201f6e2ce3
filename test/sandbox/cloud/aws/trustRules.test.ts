import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openBench, refusal, type Bench, type Props } from "../support";
import { arn, github, make, policy, trust, trustService } from "./support";

const roleType = "iam/role:Role";
const providerType = "iam/openIdConnectProvider:OpenIdConnectProvider";

describe("providers and trust policies of the emulated IAM", () => {
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

    it("has one provider of a URL in an account", async () => {
        const inputs = { url: `https://${github}`, clientIdLists: ["sts.amazonaws.com"] };
        await made(providerType, inputs);
        assert.match(
            await refused(providerType, inputs),
            /409, EntityAlreadyExists: Provider with url https:/,
        );
        await bench.engine.configure("aws", { allowedAccountIds: '["210987654321"]' });
        assert.match((await made(providerType, inputs)).id, /^arn:aws:iam::210987654321:/);
    });

    it("takes client ids without repeats, at most 100, and addresses with https", async () => {
        const many = Array.from({ length: 101 }, (_, i) => `client-${i}`);
        assert.match(
            await failures(providerType, { url: "https://x.org", clientIdLists: many }),
            /1 to 100/,
        );
        assert.match(
            await failures(providerType, { url: "http://x.org", clientIdLists: ["a", "a"] }),
            /https address[^]*twice/,
        );
    });

    it("refuses a trust policy that leaves a shared provider's subject open", async () => {
        const provider = { Federated: arn("iam", `oidc-provider/${github}`, "") };
        const statement = {
            Effect: "Allow",
            Principal: provider,
            Action: "sts:AssumeRoleWithWebIdentity",
        };
        const aud = { [`${github}:aud`]: "sts.amazonaws.com" };
        const open: Props[] = [
            statement,
            { ...statement, Condition: { StringEquals: aud } },
            {
                ...statement,
                Condition: { StringEquals: aud, StringLike: { [`${github}:sub`]: "*" } },
            },
            { ...statement, Condition: { Null: { [`${github}:sub`]: "false" } } },
        ];
        for (const one of open) {
            assert.match(
                await refusal(role(policy(one))),
                /MalformedPolicyDocument: .*must evaluate the claim token\.actions\.githubusercontent\.com:sub/,
            );
        }
        const { id, inputs } = await role(trust("repo:acme/web:ref:refs/heads/main"));
        const change = bench.engine.update(`aws:${roleType}`, id, {
            ...inputs,
            assumeRolePolicy: policy(statement),
        });
        assert.match(await refusal(change), /UpdateAssumeRolePolicy.*must evaluate/);
    });

    it("leaves providers of one customer alone", async () => {
        const Federated = arn(
            "iam",
            "oidc-provider/vstoken.dev.azure.com/0f1e2d3c-0000-4000-8000-000000000001",
            "",
        );
        const open = {
            Effect: "Allow",
            Principal: { Federated },
            Action: "sts:AssumeRoleWithWebIdentity",
        };
        assert.equal((await role(policy(open))).id, "deploy");
    });

    it("measures a trust policy without white space, 2048 at most", async () => {
        const subjects = (count: number) =>
            trust("x", {
                Condition: {
                    StringEquals: {
                        [`${github}:sub`]: Array.from(
                            { length: count },
                            (_, i) => `repo:acme/web:environment:production-${i}`,
                        ),
                    },
                },
            });
        const spaced = JSON.stringify(JSON.parse(subjects(35)), null, 60);
        assert.ok(spaced.length > 4096);
        assert.equal((await role(spaced)).id, "deploy");
        assert.match(
            await refused(roleType, { assumeRolePolicy: subjects(60) }),
            /LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048/,
        );
    });

    const wrong: readonly (readonly [string, Props, RegExp])[] = [
        ["a resource", { Resource: "*" }, /Has prohibited field Resource/],
        [
            "an action of another service",
            { Action: "s3:GetObject" },
            /may only specify STS AssumeRole actions/,
        ],
        ["nobody", { Principal: undefined }, /Missing required field Principal/],
        [
            "a principal that is none",
            { Principal: { Federated: "github" } },
            /Invalid principal in policy: "FEDERATED":"github"/,
        ],
        ["everybody else", { Principal: undefined, NotPrincipal: { AWS: "*" } }, /NotPrincipal/],
        [
            "an unknown operator",
            { Condition: { StringIs: { "aws:x": "y" } } },
            /Invalid Condition type : StringIs/,
        ],
        ["an element that is none", { Conditions: {} }, /Unknown element Conditions/],
        ["an effect that is none", { Effect: "allow" }, /Missing required field Effect/],
    ];
    for (const [what, more, expected] of wrong) {
        it(`refuses a trust policy that says ${what}`, async () => {
            const message = await refusal(role(trust("repo:acme/web:environment:a", more)));
            assert.match(
                message,
                /operation error IAM: CreateRole, .* 400, MalformedPolicyDocument/,
            );
            assert.match(message, expected);
        });
    }

    it("takes a document as an object, and calls another spelling of it no change", async () => {
        const text = trustService("ec2");
        const { inputs, outputs } = await role(JSON.parse(text));
        assert.deepEqual(JSON.parse(String(outputs.assumeRolePolicy)), JSON.parse(text));
        const spelled = { ...inputs, assumeRolePolicy: JSON.stringify(JSON.parse(text), null, 2) };
        assert.deepEqual((await bench.engine.diff(`aws:${roleType}`, inputs, spelled)).changes, []);
        assert.match(await failures(roleType, { assumeRolePolicy: "{" }), /must be a JSON object/);
    });
});
