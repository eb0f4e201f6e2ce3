import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { BootFacts } from "../../../../components/agents/boot/bootFacts";
import { bootProgram } from "../../../../components/agents/boot/bootProgram";
import { agentReleases } from "../../../../components/agents/boot/agentReleases";
import { bootCases } from "../../../support/bootCases";

const azure: BootFacts = bootCases["GitHub on Azure"];
const aws: BootFacts = bootCases["GitHub on AWS"];
const azureDevOps: BootFacts = bootCases["Azure DevOps on Azure"];
const gitHub = bootCases["GitHub on Azure"].github;
const pool = bootCases["Azure DevOps on Azure"].azureDevOps;

const refused: [string, BootFacts, RegExp][] = [
    ["another cloud", { ...azure, cloud: "gcp" as "aws" }, /cloud: got "gcp"/],
    ["another host", { ...azure, host: "gitlab" as "github" }, /host: got "gitlab"/],
    ["another mode", { ...azure, mode: "shared" as "ephemeral" }, /mode: got "shared"/],
    ["a prefix with a space", { ...azure, namePrefix: "a b" }, /namePrefix/],
    ["a prefix with a quote", { ...azure, namePrefix: 'a"b' }, /namePrefix/],
    ["no identity on Azure", { ...azure, managedIdentityClientId: undefined }, /managedIdentity/],
    ["no region on AWS", { ...aws, region: undefined }, /region/],
    ["no log group on AWS", { ...aws, logGroupName: undefined }, /logGroupName/],
    ["no facts of the host", { ...azure, github: undefined }, /github: got nothing/],
    ["the facts of two hosts", { ...azure, azureDevOps: pool }, /no other host/],
    ["a label with a comma", { ...azure, github: { ...gitHub, labels: ["a,b"] } }, /labels\[0\]/],
    ["no label", { ...azure, github: { ...gitHub, labels: [] } }, /github.labels/],
    ["a group by name", { ...azure, github: { ...gitHub, runnerGroupId: NaN } }, /runnerGroupId/],
    ["a negative id", { ...azure, github: { ...gitHub, installationId: -1 } }, /installationId/],
    ["an app with a quote", { ...azure, github: { ...gitHub, appId: '1"' } }, /appId/],
    ["an owner with a slash", { ...azure, github: { ...gitHub, organization: "a/b" } }, /organiz/],
    [
        "a key without version",
        { ...azure, github: { ...gitHub, signingKey: "https://kv.vault.azure.net/secrets/app" } },
        /signingKey/,
    ],
    [
        "a key in another vault's clothes",
        {
            ...azure,
            github: {
                ...gitHub,
                signingKey: `https://evil.example/kv.vault.azure.net/keys/app/${"0a".repeat(16)}`,
            },
        },
        /signingKey/,
    ],
    ["a KMS key on Azure", { ...azure, github: aws.github }, /signingKey/],
    ["a Key Vault key on AWS", { ...aws, github: gitHub }, /signingKey/],
    ["a key of another region", { ...aws, region: "us-east-1" }, /machine's region/],
    [
        "Azure DevOps on AWS",
        { ...aws, host: "azureDevOps", azureDevOps: pool, github: undefined },
        /cloud: got "aws"/,
    ],
    [
        "an organization elsewhere",
        { ...azureDevOps, azureDevOps: { ...pool, organizationUrl: "https://evil.example/acme" } },
        /organizationUrl/,
    ],
    ["a pool with a quote", { ...azureDevOps, azureDevOps: { ...pool, pool: "a'b" } }, /pool/],
    ["hardening only, for GitHub", { ...azure, mode: "hardenOnly" }, /mode: got "hardenOnly"/],
    ["a small folder", { ...azure, workFolderMegabytes: 100 }, /workFolderMegabytes/],
    ["an endless life", { ...azure, lifetimeMinutes: 1e6 }, /lifetimeMinutes/],
    ["a long wait", { ...azure, logSettleSeconds: 601 }, /logSettleSeconds/],
    ["a health nobody asks for", { ...aws, health: { port: 8484, restMinutes: 1 } }, /health: got/],
    ["a port of the system", { ...azure, health: { port: 80, restMinutes: 1 } }, /health\.port/],
    ["an endless rest", { ...azure, health: { port: 8484, restMinutes: 999 } }, /restMinutes/],
    ["an account with a semicolon", { ...azure, metadataUsers: ["a;b"] }, /metadataUsers\[0\]/],
    [
        "a short checksum",
        { ...azure, release: { ...agentReleases.github, sha256X64: "abc" } },
        /release.sha256X64/,
    ],
];

describe("bootProgram, facts", () => {
    for (const [what, facts, expected] of refused) {
        it(`refuses ${what}`, () => {
            assert.throws(
                () => bootProgram(facts),
                (error: Error) => {
                    assert.ok(error instanceof RangeError);
                    assert.match(error.message, expected);
                    return true;
                },
            );
        });
    }

    it("lists every problem at once", () => {
        const facts = { ...azure, namePrefix: "", workFolderMegabytes: 1, lifetimeMinutes: 1 };
        assert.throws(() => bootProgram(facts), /namePrefix[^]*workFolder[^]*lifetime/);
    });

    it("refuses a program longer than the cloud takes", () => {
        const metadataUsers = Array.from(
            { length: 200 },
            (_, i) => `account-${i}-${"x".repeat(20)}`,
        );
        assert.throws(() => bootProgram({ ...aws, metadataUsers }), /aws takes 16384/);
        assert.ok(bootProgram({ ...azure, metadataUsers }));
    });

    it("leaves room below the limit of AWS for long values", () => {
        const github = {
            ...bootCases["GitHub on AWS"].github,
            labels: Array.from({ length: 10 }, (_, i) => `${"l".repeat(40)}-${i}`),
        };
        assert.ok(Buffer.byteLength(bootProgram({ ...aws, github })) < 16_384);
    });

    it("installs the release it is given instead of its own", () => {
        const release = {
            version: "9.8.7",
            sha256X64: "1".repeat(64),
            sha256Arm64: "2".repeat(64),
        };
        const program = bootProgram({ ...azure, release });
        assert.match(program, /linux-\{arch\}-9\.8\.7\.tar\.gz/);
        assert.ok(!program.includes(agentReleases.github.sha256X64));
    });
});
