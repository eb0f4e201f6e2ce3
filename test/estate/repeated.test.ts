import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { problems, sample, seenAt, withProduction, withRepository } from "./sample";

const repository = { host: "github", team: "web" };

describe("estate: names used twice", () => {
    it("refuses two repositories of one name, upper and lower case being the same", () => {
        const repositories = ["web", "api", "Web"].map((name) => ({ name, ...repository }));
        const [found, ...more] = problems(sample({ repositories }));
        assert.deepEqual(more, []);
        assert.equal(found?.where, "repositories[2].name");
        assert.equal(found.allowed, "a name other than that of repositories[0].name");
    });

    it("refuses two environments of one name, the estate's or a repository's", () => {
        const environments = ["staging", "Staging"].map((name) => ({ name, tier: "staging" }));
        assert.deepEqual(seenAt(sample({ environments })), ['environments[1].name: "Staging"']);
        assert.deepEqual(seenAt(withRepository({ environments })), [
            'repositories[0].environments[1].name: "Staging"',
        ]);
    });

    it("refuses a contact, and one who applies the estate or breaks the glass, given twice", () => {
        const one = "0b6f7d52-3c1e-4a8d-9f24-5e7a1c9d8b30";
        const arn = "arn:aws:iam::123456789012:role/emergency";
        assert.deepEqual(
            seenAt(
                sample({
                    contacts: [
                        "security@acme.example",
                        "ops@acme.example",
                        "Security@acme.example",
                    ],
                    appliedBy: { azure: [one, one.toUpperCase()] },
                    breakGlass: { aws: [arn, arn] },
                }),
            ),
            [
                'contacts[2]: "Security@acme.example"',
                `appliedBy.azure[1]: "${one.toUpperCase()}"`,
                `breakGlass.aws[1]: "${arn}"`,
            ],
        );
    });

    it("refuses a member, a check, a reviewer and a role given twice", () => {
        assert.deepEqual(
            seenAt({
                ...withProduction({
                    reviewers: ["release", "release"],
                    roles: ["Reader", "Reader"],
                }),
                teams: { platform: ["ada", "Ada"], web: ["linus"], release: ["barbara"] },
                checks: ["build", { context: "Build" }],
            }).sort(),
            [
                'checks[1].context: "Build"',
                'environments[0].reviewers[1]: "release"',
                'environments[0].roles[1]: "Reader"',
                'teams.platform[1]: "Ada"',
            ],
        );
    });

    it("refuses a check given twice by a repository", () => {
        assert.deepEqual(seenAt(withRepository({ checks: ["build", "build"] })), [
            'repositories[0].checks[1]: "build"',
        ]);
    });

    it("accepts one name for different things, and in different places", () => {
        const environments = [{ name: "web", tier: "staging" }];
        const repositories = ["web", "release"].map((name) => ({
            name,
            ...repository,
            environments,
        }));
        assert.deepEqual(problems(sample({ repositories, environments })), []);
    });
});
