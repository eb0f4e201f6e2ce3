import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { githubPlans, planNamed } from "../../../sandbox/cloud/github/plan";
import { planFeatures, ruleset } from "./githubPlanFeatures";
import { openBench, refusal, temporary, type Bench, type Props } from "./support";

const token = (name: string) =>
    `github:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
for (const plan of githubPlans) {
    describe(`GitHub's plan "${plan}"`, () => {
        let bench: Bench;
        before(async () => {
            bench = await openBench(temporary(), { githubPlan: plan });
            for (const visibility of ["private", "public"]) {
                await bench.engine.up(token("Repository"), { name: visibility, visibility });
            }
        });
        after(() => bench.close());

        const expect = async (type: string, inputs: Props, wanted: string) => {
            const said = await refusal(bench.engine.up(type, inputs));
            assert.equal(said === "", wanted === "", said);
            assert.ok(said.includes(wanted), `${said} says "${wanted}"`);
        };

        for (const { name, type, inputs, closed, open } of planFeatures) {
            const word = closed[plan] === "" ? "has" : "refuses";
            it(`${word} ${name} in private`, () => expect(type, inputs("private"), closed[plan]));
            if (open !== undefined) {
                const openWord = open[plan] === "" ? "has" : "refuses";
                it(`${openWord} ${name} in public`, () =>
                    expect(type, inputs("public"), open[plan]));
            }
        }

        it("says its name", async () => {
            const token = "github:index/getOrganization:getOrganization";
            assert.equal((await bench.engine.invoke(token, { name: "acme" })).plan, plan);
        });

        it("lets rulesets of a repository that was made private stand, and enforces them or not", async () => {
            const repository = token("Repository");
            const inputs = { name: "turned", visibility: "public", autoInit: true };
            await bench.engine.up(repository, inputs);
            const rules = { pullRequest: { requiredApprovingReviewCount: 1 } };
            const guard = ruleset("trunk", rules)("turned");
            await bench.engine.up(token("RepositoryRuleset"), guard);
            await bench.engine.update(repository, "turned", { ...inputs, visibility: "private" });
            const file = { repository: "turned", file: "a", content: "x" };
            const wanted = plan === "free" ? "" : 'ruleset "trunk" (pullRequest) guards main';
            await expect(token("RepositoryFile"), file, wanted);
        });
    });
}

describe("the plan's name", () => {
    it("is one of three, enterprise when none is given", () => {
        assert.equal(planNamed(undefined), "enterprise");
        assert.equal(planNamed("team"), "team");
        assert.throws(() => planNamed("gold"), /"gold", must be one of free, team, enterprise/);
    });

    it("is refused before the cloud opens", async () => {
        process.env.GATEHOUSE_GITHUB_PLAN = "gold";
        try {
            await assert.rejects(openBench(), /GATEHOUSE_GITHUB_PLAN is "gold"/);
        } finally {
            delete process.env.GATEHOUSE_GITHUB_PLAN;
        }
    });
});
