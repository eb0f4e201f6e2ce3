import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { aws } from "./cloudSamples";
import { azureDevOps, group, onDevOps } from "./devOpsSample";
import { problems, refuses, sample, type FormCase, type Raw } from "./sample";

const staging = (name: string) => [{ name, tier: "staging" }];
const there = (name: string, environment: string) => ({
    name,
    host: "azureDevOps",
    team: "web",
    environments: staging(environment),
});

/** A repository that previews what it deploys to AWS. */
const inAws = (name: string) => ({
    ...there(name, "live"),
    plan: true,
    environments: [{ name: "live", tier: "staging", aws: { ecrRepositories: ["web"] } }],
});
const toAws = (repositories: Raw[]): Raw =>
    sample({
        aws,
        azureDevOps: { ...azureDevOps, aws: { organizationId: group(9) } },
        repositories,
    });

describe("estate: what Azure DevOps calls things", () => {
    it("reports what repositories share once", () => {
        const repositories = ["one", "two"].map((name) => ({
            name,
            host: "azureDevOps",
            team: "web",
        }));
        const found = problems(
            onDevOps({}, { repositories, reviews: 0, checks: ["unit tests"] }),
        ).map(({ where }) => where);
        assert.deepEqual(found, ["checks[0]", "reviews"]);
    });

    it("lets a repository that deploys nowhere have a check called deploy", () => {
        assert.deepEqual(problems(onDevOps({ checks: ["deploy"], environments: [] })), []);
    });

    it("lets an environment be called as a connection to a cloud that no preview reads", () => {
        assert.deepEqual(problems(toAws([there("bank", "eu-plan"), inAws("bank-eu")])), []);
    });

    refuses([
        [
            "a repository with a name of GitHub's alone",
            onDevOps({ name: "_web" }),
            "repositories[0].name",
            '"_web"',
            /starting with a letter or digit/,
        ],
        [
            "an environment with a name of GitHub's alone",
            onDevOps({ environments: staging("eu/west") }),
            "repositories[0].environments[0].name",
            '"eu/west"',
            /without quotes, slashes/,
        ],
        [
            "a check that is no name of a pipeline",
            onDevOps({ checks: [{ context: "lint / all" }] }),
            "repositories[0].checks[0].context",
            '"lint / all"',
            /the name of a pipeline/,
        ],
        [
            "a check called as the pipeline that deploys",
            onDevOps({ checks: ["build", "Deploy"] }),
            "repositories[0].checks[1]",
            '"Deploy"',
            /the pipeline that deploys/,
        ],
        [
            "one review, which can be one person",
            onDevOps({ reviews: 1 }),
            "repositories[0].reviews",
            "1",
            /^2 or more: web is on Azure DevOps/,
        ],
        ...[{}, { reviewers: [] }].map((changes): FormCase => [
            `production ${"reviewers" in changes ? "that nobody reviews" : "without a word of reviewers"}`,
            onDevOps({
                environments: [{ name: "live", tier: "production", ...changes }],
            }),
            "repositories[0].environments[0].reviewers",
            "reviewers" in changes ? "a list of 0" : "nothing",
            /^at least one team: web is on Azure DevOps/,
        ]),
        [
            "two environments of one name in the project",
            sample({
                azureDevOps,
                repositories: [there("bank", "eu-live"), there("bank-eu", "live")],
            }),
            "repositories[1].environments[0].name",
            '"live"',
            /bank-eu and bank would both have an environment or a connection bank-eu-live/,
        ],
        [
            "an environment called as the connection of another repository's previews",
            sample({
                azureDevOps,
                repositories: [
                    { ...there("bank-eu", "live"), plan: true },
                    there("bank", "EU-Plan"),
                ],
            }),
            "repositories[1].environments[0].name",
            '"EU-Plan"',
            /bank and bank-eu would both have an environment or a connection bank-EU-Plan/,
        ],
        [
            "previews whose connection to AWS is called as another repository's environment",
            toAws([there("bank", "eu-plan-aws"), inAws("bank-eu")]),
            "repositories[1].plan",
            '"plan-aws"',
            /bank-eu and bank would both have an environment or a connection bank-eu-plan-aws/,
        ],
        [
            "two teams of one group",
            onDevOps(
                {},
                {
                    azureDevOps: {
                        ...azureDevOps,
                        groups: {
                            platform: group(1),
                            web: "abcdef01-1111-4222-8333-444444444444",
                            release: "ABCDEF01-1111-4222-8333-444444444444",
                        },
                    },
                },
            ),
            "azureDevOps.groups.release",
            '"ABCDEF01-1111-4222-8333-444444444444"',
            /other than that of azureDevOps\.groups\.web/,
        ],
    ]);
});
