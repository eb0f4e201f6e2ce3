import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
    awsArn,
    awsName,
    iamArn,
    oidcProviderArn,
    type AwsNameKind,
} from "../../../components/shared/awsNaming";
import { awsShaped } from "../../../components/shared/awsShapes";

const longest: Partial<Record<AwsNameKind, number>> = {
    role: 64,
    bucket: 63,
    queue: 80,
    alias: 250,
};
const kinds = Object.keys(longest) as AwsNameKind[];
const parts = fc.array(
    fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 90 }),
        fc.constantFrom("xn", "x-xn", "aws", "sg", "sthree", "x", "s3", "ol-s3", "", "--", "a"),
    ),
    { minLength: 1, maxLength: 4 },
);

describe("names of AWS resources", () => {
    it("stay readable for ordinary names", () => {
        assert.equal(awsName("role", "acme", "web", "production"), "acme--web--production");
    });

    it("keep away from names AWS keeps for itself", () => {
        assert.match(awsName("bucket", "xn", "web"), /^x-xn--web-[0-9a-f]{8}$/);
        assert.match(awsName("bucket", "web", "x-s3"), /^web--x-s3-[0-9a-f]{8}$/);
        assert.match(awsName("alias", "aws-web"), /^x-aws-web-[0-9a-f]{8}$/);
        assert.match(awsName("securityGroup", "sg-web"), /^x-sg-web-[0-9a-f]{8}$/);
        assert.match(awsName("bucket", "a"), /^a-[0-9a-f]{8}$/);
    });

    it("hold only what AWS accepts, within its length", () => {
        fc.assert(
            fc.property(fc.constantFrom(...kinds), parts, (kind, values) => {
                const name = awsName(kind, ...values);
                assert.match(name, /^[a-z0-9][a-z0-9-]+[a-z0-9]$/);
                assert.ok(name.length <= (longest[kind] ?? 0), name);
            }),
        );
    });

    it("are accepted as roles, buckets and aliases of keys", () => {
        fc.assert(
            fc.property(parts, (values) => {
                assert.deepEqual(awsShaped("", awsName("role", ...values), "role"), []);
                assert.deepEqual(awsShaped("", awsName("bucket", ...values), "bucket"), []);
                assert.deepEqual(awsShaped("", awsName("alias", ...values), "keyAlias"), []);
            }),
        );
    });

    it("differ whenever their parts differ", () => {
        const same = (a: string[], b: string[]): boolean =>
            JSON.stringify(a).toLowerCase() === JSON.stringify(b).toLowerCase();
        fc.assert(
            fc.property(parts, parts, (left, right) => {
                fc.pre(!same(left, right));
                assert.notEqual(awsName("bucket", ...left), awsName("bucket", ...right));
            }),
            { numRuns: 500 },
        );
    });
});

describe("ARNs", () => {
    it("are written as AWS writes them", () => {
        const place = { accountId: "123456789012", region: "eu-west-1" };
        assert.equal(
            awsArn("ecs", place, "service/prod/web"),
            "arn:aws:ecs:eu-west-1:123456789012:service/prod/web",
        );
        assert.equal(
            iamArn("role", "123456789012", "/pipeline/", "web"),
            "arn:aws:iam::123456789012:role/pipeline/web",
        );
        assert.equal(
            oidcProviderArn("123456789012", "https://token.actions.githubusercontent.com"),
            "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
        );
    });
});
