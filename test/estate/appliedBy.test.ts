import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { applier, aws, awsPool, role, secret } from "./cloudSamples";
import { problems, refuses, sample } from "./sample";

const inAzure = { cloud: "azure", name: "stacmestate" };

describe("estate: who applies it", () => {
    refuses([
        [
            "state in Azure that nobody writes",
            sample({ state: inAzure }),
            "appliedBy.azure",
            "nothing",
            /object id of the identity that runs pulumi up: without it nobody could write the state/,
        ],
        [
            "state in Azure that nobody in Azure writes",
            sample({ state: inAzure, appliedBy: { azure: [], aws: [role] } }),
            "appliedBy.azure",
            "a list of 0",
            /nobody could write the state/,
        ],
        [
            "a list of those who apply that is none, once",
            sample({ state: inAzure, appliedBy: [applier] }),
            "appliedBy",
            "a list of 1",
            /an object with azure or aws/,
        ],
        [
            "state in AWS whose key nobody administers",
            sample({ aws, state: { cloud: "aws", name: "acme-state" } }),
            "appliedBy.aws",
            "nothing",
            /runs pulumi up: it administers the keys of state/,
        ],
        [
            "machines in AWS whose key nobody administers",
            awsPool(
                { kind: "instances", image: "ami-0a1b2c3d4e5f60718" },
                { appliedBy: { aws: [] } },
            ),
            "appliedBy.aws",
            "a list of 0",
            /the keys of agents\.aws\.pools\[0\]/,
        ],
        [
            "a secret in AWS that nobody administers",
            awsPool(
                {},
                {
                    appliedBy: {},
                    secrets: [{ ...secret, cloud: "aws", writer: role, readers: [] }],
                },
            ),
            "appliedBy.aws",
            "nothing",
            /the keys of secrets\[0\]/,
        ],
    ]);

    it("is named for state in Azure, and may be nobody where there is none", () => {
        assert.deepEqual(problems(sample({ state: inAzure, appliedBy: { azure: [applier] } })), []);
        assert.deepEqual(problems(sample({ appliedBy: {} })), []);
    });
});
