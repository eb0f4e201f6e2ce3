import assert from "node:assert/strict";
import type { Policies } from "@pulumi/policy";
import { describe, it } from "mocha";

import { allowed } from "../../../model/finding";
import { packPolicies } from "../../../policies/lib/packPolicies";
import { rules } from "../../../policies/rules";
import { analyze, analyzeStack, urn } from "../../support/policyServer";
import { newSession, unknownValue } from "../../support/ruleCases";
import { badIsDenied, sampleRule, sampleStackRule } from "../../support/sampleRules";

const thing = (name: string, props: Record<string, string | boolean>) => ({
    type: "test:index:Thing",
    name,
    props,
});
const other = { type: "test:index:Other", name: "other", props: { bad: true } };
const root = { type: "pulumi:pulumi:Stack", name: "gatehouse-dev", props: {} };

/** The list as a server would see it that does not use its iterator. */
function withoutIterator(policies: Policies): Policies {
    return Array.from({ length: policies.length }, (_, i) => policies[i]).filter(
        (policy) => policy !== undefined,
    );
}

/** The list as a server would see it that walks it once and keeps what it met. */
const walkedOnce = (policies: Policies): Policies => [...policies];

describe("the pack under the SDK's own server", () => {
    it("gets its levels through: mandatory, advisory for unknown, mandatory for a failing rule", async () => {
        const failing = sampleRule(() => assert.fail(), { id: "failing", enforcement: "advisory" });
        const policies = packPolicies([sampleRule(badIsDenied), failing], newSession());
        const levels = async (bad: boolean | string) =>
            (await analyze(policies, thing("one", { bad }))).map(({ policy, level }) => [
                policy,
                level,
            ]);
        const fails = ["failing", "mandatory"];
        assert.deepEqual(await levels(true), [["sample-rule", "mandatory"], fails]);
        assert.deepEqual(await levels(unknownValue), [["sample-rule", "advisory"], fails]);
        assert.deepEqual(await levels(false), [fails]);
    });

    for (const [how, list] of [
        ["walks the list for each resource", (policies: Policies) => policies],
        ["walks the list by index", withoutIterator],
        ["walks the list once", walkedOnce],
    ] as const) {
        it(`judges every resource by every rule of its type when the server ${how}`, async () => {
            const session = newSession();
            const both = [
                sampleRule(badIsDenied, { id: "first", types: ["test:index:Other"] }),
                sampleRule(badIsDenied, { id: "second" }),
                sampleRule(badIsDenied, { id: "third", types: "any" }),
                sampleStackRule(allowed, { id: "fourth" }),
            ];
            const policies = list(packPolicies(both, session));
            const asked = [
                root,
                other,
                thing("a", { bad: true }),
                other,
                thing("b", { bad: true }),
            ];
            const met: string[][] = [];
            for (const one of asked) {
                met.push((await analyze(policies, one)).map(({ policy }) => policy));
            }
            assert.deepEqual(await analyzeStack(policies, [root, other]), []);
            met.push((await analyze(policies, asked[2] ?? other)).map(({ policy }) => policy));
            const others = ["first", "third"];
            const things = ["second", "third"];
            assert.deepEqual(met, [[], others, things, others, things, things]);
        });
    }

    it("keeps resources apart that are analysed at the same time", async () => {
        const policies = packPolicies(
            [
                sampleRule(badIsDenied, { id: "first", types: ["test:index:Other"] }),
                sampleRule(badIsDenied, { id: "second" }),
            ],
            newSession(),
        );
        const all = [other, thing("a", { bad: true }), other, thing("b", { bad: false })];
        await analyze(policies, root);
        const answers = await Promise.all(all.map((one) => analyze(policies, one)));
        assert.deepEqual(
            answers.map((list) => list.map(({ policy, urn: about }) => [policy, about])),
            [
                [["first", urn(other)]],
                [["second", urn(thing("a", {}))]],
                [["first", urn(other)]],
                [],
            ],
        );
    });

    it("forgets nothing between a preview and the update that follows in the same process", async () => {
        const policies = packPolicies([sampleRule(badIsDenied)], newSession());
        const preview = await analyze(policies, thing("one", { bad: unknownValue }));
        const update = await analyze(policies, thing("one", { bad: true }));
        assert.deepEqual(
            [...preview, ...update].map(({ level }) => level),
            ["advisory", "mandatory"],
        );
    });

    it("judges the stack, and each of its resources by what it is now", async () => {
        const policies = packPolicies([sampleStackRule({ ...allowed })], newSession());
        assert.deepEqual(await analyzeStack(policies, [root, thing("one", {})]), []);
    });

    it("says of a vault without guards what the rules say, and nothing of a hardened one", async () => {
        const policies = packPolicies(rules, newSession());
        const vault = { type: "azure-native:keyvault/v20230701:Vault", name: "kv" };
        await analyze(policies, root);
        const bad = await analyze(policies, { ...vault, props: { properties: {} } });
        assert.deepEqual(
            bad.map(({ policy, level }) => [policy, level]),
            [
                "kv-firewall-default-deny",
                "kv-no-public-network",
                "kv-purge-protection",
                "kv-rbac-only",
            ].map((id) => [id, "mandatory"]),
        );
        const properties = {
            enablePurgeProtection: true,
            enableRbacAuthorization: true,
            publicNetworkAccess: "disabled",
            networkAcls: { defaultAction: "Deny" },
        };
        assert.deepEqual(await analyze(policies, { ...vault, props: { properties } }), []);
    });
});
