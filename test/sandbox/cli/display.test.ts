import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findings } from "../../../sandbox/cli/findings";
import { Progress } from "../../../sandbox/cli/progress";
import { summary } from "../../../sandbox/cli/summary";
import { operated } from "../../../sandbox/cli/systems";
import { paint } from "../../../sandbox/cli/text";
import { trusts } from "../../../sandbox/cli/trust";
import {
    EngineError,
    type PolicyViolation,
    type ResourceSummary,
} from "../../../sandbox/engine/api";
import { cli, resultOf, step } from "../../support/cliRun";

const plain = paint(false);
const credential = "azure-native:managedidentity:FederatedIdentityCredential";

function violation(parts: Partial<PolicyViolation>): PolicyViolation {
    return {
        ...{ pack: "pack", packVersion: "1.0.0", policy: "rule", enforcement: "mandatory" },
        ...{ severity: "high", message: "rule (A01, high): broken", urn: "" },
        ...parts,
    };
}

function trusting(identity: string, subject: string): ResourceSummary {
    return {
        ...{ urn: identity, type: credential, parent: "", custom: true },
        id: `/subscriptions/s/userAssignedIdentities/${identity}/federatedIdentityCredentials/c`,
        inputs: { subject: "declared" },
        outputs: { subject, issuer: "https://token.actions.githubusercontent.com" },
    };
}

describe("findings", () => {
    it("stand in an order of their own: the worst first, then by rule and resource", () => {
        const shuffled = [
            violation({ policy: "b", severity: "low" }),
            violation({ policy: "c", severity: "critical", urn: "z" }),
            violation({ policy: "c", severity: "critical", urn: "a" }),
            violation({ policy: "a", severity: "low" }),
            violation({ policy: "first", severity: "critical", enforcement: "advisory" }),
        ];
        const text = findings(resultOf("preview", { violations: shuffled }), plain).join("\n");
        const heads = [...text.matchAll(/^[x!] (\S+):/gm)].map(([, policy]) => policy);
        assert.deepEqual(heads, ["c", "c", "a", "b", "first"]);
        assert.ok(text.indexOf("resource  a") < text.indexOf("resource  z"));
    });

    it("continue long values below themselves on a narrow terminal", () => {
        const message = "rule: broken\n  wanted    one two three four five six seven eight";
        const result = resultOf("preview", { violations: [violation({ message })] });
        const [, text = ""] = findings(result, plain, 40);
        assert.deepEqual(text.split("\n"), [
            "x rule: broken",
            "    wanted    one two three four five",
            "              six seven eight",
        ]);
    });

    it("keep their lines whole in a log", () => {
        const long = "word ".repeat(60).trim();
        const message = `rule: broken\n  wanted    ${long}`;
        const result = resultOf("preview", { violations: [violation({ message })] });
        assert.ok(findings(result, plain).join("\n").includes(`    wanted    ${long}`));
    });

    it("of other packs, with messages of any form, are indented alike", () => {
        const message = "Buckets are private\nset acl to private";
        const urn = "urn:pulumi:dev::p::aws:s3/bucket:Bucket::logs";
        const result = resultOf("preview", { violations: [violation({ message, urn })] });
        const [, text = ""] = findings(result, plain);
        assert.deepEqual(text.split("\n"), [
            "x rule: Buckets are private",
            `    resource  ${urn}`,
            "    set acl to private",
        ]);
    });
});

describe("trusted identities", () => {
    const subject = "repo:acme@17/web@42:environment:production";

    it("are read with the exact subject, and the place it means", () => {
        const [trust] = trusts([trusting("id-web", subject)]);
        assert.deepEqual(trust, {
            ...{ identity: "id-web", subject, repository: "acme/web", environment: "production" },
            issuer: "https://token.actions.githubusercontent.com",
        });
    });

    it("of the form with names only mean the same place", () => {
        const [trust] = trusts([trusting("id", "repo:acme/web:environment:a b")]);
        assert.deepEqual([trust?.repository, trust?.environment], ["acme/web", "a b"]);
    });

    it("with another kind of subject mean no place, and are shown all the same", () => {
        const [trust] = trusts([trusting("id", "repo:acme/web:ref:refs/heads/main")]);
        assert.equal(trust?.subject, "repo:acme/web:ref:refs/heads/main");
        assert.deepEqual([trust.repository, trust.environment], ["", ""]);
    });

    it("stand in a table where it fits, else each subject whole on its own line", () => {
        const up = resultOf("up", { resources: [trusting("id-acme-web-production", subject)] });
        const options = { stack: "dev", projectDir: "/project", colors: plain, next: ["x"] };
        const wide = summary(up, { ...options, width: 120 }).join("\n");
        assert.match(wide, /id-acme-web-production {2}repo:acme@17\/web@42:environment:production/);
        const narrow = summary(up, { ...options, width: 60 }).join("\n");
        assert.match(narrow, /id-acme-web-production\n +repo:acme@17\/web@42:environment:prod/);
    });
});

describe("the display", () => {
    it("counts up to what the preview announced", async () => {
        let text = "";
        const out = { write: (part: string) => (text += part), columns: 80 };
        const progress = new Progress(out, true, plain);
        progress.begin("Deploying dev", 42);
        await new Promise((resolve) => setTimeout(resolve, 200));
        progress.end();
        assert.match(text, /Deploying dev {2}0\/42 resources/);
    });

    it("counts only what a provider takes part in", () => {
        const vault = step("create", "azure-native:keyvault:Vault", "v");
        const component = step("create", "gatehouse:index:HardenedVault", "c");
        const provider = step("create", "pulumi:providers:azure-native", "p");
        const gone = step("delete", "github:index/team:Team", "t");
        const resources = [vault, component, provider].map(({ urn, type }) => ({
            ...{ urn, type, id: "", parent: "", inputs: {}, outputs: {} },
            custom: type !== component.type,
        }));
        const steps = [vault, component, provider, gone];
        assert.equal(operated(resultOf("preview", { steps, resources })), 2);
    });

    it("takes an empty CI and NO_COLOR for not set, as their conventions say", async () => {
        const env = { CI: "", NO_COLOR: "" };
        const preview = resultOf("preview", { ok: false });
        const { stdout } = await cli(["preview"], { preview }, { isTTY: true, env });
        assert.ok(stdout.includes("\r"), "no live line");
        assert.ok(stdout.includes("\u001b[31m"), "no colour");
    });

    it("writes no control codes to a dumb terminal", async () => {
        const io = { isTTY: true, env: { TERM: "dumb", NO_COLOR: "1" } };
        assert.ok(!(await cli(["preview"], {}, io)).stdout.includes("\u001b"));
    });

    for (const [argv, error, code] of [
        [["prevew", "--json"], /unknown command/, 2],
        [["preview", "--json"], /cut short/, 1],
    ] as const) {
        it(`with --json tells "${argv[0]}" going wrong as a document, too`, async () => {
            const preview = new EngineError("the state is cut short", 1);
            const finished = await cli(argv, { preview });
            assert.equal(finished.code, code);
            const document = JSON.parse(finished.stdout) as { exitCode: number; error: string };
            assert.equal(document.exitCode, code);
            assert.match(document.error, error);
            assert.match(finished.stderr, error);
        });
    }
});
