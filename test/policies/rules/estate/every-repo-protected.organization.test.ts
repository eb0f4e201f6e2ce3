import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { everyRepoProtected } from "../../../../policies/rules/estate/every-repo-protected";
import { wire } from "../../../support/describeRule";
import { runRule, type CaseResource } from "../../../support/ruleCases";
import { organizationRulesetType, soundRuleset } from "../../../support/rulesetCases";

const settings: CaseResource = {
    type: "github:index/organizationSettings:OrganizationSettings",
    name: "acme",
    props: { billingEmail: "bills@acme.example" },
};

function ruleset(conditions: PropertyTree, more: PropertyTree = {}): CaseResource {
    const props = { ...soundRuleset, repository: null, conditions, ...more };
    return { type: organizationRulesetType, name: "rules", props: wire(props) };
}

function everywhere(...excludes: string[]): PropertyTree {
    return { ...soundRuleset.conditions, repositoryName: { includes: ["~ALL"], excludes } };
}

function judged(resources: readonly CaseResource[], external: readonly string[] = []) {
    const all = [settings, ...resources];
    return runRule(everyRepoProtected, { resources: all, seen: all, config: { external } });
}

function levels(...given: Parameters<typeof judged>): (string | undefined)[] {
    return judged(...given).map(({ level }) => level);
}

describe("every-repo-protected, of an organization's settings", () => {
    it("warns of an organization without a ruleset", () => {
        const [answer, ...others] = judged([]);
        assert.deepEqual(others, []);
        assert.equal(answer?.level, "advisory");
        assert.match(answer.message, /allowUnguardedRepositories/);
    });

    it("allows a ruleset for the default branch of every repository", () => {
        assert.deepEqual(judged([ruleset(everywhere())]), []);
    });

    it("warns of a ruleset for some repositories, some branches, or tags", () => {
        const named = {
            ...soundRuleset.conditions,
            repositoryName: { includes: ["web"], excludes: [] },
        };
        const main = { ...everywhere(), refName: { includes: ["refs/heads/main"], excludes: [] } };
        for (const one of [
            ruleset(named),
            ruleset(main),
            ruleset(everywhere(), { target: "tag" }),
        ]) {
            assert.deepEqual(levels([one]), ["advisory"]);
        }
    });

    it("warns of a repository left out that nobody is known to guard", () => {
        const [answer, ...others] = judged([ruleset(everywhere("web"))]);
        assert.deepEqual(others, []);
        assert.equal(answer?.level, "advisory");
        assert.match(answer.message, /excludes.*"?web/s);
    });

    it("accepts a repository left out that another stack guards", () => {
        assert.deepEqual(levels([ruleset(everywhere("web"))], ["web"]), []);
    });

    it("judges a repository left out by itself where the stack has it", () => {
        const web: CaseResource = {
            type: "github:index/repository:Repository",
            name: "web",
            props: { name: "web" },
        };
        const answers = judged([ruleset(everywhere("web")), web]);
        assert.deepEqual(
            answers.map(({ urn, level }) => [urn?.split("::").at(-1), level]),
            [["web", "mandatory"]],
        );
    });

    it("accepts rulesets that another stack has, once the settings say so", () => {
        assert.deepEqual(judged([], ["*"]), []);
    });

    it("cannot decide while the repositories are not known", () => {
        const conditions: PropertyTree = { ...soundRuleset.conditions, repositoryName: UNKNOWN };
        const [answer, ...others] = judged([ruleset(conditions)]);
        assert.deepEqual(others, []);
        assert.match(answer?.message ?? "", /^undecidable/);
    });
});
