import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import {
    bootMachine,
    bootSecrets,
    canBoot,
    type BootMachine,
} from "../../../support/bootMachine/machine";
import { bootCases, ephemeralCases } from "../../../support/bootCases";

/** Secrets of which a text shows one. */
function exposed(text: string): string[] {
    return Object.entries(bootSecrets).flatMap(([name, value]) =>
        text.includes(value) ? [name] : [],
    );
}

function filesBelow(folder: string): string[] {
    return fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
}

function option(machine: BootMachine, line: string, name: string): string {
    const request = machine.requests().find((each) => each.line.startsWith(line));
    const found = request?.options.find((each) => each.startsWith(`${name} = `));
    return JSON.parse(found?.slice(name.length + 3) ?? "null") as string;
}

for (const [name, facts] of ephemeralCases) {
    describe(`boot program's secrets: ${name}`, function () {
        this.timeout(120_000);
        const machines: BootMachine[] = [];
        let machine: BootMachine;

        before(async function () {
            if (!canBoot()) this.skip();
            machines.push((machine = bootMachine(facts)));
            assert.equal(await machine.boot(), 0);
        });
        after(() => machines.forEach((each) => each.remove()));

        it("are in no argument of any program", () => {
            assert.deepEqual(exposed(machine.seen("calls")), []);
            assert.deepEqual(exposed(machine.seen("job-1.processes")), []);
            assert.match(machine.seen("job-1.processes"), /Listener/);
        });

        it("are in no program's environment, the job's least of all", () => {
            assert.deepEqual(exposed(machine.seen("environments")), []);
            assert.deepEqual(exposed(machine.seen("job-1.environment")), []);
            assert.match(machine.seen("job-1.environment"), /USER=gatehouse-agent/);
        });

        it("are in no file that is left, and not in the log", () => {
            for (const file of filesBelow(machine.root)) {
                assert.deepEqual(exposed(fs.readFileSync(file, "latin1")), [], file);
            }
            assert.deepEqual(exposed(machine.seen("shipped")), []);
        });

        if (facts.host === "github") gitHubSecrets(() => machine);
        else azureDevOpsSecrets(() => machine);
        if (facts.cloud === "aws") awsSecrets(() => machine);
    });
}

function gitHubSecrets(machine: () => BootMachine): void {
    const tokens = "POST https://api.github.com/app/installations/99/access_tokens";
    const register = "POST https://api.github.com/orgs/acme/actions/runners/generate-jitconfig";

    it("begin with a token of the App that lives for minutes and is signed elsewhere", () => {
        const bearer = option(machine(), tokens, "header").replace("Authorization: Bearer ", "");
        const [head = "", body = "", signature] = bearer.split(".");
        const json = (part: string) =>
            JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
        assert.deepEqual(json(head), { alg: "RS256", typ: "JWT" });
        const { iat, exp, iss } = json(body) as { iat: number; exp: number; iss: string };
        assert.equal(iss, "12345");
        assert.ok(exp - iat <= 600 && Math.abs(iat + 60 - Date.now() / 1000) < 60);
        assert.equal(signature, "U0lH-Tk_VQ");
        const digest = createHash("sha256").update(`${head}.${body}`).digest();
        const signed = machine()
            .requests()
            .flatMap((request) => request.options)
            .filter((text) => text.startsWith("data"))
            .join();
        const both = [digest.toString("base64"), digest.toString("base64url")];
        assert.ok(
            both.some((text) => signed.includes(text)),
            "the digest that was signed",
        );
    });

    it("are narrowed to registering runners, used once, and revoked before the job", () => {
        assert.deepEqual(JSON.parse(option(machine(), tokens, "data")), {
            permissions: { organization_self_hosted_runners: "write" },
        });
        const body = JSON.parse(option(machine(), register, "data")) as Record<string, unknown>;
        assert.match(String(body.name), /^acme-prod-[a-z0-9-]+-[0-9a-f]{8}-1$/);
        assert.ok(String(body.name).length <= 64);
        assert.deepEqual(
            { ...body, name: "" },
            {
                name: "",
                runner_group_id: 7,
                labels: ["self-hosted", "linux", "production"],
                work_folder: "_work",
            },
        );
        const lines = machine()
            .requests()
            .map(({ line }) => line)
            .filter((line) => line.includes("api.github.com"));
        assert.deepEqual(lines, [
            tokens,
            register,
            "DELETE https://api.github.com/installation/token",
        ]);
        assert.equal(machine().seen("listener-configuration"), bootSecrets.jit);
    });
}

function azureDevOpsSecrets(machine: () => BootMachine): void {
    it("reach the registration alone, and root removes the agent from the pool", () => {
        assert.equal(machine().seen("config-token"), bootSecrets.entra);
        assert.match(
            machine().seen("config-arguments"),
            /^--unattended --acceptTeeEula --url https:\/\/dev\.azure\.com\/acme --auth PAT --pool Production \(EU\) --agent acme-prod-\S+ --replace --work _work$/m,
        );
        const removal = machine().requests().at(-1);
        assert.match(removal?.line ?? "", /^DELETE .*\/pools\/34\/agents\/12\?api-version=7\.1$/);
        assert.equal(machine().seen("listener-configuration"), "");
        assert.match(machine().seen("job-1.environment"), /^agent\.disableupdate=1$/m);
    });
}

function awsSecrets(machine: () => BootMachine): void {
    it("of the instance sign two services in its region, each request with all its headers", () => {
        for (const service of ["kms", "logs"]) {
            const line = `POST https://${service}.eu-west-1.amazonaws.com/`;
            assert.equal(option(machine(), line, "aws-sigv4"), `aws:amz:eu-west-1:${service}`);
            assert.equal(option(machine(), line, "user"), `ASIAEXAMPLE:${bootSecrets.aws_secret}`);
        }
        const sign = JSON.parse(
            option(machine(), "POST https://kms.eu-west-1.amazonaws.com/", "data-binary"),
        ) as Record<string, string>;
        assert.equal(sign.KeyId, bootCases["GitHub on AWS"].github.signingKey);
        assert.equal(sign.SigningAlgorithm, "RSASSA_PKCS1_V1_5_SHA_256");
        assert.equal(sign.MessageType, "DIGEST");
    });

    it("stay out of the log, which is JSON whatever a job wrote", () => {
        const events = JSON.parse(machine().seen("shipped")) as {
            logGroupName: string;
            logStreamName: string;
            logEvents: { timestamp: number; message: string }[];
        };
        assert.equal(events.logGroupName, "/gatehouse/agents");
        assert.match(events.logStreamName, /^acme-prod-/);
        const messages = events.logEvents.map(({ message }) => message);
        assert.ok(messages.includes('line of job 1: "quoted" \\ back   '), messages.join("\n"));
        assert.ok(Math.abs((events.logEvents[0]?.timestamp ?? 0) - Date.now()) < 60_000);
    });
}
