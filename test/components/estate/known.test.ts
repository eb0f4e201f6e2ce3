import assert from "node:assert/strict";
import { describe, it } from "mocha";

import {
    PipelineEstate,
    type EstatePool,
    type PipelineEstateArgs,
} from "../../../components/index";
import { known } from "../../../components/estate/known";
import { record } from "../../support/mocks";
import { estate } from "./sampleEstate";

const pool: EstatePool = {
    name: "builds",
    kind: "ephemeral",
    host: "github",
    tier: "staging",
    repositories: ["web"],
    workflows: [],
    maximum: 2,
    image: "Canonical:ubuntu-24_04-lts:server:24.04.202511100",
};
const agents = (more: Partial<EstatePool>): Partial<PipelineEstateArgs> => ({
    azureAgents: { egress: "firewall", addresses: "10.65.0.0/22", pools: [{ ...pool, ...more }] },
});
const inAws: Partial<PipelineEstateArgs> = {
    aws: { accountId: "123456789012", region: "eu-west-2", adoptProvider: false },
    appliedBy: { azure: [], aws: ["arn:aws:iam::123456789012:role/apply"] },
};

describe("what an estate lacks although it was checked", () => {
    const cases: [missing: string, args: Partial<PipelineEstateArgs>][] = [
        ["the GitHub App of pool builds", agents({})],
        ["the Azure DevOps project of pool builds", agents({ host: "azureDevOps" })],
        ["the Azure DevOps project of pool builds", agents({ kind: "managed" })],
        ["the Azure DevOps project of pool builds", agents({ kind: "scaleSet" })],
        ["the image of pool builds", agents({ image: undefined })],
        [
            "the GitHub App of pool builds",
            {
                ...inAws,
                awsAgents: {
                    egress: "firewall",
                    addresses: "10.66.0.0/20",
                    pools: [{ ...pool, kind: "instances", image: "ami-0a1b2c3d4e5f60718" }],
                },
            },
        ],
        [
            "who writes the secret smtp",
            {
                ...inAws,
                secrets: [
                    {
                        name: "smtp",
                        cloud: "aws",
                        owner: "web",
                        expires: "2027-06-30",
                        readers: [],
                    },
                ],
            },
        ],
    ];
    for (const [i, [missing, args]] of cases.entries()) {
        it(`is named, and no empty text takes its place: ${missing} (${i + 1})`, async () => {
            const made = record(() => new PipelineEstate("estate", estate(args)));
            await assert.rejects(made, new RegExp(`internal error: ${missing} is not known`));
        });
    }

    it("is nothing that is there", () => {
        assert.equal(known("kv", "the vault"), "kv");
        assert.equal(known(0, "the number"), 0);
        assert.throws(() => known("", "the vault"), /internal error: the vault is not known/);
    });
});
