import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { loadEstate } from "../../estate";
import { aws } from "./cloudSamples";
import { azureDevOps, group, onDevOps } from "./devOpsSample";
import { problems, refuses, sample, type Raw } from "./sample";

const organizationId = group(9);
const trusting = { ...azureDevOps, aws: { organizationId } };
const environments = [{ name: "staging", tier: "staging", aws: { ecrRepositories: ["web"] } }];

/** A repository on Azure DevOps that deploys to AWS. */
const toAws = (changes: Raw = {}): Raw =>
    onDevOps({}, { aws, azureDevOps: trusting, environments, ...changes });

describe("estate: deployments from Azure DevOps to AWS", () => {
    it("what they need is made, unless it is there already", () => {
        const made = { organizationId, adoptProvider: false, adoptToolkit: false };
        assert.deepEqual(loadEstate(toAws()).azureDevOps?.aws, made);
        const there = { ...trusting, aws: { organizationId, adoptToolkit: true } };
        assert.deepEqual(loadEstate(toAws({ azureDevOps: there })).azureDevOps?.aws, {
            ...made,
            adoptToolkit: true,
        });
    });

    refuses([
        [
            "an organization of no known id",
            toAws({ azureDevOps }),
            "azureDevOps.aws",
            "nothing",
            /organizationId: web on Azure DevOps deploys to AWS/,
        ],
        [
            "trust in an account that the estate does not have",
            onDevOps({}, { azureDevOps: trusting }),
            "azureDevOps.aws",
            "something in AWS, of which the estate has no account",
            /the estate's aws/,
        ],
        [
            "an environment of the name that previews in AWS have there",
            onDevOps({ plan: true, environments: [{ name: "Plan-AWS", tier: "staging" }] }),
            "repositories[0].environments[0].name",
            '"Plan-AWS"',
            /the previews run in one of this name/,
        ],
    ]);
});

describe("estate: repositories taken over on Azure DevOps", () => {
    it("are in a project that is taken over as well, or was once, or was made by the estate", () => {
        for (const adopt of [true, false]) {
            const taken = { azureDevOps: { ...azureDevOps, adopt } };
            assert.deepEqual(problems(onDevOps({ adopt: true }, taken)), []);
        }
    });
});

describe("estate: people on Azure DevOps", () => {
    const teams = { platform: ["ada"], web: [], release: ["barbara"] };
    refuses([
        [
            "a team of nobody, which would be apart from everybody",
            onDevOps({}, { teams }),
            "repositories[0].team",
            '"web"',
            /people are listed in teams.*no group is looked up/,
        ],
    ]);

    it("a team of nobody is one on GitHub, where its members are those listed", () => {
        assert.deepEqual(problems(sample({ teams })), []);
    });
});
