import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { stackOf, throwawayNames } from "../../../../model/production";
import { criticalResourcesProtected } from "../../../../policies/rules/state/critical-resources-protected";
import { exemption, testRule, unknownValue, type CaseResource } from "../../../support/ruleCases";

const vaultType = "azure-native:keyvault:Vault";
const made = (
    stack: string,
    { type = vaultType, ...more }: Partial<CaseResource> = {},
): { resources: CaseResource[] } => ({
    resources: [{ type, props: {}, urn: `urn:pulumi:${stack}::estate::${type}::one`, ...more }],
});
const repository = "github:index/repository:Repository";
const production = { "gatehouse:tier": "production" };

testRule(criticalResourcesProtected, {
    denied: [
        {
            title: "a vault anybody's change can delete",
            ...made("prod"),
            says: [
                'seen      "not protected"',
                "wanted    protect: with it goes the keys and secrets in it",
                "leave allowDestroy out",
            ],
        },
        {
            title: "logs of the classic provider",
            ...made("prod", {
                type: "azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace",
            }),
            says: ["with it goes the logs in it"],
        },
        { title: "a stack whose name says nothing", ...made("platform") },
        { title: "a stack that tags call production", ...made("dev"), stackTags: production },
        { title: "a name that says both", ...made("prod-test") },
        {
            title: "a stack that the user does not call throwaway",
            ...made("dev"),
            config: { throwawayPattern: "^scratch$" },
        },
        {
            title: "a repository that would be deleted",
            ...made("prod", { type: repository, props: { archiveOnDestroy: false } }),
        },
    ],
    allowed: [
        { title: "a protected vault", ...made("prod", { opts: { protect: true } }) },
        { title: "a stack that may be torn down", ...made("dev") },
        {
            title: "a type the user leaves out",
            ...made("prod"),
            config: { except: [vaultType] },
        },
        {
            title: "a repository that would be archived",
            ...made("prod", { type: repository, props: { archiveOnDestroy: true } }),
        },
        {
            title: "what can be made anew",
            ...made("prod", { type: "azure-native:network:Subnet" }),
        },
    ],
    undecidable: [
        {
            title: "a repository of which nobody knows yet whether it would be archived",
            ...made("prod", { type: repository, props: { archiveOnDestroy: unknownValue } }),
        },
    ],
    exempt: [
        {
            title: "a vault with a dated exemption",
            ...made("prod"),
            config: { exemptions: [exemption()] },
        },
    ],
    tokenVariant: [
        {
            title: "pinned to an API version",
            ...made("prod", { type: "azure-native:keyvault/v20230701:Vault" }),
        },
        { title: "of another provider", ...made("prod", { type: "aws:s3/bucketV2:BucketV2" }) },
    ],
});

describe("names of stacks that may be torn down", () => {
    const isThrowaway = (name: string) => new RegExp(throwawayNames, "i").test(name);

    it("are those of development, tests and pull requests", () => {
        for (const name of ["dev", "acme-dev", "Test2", "pr-12", "sandbox", "review/login"]) {
            assert.ok(isThrowaway(name), name);
        }
    });

    it("are no others", () => {
        for (const name of ["prod", "platform", "devices", "latest", "april", "main"]) {
            assert.ok(!isThrowaway(name), name);
        }
    });

    it("are read from the URN, which begins with the stack", () => {
        assert.equal(
            stackOf("urn:pulumi:acme-dev::estate::aws:s3/bucket:Bucket::logs"),
            "acme-dev",
        );
        assert.equal(stackOf("logs"), "");
    });
});
