import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { absent, known, unknown, UNKNOWN, type PropertyTree } from "../../../model/known";
import {
    branchScopes,
    buildPolicy,
    mayCover,
    policyForce,
    reviewPolicy,
    statusPolicy,
} from "../../../model/views/devOpsPolicies";
import { modelResource } from "../../support/modelResource";

function policy(settings: PropertyTree, more: PropertyTree = {}) {
    return modelResource("azuredevops:index:Policy", { settings, ...more });
}

function scope(repositoryRef: PropertyTree[string], matchType?: string) {
    const scopes = [{ repositoryRef, ...(matchType === undefined ? {} : { matchType }) }];
    return branchScopes(policy({ scopes } as PropertyTree));
}

describe("policies of Azure DevOps", () => {
    it("have the provider's defaults", () => {
        const none = policy({});
        assert.deepEqual(policyForce(none), { enabled: known(true), blocking: known(true) });
        const { count, submitterVotes, lastPusherExcluded, resetsVotes } = reviewPolicy(none);
        assert.deepEqual(count.value, known(0));
        for (const { value } of [submitterVotes, lastPusherExcluded, resetsVotes]) {
            assert.deepEqual(value, known(false));
        }
        const build = buildPolicy(none);
        assert.deepEqual(build.validDuration.value, known(720));
        assert.deepEqual(build.onSourceUpdateOnly.value, known(true));
        const status = statusPolicy(none);
        assert.deepEqual([status.author.value, status.paths.value], [absent, absent]);
        assert.deepEqual(status.applicability.value, known("default"));
    });

    it("end votes by either reset; one that is not known yet decides where the other does not", () => {
        const resets = (all: PropertyTree[string], approved: PropertyTree[string]) =>
            reviewPolicy(policy({ onPushResetAllVotes: all, onPushResetApprovedVotes: approved }))
                .resetsVotes.value;
        assert.deepEqual(resets(true, UNKNOWN), known(true));
        assert.deepEqual(resets(UNKNOWN, true), known(true));
        assert.deepEqual(resets(false, UNKNOWN), unknown);
        assert.deepEqual(resets(UNKNOWN, false), unknown);
        assert.deepEqual(resets(false, false), known(false));
    });

    it("are about exact branches unless they say otherwise", () => {
        assert.deepEqual(
            scope("refs/heads/main"),
            known([{ match: known("exact"), repository: absent, ref: known("refs/heads/main") }]),
        );
        const whole = branchScopes(policy({ scopes: [UNKNOWN] }));
        assert.deepEqual(whole, known([{ match: unknown, repository: unknown, ref: unknown }]));
    });

    it("may cover a branch when nothing says they do not", () => {
        const main = /^main(\/|$)/i;
        for (const covering of [
            scope("refs/heads/main"),
            scope("refs/heads/main/", "Prefix"),
            scope("refs/heads/", "prefix"),
            scope("refs/heads/ma", "Prefix"),
            scope(UNKNOWN),
            branchScopes(policy({ scopes: [{ matchType: "DefaultBranch" }] })),
            branchScopes(policy({ scopes: UNKNOWN })),
        ]) {
            assert.ok(mayCover(covering, main));
        }
        for (const other of [scope("refs/heads/maintenance"), scope("refs/heads/dev/", "Prefix")]) {
            assert.ok(!mayCover(other, main));
        }
    });
});
