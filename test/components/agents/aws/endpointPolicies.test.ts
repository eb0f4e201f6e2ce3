import assert from "node:assert/strict";
import fc from "fast-check";
import { before, describe, it } from "mocha";
import { evaluate } from "../../../../sandbox/cloud/aws/policy/evaluate";
import { readPolicy } from "../../../../sandbox/cloud/aws/policy/read";
import { deployNetworks } from "../../../support/awsNetworks";
import { ofType, textOf } from "../../../support/packets/standing";

const own = "123456789012";
const target = "210987654321";

/** A request through an endpoint: who asks, what for, and whose the resource is. */
interface Request {
    action: string;
    resource: string;
    /** Account of the identity; none for a request that is not signed. */
    principal?: string;
    owner: string;
    kind?: string;
}

describe("the endpoints of AwsAgentNetwork", function () {
    this.timeout(120_000);
    let endpoints: { service: string; policy: string }[];

    before(async () => {
        const deployed = await deployNetworks();
        endpoints = [deployed.firewall, deployed.endpoints].flatMap(({ resources }) =>
            ofType(resources, "ec2/vpcEndpoint:VpcEndpoint").map(({ values }) => ({
                service: textOf(values.serviceName).split(".").slice(3).join("."),
                policy: textOf(values.policy),
            })),
        );
    });

    const passes = (policy: string, { action, resource, principal, owner, kind }: Request) =>
        evaluate(readPolicy(policy), {
            action,
            resource,
            principal: { kind: kind ?? "AWS", name: `arn:aws:iam::${principal ?? own}:role/r` },
            context: new Map([
                ["aws:resourceaccount", [owner]],
                ...(principal === undefined
                    ? []
                    : [["aws:principalaccount", [principal]] as [string, string[]]]),
            ]),
        }) === "allowed";

    const of = (service: string) => {
        const policies = endpoints.filter((one) => one.service === service);
        assert.equal(policies.length, 2, service);
        return policies.map(({ policy }) => policy);
    };

    it("stand for each service an agent needs without the internet, in both networks", () => {
        const services =
            "ssm ssmmessages ec2messages logs kms sts secretsmanager ecr.api ecr.dkr s3";
        assert.deepEqual(
            endpoints.map(({ service }) => service).toSorted(),
            [...services.split(" "), ...services.split(" ")].toSorted(),
        );
    });

    it("an endpoint serves identities of the account only, and resources of the account and allowAccounts", () => {
        const accounts = fc.oneof(fc.constantFrom(own, target), fc.stringMatching(/^\d{12}$/));
        const request = fc.record({
            endpoint: fc.constantFrom(...endpoints),
            principal: accounts,
            owner: accounts,
        });
        fc.assert(
            fc.property(request, ({ endpoint, principal, owner }) => {
                const resource = `arn:aws:${endpoint.service}:eu-west-1:${owner}:thing/x`;
                const asked = { action: "any:Thing", resource, principal, owner };
                const expected = principal === own && [own, target].includes(owner);
                assert.equal(passes(endpoint.policy, asked), expected, endpoint.service);
            }),
        );
    });

    it("of the buckets that belong to AWS the endpoint of S3 lets agents read those in the list, no others", () => {
        const aws = "000000000000";
        for (const policy of of("s3")) {
            const read = (bucket: string, action = "s3:GetObject") =>
                passes(policy, { action, resource: `arn:aws:s3:::${bucket}/k`, owner: aws });
            assert.ok(read("al2023-repos-eu-west-1-de612dc2"));
            assert.ok(read("prod-eu-west-1-starport-layer-bucket"));
            assert.ok(read("patch-baseline-snapshot-eu-west-1"));
            assert.ok(!read("al2023-repos-eu-west-1-de612dc2", "s3:PutObject"));
            assert.ok(!read("al2023-repos-us-east-1-de612dc2"), "of another region");
            assert.ok(!read("al2023-repos-eu-west-1-stolen"));
            fc.assert(
                fc.property(fc.stringMatching(/^[a-z0-9-]{3,63}$/), (bucket) => {
                    assert.ok(!read(bucket));
                }),
            );
        }
    });

    it("let a job's token into roles of these accounts, into no other", () => {
        for (const policy of of("sts")) {
            const federate = (owner: string, action = "sts:AssumeRoleWithWebIdentity") =>
                passes(policy, {
                    action,
                    resource: `arn:aws:iam::${owner}:role/deploy`,
                    owner,
                    kind: "Federated",
                });
            assert.ok(federate(own));
            assert.ok(federate(target));
            assert.ok(!federate("666666666666"));
            assert.ok(!federate(own, "sts:AssumeRole"), "not signed");
        }
    });

    it("let identities of the account read AWS's own documents for Systems Manager", () => {
        for (const policy of of("ssm")) {
            const read = (principal: string, resource: string, action = "ssm:GetDocument") =>
                passes(policy, { action, resource, principal, owner: "000000000000" });
            const document = "arn:aws:ssm:eu-west-1::document/AWS-RunPatchBaseline";
            assert.ok(read(own, document));
            assert.ok(!read("666666666666", document));
            assert.ok(!read(own, document, "ssm:SendCommand"));
            assert.ok(!read(own, "arn:aws:ssm:eu-west-1:666666666666:document/x"));
        }
    });
});
