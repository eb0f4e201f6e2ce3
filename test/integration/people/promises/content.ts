import assert from "node:assert/strict";
import { objects, only, settings, text, texts } from "../../../support/people/deployed";
import { rulesFor } from "../../../support/people/github/rules";
import { nobodyMay, policiesOf, ruleOf } from "./asked";
import type { HostPromise } from "./promise";

export const contentPromises: readonly HostPromise[] = [
    {
        title: "comments are resolved before a merge",
        gitHub: (hosts) => {
            for (const pull of ruleOf(hosts, "pullRequest")) {
                assert.equal(only(pull)?.requiredReviewThreadResolution, true);
            }
        },
        azureDevOps: (hosts) => {
            policiesOf(hosts, "BranchPolicyCommentResolution");
        },
    },
    {
        title: "checks are green before a merge, and not anybody can say so",
        gitHub: (hosts) => {
            for (const checks of ruleOf(hosts, "requiredStatusChecks")) {
                const named = objects(only(checks)?.requiredChecks);
                assert.ok(named.length > 0);
                for (const check of named) assert.equal(typeof check.integrationId, "number");
            }
        },
        azureDevOps: (hosts) => {
            for (const policy of policiesOf(hosts, "BranchPolicyBuildValidation")) {
                assert.equal(policy.validDuration, 0);
            }
        },
    },
    {
        title: "history is linear and is not rewritten",
        gitHub: (hosts) => {
            for (const rule of ["requiredLinearHistory", "nonFastForward", "deletion"]) {
                for (const on of ruleOf(hosts, rule)) assert.equal(on, true, rule);
            }
        },
        azureDevOps: (hosts) => {
            for (const types of policiesOf(hosts, "BranchPolicyMergeTypes")) {
                assert.equal(types.allowBasicNoFastForward, false);
                assert.equal(types.allowRebaseWithMerge, false);
            }
            nobodyMay(hosts, "ForcePush");
        },
    },
    {
        title: "a tag, once pushed, is neither moved nor deleted",
        gitHub: ({ gitHub }) => {
            for (const repository of gitHub.repositories) {
                const { standing, people } = gitHub;
                const rules = rulesFor(standing, people, repository, "refs/tags/v1");
                assert.ok(
                    rules.some(({ closed }) => closed),
                    repository.name,
                );
            }
        },
        azureDevOps: (hosts) => {
            nobodyMay(hosts, "ForcePush");
        },
    },
    {
        title: "commits are signed",
        gitHub: (hosts) => {
            for (const on of ruleOf(hosts, "requiredSignatures")) assert.equal(on, true);
        },
    },
    {
        title: "a push that holds a secret is refused",
        gitHub: ({ gitHub }) => {
            for (const is of settings(gitHub.standing, "Repository")) {
                const scanning = only(only(is.securityAndAnalysis)?.secretScanningPushProtection);
                assert.equal(scanning?.status, "enabled", text(is.name));
            }
        },
        azureDevOps: ({ azureDevOps: { standing, repositories } }) => {
            const policies = settings(standing, "RepositoryPolicyCheckCredentials").filter(
                ({ enabled, blocking }) => enabled === true && blocking === true,
            );
            for (const { id, name } of repositories) {
                assert.ok(
                    policies.some((is) => texts(is.repositoryIds).includes(id)),
                    name,
                );
            }
        },
    },
];
